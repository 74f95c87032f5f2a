"""A meeting in the making: planned, changed, taken away and brought back; and an earlier one copied into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.people.models import Body, Collaboration
from radslag.domain.meetings.actions.trail import Removed, differences
from radslag.domain.meetings.arranging import open_agenda
from radslag.domain.meetings.keeping import keep, kept_in, make_again, under
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting, MeetingRules, MeetingState, Presenter
from radslag.domain.meetings.refusal import Refused
from radslag.domain.meetings.standing import place_of, standing_of
from radslag.text.swedish.sorting import fold

CHANGEABLE = frozenset({"day", "start_time", "end_time", "place", "link", "practical"})


@transaction.atomic
def plan_meeting(
    *,
    body: Body,
    day: date,
    by: Actor,
    start_time: time | None = None,
    end_time: time | None = None,
    place: str = "",
    link: str = "",
    practical: str = "",
    copy_of: Meeting | None = None,
) -> Meeting:
    """A meeting that is being prepared, with the agenda of an earlier one to begin with if one is given.

    Raises `Refused` when the body meets that day already.
    """
    # Held until we are done: two who plan the same day at once must not both find it free.
    collaboration = Collaboration.objects.select_for_update(no_key=True).get(pk=body.collaboration_id)
    _must_be_free(body, day)
    meeting = Meeting.objects.create(
        collaboration=collaboration,
        body=body,
        date=day,
        start_time=start_time,
        end_time=end_time,
        time_zone=collaboration.time_zone,
        place=place.strip(),
        link=link,
        practical=practical,
        state=MeetingState.PLANNED,
    )
    record(by=by, verb="plan", about=meeting, collaboration=collaboration.uuid, after={"day": day, "place": place})
    if copy_of is not None:
        copy_agenda(meeting=meeting, source=copy_of, by=by)
    return meeting


def _must_be_free(body: Body, day: date, but: Meeting | None = None) -> None:
    there = Meeting.objects.of_body(body).filter(date=day).first()
    if there is not None and there != but:
        told = _("%(body)s har redan ett möte %(day)s. Välj en annan dag, eller öppna det mötet.")
        raise Refused(told % {"body": body.name, "day": date_format(day, "l j F Y")})


@transaction.atomic
def change_meeting(*, meeting: Meeting, expected: int, by: Actor, **fields: Any) -> None:
    """Change day, start_time, end_time, place, link or practical. Raises `Stale`, and `Refused` for a day taken."""
    agenda = open_agenda(meeting)
    row = agenda.meeting
    values = {name: value for name, value in fields.items() if name in CHANGEABLE}
    values = {"date" if name == "day" else name: value for name, value in values.items()}
    before = differences(row, values)
    if not before and row.revision == expected:
        return
    if "date" in before:
        _must_be_free(row.body, values["date"], but=row)
    for name in before:
        setattr(row, name, values[name])
    row.save_revised(expected=expected, fields=before)
    agenda.save()
    after = {name: values[name] for name in before}
    record(by=by, verb="change", about=row, collaboration=row.collaboration.uuid, before=before, after=after)
    for name in (*before, "revision"):
        setattr(meeting, name, getattr(row, name))


@transaction.atomic
def cancel_plan(*, meeting: Meeting, by: Actor) -> Removed:
    """Take a planned meeting away with its agenda; `restore_plan` takes it back. Raises `Refused` for a called one."""
    agenda = open_agenda(meeting)
    if not agenda.planned:
        raise Refused(_("Mötet är redan kallat, så planeringen går inte att ta bort."))
    items = agenda.all()
    dropped = agenda.meeting.suggestion_answers.filter(item=None)
    kept = keep([agenda.meeting, *agenda.sections, *items, *under(items), *dropped])
    where, label = agenda.meeting.collaboration.uuid, str(agenda.meeting)
    event = record(by=by, verb="cancel", about=agenda.meeting, collaboration=where, before={"kept": kept})
    Meeting.objects.filter(pk=agenda.meeting.pk).delete()
    return Removed(event.uuid, label)


@transaction.atomic
def restore_plan(*, collaboration: Collaboration, event: UUID, by: Actor) -> Meeting:
    """The inverse of `cancel_plan`. Twice is once. Raises `Refused` when the body has got another meeting that day."""
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration.pk)
    told, before = kept_in(collaboration, event, "meeting")
    there = Meeting.objects.of(collaboration).filter(uuid=told.object_uuid).first()
    if there is not None:
        return there
    first = before["kept"][0]["values"]
    body = Body.objects.of(collaboration).filter(pk=first["body"]).first()
    if body is not None:
        _must_be_free(body, date.fromisoformat(first["date"]))
    meeting = make_again(before["kept"], collaboration)[0]
    assert isinstance(meeting, Meeting), "a meeting was kept first"
    record(by=by, verb="restore", about=meeting, collaboration=collaboration.uuid, after={"day": meeting.date})
    return meeting


@transaction.atomic
def copy_agenda(
    *, meeting: Meeting, source: Meeting, by: Actor, chosen: Iterable[AgendaItem] | None = None
) -> list[AgendaItem]:
    """The parts of another meeting's agenda, times moved along, with its standing items and those chosen (None: all).

    Titles, types and presenters are copied, sub-items with them; what was said, decided, proposed or attached then is
    not. What has the same title as an item that is there already is left out. Returns the new items.
    """
    agenda = open_agenda(meeting)
    rows = list(AgendaItem.objects.of_meeting(source).order_by("position", "pk"))
    there = {fold(item.title) for item in agenda.all()}
    tops = [row for row in rows if row.parent_id is None and fold(row.title) not in there]
    if chosen is not None:
        tops = _chosen(agenda.meeting, tops, {item.pk for item in chosen})
    sections = _copy_sections(agenda.meeting, source, {row.section_id for row in tops}, agenda.sections)
    made = _copy_items(agenda.meeting, tops, rows, sections)
    _copy_presenters(made)
    agenda = open_agenda(meeting)
    agenda.save()
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="copy", about=agenda.meeting, collaboration=where, after={"source": str(source)})
    new = {item.pk for item in made.values()}
    return [item for item in agenda.all() if item.pk in new]


def _chosen(meeting: Meeting, rows: list[AgendaItem], keys: set[int]) -> list[AgendaItem]:
    """The items with these keys, and those that open or close every agenda."""
    rules = MeetingRules.objects.of_body(meeting.body, meeting.date)
    standing = standing_of(rules.standing if rules else None)
    return [row for row in rows if row.pk in keys or place_of(row.title, standing) != "middle"]


def _copy_sections(
    meeting: Meeting, source: Meeting, used: set[int | None], there: list[AgendaSection]
) -> dict[int, AgendaSection]:
    """The section here for each of the other meeting's, by its key; those of the same title are the same."""
    by_title = {fold(section.title): section for section in there}
    copies: dict[int, AgendaSection] = {}
    for old in AgendaSection.objects.filter(meeting=source).order_by("position"):
        if fold(old.title) not in by_title and (old.pk in used or not old.minuted):
            by_title[fold(old.title)] = AgendaSection.objects.create(
                collaboration_id=meeting.collaboration_id,
                meeting=meeting,
                position=len(by_title) + 1,
                title=old.title,
                start_time=_moved(old.start_time, source, meeting),
                end_time=_moved(old.end_time, source, meeting),
                minuted=old.minuted,
            )
        if fold(old.title) in by_title:
            copies[old.pk] = by_title[fold(old.title)]
    return copies


def _moved(moment: time | None, source: Meeting, meeting: Meeting) -> time | None:
    """The time as long after the start of this meeting as it was after the start of the other."""
    if moment is None or source.start_time is None or meeting.start_time is None:
        return moment
    day = date(2000, 1, 2)
    shift = datetime.combine(day, meeting.start_time) - datetime.combine(day, source.start_time)
    moved = datetime.combine(day, moment) + shift
    return moved.time() if moved.date() == day else moment


def _copy_items(
    meeting: Meeting, tops: list[AgendaItem], rows: list[AgendaItem], sections: dict[int, AgendaSection]
) -> dict[int, AgendaItem]:
    """New items by the key of the old, sub-items of sub-items one level up; two statements."""
    last = max((section.position for section in sections.values()), default=0)
    home = next((section for section in sections.values() if section.position == last), None)
    begin = AgendaItem.objects.of_meeting(meeting).count()
    made: dict[int, AgendaItem] = {}
    for old in tops:
        # An item outside the parts came last; before them it would stand in front of the opening.
        section = sections.get(old.section_id or 0) or (home if old.position > 1 else None)
        made[old.pk] = _copied(old, meeting, begin + len(made) + 1, section)
    AgendaItem.objects.bulk_create(made.values())
    roots: dict[int, AgendaItem] = dict(made)
    below: dict[int, AgendaItem] = {}
    for old in rows:
        if old.parent_id in roots:
            root = roots[old.parent_id or 0]
            roots[old.pk] = root
            below[old.pk] = _copied(old, meeting, begin + len(made) + len(below) + 1, root.section, root)
    AgendaItem.objects.bulk_create(below.values())
    return made | below


def _copied(
    old: AgendaItem, meeting: Meeting, position: int, section: AgendaSection | None, parent: AgendaItem | None = None
) -> AgendaItem:
    return AgendaItem(
        collaboration_id=meeting.collaboration_id,
        meeting=meeting,
        section=section,
        parent=parent,
        position=position,
        title=old.title,
        type=old.type,
    )


def _copy_presenters(made: dict[int, AgendaItem]) -> None:
    rows = Presenter.objects.filter(item__in=made).order_by("position", "pk")
    Presenter.objects.bulk_create(
        Presenter(
            collaboration_id=row.collaboration_id,
            item=made[row.item_id],
            position=row.position,
            name=row.name,
            person_id=row.person_id,
        )
        for row in rows
    )
