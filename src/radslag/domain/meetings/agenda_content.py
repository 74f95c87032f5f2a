"""What the paper that calls a meeting says, as plain data: every format shows this and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from django.db.models import Prefetch

from radslag.base.people.models import Body, Mandate, Municipality
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting, Presenter
from radslag.text.swedish.dates import clock, long_date

# The words papers use for what an item is for. Papers are Swedish whatever language the page has.
TYPES = {"information": "information", "discussion": "diskussion", "decision": "beslut", "notification": "anmälan"}
POINT = re.compile(r"\s*[-–•*·]\s+(?=\S)")
PART = re.compile(r"del\s+(?:\d{1,2}|[IVX]{1,4}|[A-D])\b", re.IGNORECASE)


def agenda_content(meeting: Meeting) -> dict[str, Any]:
    """Everything the notice says of the meeting, ready to be kept as JSON. A constant number of questions."""
    body = Body.objects.with_names().get(pk=meeting.body_id)
    name = body.name_on(meeting.date)
    day, hours = long_date(meeting.date), _hours(meeting.start_time, meeting.end_time)
    return {
        "uid": str(meeting.uuid),
        "collaboration": meeting.collaboration.name,
        "body": name,
        "kind_text": "Kallelse",
        "title": f"Kallelse till {name}",
        "running": f"{name}, {day}",
        "date": meeting.date.isoformat(),
        "day": day,
        "start": _iso(meeting.start_time),
        "end": _iso(meeting.end_time),
        "time": hours,
        "zone": meeting.time_zone,
        "place": " ".join(meeting.place.split()),
        "link": meeting.link,
        "facts": _facts(meeting, day, hours),
        "practical": blocks_of(meeting.practical),
        "practical_text": meeting.practical.strip(),
        "sections": _sections(meeting),
    }


def _facts(meeting: Meeting, day: str, hours: str) -> list[dict[str, str]]:
    place = " ".join(meeting.place.split())
    rows = [("Datum", day, ""), ("Tid", hours, ""), ("Plats", place, ""), ("Länk", meeting.link, meeting.link)]
    return [{"label": label, "value": value, "link": link} for label, value, link in rows if value]


def _part_hours(section: AgendaSection) -> str:
    hours = _hours(section.start_time, section.end_time)
    return hours if section.end_time and section.start_time else f"kl. {hours}" if hours else ""


def _iso(moment: time | None) -> str:
    return moment.strftime("%H:%M") if moment else ""


def _hours(start: time | None, end: time | None) -> str:
    return "–".join(clock(moment) for moment in (start, end) if moment)


def blocks_of(text: str) -> list[dict[str, Any]]:
    """Text as people type it, in paragraphs and lists: a line is a paragraph, one with a dash before it a point."""
    blocks: list[dict[str, Any]] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        point = POINT.match(line)
        if not words:
            continue
        if point is None:
            blocks.append({"kind": "text", "text": words})
        elif blocks and blocks[-1]["kind"] == "list":
            blocks[-1]["points"].append(" ".join(line[point.end() :].split()))
        else:
            blocks.append({"kind": "list", "points": [" ".join(line[point.end() :].split())]})
    return blocks


def _sections(meeting: Meeting) -> list[dict[str, Any]]:
    """The parts of the agenda with their items; what lies in no part comes first, under no heading."""
    presenters = Presenter.objects.select_related("person")
    items = AgendaItem.objects.of_meeting(meeting).prefetch_related(
        Prefetch("presenters", presenters), "proposed_decisions", "attachments"
    )
    rows = list(items.order_by("position", "pk"))
    homes = _homes(meeting, rows)
    sections = list(AgendaSection.objects.filter(meeting=meeting).order_by("position", "pk"))
    loose = _items(rows, None, None, homes)
    made = [{"heading": "", "title": "", "time": "", "items": loose}] if loose or not sections else []
    for place, section in enumerate(sections, 1):
        made.append(
            {
                "heading": section.title if PART.match(section.title) else f"Del {place}: {section.title}",
                "title": section.title,
                "time": _part_hours(section),
                "items": _items(rows, section.pk, None, homes),
            }
        )
    return made


def _items(
    rows: list[AgendaItem], section: int | None, parent: int | None, homes: Mapping[int, Municipality]
) -> list[dict[str, Any]]:
    level = [row for row in rows if row.parent_id == parent and (parent is not None or row.section_id == section)]
    return [{**_item(row, homes), "items": _items(rows, section, row.pk, homes)} for row in level]


def _item(row: AgendaItem, homes: Mapping[int, Municipality]) -> dict[str, Any]:
    presenters = [_presenter(each, homes) for each in row.presenters.all()]
    return {
        "number": row.number,
        "label": f"{row.number}." if row.number else "",
        "title": " ".join(row.title.split()),
        "type": row.type,
        "type_text": TYPES.get(row.type, ""),
        "presenters": presenters,
        "presenters_text": _presented(presenters),
        "background": blocks_of(row.notes),
        "proposals": [words for each in row.proposed_decisions.all() if (words := " ".join(each.text.split()))],
        "annexes": [_annex(each.label, each.number, each.title) for each in row.attachments.all()],
    }


def _presenter(row: Presenter, homes: Mapping[int, Municipality]) -> dict[str, str]:
    home = homes.get(row.person_id) if row.person_id is not None else None
    return {"name": " ".join(row.name.split()), "municipality": home.name if home else ""}


def _presented(presenters: Iterable[Mapping[str, str]]) -> str:
    """ "Föredragande: Anna Ek, Lund; Bo Alm, Malmö" """
    told = [", ".join(word for word in (each["name"], each["municipality"]) if word) for each in presenters]
    return f"Föredragande: {'; '.join(told)}" if told else ""


def _annex(label: str, number: str, title: str) -> dict[str, str]:
    return {"label": f"Bilaga {number}" if number else label, "number": number, "title": " ".join(title.split())}


def _homes(meeting: Meeting, rows: list[AgendaItem]) -> dict[int, Municipality]:
    """The municipality each presenter represents on the day, in this body before others."""
    people = {each.person_id for row in rows for each in row.presenters.all() if each.person_id is not None}
    mandates = Mandate.objects.of(meeting.collaboration).filter(person__in=people, on_behalf_of__isnull=False)
    known = mandates.known(meeting.date).with_body().order_by("pk")
    found: dict[int, Municipality] = {}
    for mandate in sorted(known, key=lambda each: each.body_id != meeting.body_id):
        if mandate.on_behalf_of is not None:
            found.setdefault(mandate.person_id, mandate.on_behalf_of)
    return found
