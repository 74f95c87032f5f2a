"""Parts of an agenda in the making: added, changed, moved, taken away and brought back."""

from __future__ import annotations

from datetime import time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.domain.meetings.actions.trail import Removed, differences
from radslag.domain.meetings.arranging import Arrangement, open_agenda
from radslag.domain.meetings.keeping import keep, kept_in, make_again
from radslag.domain.meetings.models import AgendaSection, Meeting
from radslag.domain.meetings.refusal import Refused

CHANGEABLE = frozenset({"title", "start_time", "end_time", "minuted"})


@transaction.atomic
def add_section(
    *,
    meeting: Meeting,
    title: str,
    by: Actor,
    start_time: time | None = None,
    end_time: time | None = None,
    minuted: bool = True,
) -> AgendaSection:
    """A new part, last. Raises `Refused`."""
    agenda = open_agenda(meeting)
    section = AgendaSection.objects.create(
        collaboration=agenda.meeting.collaboration,
        meeting=agenda.meeting,
        position=len(agenda.sections) + 1,
        title=_written(title),
        start_time=start_time,
        end_time=end_time,
        minuted=minuted,
    )
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="add", about=section, collaboration=where, after={"title": section.title})
    return section


def _written(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise Refused(_("Skriv en rubrik."))
    longest = AgendaSection._meta.get_field("title").max_length or 0
    if len(words) > longest:
        raise Refused(_("Rubriken är för lång. Använd högst %(n)s tecken.") % {"n": longest})
    return words


@transaction.atomic
def change_section(*, section: AgendaSection, expected: int, by: Actor, **fields: Any) -> None:
    """Change title, start_time, end_time or minuted. Raises `Stale` when someone saved first, and `Refused`."""
    agenda = open_agenda(section.meeting)
    agenda.section(section)
    values = {name: value for name, value in fields.items() if name in CHANGEABLE}
    if "title" in values:
        values["title"] = _written(values["title"])
    row = next(each for each in agenda.sections if each.pk == section.pk)
    before = differences(row, values)
    if not before and row.revision == expected:
        return
    for name in before:
        setattr(row, name, values[name])
    row.save_revised(expected=expected, fields=before)
    after = {name: values[name] for name in before}
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="change", about=row, collaboration=where, before=before, after=after)
    for name in (*before, "revision"):
        setattr(section, name, getattr(row, name))


@transaction.atomic
def move_section(*, section: AgendaSection, to: int, by: Actor) -> None:
    """To the place TO (1, 2, …) among the parts, its items along; a place beyond the ends is the end."""
    agenda = open_agenda(section.meeting)
    row = agenda.section(section)
    assert row is not None, "a section was given"
    before = agenda.sections.index(row) + 1
    agenda.sections.remove(row)
    agenda.sections.insert(max(0, to - 1), row)
    agenda.by_section()
    agenda.save()
    section.position = row.position
    told = {"before": {"position": before}, "after": {"position": row.position}}
    record(by=by, verb="move", about=row, collaboration=agenda.meeting.collaboration.uuid, **told)


@transaction.atomic
def remove_section(*, section: AgendaSection, by: Actor) -> Removed:
    """Take a part away but not its items: they go to the part before, else the one after; `restore_section` undoes."""
    agenda = open_agenda(section.meeting)
    row = agenda.section(section)
    assert row is not None, "a section was given"
    items = agenda.in_section(row)
    event = record(
        by=by,
        verb="remove",
        about=row,
        collaboration=agenda.meeting.collaboration.uuid,
        before={"kept": keep([row]), "items": [str(item.uuid) for item in items]},
    )
    _hand_over(agenda, row)
    agenda.sections.remove(row)
    agenda.by_section()
    agenda.save()
    label = str(row)
    AgendaSection.objects.filter(pk=row.pk).delete()
    return Removed(event.uuid, label)


def _hand_over(agenda: Arrangement, section: AgendaSection) -> None:
    place = agenda.sections.index(section)
    others = [*agenda.sections[max(0, place - 1) : place], *agenda.sections[place + 1 : place + 2]]
    heir = others[0].pk if others else None
    for item in agenda.in_section(section):
        for each in agenda.branch(item):
            each.section_id = heir


@transaction.atomic
def restore_section(*, meeting: Meeting, event: UUID, by: Actor) -> AgendaSection:
    """The inverse of `remove_section`: the part in its place, with those of its items that are still there."""
    agenda = open_agenda(meeting)
    told, before = kept_in(agenda.meeting.collaboration, event, "agendasection")
    there = next((each for each in agenda.sections if each.uuid == told.object_uuid), None)
    if there is not None:
        return there
    (section,) = make_again(before["kept"], agenda.meeting.collaboration)
    assert isinstance(section, AgendaSection), "what was kept was a section"
    agenda.sections.insert(min(section.position - 1, len(agenda.sections)), section)
    for item in [each for each in agenda.top if str(each.uuid) in before["items"]]:
        for each in agenda.branch(item):
            each.section_id = section.pk
    agenda.by_section()
    agenda.save()
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="restore", about=section, collaboration=where, after={"title": section.title})
    return section
