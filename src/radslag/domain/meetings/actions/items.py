"""Items of an agenda in the making: added, changed and moved."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.domain.meetings.actions.trail import differences
from radslag.domain.meetings.arranging import Arrangement, last_minuted, open_agenda
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting, MeetingRules
from radslag.domain.meetings.refusal import Refused
from radslag.domain.meetings.standing import Place, place_of, standing_of

CHANGEABLE = frozenset({"title", "type", "notes"})


@transaction.atomic
def add_item(
    *,
    meeting: Meeting,
    title: str,
    by: Actor,
    type: str = "",  # noqa: A002  the column's name
    section: AgendaSection | None = None,
    parent: AgendaItem | None = None,
    after: AgendaItem | None = None,
) -> AgendaItem:
    """A new item: after another, last below its parent, or where one with its title belongs in the section.

    Without section it goes to the last that is minuted. Raises `Refused`.
    """
    agenda = open_agenda(meeting)
    item = new_item(agenda, title, type)
    if parent is not None:
        above = may_have_below(agenda, parent)
        level = agenda.siblings(above)
        agenda.put_below(item, above, level[-1] if level else None)
    elif after is not None:
        beside = agenda.find(after)
        _beside(agenda, item, beside)
    else:
        put_where_it_belongs(agenda, item, agenda.section(section) or last_minuted(agenda.sections))
    agenda.save()
    record(by=by, verb="add", about=item, collaboration=agenda.meeting.collaboration.uuid, after={"title": item.title})
    return item


def new_item(agenda: Arrangement, title: str, sort: str) -> AgendaItem:
    """A row of the meeting that has no place yet; `Arrangement.put` gives it one."""
    return AgendaItem.objects.create(
        collaboration=agenda.meeting.collaboration,
        meeting=agenda.meeting,
        position=0,
        title=_written(title),
        type=sort,
    )


def _written(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise Refused(_("Skriv en rubrik."))
    longest = AgendaItem._meta.get_field("title").max_length or 0
    if len(words) > longest:
        raise Refused(_("Rubriken är för lång. Använd högst %(n)s tecken.") % {"n": longest})
    return words


def may_have_below(agenda: Arrangement, parent: AgendaItem) -> AgendaItem:
    """The item, if it may have sub-items. Raises `Refused`: an agenda has items and sub-items, nothing deeper."""
    found = agenda.find(parent)
    if found.parent_id is not None:
        raise Refused(_("En delpunkt kan inte ha egna delpunkter."))
    return found


def _beside(agenda: Arrangement, item: AgendaItem, after: AgendaItem) -> None:
    _stand(agenda, item, after, _above(agenda, after), None)


def section_of(agenda: Arrangement, item: AgendaItem) -> AgendaSection | None:
    return next((each for each in agenda.sections if each.pk == item.section_id), None)


def put_where_it_belongs(
    agenda: Arrangement, item: AgendaItem, section: AgendaSection | None, place: Place | None = None
) -> None:
    """Among the opening items of the section, among the closing ones, or last between them."""
    rules = MeetingRules.objects.of_body(agenda.meeting.body, agenda.meeting.date)
    standing = standing_of(rules.standing if rules else None)
    order = ("first", "middle", "last")
    rank = order.index(place or place_of(item.title, standing))
    before = [each for each in agenda.in_section(section) if order.index(place_of(each.title, standing)) <= rank]
    agenda.put(item, before[-1] if before else None, section)


@transaction.atomic
def change_item(*, item: AgendaItem, expected: int, by: Actor, **fields: Any) -> None:
    """Change title, type, notes (background) or section. Raises `Stale` when someone saved first, and `Refused`."""
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    values = {name: value for name, value in fields.items() if name in CHANGEABLE}
    if "title" in values:
        values["title"] = _written(values["title"])
    before = differences(row, values)
    after = {name: values[name] for name in before}
    if before or row.revision != expected:
        for name in before:
            setattr(row, name, values[name])
        row.save_revised(expected=expected, fields=before)
    if "section" in fields and row.parent_id is None and _key(fields["section"]) != row.section_id:
        section = agenda.section(fields["section"])
        before, after = before | {"section": row.section_id}, after | {"section": _key(section)}
        agenda.take_out(row)
        put_where_it_belongs(agenda, row, section)
        agenda.save()
    _tell_change(row, before, after, by)
    _copy(row, item)


def _key(section: AgendaSection | None) -> int | None:
    return section.pk if section else None


@transaction.atomic
def _tell_change(item: AgendaItem, before: dict[str, Any], after: dict[str, Any], by: Actor) -> None:
    if before:
        where = item.meeting.collaboration.uuid
        record(by=by, verb="change", about=item, collaboration=where, before=before, after=after)


def _copy(row: AgendaItem, item: AgendaItem) -> None:
    """The caller's own object shows what was saved."""
    for name in ("title", "type", "notes", "section_id", "parent_id", "position", "number", "revision"):
        setattr(item, name, getattr(row, name))


@transaction.atomic
def move_item(
    *,
    item: AgendaItem,
    by: Actor,
    after: AgendaItem | None = None,
    section: AgendaSection | None = None,
    parent: AgendaItem | None = None,
) -> None:
    """To right after another on its level, or first in a section or below a parent; sub-items come along.

    Raises `Refused` for a place below itself or deeper than sub-items.
    """
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    beside = agenda.find(after) if after is not None else None
    above = may_have_below(agenda, parent) if parent is not None else _above(agenda, beside)
    _may_stand(agenda.branch(row), row, beside, above)
    if beside is not row:
        agenda.take_out(row)
        _stand(agenda, row, beside, above, section)
    _close_move(agenda, row, item, by)


def _above(agenda: Arrangement, beside: AgendaItem | None) -> AgendaItem | None:
    """The item a sub-item stands below."""
    if beside is None or beside.parent_id is None:
        return None
    return next(each for each in agenda.all() if each.pk == beside.parent_id)


def _may_stand(branch: list[AgendaItem], row: AgendaItem, beside: AgendaItem | None, above: AgendaItem | None) -> None:
    if above in branch or (beside in branch and beside is not row):
        raise Refused(_("En punkt kan inte flyttas in under sig själv."))
    if above is not None and len(branch) > 1:
        raise Refused(_("En punkt med delpunkter kan inte bli delpunkt. Flytta delpunkterna först."))


def _stand(
    agenda: Arrangement,
    row: AgendaItem,
    beside: AgendaItem | None,
    above: AgendaItem | None,
    section: AgendaSection | None,
) -> None:
    if above is not None:
        agenda.put_below(row, above, beside if beside is not None and beside.parent_id == above.pk else None)
    elif beside is not None:
        agenda.put(row, beside, section_of(agenda, beside))
    else:
        agenda.put(row, None, agenda.section(section))


@transaction.atomic
def _close_move(agenda: Arrangement, row: AgendaItem, item: AgendaItem, by: Actor) -> None:
    before = item.number
    agenda.save()
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="move", about=row, collaboration=where, before={"number": before}, after={"number": row.number})
    _copy(row, item)


@transaction.atomic
def move_up(*, item: AgendaItem, by: Actor) -> None:
    """One step up among those on its level, into the section before when it stands first; nothing at the very top."""
    _step(item, -1, by)


@transaction.atomic
def move_down(*, item: AgendaItem, by: Actor) -> None:
    """One step down among those on its level, into the section after when it stands last; nothing at the very end."""
    _step(item, 1, by)


@transaction.atomic
def _step(item: AgendaItem, way: int, by: Actor) -> None:
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    level = next((rows for rows in agenda.below.values() if row in rows), agenda.top)
    place = level.index(row)
    other = level[place + way] if 0 <= place + way < len(level) else None
    if other is not None and other.section_id == row.section_id:
        level[place], level[place + way] = other, row
    elif row.parent_id is None:
        to = _neighbour(agenda, row, way)
        if to == row.section_id:
            return
        agenda.take_out(row)
        section = next((each for each in agenda.sections if each.pk == to), None)
        there = agenda.in_section(section)
        agenda.put(row, there[-1] if there and way < 0 else None, section)
    else:
        return
    _close_move(agenda, row, item, by)


def _neighbour(agenda: Arrangement, item: AgendaItem, way: int) -> int | None:
    """The key of the section before or after; outside the sections only where something stands there."""
    keys: list[int | None] = [each.pk for each in agenda.sections]
    if agenda.in_section(None):
        keys.insert(0, None)
    place = keys.index(item.section_id) + way
    return keys[place] if 0 <= place < len(keys) else item.section_id
