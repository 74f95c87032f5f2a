"""The trail in sentences a person would say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from radslag.base.audit.models import Event
from radslag.base.people.models import Body, OwnedQuerySet, Person
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.sentences import DEEDS, KINDS, OTHERWISE, SENTENCES, WITHHELD
from radslag.web.secretariat.pages.states import plain_date

# Labels in the trail may be whole documents' worth of text; a line of a list is not.
LONGEST = 160
# What roles and accounts are about is for everyone who may read the trail; the rest belongs to the record.
OPEN_KINDS = ("user", "appointment", "delegation", "login")


@dataclass(frozen=True)
class Told:
    """An event as a line: when, the sentence, what it is about, and where that is (empty when it has no page)."""

    at: datetime
    sentence: str
    kind: str | Promise
    url: str
    erased: bool


@dataclass(frozen=True)
class Day:
    """The events of a day."""

    day: date
    events: Sequence[Told]


def by_day(lines: Sequence[Told]) -> list[Day]:
    """Lines sorted by time as days, in the time zone of the reader."""
    return [Day(day, list(found)) for day, found in groupby(lines, key=lambda line: localdate(line.at))]


def told(events: Iterable[Event], links: Links | None) -> list[Told]:
    """The lines of some events; a statement for each of the four kinds that have pages, however many events.

    Without `links` the reader may not open the record: nothing leads there, and nothing is told of what it holds.
    """
    rows = list(events)
    standing = _standing(rows) if links else set()
    pages: dict[str, Callable[[UUID], str]] = {}
    if links:
        pages = {"meeting": links.meeting, "assignment": links.assignment, "person": links.person, "body": links.body}
    return [
        Told(
            row.at,
            sentence(row) if links or row.kind in OPEN_KINDS else without_content(row),
            KINDS.get(row.kind, row.kind),
            pages[row.kind](row.object_uuid) if row.object_uuid in standing else "",
            row.erased,
        )
        for row in rows
    ]


def sentence(event: Event) -> str:
    """Who did what, as far as it has not been erased."""
    if event.erased:
        about = KINDS.get(event.kind, event.kind)
        return _("Vem det var och vad det gällde är raderat. Det handlade om: %(kind)s.") % {"kind": about}
    words = {"who": event.detail("actor") or _("Någon"), "what": _short(event.detail("label") or "")}
    for part in ("before", "after"):
        words |= {name: _said(value) for name, value in (event.detail(part) or {}).items()}
    template = str(SENTENCES.get((event.verb, event.kind)) or OTHERWISE.get(event.verb) or OTHERWISE[""])
    return template % _Forgiving(words | {"verb": event.verb, "kind": str(KINDS.get(event.kind, event.kind))})


def without_content(event: Event) -> str:
    """Who did something to which kind of thing, and nothing of what it says."""
    if event.erased:
        return sentence(event)
    words = {
        "who": str(event.detail("actor") or _("Någon")),
        "did": str(DEEDS.get(event.verb, DEEDS[""])),
        "kind": str(KINDS.get(event.kind, event.kind)),
    }
    return str(WITHHELD) % words


def _standing(rows: Sequence[Event]) -> set[UUID]:
    """Which of the objects that have pages are still there."""
    sets: dict[str, OwnedQuerySet[Any]] = {
        "meeting": Meeting.objects.all(),
        "assignment": Assignment.objects.all(),
        "person": Person.objects.all(),
        "body": Body.objects.all(),
    }
    found: set[UUID] = set()
    for kind, objects in sets.items():
        wanted = {row.object_uuid for row in rows if row.kind == kind}
        if wanted:
            found |= set(objects.filter(uuid__in=wanted).values_list("uuid", flat=True))
    return found


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _said(value: Any) -> str:
    """A value of an event as words: its dates come as text."""
    if isinstance(value, list):
        return _short(", ".join(str(each) for each in value))
    day = parse_date(value) if isinstance(value, str) and len(value) == 10 else None
    return plain_date(day) if day else _short("" if value is None else str(value))


class _Forgiving(dict[str, str]):
    """A sentence whose event lacks a word is told without it."""

    def __missing__(self, name: str) -> str:
        return "…"
