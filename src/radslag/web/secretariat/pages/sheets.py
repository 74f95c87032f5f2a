"""The logs as tables for a spreadsheet: the whole filtered result, one row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from radslag.domain.decisions.models import AssignmentQuerySet, DecisionQuerySet
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import of_assignment

Value = str | date | None
CHUNK = 500


@dataclass(frozen=True)
class Sheet:
    """A file's name without its ending, the column headings, and the rows, read as they are written."""

    name: str
    columns: Sequence[str | Promise]
    rows: Iterator[Sequence[Value]]


DECISION_COLUMNS = [
    gettext_lazy("Datum"),
    gettext_lazy("Grupp"),
    gettext_lazy("Punkt"),
    gettext_lazy("Rubrik"),
    pgettext_lazy("ett", "Beslut"),
    gettext_lazy("Utfall"),
    gettext_lazy("Länk"),
]
ASSIGNMENT_COLUMNS = [
    gettext_lazy("Datum"),
    gettext_lazy("Grupp"),
    gettext_lazy("Punkt"),
    gettext_lazy("Rubrik"),
    pgettext_lazy("ett", "Uppdrag"),
    gettext_lazy("Vem"),
    gettext_lazy("Senast"),
    gettext_lazy("Frist som den är skriven"),
    gettext_lazy("Styrka"),
    gettext_lazy("Status"),
    gettext_lazy("Klart den"),
    gettext_lazy("Länk"),
]


def decision_sheet(rows: DecisionQuerySet, request: HttpRequest, slug: str) -> Sheet:
    """The decisions of a log, in its order."""
    links = Links(slug)

    def lines() -> Iterator[Sequence[Value]]:
        for row in rows.for_log().iterator(chunk_size=CHUNK):
            url = request.build_absolute_uri(links.decision(row.meeting.uuid, row.uuid))
            outcome = row.get_outcome_display() if row.outcome else ""
            yield row.day, row.body.name, row.item.number, row.item.title, row.text, outcome, url

    return Sheet(_name(pgettext("flera", "beslut")), DECISION_COLUMNS, lines())


def assignment_sheet(rows: AssignmentQuerySet, request: HttpRequest, slug: str) -> Sheet:
    """The assignments of a log, in its order."""
    links, today = Links(slug), timezone.localdate()

    def lines() -> Iterator[Sequence[Value]]:
        for row in rows.for_log().iterator(chunk_size=CHUNK):
            owners = ", ".join(owner.text for owner in row.assignees.all())
            status = str(of_assignment(row, today).word)
            url = request.build_absolute_uri(links.assignment(row.uuid))
            given = (row.day, row.body.name, row.item.number, row.item.title)
            yield *given, row.what, owners, row.due, row.due_text, row.get_strength_display(), status, row.done_on, url

    return Sheet(_name(pgettext("flera", "uppdrag")), ASSIGNMENT_COLUMNS, lines())


def _name(what: str) -> str:
    return f"{what}-{timezone.localdate().isoformat()}"
