"""Mandates change hands: one that overlaps another of the same kind becomes one with it, sighting by sighting.

No two mandates of one person for the same body, role and municipality may overlap (a guard in the database refuses
each single step that would), so what shrinks or goes does so before what grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db import models

from radslag.base.core.models import Basis
from radslag.base.people.changes import Changes
from radslag.base.people.models import Body, Mandate, Municipality, Person, Sighting

ONE_DAY = timedelta(days=1)


def absorb(changes: Changes, person: Person, mandate: Mandate) -> None:
    """Another's mandate becomes the person's."""
    same = _same_kind(person, mandate.body, mandate.role, mandate.on_behalf_of)
    overlapping = [each for each in same if _overlap(each, mandate.start, mandate.end)]
    if not overlapping:
        changes.set(mandate, person_id=person.pk)
    elif mandate.observed:
        sightings = list(mandate.sightings.order_by("day"))
        absorb_sightings(changes, person, mandate, sightings)
        _lead_away(changes, mandate, overlapping[0])
        changes.delete(mandate)
    else:
        _absorb_decided(changes, person, mandate, overlapping)


def absorb_sightings(changes: Changes, person: Person, mandate: Mandate, sightings: Sequence[Sighting]) -> None:
    """Some sightings of another's mandate become the person's, in mandates of the same kind.

    A decided mandate of that day gets the sighting; else an observed one, stretched; else a new observed one. Between
    two days with a decided mandate in between, an observed one never reaches.
    """
    same = _same_kind(person, mandate.body, mandate.role, mandate.on_behalf_of)
    decided = [each for each in same if not each.observed]
    for sighting in sightings:
        holding = next((each for each in decided if _overlap(each, sighting.day, sighting.day + ONE_DAY)), None)
        if holding is not None:
            _lead_sighting(changes, sighting, holding)
    rest = sorted((each for each in sightings if each.mandate_id == mandate.pk), key=lambda each: each.day)
    rest = [each for each in rest if each.pk is not None]
    for gap, run in groupby(rest, key=lambda each: _gap(decided, each.day)):
        seen = [each for each in same if each.observed and _gap(decided, each.start or date.min) == gap]
        _observe_run(changes, person, mandate, list(run), seen)


def shrink(changes: Changes, mandate: Mandate) -> None:
    """An observed mandate that has lost sightings runs from the first to the last left, and goes with its last one."""
    if not mandate.observed:
        return
    days = list(mandate.sightings.order_by("day").values_list("day", flat=True))
    if days:
        changes.set(mandate, start=days[0], end=days[-1] + ONE_DAY)
    else:
        changes.delete(mandate)


def overlapping(mandate: Mandate, start: date | None, end: date | None) -> list[Mandate]:
    """The person's mandates of the same kind during a period, itself included when it is stored."""
    same = _same_kind(mandate.person, mandate.body, mandate.role, mandate.on_behalf_of)
    return [each for each in same if _overlap(each, start, end)]


def settle(
    changes: Changes, mandate: Mandate, observed: Sequence[Mandate], start: date | None, end: date | None
) -> None:
    """The mandate is decided for a period. Sightings of it, or of the `observed` ones, outside it stay as seen only."""
    for each in observed:
        _cut(changes, each, mandate, start, end)
    before, _within, after = _parted(list(mandate.sightings.order_by("day")), start or date.min, end or date.max)
    changes.set(mandate, start=start, end=end, start_basis=Basis.DECIDED.value, end_basis=Basis.DECIDED.value)
    _leave(changes, mandate, before)
    _leave(changes, mandate, after)


def _leave(changes: Changes, mandate: Mandate, sightings: Sequence[Sighting]) -> None:
    """Days outside a period that has been decided, or beyond it, are seen only: an observed mandate of their own."""
    if sightings:
        apart = _observed(mandate.person, mandate, sightings)
        changes.create(apart)
        for sighting in sightings:
            _lead_sighting(changes, sighting, apart)


def _same_kind(person: Person, body: Body, role: str, on_behalf_of: Municipality | None) -> list[Mandate]:
    rows = Mandate.objects.held_by(person).filter(body=body, role=role, on_behalf_of=on_behalf_of)
    return list(rows.order_by("start", "pk"))


def _absorb_decided(changes: Changes, person: Person, mandate: Mandate, overlapping: Sequence[Mandate]) -> None:
    """Joined with the decided ones it overlaps; the observed ones keep only what lies outside."""
    together = [*(each for each in overlapping if not each.observed), mandate]
    target, period = together[0], _together(together)
    for each in overlapping:
        if each.observed:
            _cut(changes, each, target, period["start"], period["end"])
    for each in together[1:]:
        _fold(changes, each, target)
    changes.set(target, person_id=person.pk, **period)


def _together(mandates: Sequence[Mandate]) -> dict[str, Any]:
    """The period that mandates overlapping each other cover, each end on the basis of the one it comes from."""
    first = min(mandates, key=lambda each: each.start or date.min)
    last = max(mandates, key=lambda each: each.end or date.max)
    bases = {"start_basis": first.start_basis, "end_basis": last.end_basis}
    return {"start": first.start, "end": last.end, **bases}


def _fold(changes: Changes, mandate: Mandate, target: Mandate) -> None:
    """A mandate goes; what was seen of it is seen of the target."""
    for sighting in mandate.sightings.all():
        _lead_sighting(changes, sighting, target)
    _lead_away(changes, mandate, target)
    changes.delete(mandate)


def _cut(changes: Changes, observed: Mandate, target: Mandate, start: date | None, end: date | None) -> None:
    """Sightings within the period go to the decided mandate; those before and after stay, apart."""
    sightings = list(observed.sightings.order_by("day"))
    before, within, after = _parted(sightings, start or date.min, end or date.max)
    for sighting in within:
        _lead_sighting(changes, sighting, target)
    if before and after:
        changes.set(observed, end=before[-1].day + ONE_DAY)
        _leave(changes, observed, after)
    if not before and not after:
        _lead_away(changes, observed, target)
    shrink(changes, observed)


def _parted(sightings: Sequence[Sighting], start: date, end: date) -> tuple[list[Sighting], ...]:
    """Those before a period, within it, and after it."""
    before = [each for each in sightings if each.day < start]
    after = [each for each in sightings if each.day >= end]
    return before, [each for each in sightings if start <= each.day < end], after


def _gap(decided: Sequence[Mandate], day: date) -> int:
    """Between which decided mandates a day lies: how many have begun."""
    return sum((each.start or date.min) <= day for each in decided)


def _observe_run(
    changes: Changes, person: Person, like: Mandate, run: Sequence[Sighting], seen: Sequence[Mandate]
) -> None:
    """Days with no decided mandate between them become one observed mandate with those `seen` there already."""
    if seen:
        target = seen[0]
    else:
        target = _observed(person, like, run)
        changes.create(target)
    start = min(run[0].day, *(each.start or run[0].day for each in (target, *seen)))
    end = max(run[-1].day + ONE_DAY, *(each.end or date.min for each in (target, *seen)))
    for each in seen[1:]:
        _fold(changes, each, target)
    for sighting in run:
        _lead_sighting(changes, sighting, target)
    changes.set(target, start=start, end=end)


def _observed(person: Person, like: Mandate, sightings: Sequence[Sighting]) -> Mandate:
    return Mandate(
        collaboration=like.collaboration,
        person=person,
        body=like.body,
        role=like.role,
        on_behalf_of=like.on_behalf_of,
        start=sightings[0].day,
        end=sightings[-1].day + ONE_DAY,
        start_basis=Basis.OBSERVED,
        end_basis=Basis.OBSERVED,
    )


def _lead_sighting(changes: Changes, sighting: Sighting, target: Mandate) -> None:
    """A day is seen once: what the target has seen already is not kept twice."""
    if target.sightings.filter(day=sighting.day).exclude(pk=sighting.pk).exists():
        changes.delete(sighting)
    else:
        changes.set(sighting, mandate_id=target.pk)


def _lead_away(changes: Changes, mandate: Mandate, target: Mandate) -> None:
    """Whatever else points at a mandate that goes is led to the one that stays."""
    for field in Mandate._meta.get_fields(include_hidden=True):
        if isinstance(field, models.ManyToOneRel) and field.related_model is not Sighting:
            changes.move(field.field, mandate.pk, target.pk)


def _overlap(mandate: Mandate, start: date | None, end: date | None) -> bool:
    begins = mandate.start is None or end is None or mandate.start < end
    return begins and (start is None or mandate.end is None or start < mandate.end)
