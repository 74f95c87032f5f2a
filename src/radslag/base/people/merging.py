"""Two records of one person become one; everything about either is then about the one that stands."""

from __future__ import annotations

from django.db import transaction

from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.base.people.changes import Changes, alone, tell
from radslag.base.people.joining import absorb
from radslag.base.people.models import Mandate, NameKind, Person, PersonName
from radslag.base.people.ties import Way, ties


class CannotMerge(Exception):
    """The two are the same record, or one of them leads elsewhere already."""


@transaction.atomic
def merge_people(*, kept: Person, gone: Person, by: Actor) -> None:
    """`gone` becomes a signpost to `kept`: its rows are led there, its name stays as a spelling.

    Overlapping mandates of the same kind become one. Contact details fill in what `kept` lacks. The event about `kept`
    can be undone. Raises `CannotMerge`, and `Stale` when a record is not as it was when it was read.
    """
    alone(kept.collaboration)
    stored = Person.objects.of(kept.collaboration).standing().in_bulk([kept.pk, gone.pk])
    if len(stored) != 2:
        raise CannotMerge
    for person in (kept, gone):
        if stored[person.pk].revision != person.revision:
            raise Stale(stored[person.pk])
    changes = Changes()
    for tie in ties():
        if tie.way is None:
            raise RuntimeError(f"ties.py does not say what becomes of {tie.label}")
        if tie.way is Way.MOVE:
            changes.move(tie.key, gone.pk, kept.pk)
    _names(changes, kept, gone)
    for mandate in Mandate.objects.held_by(gone).order_by("start", "pk"):
        absorb(changes, kept, mandate)
    blank = {name: getattr(gone, name) for name in ("title", "email", "phone") if not getattr(kept, name)}
    changes.set(kept, **blank)
    changes.set(gone, merged_into_id=kept.pk)
    tell(changes, by=by, verb="merge", about=kept, gone=gone.name, gone_uuid=gone.uuid)


def _names(changes: Changes, kept: Person, gone: Person) -> None:
    known = {kept.name, *PersonName.objects.of_person(kept).values_list("name", flat=True)}
    for row in PersonName.objects.of_person(gone):
        if row.name in known:
            changes.delete(row)
        else:
            changes.set(row, person_id=kept.pk)
            known.add(row.name)
    if gone.name not in known:
        spelling = PersonName(collaboration=kept.collaboration, person=kept, name=gone.name, kind=NameKind.SPELLING)
        changes.create(spelling)
