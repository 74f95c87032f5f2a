"""What earlier meetings left undone is suggested once, where it is to be reported, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_body
from radslag.base.people.models import Body
from radslag.domain.decisions.actions import mark_done
from radslag.domain.decisions.models import Assignee, Assignment, Outcome, Strength
from radslag.domain.decisions.suggesting import of_meeting
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from radslag.domain.meetings.suggested import Cause, Suggested
from tests.cast import Cast
from tests.meetings.planning import DAY, plan
from tests.paperwork import logged_assignment, logged_decision, make_meeting

TODAY = date(2024, 6, 10)
Counting = Callable[[int], AbstractContextManager[object]]


def suggested(meeting: Meeting, today: date = TODAY) -> dict[str, Suggested]:
    """By what they rest on."""
    return {str(each.object_uuid): each for each in of_meeting(meeting, today)}


def give(cast: Cast, what: str, due_text: str = "", *, due: date | None = None, **fields: object) -> Assignment:
    """A task of the held meeting's third item."""
    task = logged_assignment(cast.held.items[2], what, due)
    task.due_text = due_text
    for name, value in fields.items():
        setattr(task, name, value)
    task.save()
    return task


def hold(body: Body, day: date, *titles: str, state: str = MeetingState.HELD) -> Meeting:
    """A meeting with items of these titles."""
    meeting = Meeting.objects.create(collaboration=body.collaboration, body=body, date=day, state=state)
    for position, title in enumerate(titles, 1):
        AgendaItem.objects.create(collaboration=body.collaboration, meeting=meeting, position=position, title=title)
    return meeting


def test_open_tasks_are_told_by_their_time(cast: Cast) -> None:
    promise = give(cast, "återkommer med besked om vattnet")
    soon = give(cast, "tar fram en karta", due=DAY)
    later = give(cast, "tar fram en modell", due=DAY + timedelta(days=1))
    found = suggested(plan(cast))
    causes = {key: each.cause for key, each in found.items()}
    assert causes[str(cast.held.late.uuid)] == Cause.OVERDUE
    assert causes[str(soon.uuid)] == Cause.DUE
    assert causes[str(promise.uuid)] == Cause.PROMISED
    assert str(later.uuid) not in found
    assert not {str(cast.held.done.uuid), str(cast.held.open.uuid)} & set(found)


def test_the_reason_says_who_gave_it_when_and_for_when(cast: Cast) -> None:
    found = suggested(plan(cast))[str(cast.held.late.uuid)]
    assert found.title == "Gemensam kostnadskalkyl"
    assert found.reason == (
        "Gavs av Kommundirektörsgruppen den 14 februari 2024. Skulle vara klart den 31 maj 2024 och är inte redovisat."
    )


def test_to_the_next_meeting_is_to_this_one_when_there_has_been_none_since(cast: Cast) -> None:
    cast.called.delete()
    task = give(cast, "tar fram en karta", "till nästa möte")
    found = suggested(plan(cast))[str(task.uuid)]
    assert (found.cause, found.reason.split(". ")[1]) == (Cause.DUE, "Ska vara klart till nästa möte.")


def test_a_meeting_that_did_not_hear_of_it_is_named(cast: Cast) -> None:
    cast.called.delete()
    task = give(cast, "tar fram en karta", "till nästa möte")
    hold(cast.chief_executives, date(2024, 4, 17), "Upphandling")
    assert suggested(plan(cast))[str(task.uuid)].reason.endswith(
        "Anteckningarna från den 17 april 2024 nämner det inte."
    )


@pytest.mark.parametrize(("state", "there"), [(MeetingState.CALLED, True), (MeetingState.HELD, False)])
def test_a_proposal_is_a_riddle_only_while_its_meeting_has_no_minutes(cast: Cast, state: str, there: bool) -> None:
    meeting = hold(cast.chief_executives, date(2024, 4, 17), "Karta", state=state)
    task = logged_assignment(meeting.items.get(), "tar fram en karta")
    task.strength = Strength.PROPOSED
    task.save()
    assert (str(task.uuid) in suggested(plan(cast))) is there


def test_a_proposal_a_later_meeting_took_up_is_settled(cast: Cast) -> None:
    meeting = hold(cast.chief_executives, date(2024, 4, 17), "Annat", state=MeetingState.CALLED)
    task = logged_assignment(meeting.items.get(), "ta fram gemensam flodkarta")
    task.strength = Strength.PROPOSED
    task.save()
    hold(cast.chief_executives, date(2024, 5, 15), "Gemensamma flodkartan")
    assert str(task.uuid) not in suggested(plan(cast))


def test_a_task_is_reported_to_who_gave_it_and_to_the_body_that_is_to_do_it(cast: Cast) -> None:
    collaboration = cast.collaboration
    group = create_body(collaboration=collaboration, name="Vattengruppen", by=SYSTEM)
    task = give(cast, "tar fram en karta", due=date(2024, 5, 1))
    Assignee.objects.create(collaboration=collaboration, assignment=task, text="Vattengruppen", body=group)
    member = Assignee.objects.create(
        collaboration=collaboration, assignment=cast.held.late, text="Ada", person=cast.people["Ada Brandt"]
    )
    plans = [
        Meeting.objects.create(collaboration=collaboration, body=body, date=DAY, state=MeetingState.PLANNED)
        for body in (cast.chief_executives, group, cast.board)
    ]
    assert [str(task.uuid) in suggested(each) for each in plans] == [True, True, False]
    assert str(member.assignment.uuid) not in suggested(plans[1])


def test_what_was_put_off_comes_back_until_it_is_taken_up(cast: Cast) -> None:
    tabled = logged_decision(cast.held.items[1], "Ärendet bordläggs.")
    tabled.outcome = Outcome.TABLED
    tabled.save()
    meeting = plan(cast)
    found = suggested(meeting)[str(tabled.uuid)]
    assert (found.cause, found.title) == (Cause.DEFERRED, "Ålfiske och naturvård")
    assert found.reason == "Bordlades den 14 februari 2024 och har inte tagits upp sedan dess."
    hold(cast.chief_executives, date(2024, 4, 17), "Ålfisket och naturvården")
    assert str(tabled.uuid) not in suggested(meeting)


def test_the_same_sentence_twice_in_a_document_is_one_suggestion(cast: Cast) -> None:
    tasks = [give(cast, what, due=date(2024, 5, 1)) for what in ("tar fram en karta", "Tar fram  en karta")]
    assert len({str(task.uuid) for task in tasks} & set(suggested(plan(cast)))) == 1


def test_what_nobody_set_a_time_for_is_forgotten_after_a_year_of_meetings(cast: Cast) -> None:
    task = give(cast, "funderar på skyltar")
    hold(cast.chief_executives, date(2025, 6, 18))
    found = [str(task.uuid) in suggested(plan(cast, day=day)) for day in (DAY, date(2025, 9, 17))]
    assert found == [True, False]


def test_nothing_is_forgotten_while_the_body_has_not_met_however_late_it_meets_again(cast: Cast) -> None:
    task, promise = give(cast, "funderar på skyltar"), give(cast, "återkommer med besked om vattnet")
    found = suggested(plan(cast, day=date(2031, 9, 17)), date(2031, 8, 1))
    assert [found[str(each.uuid)].cause for each in (task, promise)] == [Cause.UNDATED, Cause.PROMISED]


def test_what_is_done_is_not_suggested(cast: Cast) -> None:
    meeting = plan(cast)
    mark_done(assignment=cast.held.late, day=TODAY, by=SYSTEM)
    assert str(cast.held.late.uuid) not in suggested(meeting)


@pytest.mark.parametrize("meetings", [1, 6])
def test_it_takes_as_many_statements_however_much_there_is(
    cast: Cast, meetings: int, django_assert_max_num_queries: Counting
) -> None:
    for number in range(meetings):
        day = date(2024, 4, 3) + timedelta(days=number)
        make_meeting(body=cast.chief_executives, day=day, people=list(cast.people.values()), items=20)
    meeting = Meeting.objects.select_related("body", "collaboration").get(pk=plan(cast).pk)
    with django_assert_max_num_queries(10):
        assert len(of_meeting(meeting, TODAY)) > 15 * meetings
