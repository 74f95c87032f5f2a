"""The meeting of a document and its items: made, or joined with what another paper of the same meeting made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django.db.models import F

from radslag.base.people.models import Body
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting, MeetingState
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.committing.notes import own_text
from radslag.exchange.importing.drafts import Element
from radslag.exchange.importing.matching import day_of
from radslag.text.swedish.likeness import distance
from radslag.text.swedish.sorting import fold

# As the meeting's field, the draft's field.
MEETING_FIELDS = {"start_time": "start", "end_time": "end", "place": "place"}
ALIKE = 0.4


def enter_meeting(entry: Entry, body: Body) -> Meeting:
    """The meeting of this body and day. Of one that is there, minutes say it better than a notice."""
    day = day_of(entry.draft)
    assert day is not None, "a draft without a date has a doubt"
    meeting = Meeting.objects.of(entry.collaboration).filter(body=body, date=day).select_related("body").first()
    meeting = _improve(entry, meeting) if meeting else _new_meeting(entry, body, day)
    spans = entry.draft["spans"]
    for field in (*drafts.HEAD, "adjusters"):
        for span in _spans(spans.get(field)):
            entry.ledger.cite(meeting, field, span)
    return meeting


def _spans(found: Any) -> list[Sequence[int]]:
    """A field has one place or, as adjusters have, a list of them."""
    if not found:
        return []
    return [found] if isinstance(found[0], int) else [span for span in found if span]


def _values(draft: Element) -> dict[str, Any]:
    return {
        "start_time": _time(draft["start"]),
        "end_time": _time(draft["end"]),
        "place": fit(Meeting, "place", draft["place"]),
    }


def _time(written: str | None) -> time | None:
    try:
        return time.fromisoformat(written) if written else None
    except ValueError:
        return None


def _new_meeting(entry: Entry, body: Body, day: date) -> Meeting:
    state = MeetingState.HELD if entry.minutes else MeetingState.CALLED
    zone = entry.collaboration.time_zone
    meeting = Meeting.objects.create(
        collaboration=entry.collaboration, body=body, date=day, time_zone=zone, state=state, **_values(entry.draft)
    )
    entry.ledger.make([meeting])
    return meeting


def _improve(entry: Entry, meeting: Meeting) -> Meeting:
    values = {name: value for name, value in _values(entry.draft).items() if value not in (None, "")}
    if not entry.minutes:
        values = {name: value for name, value in values.items() if getattr(meeting, name) in (None, "")}
    else:
        values["state"] = MeetingState.HELD
    before = {name: getattr(meeting, name) for name, value in values.items() if getattr(meeting, name) != value}
    if before:
        for name in before:
            setattr(meeting, name, values[name])
        meeting.save_revised(expected=meeting.revision, fields=before)
        entry.ledger.change(meeting, before)
    return meeting


def enter_items(entry: Entry, meeting: Meeting) -> list[tuple[AgendaItem, Element]]:
    """Every item of the draft with its row, in the order of the document; a sub-item after its parent."""
    there = list(AgendaItem.objects.filter(meeting=meeting).in_order())
    elements = drafts.items(entry.draft)
    sections = _enter_sections(entry, meeting, elements)
    rows: list[tuple[AgendaItem, Element]] = []
    free = list(there)
    for element in elements:
        row = next((each for each in free if same_item(each, element)), None)
        if row is not None:
            free.remove(row)
        rows.append((row or _new_item(entry, meeting, element, sections), element))
    new = [row for row, _ in rows if row.pk is None]
    _place(entry, there, [row for row, _ in rows])
    AgendaItem.objects.bulk_create(new)
    entry.ledger.make(new)
    _enter_parents(rows, new)
    for row, element in rows:
        _tell(entry, row, element, new=row in new)
    return rows


def same_item(row: AgendaItem, element: Element) -> bool:
    """Whether two papers of a meeting mean the same item: the same title, or the same number and nearly the title."""
    title, other = fold(row.title), fold(element["title"])
    if title == other:
        return True
    if not row.number or row.number != (element["number"] or ""):
        return False
    return title in other or other in title or distance(title, other) <= ALIKE


def _enter_sections(entry: Entry, meeting: Meeting, elements: list[Element]) -> dict[str, AgendaSection]:
    sections = {section.title: section for section in AgendaSection.objects.filter(meeting=meeting)}
    new: list[AgendaSection] = []
    for element in elements:
        title = fit(AgendaSection, "title", element["section"])
        if title and title not in sections:
            position = len(sections) + 1
            section = AgendaSection(collaboration=entry.collaboration, meeting=meeting, position=position, title=title)
            sections[title] = section
            new.append(section)
    AgendaSection.objects.bulk_create(new)
    entry.ledger.make(new)
    return sections


def _new_item(entry: Entry, meeting: Meeting, element: Element, sections: dict[str, AgendaSection]) -> AgendaItem:
    return AgendaItem(
        collaboration=entry.collaboration,
        meeting=meeting,
        section=sections.get(fit(AgendaSection, "title", element["section"])),
        position=0,
        number=fit(AgendaItem, "number", element["number"]),
        title=fit(AgendaItem, "title", element["title"]),
        type=element["type"] or "",
        notes=own_text(entry.text, element, entry.draft["items"])[0],
    )


def _place(entry: Entry, there: list[AgendaItem], rows: list[AgendaItem]) -> None:
    """Positions in the order of this document; what only the other paper has stays after what it followed."""
    order = list(rows)
    for number, row in enumerate(there):
        if row not in order:
            before = there[number - 1] if number else None
            order.insert(order.index(before) + 1 if before in order else 0, row)
    for position, row in enumerate(order, 1):
        if row.pk is not None and row.position != position:
            entry.ledger.change(row, {"position": row.position})
            AgendaItem.objects.filter(pk=row.pk).update(position=position)
        row.position = position


def _enter_parents(rows: list[tuple[AgendaItem, Element]], new: list[AgendaItem]) -> None:
    by_id = {element["id"]: row for row, element in rows}
    below = []
    for row, element in rows:
        if row in new and element["parent"] in by_id:
            row.parent = by_id[element["parent"]]
            below.append(row)
    AgendaItem.objects.bulk_update(below, ["parent"])


def _tell(entry: Entry, row: AgendaItem, element: Element, *, new: bool) -> None:
    """What the minutes say under an item takes the place of what the notice said."""
    notes, place = own_text(entry.text, element, entry.draft["items"])
    if not new:
        values = {"notes": notes} if notes and (entry.minutes or not row.notes) else {}
        if element["type"] and not row.type:
            values["type"] = element["type"]
        before = {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
        if before:
            AgendaItem.objects.filter(pk=row.pk).update(revision=F("revision") + 1, **values)
            row.revision += 1
            entry.ledger.change(row, before)
    entry.ledger.cite(row, "title", element["spans"].get("title") or _first_line(entry, element))
    entry.ledger.cite(row, "number", element["spans"].get("number"))
    entry.ledger.cite(row, "notes", place)
    for presenter in drafts.parts(element, "presenters"):
        entry.ledger.cite(row, "presenters", presenter["span"])


def _first_line(entry: Entry, element: Element) -> Sequence[int] | None:
    """Where an item without a place for its title begins."""
    if not element["span"]:
        return None
    start, end = element["span"]
    line = entry.text.find("\n", start, end)
    return (start, line) if line > start else (start, end)
