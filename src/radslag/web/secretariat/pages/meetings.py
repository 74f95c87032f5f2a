"""The list of meetings, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Body
from radslag.domain.decisions.models import Assignment, Decision
from radslag.domain.meetings.models import AgendaItem, Meeting
from radslag.web.secretariat.components.lists import Column
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import Chip, of_meeting

COLUMNS = (
    Column(_("Datum"), kind="date"),
    Column(_("Grupp"), kind="wide"),
    Column(_("Plats")),
    Column(_("Läge")),
    Column(_("Punkter"), kind="num"),
    Column(_("Beslut"), kind="num"),
    Column(_("Uppdrag"), kind="num"),
)


@dataclass(frozen=True)
class MeetingLine:
    """A line of *Möten*."""

    day: date
    url: str
    body: str
    body_url: str
    place: str
    chip: Chip
    items: int
    decisions: int
    assignments: int


@dataclass(frozen=True)
class Year:
    """The meetings of a year on this page of the list."""

    year: int
    meetings: Sequence[MeetingLine]


@dataclass(frozen=True)
class NextStep:
    """Where the next meeting is prepared; `day` when that has begun."""

    url: str
    day: date | None


def meeting_lines(rows: Sequence[Meeting], links: Links) -> list[MeetingLine]:
    """The lines of meetings fetched `with_body()`; three statements more, for the counts."""
    keys = [row.pk for row in rows]
    items = AgendaItem.objects.per_meeting(keys)
    decisions = Decision.objects.per_meeting(keys)
    assignments = Assignment.objects.per_meeting(keys)
    return [
        MeetingLine(
            row.date,
            links.meeting(row.uuid),
            row.body.name,
            links.body(row.body.uuid),
            row.place,
            of_meeting(row),
            items.get(row.pk, 0),
            decisions.get(row.pk, 0),
            assignments.get(row.pk, 0),
        )
        for row in rows
    ]


def next_step(planned: Meeting | None, body: Body, access: Access, links: Links) -> NextStep | None:
    """The way to the body's next meeting, for who may prepare it."""
    if not access.may(Permission.PREPARE):
        return None
    begin = links.page("plan", grupp=str(body.uuid))
    return NextStep(links.to("prepare", planned.uuid) if planned else begin, planned.date if planned else None)


def by_year(lines: Sequence[MeetingLine]) -> list[Year]:
    """Lines sorted by day as years."""
    return [Year(year, list(found)) for year, found in groupby(lines, key=lambda line: line.day.year)]
