"""The cast: two small collaborations, the people in them, one user per role, and a record to act on.

Sjöbygden is where things happen; Slättbygden is next door and must never show. All of it is made up. `cast` is the
fixture; `cast.sign_in("coordinator")` gives a test client. For large meetings see `tests/paperwork.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from radslag.base.accounts.actions import appoint, connect_person, create_user
from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.documents.models import Extraction, Version
from radslag.base.people.actions import (
    add_member,
    create_body,
    create_collaboration,
    create_person,
    give_mandate,
    name_body,
    spell_person,
)
from radslag.base.people.models import Body, BodyKind, Collaboration, MandateRole, Municipality, Person
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.models import Staged
from tests.held_meeting import Held, hold_meeting
from tests.paperwork import call_meeting
from tests.staging import stage_document

PASSWORD = "sjon-ligger-stilla-idag"
SINCE = date(2019, 1, 1)
HELD_ON = date(2024, 2, 14)
CALLED_FOR = date(2024, 3, 20)
ROLES = (
    "coordinator",
    "chair",
    "member",
    "official",
    "registrar",
    "observer",
    "administrator",
    "outsider",
    "nobody",
)
# Member municipality → who leads its administration (and so sits among the chief executives).
MEMBERS = {"Askersund": "Ada Brandt", "Åmål": "Åke Östling", "Älmhult": "Ärla Sundin", "Örebro": "Örjan Ekdahl"}


@dataclass(frozen=True)
class Cast:
    """Everyone and everything. Names without a prefix are Sjöbygden's; `other…` are Slättbygden's."""

    collaboration: Collaboration
    other: Collaboration
    board: Body
    chief_executives: Body
    people: dict[str, Person]
    users: dict[str, User]
    held: Held
    called: Meeting
    staged: Staged
    other_body: Body
    other_person: Person
    other_held: Held
    other_staged: Staged

    @property
    def meeting(self) -> Meeting:
        """The held meeting."""
        return self.held.meeting

    @property
    def version(self) -> Version:
        """The document of the minutes."""
        return self.held.minutes.version

    @property
    def extraction(self) -> Extraction:
        """The text of the minutes."""
        return self.held.minutes.extraction

    def user(self, role: str) -> User:
        """One of `ROLES`; substitutes, co-opted and rapporteurs may do what the member may."""
        return self.users[role]

    def sign_in(self, role: str) -> Client:
        """A test client signed in as that user; "anonymous" is not signed in."""
        client = Client()
        if role != "anonymous":
            client.force_login(self.users[role], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client


@pytest.fixture
def cast(db: None) -> Cast:
    """A new cast in the test's own transaction."""
    return make_cast()


def make_cast() -> Cast:
    """Build everything, by actions where there are any."""
    collaboration = create_collaboration(name="Sjöbygden", slug="sjobygden", by=SYSTEM)
    other = create_collaboration(name="Slättbygden", slug="slattbygden", by=SYSTEM)
    people = {}
    board = create_body(collaboration=collaboration, name="Sjöbygdens styrelse", kind=BodyKind.BOARD, by=SYSTEM)
    executives = create_body(
        collaboration=collaboration, name="Kommundirektörsgruppen", kind=BodyKind.CHIEF_EXECUTIVES, by=SYSTEM
    )
    name_body(body=executives, name="KD-gruppen", by=SYSTEM)
    seated = []
    for municipality, name in MEMBERS.items():
        people[name] = _chief_executive(executives, municipality, name)
        seated.append((people[name], _municipality(municipality)))
    for name in ("Ylva Ängmark", "Zacharias Lindqvist"):
        people[name] = create_person(collaboration=collaboration, name=name, by=SYSTEM)
    give_mandate(
        person=people["Zacharias Lindqvist"],
        body=board,
        role=MandateRole.CHAIR,
        on_behalf_of=_municipality("Örebro"),
        start=SINCE,
        by=SYSTEM,
    )
    held = hold_meeting(
        body=executives,
        day=HELD_ON,
        present=seated[:3],
        guest=people["Ylva Ängmark"],
        absent=people["Örjan Ekdahl"],
    )
    other_body, other_person, other_held = _next_door(other)
    return Cast(
        collaboration=collaboration,
        other=other,
        board=board,
        chief_executives=executives,
        people=people,
        users=_users(collaboration, other, people, other_person),
        held=held,
        called=call_meeting(body=executives, day=CALLED_FOR, people=list(people.values())),
        staged=stage_document(collaboration=collaboration, body=executives, day=date(2024, 5, 15)),
        other_body=other_body,
        other_person=other_person,
        other_held=other_held,
        other_staged=stage_document(collaboration=other, body=other_body, day=date(2024, 5, 16)),
    )


def _municipality(name: str) -> Municipality:
    return Municipality.objects.get(name=name)


def _chief_executive(body: Body, municipality: str, name: str) -> Person:
    collaboration = body.collaboration
    add_member(collaboration=collaboration, municipality=_municipality(municipality), start=SINCE, by=SYSTEM)
    person = create_person(collaboration=collaboration, name=name, title="kommundirektör", by=SYSTEM)
    spell_person(person=person, name=name.upper(), by=SYSTEM)
    give_mandate(person=person, body=body, on_behalf_of=_municipality(municipality), start=SINCE, by=SYSTEM)
    return person


def _next_door(other: Collaboration) -> tuple[Body, Person, Held]:
    body = create_body(
        collaboration=other, name="Slättbygdens kommundirektörer", kind=BodyKind.CHIEF_EXECUTIVES, by=SYSTEM
    )
    name_body(body=body, name="KD Slätten", by=SYSTEM)
    first = _chief_executive(body, "Skara", "Sten Slätt")
    second = _chief_executive(body, "Götene", "Gun Slätt")
    present = [(first, _municipality("Skara")), (second, _municipality("Götene"))]
    return body, first, hold_meeting(body=body, day=date(2024, 2, 15), present=present, guest=second, absent=second)


def _users(
    collaboration: Collaboration, other: Collaboration, people: dict[str, Person], other_person: Person
) -> dict[str, User]:
    users = {
        role: create_user(email=f"{role}@example.org", name=f"Användare {role}", password=PASSWORD, by=SYSTEM)
        for role in ROLES
    }
    for role in (Role.COORDINATOR, Role.REGISTRAR, Role.OBSERVER, Role.ADMINISTRATOR):
        appoint(user=users[role.value], collaboration=collaboration, role=role, start=SINCE, by=SYSTEM)
    appoint(
        user=users["official"],
        collaboration=collaboration,
        role=Role.OFFICIAL,
        municipality=_municipality("Åmål"),
        start=SINCE,
        by=SYSTEM,
    )
    # The roles of these follow from the decided mandates of the people they are.
    connect_person(user=users["member"], person=people["Ada Brandt"], by=SYSTEM)
    connect_person(user=users["chair"], person=people["Zacharias Lindqvist"], by=SYSTEM)
    connect_person(user=users["outsider"], person=other_person, by=SYSTEM)
    appoint(user=users["outsider"], collaboration=other, role=Role.COORDINATOR, start=SINCE, by=SYSTEM)
    return users
