"""The head of a meeting's page: what it is, and the facts in one line, each with the way to its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.domain.meetings.models import Meeting, MeetingState
from radslag.web.secretariat.components.dates import long_date, times
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.attendance import Presences
from radslag.web.secretariat.pages.papers import Paper
from radslag.web.secretariat.pages.places import Places


@dataclass(frozen=True)
class Counts:
    """How much a meeting took up."""

    items: int
    decisions: int
    assignments: int


@dataclass(frozen=True)
class Head:
    """Facts that are not known are empty."""

    title: str
    body: str
    body_url: str
    day: date
    date_source: SafeString
    time: SafeString | str
    place: SafeString | str
    chair: str
    minute_taker: str
    tally: str


def head_of(
    meeting: Meeting, came: Presences, papers: Sequence[Paper], places: Places, links: Links, counts: Counts
) -> Head:
    """The head of a meeting that was loaded with its body."""
    taker = next((paper.minute_taker for paper in papers if paper.minute_taker), "")
    return Head(
        title=_("%(body)s, %(day)s") % {"body": meeting.body.name, "day": long_date(meeting.date)},
        body=meeting.body.name,
        body_url=links.body(meeting.body.uuid),
        day=meeting.date,
        date_source=places.link(meeting.uuid, "date", label=_("mötesdag, rad %(line)s")),
        time=_with(
            times(meeting.start_time, meeting.end_time), places.link(meeting.uuid, "start", "start_time", "end")
        ),
        place=_with(meeting.place, places.link(meeting.uuid, "place")),
        chair=_("Ordförande %(names)s") % {"names": ", ".join(came.chairs)} if came.chairs else "",
        minute_taker=_("Vid anteckningarna %(name)s") % {"name": taker} if taker else "",
        tally=_tally(counts, planned=meeting.state == MeetingState.PLANNED),
    )


def _with(words: str, source: SafeString) -> SafeString | str:
    return format_html("{} {}", words, source) if words and source else words


def _tally(counts: Counts, *, planned: bool) -> str:
    parts = [
        ngettext("%(n)s punkt", "%(n)s punkter", counts.items) % {"n": counts.items},
        ngettext("%(n)s beslut", "%(n)s beslut", counts.decisions) % {"n": counts.decisions},
        ngettext("%(n)s uppdrag", "%(n)s uppdrag", counts.assignments) % {"n": counts.assignments},
    ]
    return ", ".join(parts[:1] if planned else parts)
