"""The example collaboration: its structure read from YAML, made through the same actions and imports as a real one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from radslag.base.accounts import actions as accounts
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.people import actions as people
from radslag.base.people.models import Body, Collaboration, Municipality, Person
from radslag.exchange.importing import actions as importing


@dataclass(frozen=True)
class ExampleAccount:
    """A role to try, who has it, and how to sign in."""

    role: Role
    person: str
    email: str
    password: str


@dataclass(frozen=True)
class Example:
    """The structure file, and the folder its documents lie in."""

    folder: Path
    content: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> Example:
        """Read the structure file. Raises `OSError` or `yaml.YAMLError`."""
        return cls(path.parent, yaml.safe_load(path.read_text(encoding="utf-8")))

    @property
    def accounts(self) -> list[ExampleAccount]:
        """The accounts, in the order they are listed."""
        return [
            ExampleAccount(Role(row["role"]), row["person"], row["email"], row["password"])
            for row in self.content["accounts"]
        ]

    @property
    def documents(self) -> list[tuple[str, bytes]]:
        """The documents to import, as (name, bytes)."""
        return [(name, (self.folder / name).read_bytes()) for name in self.content["documents"]]


@transaction.atomic
def build(example: Example) -> Collaboration:
    """Make it all: members, bodies, people, mandates, accounts, and the documents through the real import.

    All or nothing: a half-made example would pass for a collaboration of one's own at the next start.
    """
    content = example.content
    collaboration = people.create_collaboration(name=content["name"], slug=content["slug"], by=SYSTEM)
    municipalities = {each.code: each for each in Municipality.objects.all()}
    for row in content["members"]:
        municipality = municipalities[row["code"]]
        people.add_member(collaboration=collaboration, municipality=municipality, start=row["from"], by=SYSTEM)
    bodies = {row["id"]: _body(collaboration, row) for row in content["bodies"]}
    persons = {row["id"]: _person(collaboration, row) for row in content["people"]}
    for row in content["mandates"]:
        people.give_mandate(
            person=persons[row["person"]],
            body=bodies[row["body"]],
            role=row["role"],
            on_behalf_of=municipalities[row["municipality"]],
            start=row["from"],
            end=_exclusive(row.get("to")),
            by=SYSTEM,
        )
    for account in example.accounts:
        _account(collaboration, persons[account.person], account)
    batch = importing.receive(collaboration=collaboration, files=example.documents, by=SYSTEM)
    for staged in batch.staged.order_by("pk"):
        importing.read_staged(staged=staged, by=SYSTEM)
    importing.commit_certain(batch=batch, by=SYSTEM)
    return collaboration


def _body(collaboration: Collaboration, row: Mapping[str, Any]) -> Body:
    body = people.create_body(
        collaboration=collaboration,
        name=row["name"],
        kind=row["kind"],
        short_name=row["short_name"],
        chair_rule=row["chair_rule"],
        by=SYSTEM,
    )
    for name in row["other_names"]:
        people.name_body(body=body, name=name, by=SYSTEM)
    return body


def _person(collaboration: Collaboration, row: Mapping[str, Any]) -> Person:
    return people.create_person(collaboration=collaboration, name=row["name"], title=row["title"], by=SYSTEM)


def _account(collaboration: Collaboration, person: Person, account: ExampleAccount) -> None:
    user = accounts.create_user(email=account.email, name=person.name, password=account.password, by=SYSTEM)
    accounts.connect_person(user=user, person=person, by=SYSTEM)
    if account.role.appointed:
        accounts.appoint(user=user, collaboration=collaboration, role=account.role, by=SYSTEM)


def _exclusive(last: date | None) -> date | None:
    return last + timedelta(days=1) if last else None
