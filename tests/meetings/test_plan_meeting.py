"""A meeting is planned, changed, taken away and brought back; an earlier one is copied."""

from __future__ import annotations

from datetime import date, time

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, Attachment, Meeting, MeetingState, Presenter
from radslag.domain.meetings.refusal import Refused
from tests.cast import CALLED_FOR, HELD_ON, Cast
from tests.meetings.planning import DAY, agenda, item, plan


def test_a_planned_meeting_is_seen_only_by_those_who_may_read_drafts(cast: Cast) -> None:
    meeting = plan(cast)
    assert meeting.state == MeetingState.PLANNED
    assert meeting in Meeting.objects.visible_to(True)
    assert meeting not in Meeting.objects.visible_to(False)
    held = Meeting.objects.filter(pk=cast.called.pk)
    seen = [vars(held.with_neighbours(drafts).get())["next_date"] for drafts in (False, True)]
    assert seen == [None, DAY]


def test_a_body_meets_once_a_day(cast: Cast) -> None:
    with pytest.raises(Refused, match="har redan ett möte onsdag 20 mars 2024"):
        plan(cast, day=CALLED_FOR)
    meeting = plan(cast)
    with pytest.raises(Refused, match="har redan ett möte"):
        actions.change_meeting(meeting=meeting, expected=0, day=CALLED_FOR, by=SYSTEM)
    actions.change_meeting(meeting=meeting, expected=0, day=date(2024, 9, 25), place="Rådhuset", by=SYSTEM)
    assert (Meeting.objects.get(pk=meeting.pk).date, meeting.revision) == (date(2024, 9, 25), 1)


def test_who_saved_first_is_not_written_over(cast: Cast) -> None:
    meeting = plan(cast)
    actions.change_meeting(meeting=Meeting.objects.get(pk=meeting.pk), expected=0, place="Rådhuset", by=SYSTEM)
    with pytest.raises(Stale):
        actions.change_meeting(meeting=meeting, expected=0, place="Tornet", by=SYSTEM)


def test_a_plan_taken_away_comes_back_whole(cast: Cast) -> None:
    meeting = plan(cast, "Föregående protokoll", "Ålfisket")
    section = actions.add_section(meeting=meeting, title="Del 1", start_time=time(13, 0), by=SYSTEM)
    actions.add_item(meeting=meeting, title="Runda", section=section, by=SYSTEM)
    actions.attach(item=item(meeting, "Ålfisket"), title="Utredning", version=cast.version, by=SYSTEM)
    uuids = set(AgendaItem.objects.of_meeting(meeting).values_list("uuid", flat=True))
    before = agenda(meeting)
    removed = actions.cancel_plan(meeting=meeting, by=SYSTEM)
    assert not Meeting.objects.filter(uuid=meeting.uuid).exists()
    again = actions.restore_plan(collaboration=cast.collaboration, event=removed.event, by=SYSTEM)
    assert (again.uuid, agenda(again)) == (meeting.uuid, before)
    assert set(AgendaItem.objects.of_meeting(again).values_list("uuid", flat=True)) == uuids
    assert Attachment.objects.get(title="Utredning").version == cast.version
    assert actions.restore_plan(collaboration=cast.collaboration, event=removed.event, by=SYSTEM) == again


def test_a_plan_does_not_come_back_on_a_day_that_has_been_taken(cast: Cast) -> None:
    removed = actions.cancel_plan(meeting=plan(cast), by=SYSTEM)
    plan(cast)
    with pytest.raises(Refused, match="har redan ett möte"):
        actions.restore_plan(collaboration=cast.collaboration, event=removed.event, by=SYSTEM)


def test_another_collaboration_cannot_bring_it_back(cast: Cast) -> None:
    removed = actions.cancel_plan(meeting=plan(cast), by=SYSTEM)
    with pytest.raises(Refused, match="går inte att ta tillbaka"):
        actions.restore_plan(collaboration=cast.other, event=removed.event, by=SYSTEM)


def test_a_called_meeting_is_not_taken_away(cast: Cast) -> None:
    with pytest.raises(Refused, match="redan kallat"):
        actions.cancel_plan(meeting=cast.called, by=SYSTEM)


def test_an_earlier_agenda_is_copied_without_what_came_of_it(cast: Cast) -> None:
    body = cast.chief_executives
    meeting = actions.plan_meeting(body=body, day=DAY, start_time=time(9, 0), copy_of=cast.meeting, by=SYSTEM)
    assert agenda(meeting) == [
        "1 Vattenförsörjning i Sjöbygden",
        "1a Reservvattentäkt",
        "2 Ålfiske och naturvård",
        "3 Övriga frågor",
    ]
    items = AgendaItem.objects.of_meeting(meeting)
    assert {each.notes for each in items} == {""}
    assert not Attachment.objects.filter(item__in=items).exists()
    assert Presenter.objects.get(item__in=items).person == cast.people["Ylva Ängmark"]


def test_the_times_of_its_parts_move_along(cast: Cast) -> None:
    section = cast.meeting.sections.get()
    section.start_time, section.end_time = time(13, 30), time(15, 0)
    section.save()
    meeting = actions.plan_meeting(
        body=cast.chief_executives, day=DAY, start_time=time(9, 0), copy_of=cast.meeting, by=SYSTEM
    )
    copied = meeting.sections.get()
    assert (copied.start_time, copied.end_time) == (time(9, 30), time(11, 0))


def test_copying_what_is_chosen_takes_the_standing_items_along(cast: Cast) -> None:
    meeting = plan(cast, "Övriga frågor")
    actions.copy_agenda(meeting=meeting, source=cast.meeting, chosen=[cast.held.items[1]], by=SYSTEM)
    assert sorted(agenda(meeting)) == ["1 Övriga frågor", "2 Ålfiske och naturvård"]
    assert HELD_ON < DAY
