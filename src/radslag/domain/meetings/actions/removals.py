"""Items of an agenda in the making: taken away, and brought back to where they stood."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.domain.meetings.actions.items import section_of
from radslag.domain.meetings.actions.trail import Removed
from radslag.domain.meetings.arranging import Arrangement, open_agenda
from radslag.domain.meetings.keeping import keep_items, kept_in, make_again
from radslag.domain.meetings.models import AgendaItem, Meeting


@transaction.atomic
def remove_item(*, item: AgendaItem, by: Actor) -> Removed:
    """Take an item away with everything under it, sub-items too; `restore_item` takes it back."""
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    branch = agenda.branch(row)
    before = {"kept": keep_items(branch), "after": _those_before(agenda, row)}
    for each in branch:
        agenda.below.pop(each.pk, None)
    agenda.take_out(row)
    label = str(row)
    event = record(by=by, verb="remove", about=row, collaboration=agenda.meeting.collaboration.uuid, before=before)
    AgendaItem.objects.filter(pk=row.pk).delete()
    agenda.save()
    return Removed(event.uuid, label)


def _beside(agenda: Arrangement, item: AgendaItem) -> list[AgendaItem]:
    """Those it stands among: below the same item, or in the same part."""
    if item.parent_id is not None:
        return agenda.below[item.parent_id]
    return agenda.in_section(section_of(agenda, item))


def _those_before(agenda: Arrangement, item: AgendaItem) -> list[str]:
    """Who stands before it among those, the nearest first: should that one go too, the next still tells the place."""
    level = _beside(agenda, item)
    return [str(each.uuid) for each in reversed(level[: level.index(item)])]


@transaction.atomic
def restore_item(*, meeting: Meeting, event: UUID, by: Actor) -> AgendaItem:
    """The inverse of `remove_item`: the same rows in the same place. Twice is once. Raises `Refused`."""
    agenda = open_agenda(meeting)
    told, before = kept_in(agenda.meeting.collaboration, event, "agendaitem")
    there = next((each for each in agenda.all() if each.uuid == told.object_uuid), None)
    if there is not None:
        return there
    make_again(before["kept"], agenda.meeting.collaboration)
    agenda = open_agenda(meeting)
    item = next(each for each in agenda.all() if each.uuid == told.object_uuid)
    _put_back(agenda, item, before["after"])
    agenda.save()
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="restore", about=item, collaboration=where, after={"title": item.title})
    return item


def _put_back(agenda: Arrangement, item: AgendaItem, before: Sequence[str]) -> None:
    """After the nearest of those that stood before it and still stand there; with none of them, first."""
    above = next((each for each in agenda.all() if each.pk == item.parent_id), None)
    there = {str(each.uuid): each for each in _beside(agenda, item)}
    after = next((there[uuid] for uuid in before if uuid in there), None)
    agenda.take_out(item)
    if above is not None:
        agenda.put_below(item, above, after)
    else:
        agenda.put(item, after, section_of(agenda, item))
