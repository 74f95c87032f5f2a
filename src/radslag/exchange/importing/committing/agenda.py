"""The meeting of a document and its items: made, or joined with what another paper of the same meeting made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import F

from radslag.base.documents.models import Citation
from radslag.base.people.models import Body
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting, MeetingState
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.committing.notes import own_text
from radslag.exchange.importing.committing.pairing import pair, part_key
from radslag.exchange.importing.drafts import Element
from radslag.exchange.importing.matching import day_of
from radslag.text.swedish.sorting import fold

# As the meeting's field, the draft's field.
MEETING_FIELDS = {"start_time": "start", "end_time": "end", "place": "place"}


def enter_meeting(entry: Entry, body: Body) -> Meeting:
    """The meeting of this body and day. Of one that is there, minutes say it better than a notice."""
    day = day_of(entry.draft)
    assert day is not None, "a draft without a date has a doubt"
    meeting = Meeting.objects.of(entry.collaboration).filter(body=body, date=day).select_related("body").first()
    entry.planned = meeting is not None and meeting.state == MeetingState.PLANNED
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
    if entry.planned and not entry.minutes:
        values["state"] = MeetingState.CALLED
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
    found = zip(pair(there, elements), elements, strict=True)
    rows = [(row or _new_item(entry, meeting, element, sections), element) for row, element in found]
    new = [row for row, _ in rows if row.pk is None]
    _place(entry, there, [row for row, _ in rows])
    AgendaItem.objects.bulk_create(new)
    entry.ledger.make(new)
    _enter_parents(rows, new)
    by_hand = _written_by_hand(there)
    for row, element in rows:
        _tell(entry, row, element, new=row in new, by_hand=by_hand)
    _unnumber(entry, [row for row in there if row not in [paired for paired, _ in rows]])
    return rows


def _written_by_hand(there: list[AgendaItem]) -> set[UUID]:
    """The items whose text no document holds: somebody wrote it when the meeting was prepared."""
    noted = {row.uuid for row in there if row.notes}
    read = Citation.objects.about("agendaitem", noted).filter(field="notes").values_list("object_uuid", flat=True)
    return noted - set(read) if noted else noted


def _unnumber(entry: Entry, left: list[AgendaItem]) -> None:
    """What was planned but is not in the paper has no number there."""
    for row in left if entry.planned else ():
        if row.number:
            entry.ledger.change(row, {"number": row.number})
            AgendaItem.objects.filter(pk=row.pk).update(number="")


def _enter_sections(entry: Entry, meeting: Meeting, elements: list[Element]) -> dict[str, AgendaSection]:
    sections = {part_key(section.title): section for section in AgendaSection.objects.filter(meeting=meeting)}
    new: list[AgendaSection] = []
    for element in elements:
        title = fit(AgendaSection, "title", element["section"])
        if title and part_key(title) not in sections:
            position = len(sections) + 1
            section = AgendaSection(collaboration=entry.collaboration, meeting=meeting, position=position, title=title)
            sections[part_key(title)] = section
            new.append(section)
    AgendaSection.objects.bulk_create(new)
    entry.ledger.make(new)
    return sections


def _new_item(entry: Entry, meeting: Meeting, element: Element, sections: dict[str, AgendaSection]) -> AgendaItem:
    return AgendaItem(
        collaboration=entry.collaboration,
        meeting=meeting,
        section=sections.get(part_key(fit(AgendaSection, "title", element["section"]))),
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


def _tell(entry: Entry, row: AgendaItem, element: Element, *, new: bool, by_hand: Collection[UUID]) -> None:
    """What the minutes say under an item takes the place of what the notice said, not of what somebody wrote here."""
    notes, place = own_text(entry.text, element, entry.draft["items"])
    kept = not new and row.uuid in by_hand
    if not new:
        values = _told(entry, row, element, notes, kept=kept)
        before = {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
        if before:
            AgendaItem.objects.filter(pk=row.pk).update(revision=F("revision") + 1, **values)
            row.revision += 1
            entry.ledger.change(row, before)
    entry.ledger.cite(row, "title", element["spans"].get("title") or _first_line(entry, element))
    entry.ledger.cite(row, "number", element["spans"].get("number"))
    if not kept or fold(notes) in fold(row.notes):
        entry.ledger.cite(row, "notes", place)
    for presenter in drafts.parts(element, "presenters"):
        entry.ledger.cite(row, "presenters", presenter["span"])


def _told(entry: Entry, row: AgendaItem, element: Element, notes: str, *, kept: bool) -> dict[str, str]:
    """What the document says of an item that is there; KEPT: its text was written here and stays."""
    values: dict[str, str] = {}
    if notes and (entry.minutes or not row.notes):
        added = kept and fold(row.notes) not in fold(notes)
        values["notes"] = f"{row.notes}\n\n{notes}" if added else notes
    if entry.planned and element["number"]:
        values["number"] = fit(AgendaItem, "number", element["number"])
    if element["type"] and not row.type:
        values["type"] = element["type"]
    return values


def _first_line(entry: Entry, element: Element) -> Sequence[int] | None:
    """Where an item without a place for its title begins."""
    if not element["span"]:
        return None
    start, end = element["span"]
    line = entry.text.find("\n", start, end)
    return (start, line) if line > start else (start, end)
