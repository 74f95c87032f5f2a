"""A document shows people in a body on a day: their mandates are seen then, and never more than that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from radslag.base.audit.actions import Told, record_all
from radslag.base.core.actor import Actor
from radslag.base.core.models import Basis
from radslag.base.people.models import Body, Mandate, MandateRole, Municipality, Person, Sighting

Key = tuple[int, str, int | None]


@dataclass(frozen=True)
class Seat:
    """Who was seen, in which role, for which municipality."""

    person: Person
    role: str = MandateRole.MEMBER
    on_behalf_of: Municipality | None = None

    @property
    def key(self) -> Key:
        """What makes it the same mandate again."""
        return self.person.pk, self.role, self.on_behalf_of.pk if self.on_behalf_of else None


@transaction.atomic
def observe_mandates(*, body: Body, day: date, seats: Sequence[Seat], by: Actor) -> list[Sighting]:
    """One sighting a seat, in their order, in a number of statements that does not grow with them.

    A decided mandate gets the sighting; else an observed one does, which is stretched to the day unless another mandate
    of the same kind lies between; else a new observed one. An event for each sighting that is new.
    """
    known = _known(body, seats)
    mandates: dict[Key, Mandate] = {}
    stretched, new = [], []
    for seat in seats:
        if seat.key in mandates:
            continue
        mandate = _decided(known[seat.key], day)
        if mandate is None and (mandate := _stretch(known[seat.key], day)) is not None:
            stretched.append(mandate)
        if mandate is None:
            mandate = _observed(body, seat, day)
            new.append(mandate)
        mandates[seat.key] = mandate
    _save_stretched(stretched, day)
    Mandate.objects.bulk_create(new)
    sightings = _sightings(body, day, list(mandates.values()), by)
    return [sightings[mandates[seat.key].pk] for seat in seats]


def _known(body: Body, seats: Sequence[Seat]) -> dict[Key, list[Mandate]]:
    found: dict[Key, list[Mandate]] = defaultdict(list)
    people = {seat.person for seat in seats}
    for mandate in Mandate.objects.filter(body=body, person__in=people).select_related("person", "body").order_by("pk"):
        found[mandate.person_id, mandate.role, mandate.on_behalf_of_id].append(mandate)
    return found


def _decided(same: list[Mandate], day: date) -> Mandate | None:
    for mandate in same:
        started = mandate.start is None or mandate.start <= day
        if not mandate.observed and started and (mandate.end is None or day < mandate.end):
            return mandate
    return None


def _stretch(same: list[Mandate], day: date) -> Mandate | None:
    after = day + timedelta(days=1)
    observed = [mandate for mandate in same if mandate.observed]
    for mandate in sorted(observed, key=lambda each: each.start or date.min):
        start, end = min(mandate.start or day, day), max(mandate.end or after, after)
        others = [each for each in same if each is not mandate]
        if not any(_overlaps(each, start, end) for each in others):
            mandate.start, mandate.end = start, end
            return mandate
    return None


def _save_stretched(stretched: list[Mandate], day: date) -> None:
    """Each now begins on the day, ends with it, or held it already."""
    after = day + timedelta(days=1)
    rows = Mandate.objects.all()
    one_more = F("revision") + 1
    rows.filter(pk__in=[each.pk for each in stretched if each.start == day]).update(start=day, revision=one_more)
    rows.filter(pk__in=[each.pk for each in stretched if each.end == after]).update(end=after, revision=one_more)


def _overlaps(mandate: Mandate, start: date, end: date) -> bool:
    return (mandate.start is None or mandate.start < end) and (mandate.end is None or start < mandate.end)


def _observed(body: Body, seat: Seat, day: date) -> Mandate:
    return Mandate(
        collaboration=body.collaboration,
        person=seat.person,
        body=body,
        role=seat.role,
        on_behalf_of=seat.on_behalf_of,
        start=day,
        end=day + timedelta(days=1),
        start_basis=Basis.OBSERVED,
        end_basis=Basis.OBSERVED,
    )


def _sightings(body: Body, day: date, mandates: list[Mandate], by: Actor) -> dict[int, Sighting]:
    found = {each.mandate_id: each for each in Sighting.objects.filter(mandate__in=mandates, day=day)}
    new = [
        Sighting(collaboration=body.collaboration, mandate=mandate, day=day)
        for mandate in mandates
        if mandate.pk not in found
    ]
    Sighting.objects.bulk_create(new)
    told = [Told(each.mandate, after={"day": day, "role": each.mandate.role}) for each in new]
    record_all(by=by, verb="observe", told=told, collaboration=body.collaboration.uuid)
    return found | {each.mandate_id: each for each in new}
