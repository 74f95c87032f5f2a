"""Mandates by decision: given, dated, and confirmed after having only been seen. Each can be undone."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.base.people.changes import Changes, alone, tell
from radslag.base.people.joining import overlapping, settle
from radslag.base.people.models import Body, Mandate, MandateRole, Municipality, Person


class Overlaps(IntegrityError):
    """A decided mandate of the same person, body, role and municipality holds during part of the time: `mandate`."""

    def __init__(self, mandate: Mandate) -> None:
        super().__init__("mandate periods overlap")
        self.mandate = mandate


@transaction.atomic
def give_mandate(
    *,
    person: Person,
    body: Body,
    by: Actor,
    role: str = MandateRole.MEMBER,
    on_behalf_of: Municipality | None = None,
    start: date | None = None,
    end: date | None = None,
) -> Mandate:
    """A decided mandate from `start` up to, not including, `end`. Raises `Overlaps`.

    What has been seen of the same kind in that time is from now on seen of the decided one.
    """
    alone(body.collaboration)
    given = Mandate(
        collaboration=body.collaboration,
        person=person,
        body=body,
        role=role,
        on_behalf_of=on_behalf_of,
        start=start,
        end=end,
    )
    changes = Changes()
    seen = _others(given, start, end)
    if seen:
        given = seen[0]
        settle(changes, given, seen[1:], start, end)
    else:
        changes.create(given)
    tell(changes, by=by, verb="give", about=given, role=role, start=start, end=end)
    return given


@transaction.atomic
def date_mandate(*, mandate: Mandate, expected: int, start: date | None, end: date | None, by: Actor) -> None:
    """A decided mandate holds from `start` up to, not including, `end`; one only seen is thereby confirmed as decided.

    Raises `Overlaps`, and `Stale` when somebody has changed the mandate since revision `expected`.
    """
    alone(mandate.collaboration)
    if mandate.revision != expected:
        raise Stale(mandate)
    was_observed = mandate.observed
    said = {"role": mandate.role, "start": start, "end": end, "was_start": mandate.start, "was_end": mandate.end}
    changes = Changes()
    settle(changes, mandate, _others(mandate, start, end), start, end)
    if was_observed:
        tell(changes, by=by, verb="confirm", about=mandate, **said)
    else:
        tell(changes, by=by, verb="date", about=mandate, **said)


def _others(mandate: Mandate, start: date | None, end: date | None) -> list[Mandate]:
    """The observed mandates of the same kind in a period. Raises `Overlaps` when a decided one holds then."""
    found = [each for each in overlapping(mandate, start, end) if each.pk != mandate.pk]
    decided = next((each for each in found if not each.observed), None)
    if decided is not None:
        raise Overlaps(decided)
    return found
