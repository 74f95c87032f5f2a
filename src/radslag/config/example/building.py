"""The example collaboration made through the same actions and imports as a real one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

from django.db import transaction

from radslag.base.accounts import actions as accounts
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.people import actions as people
from radslag.base.people.describing import describe_person
from radslag.base.people.models import Body, Collaboration, Municipality, NameKind, Person
from radslag.base.people.naming import add_name
from radslag.config.example.archive import Example
from radslag.config.example.structure import Somebody, Structure
from radslag.domain.decisions.actions import mark_done
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.actions import set_rules
from radslag.domain.meetings.models import AnnexRule
from radslag.exchange.importing import actions as importing

Told = Callable[[], None]


def nobody_is_told() -> None:
    """For whoever does not wait for it."""


@transaction.atomic
def build(example: Example, told: Told = nobody_is_told) -> Collaboration:
    """Make it all: members, bodies, people, mandates, accounts, the documents through the real import, what was done.

    `told` is called after each document. All or nothing: a half-made example would pass for a collaboration of one's
    own at the next start.
    """
    content = example.structure.content
    collaboration = people.create_collaboration(name=content["name"], slug=content["slug"], by=SYSTEM)
    founding = _Founding(collaboration, example.structure)
    founding.members()
    bodies = founding.bodies()
    persons = founding.persons()
    founding.mandates(persons, bodies)
    for account in example.accounts:
        user = accounts.create_user(
            email=account.email, name=persons[account.person].name, password=account.password, by=SYSTEM
        )
        accounts.connect_person(user=user, person=persons[account.person], by=SYSTEM)
        if Role(account.role).appointed:
            accounts.appoint(user=user, collaboration=collaboration, role=Role(account.role), by=SYSTEM)
    _import(collaboration, example, told)
    _finish(collaboration, example)
    return collaboration


class _Founding:
    """What a collaboration has before its first document: made from the structure file."""

    def __init__(self, collaboration: Collaboration, structure: Structure) -> None:
        self.collaboration, self.structure = collaboration, structure
        self.municipalities = {each.code: each for each in Municipality.objects.all()}
        self.by_name = {row["name"]: self.municipalities[row["code"]] for row in structure.content["members"]}

    def members(self) -> None:
        """The municipalities that are or become members, and the one that is host."""
        for row in self.structure.content["members"]:
            people.add_member(
                collaboration=self.collaboration,
                municipality=self.municipalities[row["code"]],
                start=self.structure.day(row["from"]),
                by=SYSTEM,
            )
        self.collaboration.host_municipality = self.municipalities[self.structure.content["host"]]
        self.collaboration.save(update_fields=["host_municipality"])

    def bodies(self) -> dict[str, Body]:
        """The bodies by their id in the file."""
        return {row["id"]: self._body(row) for row in self.structure.content["bodies"]}

    def _body(self, row: dict[str, Any]) -> Body:
        body = people.create_body(
            collaboration=self.collaboration,
            name=row["name"],
            kind=row["kind"],
            short_name=row["short_name"],
            chair_rule=row["chair_rule"],
            by=SYSTEM,
        )
        for name in row["other_names"]:
            people.name_body(body=body, name=name, by=SYSTEM)
        if former := row.get("former"):
            end = self.structure.day(former["until"])
            add_name(named=body, name=former["name"], kind=NameKind.FORMER, end=end, by=SYSTEM)
        _set_rules(body, row)
        return body

    def persons(self) -> dict[str, Person]:
        """The people by their name in the file."""
        return {key: self._person(each) for key, each in self.structure.people.items()}

    def _person(self, each: Somebody) -> Person:
        person = people.create_person(
            collaboration=self.collaboration, name=each.name, title=each.title, email=each.email, by=SYSTEM
        )
        if each.phone:
            described = {"title": each.title, "email": each.email, "phone": each.phone}
            describe_person(person=person, expected=person.revision, by=SYSTEM, **described)
        for name, until in each.former:
            add_name(named=person, name=name, kind=NameKind.FORMER, end=until, by=SYSTEM)
        for name in self.structure.content["spellings"].get(each.name, []):
            people.spell_person(person=person, name=name, by=SYSTEM)
        return person

    def mandates(self, persons: dict[str, Person], bodies: dict[str, Body]) -> None:
        """The decided mandates. Whoever is only seen in a document gets an observed one from it."""
        for seat in self.structure.seats:
            people.give_mandate(
                person=persons[seat.person],
                body=bodies[seat.body],
                role=seat.role,
                on_behalf_of=self.by_name[seat.municipality],
                start=seat.start,
                end=seat.end,
                by=SYSTEM,
            )


def _set_rules(body: Body, row: dict[str, Any]) -> None:
    """How the body meets, as its papers show it."""
    start, end = (time.fromisoformat(each.replace(".", ":").zfill(5)) for each in row["hours"].split("–"))
    set_rules(
        body=body,
        from_day=None,
        annex_rule=AnnexRule.SEQUENTIAL,
        start_time=start,
        end_time=end,
        standing=row.get("standing", ()),
        by=SYSTEM,
    )


def _import(collaboration: Collaboration, example: Example, told: Told) -> None:
    """Read every document, and enter those without doubts; the others stay for whoever tries the example."""
    files = [(each.name, each.data) for each in example.documents]
    batch = importing.receive(collaboration=collaboration, files=files, by=SYSTEM)
    for staged in batch.staged.order_by("pk"):
        importing.read_staged(staged=staged, by=SYSTEM)
        told()
    importing.commit_certain(batch=batch, by=SYSTEM)


def _finish(collaboration: Collaboration, example: Example) -> None:
    """Mark as done what the chronicle says was done, on its day."""
    meetings = example.chronicle.meetings
    done = {(meeting.day, task.told): task.done for meeting in meetings for task in meeting.tasks}
    for assignment in Assignment.objects.of(collaboration).given().select_related("collaboration"):
        day = done.get((assignment.day, assignment.what))
        if day is not None:
            mark_done(assignment=assignment, day=day, by=SYSTEM)
