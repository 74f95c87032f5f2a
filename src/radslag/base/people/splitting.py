"""One record turns out to be two people: what belongs to the other is led to a record of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.db import transaction

from radslag.base.core.actor import Actor
from radslag.base.people.changes import Changes, alone, tell
from radslag.base.people.joining import absorb, absorb_sightings, shrink
from radslag.base.people.models import Mandate, Person, PersonName, Sighting
from radslag.base.people.ties import Tie, Way


class CannotSplit(Exception):
    """Nothing was chosen, or something that is not the person's, or the other is no standing record."""


@dataclass(frozen=True)
class Share:
    """What belongs to the other person. `rows` are keys of rows by the tie that leads to the person."""

    rows: Sequence[tuple[Tie, Sequence[int]]] = ()
    names: Sequence[PersonName] = ()
    mandates: Sequence[Mandate] = ()
    sightings: Sequence[Sighting] = field(default_factory=tuple)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (any(keys for _tie, keys in self.rows) or self.names or self.mandates or self.sightings)


@transaction.atomic
def split_person(*, person: Person, other: Person | str, share: Share, by: Actor) -> Person:
    """Lead a share of a person's record to another one, known or, by a name, new. Returns the other.

    The event about `person` can be undone. Raises `CannotSplit`.
    """
    alone(person.collaboration)
    _check(person, other, share)
    changes = Changes()
    if isinstance(other, str):
        other = Person(collaboration=person.collaboration, name=other)
        changes.create(other)
    for tie, keys in share.rows:
        if tie.way is not Way.MOVE:
            raise CannotSplit
        changes.move(tie.key, person.pk, other.pk, keys)
    _names(changes, other, share.names)
    for mandate in share.mandates:
        absorb(changes, other, mandate)
    _sightings(changes, other, share)
    tell(changes, by=by, verb="split", about=person, other=other.name, other_uuid=other.uuid)
    return other


def _check(person: Person, other: Person | str, share: Share) -> None:
    holders = {name.person_id for name in share.names} | {mandate.person_id for mandate in share.mandates}
    holders |= {sighting.mandate.person_id for sighting in share.sightings}
    nobody = other == person or (isinstance(other, Person) and other.merged_into_id is not None)
    if share.is_empty or holders - {person.pk} or nobody or other == "":
        raise CannotSplit


def _names(changes: Changes, other: Person, names: Sequence[PersonName]) -> None:
    known = {other.name, *PersonName.objects.of_person(other).values_list("name", flat=True)}
    for row in names:
        if row.name in known:
            changes.delete(row)
        else:
            changes.set(row, person_id=other.pk)


def _sightings(changes: Changes, other: Person, share: Share) -> None:
    """Those of mandates that go as a whole have gone already; what is left of an observed one shrinks."""
    gone = {mandate.pk for mandate in share.mandates}
    chosen = Sighting.objects.filter(pk__in=[each.pk for each in share.sightings]).exclude(mandate__in=gone)
    for _key, found in groupby(chosen.select_related("mandate").order_by("mandate", "day"), key=_mandate_of):
        rows = list(found)
        mandate = rows[0].mandate
        absorb_sightings(changes, other, mandate, rows)
        shrink(changes, mandate)


def _mandate_of(sighting: Sighting) -> int:
    return sighting.mandate_id
