"""The small things of a meeting's items in one statement: presenters, annexes, proposals, views, decisions, owners.

A prefetch would ask six times and make an object of every row, of which a page needs a few words each.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, CharField, F, Model, QuerySet, TextField, UUIDField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from radslag.domain.decisions.models import Assignee, Decision
from radslag.domain.meetings.models import Attachment, Contribution, Meeting, Presenter, ProposedDecision


class Part(NamedTuple):
    """A row: `owner` is the key of its item (of its assignment, for an owner). `more` and `target` differ by kind:

    presenter: target is the person · annex: more is the title, target the version · decision: more is the outcome ·
    owner: more is "person", "body", "municipality" or "", target that object's UUID.
    """

    owner: int
    position: int
    key: int
    kind: str
    text: str
    more: str
    target: UUID | None
    uuid: UUID


Parts = dict[tuple[str, int], list[Part]]
NOTHING = Cast(Value(None), UUIDField())


def parts_of(meeting: Meeting) -> Parts:
    """The parts of a meeting by kind and owner, each list in its order."""
    at_item = {"item__meeting": meeting}
    person, body, municipality = F("person__uuid"), F("body__uuid"), F("municipality__uuid")
    which = Case(
        When(person__isnull=False, then=Value("person")),
        When(body__isnull=False, then=Value("body")),
        When(municipality__isnull=False, then=Value("municipality")),
        default=Value(""),
    )
    owners = Assignee.objects.filter(assignment__meeting=meeting)
    # Some write the number into the label ("Bilaga 2"), some beside it.
    named = Case(When(label__endswith=F("number"), then=F("label")), default=Concat("label", Value(" "), "number"))
    # The first branch gives the columns their types, so it is one with a real UUID in `target`.
    rows = _rows(Presenter.objects.filter(**at_item), "presenter", "name", target=person).union(
        _rows(Attachment.objects.filter(**at_item), "annex", named, "title", F("version__uuid")),
        _rows(ProposedDecision.objects.filter(**at_item), "proposal", "text"),
        _rows(Contribution.objects.filter(**at_item), "view", "text"),
        _rows(Decision.objects.filter(meeting=meeting), "decision", "text", "outcome"),
        _rows(owners, "owner", "text", which, Coalesce(person, body, municipality), owner="assignment_id"),
        all=True,
    )
    found: Parts = defaultdict(list)
    for row in sorted((Part(*row) for row in rows), key=lambda part: (part.position, part.key)):
        found[row.kind, row.owner].append(row)
    return found


def _rows(
    rows: QuerySet[Any], kind: str, text: Any, more: Any = "", target: Any = NOTHING, *, owner: str = "item_id"
) -> QuerySet[Model, tuple[Any, ...]]:
    said: Any = F(more) if more and isinstance(more, str) else more or Value("")
    return rows.order_by().values_list(
        F(owner),
        F("position"),
        F("pk"),
        Value(kind, CharField()),
        Cast(F(text) if isinstance(text, str) else text, TextField()),
        Cast(said, TextField()),
        target,
        F("uuid"),
    )
