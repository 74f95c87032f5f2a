"""A calendar file other calendars read (RFC 5545), with the time zone's rules inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, Timezone

from radslag.base.documents.rendering.printable import printable

# Summer time as the European Union has it since 1996; the library writes it out year by year and an hour late.
STOCKHOLM = """BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
# The rules of another zone are written out for the year before and those after: a meeting is never further away.
YEARS_AHEAD = 5


@dataclass(frozen=True)
class CalendarEntry:
    """What a calendar shows. `end` None with a `start` of a day with time: an hour is never invented, it is left out.

    `start` is a plain day where no time is known, else local time in `zone`. `sequence` grows with each new version.
    """

    uid: str
    sequence: int
    summary: str
    start: datetime | date
    end: datetime | None
    zone: str
    made: date
    place: str = ""
    link: str = ""
    description: str = ""


def calendar(entry: CalendarEntry) -> bytes:
    """The file, published for whoever opens it (METHOD:PUBLISH): it asks for no answer."""
    made = Calendar()
    made.add("prodid", "-//Rådslag//radslag//SV")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("calscale", "GREGORIAN")
    timed = isinstance(entry.start, datetime)
    if timed:
        made.add_component(_rules(entry))
    made.add_component(_event(entry))
    data: bytes = made.to_ical()
    return data


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@radslag")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", datetime(entry.made.year, entry.made.month, entry.made.day, tzinfo=UTC))
    event.add("summary", printable(entry.summary))
    event.add("dtstart", _local(entry.start, entry.zone))
    if entry.end is not None:
        event.add("dtend", _local(entry.end, entry.zone))
    for name, words in (("location", entry.place), ("url", entry.link), ("description", entry.description)):
        if words:
            event.add(name, printable(words))
    return event


def _local(moment: datetime | date, zone: str) -> datetime | date:
    return moment.replace(tzinfo=ZoneInfo(zone)) if isinstance(moment, datetime) else moment


def _rules(entry: CalendarEntry) -> Component:
    if entry.zone == "Europe/Stockholm":
        return Timezone.from_ical(STOCKHOLM)
    year = entry.start.year
    return Timezone.from_tzid(
        entry.zone, first_date=date(year - 1, 1, 1), last_date=date(year + YEARS_AHEAD, 1, 1) - timedelta(days=1)
    )
