"""What may happen to collaborations, members, people, bodies and mandates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.core.models import Basis
from radslag.base.people.mandating import give_mandate
from radslag.base.people.models import (
    Body,
    BodyKind,
    BodyName,
    Collaboration,
    Mandate,
    MandateRole,
    Membership,
    Municipality,
    Person,
    PersonName,
    Sighting,
)
from radslag.base.people.observing import Seat, observe_mandates

__all__ = [
    "RESERVED_SLUGS",
    "add_member",
    "create_body",
    "create_collaboration",
    "create_person",
    "forget_sighting",
    "give_mandate",
    "name_body",
    "observe_mandate",
    "spell_person",
]

# The first part of addresses that are not a collaboration's; a test compares it with the addresses there are.
RESERVED_SLUGS = frozenset(
    {
        "healthz",
        "readyz",
        "sprak",
        "konto",
        "utseende",
        "komponenter",
        "kortkommandon",
        "tillganglighet",
        "hjalp",
        "static",
        "nytt-samarbete",
        "borja",
    }
)


@transaction.atomic
def create_collaboration(*, name: str, slug: str, by: Actor) -> Collaboration:
    """A new, empty collaboration. Raises `ValueError` for a slug that is the address of something else."""
    if slug in RESERVED_SLUGS:
        raise ValueError(f"{slug} is the address of something else")
    collaboration = Collaboration.objects.create(name=name, slug=slug)
    record(by=by, verb="create", about=collaboration, collaboration=collaboration.uuid, after={"name": name})
    return collaboration


@transaction.atomic
def add_member(
    *,
    collaboration: Collaboration,
    municipality: Municipality,
    by: Actor,
    start: date | None = None,
    basis: str = Basis.DECIDED,
) -> Membership:
    """A municipality enters. Raises `IntegrityError` when it is already a member in that period."""
    membership = Membership.objects.create(
        collaboration=collaboration, municipality=municipality, start=start, start_basis=basis
    )
    _trail(by, "join", membership, {"municipality": municipality.code, "start": start})
    return membership


@transaction.atomic
def create_body(
    *, collaboration: Collaboration, name: str, kind: str = BodyKind.WORKING_GROUP, by: Actor, **fields: Any
) -> Body:
    """A body with its name; `fields` may hold short_name, chair_rule, start and end."""
    body = Body.objects.create(collaboration=collaboration, name=name, kind=kind, **fields)
    _trail(by, "create", body, {"name": name, "kind": kind})
    return body


@transaction.atomic
def name_body(*, body: Body, name: str, by: Actor) -> BodyName | None:
    """Remember that documents call the body this. None when it is known already."""
    if name == body.name:
        return None
    known, new = BodyName.objects.get_or_create(collaboration=body.collaboration, body=body, name=name)
    if new:
        _trail(by, "name", body, {"name": name})
        return known
    return None


@transaction.atomic
def create_person(*, collaboration: Collaboration, name: str, by: Actor, title: str = "", email: str = "") -> Person:
    """A new person record."""
    person = Person.objects.create(collaboration=collaboration, name=name, title=title, email=email)
    _trail(by, "create", person, {"name": name})
    return person


@transaction.atomic
def spell_person(*, person: Person, name: str, by: Actor) -> PersonName | None:
    """Remember another spelling of the person's name. None when it is known already."""
    if name == person.name:
        return None
    known, new = PersonName.objects.get_or_create(collaboration=person.collaboration, person=person, name=name)
    if new:
        _trail(by, "spell", person, {"name": name})
        return known
    return None


def observe_mandate(
    *,
    person: Person,
    body: Body,
    day: date,
    by: Actor,
    role: str = MandateRole.MEMBER,
    on_behalf_of: Municipality | None = None,
) -> Sighting:
    """A document of `day` shows the person there; see `observe_mandates`."""
    return observe_mandates(body=body, day=day, seats=[Seat(person, role, on_behalf_of)], by=by)[0]


@transaction.atomic
def forget_sighting(*, sighting: Sighting, by: Actor) -> None:
    """Take a sighting back, as when an import is undone. An observed mandate shrinks, and goes with its last one."""
    mandate = sighting.mandate
    day = sighting.day
    sighting.delete()
    _trail(by, "forget", mandate, {"day": day})
    if not mandate.observed:
        return
    days = list(mandate.sightings.order_by("day").values_list("day", flat=True))
    if days:
        mandate.start, mandate.end = days[0], days[-1] + timedelta(days=1)
        Mandate.objects.filter(pk=mandate.pk).update(start=mandate.start, end=mandate.end, revision=F("revision") + 1)
    else:
        mandate.delete()


def _trail(by: Actor, verb: str, about: Any, after: dict[str, Any]) -> None:
    record(by=by, verb=verb, about=about, collaboration=about.collaboration.uuid, after=after)
