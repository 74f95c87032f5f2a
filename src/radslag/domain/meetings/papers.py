"""The paper that calls a meeting: what it says, and the paper in every format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.base.core.actor import Actor
from radslag.base.documents.models import Paper, PaperFormat, PaperKind, Template
from radslag.base.documents.papering import Files, keep_paper
from radslag.base.documents.rendering import CalendarEntry, calendar, html, pdf
from radslag.base.documents.rendering.word import word
from radslag.base.documents.templating import bytes_of
from radslag.domain.meetings.agenda_content import agenda_content
from radslag.domain.meetings.agenda_template import KNOWN, default_template, word_values
from radslag.domain.meetings.models import Meeting, MeetingState
from radslag.domain.meetings.recipients import Recipient, address_line, recipients
from radslag.domain.meetings.refusal import Refused
from radslag.text.swedish.dates import MONTHS

__all__ = [
    "Recipient",
    "address_line",
    "agenda_content",
    "agenda_files",
    "make_agenda",
    "recipients",
    "template_bytes",
    "trial_agenda",
]

FOLDER = Path(__file__).parent / "papers"
# Counts up when the papers that ship change, so that an old one is not taken for what would be made today.
FORM = 1


def make_agenda(*, meeting: Meeting, by: Actor) -> Paper:
    """The notice with its agenda as PDF, Word in the collaboration's template, HTML and calendar file.

    Made again without a change it is the same paper. Raises `RenderingFailed`, and `Refused` for an empty agenda and
    for a meeting that has been held: nobody is called to it any more, and its agenda is what the minutes say.
    """
    if meeting.state == MeetingState.HELD:
        raise Refused(_("Mötet har hållits. Det går inte att göra en kallelse till det längre."))
    content = agenda_content(meeting)
    if not any(section["items"] for section in content["sections"]):
        raise Refused(_("Dagordningen är tom. Lägg till minst en punkt först."))
    template = Template.objects.of(meeting.collaboration).in_use(PaperKind.AGENDA)
    day = timezone.localdate()
    return keep_paper(
        collaboration=meeting.collaboration,
        kind=PaperKind.AGENDA,
        subject=meeting,
        name=f"Kallelse {content['body']} {content['date']}",
        content={**content, "template": str(template.uuid) if template else "", "form": FORM},
        files=lambda number: agenda_files(content, template_bytes(template), number=number, day=day),
        by=by,
    )


def template_bytes(template: Template | None) -> bytes:
    """The Word template papers are made with: the collaboration's own, else the one that ships."""
    return bytes_of(template) if template is not None else default_template()


def trial_agenda(*, meeting: Meeting, template: bytes, day: date) -> bytes:
    """A meeting's notice in a Word template, to look at before the template is used. Raises `RenderingFailed`."""
    data = {**agenda_content(meeting), "made": f"Prov, {_made_on(day)}"}
    title = f"{data['title']}, {data['day']}"
    return word(template, word_values(data), KNOWN, title=title, author=data["collaboration"], day=day)


def agenda_files(content: Mapping[str, Any], template: bytes, *, number: int, day: date) -> Files:
    """The paper with this content in every format, as version NUMBER made on a day."""
    # Through JSON, so that what is kept and what is shown are the same.
    data = json.loads(json.dumps({**content, "made": f"Version {number}, {_made_on(day)}"}))
    told = {"title": f"{data['title']}, {data['day']}", "author": data["collaboration"], "day": day}
    return {
        PaperFormat.PDF: pdf(FOLDER / "agenda.typ", data, **told),
        PaperFormat.DOCX: word(template, word_values(data), KNOWN, **told),
        PaperFormat.HTML: html(FOLDER / "agenda.html", data, **told).encode(),
        PaperFormat.ICS: calendar(_entry(data, number, day)),
    }


def _entry(data: Mapping[str, Any], number: int, day: date) -> CalendarEntry:
    held = date.fromisoformat(data["date"])
    start, end = (time.fromisoformat(data[name]) if data[name] else None for name in ("start", "end"))
    return CalendarEntry(
        uid=data["uid"],
        sequence=number,
        summary=f"{data['body']} – {data['collaboration']}",
        start=datetime.combine(held, start) if start else held,
        end=datetime.combine(held, end) if start and end else None,
        zone=data["zone"],
        made=day,
        place=data["place"],
        link=data["link"],
        description=_told(data),
    )


def _told(data: Mapping[str, Any]) -> str:
    """What a calendar shows below the entry: how to take part, then the items."""
    lines = [data["practical_text"], data["link"], ""] if data["practical_text"] or data["link"] else []
    for section in data["sections"]:
        lines += [section["heading"]] if section["heading"] else []
        lines += [f"{item['label']} {item['title']}" for item in section["items"]]
    return "\n".join(line for place, line in enumerate(lines) if line or (place and lines[place - 1])).strip()


def _made_on(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
