"""A collaboration with a body and members, and documents on their way into it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from radslag.base.core.actor import Actor
from radslag.base.people.actions import add_member, create_body, create_collaboration, create_person
from radslag.base.people.models import Body, BodyKind, Collaboration, Municipality, Person
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Staged
from tests.importing import papers

BY = Actor("user", None, "Siri Samordnare")
MEMBERS = ("Askersund", "Åmål", "Älmhult", "Örebro")


@dataclass(frozen=True)
class Place:
    """Where documents come in: one known person, one body, four members."""

    collaboration: Collaboration
    body: Body
    ada: Person

    def stage(self, *files: bytes, name: str = "protokoll.txt") -> list[Staged]:
        """The files received together and read."""
        batch = receive(
            collaboration=self.collaboration,
            files=[(f"{number}-{name}", data) for number, data in enumerate(files, 1)],
            by=BY,
        )
        return [read_staged(staged=each, by=BY) for each in batch.staged.order_by("pk")]

    def person(self, name: str) -> Person:
        """One more person in the register."""
        return create_person(collaboration=self.collaboration, name=name, by=BY)


@pytest.fixture
def place(db: None) -> Place:
    """Made anew for each test."""
    collaboration = create_collaboration(name="Sjöbygden", slug="sjobygden", by=BY)
    for name in MEMBERS:
        add_member(collaboration=collaboration, municipality=Municipality.objects.get(name=name), by=BY)
    kind = BodyKind.CHIEF_EXECUTIVES
    body = create_body(collaboration=collaboration, name="Kommundirektörsgruppen", kind=kind, by=BY)
    return Place(collaboration, body, create_person(collaboration=collaboration, name="Ada Brandt", by=BY))


@pytest.fixture
def staged(place: Place) -> Staged:
    """Minutes that have been read and leave no doubt."""
    return place.stage(papers.minutes())[0]
