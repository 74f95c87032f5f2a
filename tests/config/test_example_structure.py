"""The invented collaboration in examples/ hangs together: codes, bodies, people, periods and accounts."""

import csv
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from radslag.config.example.archive import Example
from radslag.config.example.structure import Structure, address_of
from radslag.config.firstrun import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]
MUNICIPALITIES = ROOT / "src/radslag/base/people/reference/municipalities.csv"
TODAY = date(2026, 11, 18)


@pytest.fixture(scope="module")
def structure() -> Structure:
    return Example(EXAMPLES, TODAY).structure


def test_the_members_are_twelve_municipalities_of_sweden(structure: Structure) -> None:
    with MUNICIPALITIES.open(encoding="utf-8", newline="") as table:
        name_of = {row["code"]: row["name"] for row in csv.DictReader(table)}
    members = structure.content["members"]
    assert len({member["code"] for member in members}) == len(members) == 12
    assert all(name_of[member["code"]] == member["name"] for member in members)


def test_there_is_a_board_a_chief_executives_group_and_five_groups(structure: Structure) -> None:
    kinds = [body["kind"] for body in structure.content["bodies"]]
    assert kinds[:2] == ["board", "chief_executives"]
    assert len(kinds) == 7
    assert all(body["chair_rule"] for body in structure.content["bodies"])


def test_everybody_and_every_mandate_is_of_a_member(structure: Structure) -> None:
    homes = {member["name"] for member in structure.content["members"]}
    bodies = {body["id"] for body in structure.content["bodies"]}
    assert {person.municipality for person in structure.people.values()} <= homes
    assert {seat.body for seat in structure.seats} == bodies
    assert {seat.person for seat in structure.seats} <= set(structure.people)


@pytest.mark.parametrize(("body", "each"), [("styrelsen", 2), ("kommundirektorsgruppen", 1)])
def test_each_member_has_its_seats_today_and_three_years_ago(structure: Structure, body: str, each: int) -> None:
    for day, members in ((TODAY, 12), (date(2024, 2, 1), 11)):
        homes = [seat.municipality for seat in structure.sitting(body, day)]
        assert len(set(homes)) == members
        assert all(homes.count(home) == each for home in homes)


def test_a_body_has_one_chair_at_a_time_and_nobody_two_seats(structure: Structure) -> None:
    for one, other in combinations(structure.seats, 2):
        if one.body == other.body and (one.role == other.role == "chair" or one.person == other.person):
            starts, ends = (one.start, other.start), (one.end or date.max, other.end or date.max)
            assert max(start or date.min for start in starts) >= min(ends), (one, other)


def test_accounts_and_people_have_addresses_nobody_can_own(structure: Structure) -> None:
    accounts = structure.accounts
    assert {account.person for account in accounts} <= set(structure.people)
    assert len({account.password for account in accounts}) == len(accounts)
    assert all(person.email.endswith(".example") for person in structure.people.values())
    assert len({person.email for person in structure.people.values()}) == len(structure.people)


def test_the_member_with_an_account_holds_a_mandate_without_end(structure: Structure) -> None:
    person = next(account.person for account in structure.accounts if account.role == "member")
    assert any(seat.person == person and seat.role == "member" and seat.end is None for seat in structure.seats)


def test_an_address_is_made_of_the_name_and_the_municipality() -> None:
    assert address_of("Gun-Britt Åsö", "Köping") == "gun-britt.aso@koping.example"
