"""The invented collaboration in examples/ hangs together: codes, bodies, people, periods and documents."""

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
MUNICIPALITIES = ROOT / "src/radslag/base/people/reference/municipalities.csv"
KINDS = {"board", "chief_executives", "steering_group", "working_group", "project_group", "network"}


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / "collaboration.yaml").read_text(encoding="utf-8"))
    return loaded


def test_the_members_are_twelve_municipalities_of_sweden(example: dict[str, Any]) -> None:
    with MUNICIPALITIES.open(encoding="utf-8", newline="") as table:
        name_of = {row["code"]: row["name"] for row in csv.DictReader(table)}
    members = example["members"]
    assert len({member["code"] for member in members}) == len(members) == 12
    assert all(name_of[member["code"]] == member["name"] for member in members)


def test_there_is_a_board_a_chief_executives_group_and_two_groups(example: dict[str, Any]) -> None:
    kinds = [body["kind"] for body in example["bodies"]]
    assert kinds[:2] == ["board", "chief_executives"]
    assert len(kinds) == 4
    assert set(kinds) <= KINDS
    assert all(body["chair_rule"] and body["other_names"] for body in example["bodies"])


def test_every_mandate_is_of_a_known_person_in_a_known_body_for_a_member(example: dict[str, Any]) -> None:
    people = {person["id"] for person in example["people"]}
    bodies = {body["id"] for body in example["bodies"]}
    codes = {member["code"] for member in example["members"]}
    for mandate in example["mandates"]:
        assert {mandate["person"]} <= people
        assert {mandate["body"]} <= bodies
        assert {mandate["municipality"]} <= codes
    assert {person["municipality"] for person in example["people"]} <= codes


def test_a_body_has_one_chair_at_a_time(example: dict[str, Any]) -> None:
    for body in example["bodies"]:
        chairs = [m for m in example["mandates"] if m["body"] == body["id"] and m["role"] == "chair"]
        for former, next_one in pairwise(sorted(chairs, key=lambda mandate: mandate["from"])):
            assert former["to"] < next_one["from"]


def test_each_role_has_an_account_with_an_address_nobody_can_own(example: dict[str, Any]) -> None:
    accounts = example["accounts"]
    assert [account["role"] for account in accounts] == ["coordinator", "member", "observer", "administrator"]
    assert {account["person"] for account in accounts} <= {person["id"] for person in example["people"]}
    assert all(account["email"].endswith(".example") for account in accounts)
    assert len({account["password"] for account in accounts}) == 4


def test_the_member_with_an_account_holds_a_mandate_without_end(example: dict[str, Any]) -> None:
    person = next(account["person"] for account in example["accounts"] if account["role"] == "member")
    held = [mandate for mandate in example["mandates"] if mandate["person"] == person]
    assert held
    assert all("to" not in mandate and mandate["from"] < date(2026, 1, 1) for mandate in held)


def test_the_documents_are_there(example: dict[str, Any]) -> None:
    on_disk = {path.name for path in EXAMPLES.iterdir() if path.suffix in {".md", ".txt"}}
    assert set(example["documents"]) == on_disk
