"""A notice and the minutes of one meeting make one meeting."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from radslag.base.documents.models import Citation
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState, Notice, ProposedDecision
from radslag.domain.minutes.models import Minutes
from radslag.exchange.importing import actions
from radslag.exchange.importing.actions import Refused, commit, undo_commit
from radslag.exchange.importing.models import Staged
from tests.importing import papers
from tests.importing.conftest import BY, Place


def enter(place: Place, *files: bytes) -> list[Staged]:
    """The documents staged and committed, one after the other."""
    staged = place.stage(*files)
    for each in staged:
        commit(staged=each, expected=each.revision, by=BY)
    return staged


def titles(meeting: Meeting) -> Sequence[str]:
    """The items in order."""
    return [item.title for item in meeting.items.in_order()]


def test_a_notice_makes_a_called_meeting_with_proposals(place: Place) -> None:
    enter(place, papers.notice())
    meeting = Meeting.objects.get()

    assert (meeting.state, meeting.place) == (MeetingState.CALLED, "Sjösalen, Örebro")
    assert ProposedDecision.objects.count() == 2
    assert (meeting.decisions.count(), meeting.attendances.count()) == (0, 0)


@pytest.mark.parametrize("order", [1, -1], ids=["notice first", "minutes first"])
def test_notice_and_minutes_join_whichever_comes_first(place: Place, order: int) -> None:
    enter(place, *[papers.notice(), papers.minutes()][::order])
    meeting = Meeting.objects.get()

    assert meeting.state == MeetingState.HELD
    assert (Notice.objects.get().meeting, Minutes.objects.get().meeting) == (meeting, meeting)
    assert sorted(titles(meeting)) == [
        "Föregående protokoll",
        "Gemensam beredskap",
        "Kommande remisser",
        "Övrigt",
    ]
    assert [item.position for item in meeting.items.in_order()] == [1, 2, 3, 4]


def test_an_item_of_the_notice_alone_stays_where_it_stood(place: Place) -> None:
    enter(place, papers.notice(), papers.minutes())

    assert titles(Meeting.objects.get()) == [
        "Föregående protokoll",
        "Gemensam beredskap",
        "Kommande remisser",
        "Övrigt",
    ]


@pytest.mark.parametrize("order", [1, -1], ids=["notice first", "minutes first"])
def test_the_minutes_say_what_was_said_and_the_notice_what_was_proposed(place: Place, order: int) -> None:
    enter(place, *[papers.notice(), papers.minutes()][::order])
    item = AgendaItem.objects.get(title="Gemensam beredskap")

    assert "Gruppen gick igenom läget" in item.notes
    assert item.proposed_decisions.get().text == "övningsplanen godkänns."
    assert item.decisions.count() == 2
    assert item.presenters.count() == 1


def test_a_value_that_both_papers_hold_leads_to_both(place: Place) -> None:
    staged = enter(place, papers.notice(), papers.minutes())
    item = AgendaItem.objects.get(title="Gemensam beredskap")
    cited = Citation.objects.about("agendaitem", [item.uuid]).filter(field="title")

    assert {each.extraction_id for each in cited} == {each.extraction_id for each in staged}


def test_taking_back_the_minutes_leaves_the_notice_as_it_was(place: Place) -> None:
    notice, minutes = place.stage(papers.notice(), papers.minutes())
    commit(staged=notice, expected=1, by=BY)
    meeting = Meeting.objects.get()
    before = [(item.title, item.position, item.notes) for item in meeting.items.in_order()]
    commit(staged=minutes, expected=minutes.revision, by=BY)
    undo_commit(staged=minutes, by=BY)
    meeting.refresh_from_db()

    assert [(item.title, item.position, item.notes) for item in meeting.items.in_order()] == before
    assert (meeting.state, Minutes.objects.count(), Notice.objects.count()) == (MeetingState.CALLED, 0, 1)
    undo_commit(staged=notice, by=BY)
    assert Meeting.objects.count() == 0


def test_what_came_first_cannot_be_taken_back_before_what_came_after(place: Place) -> None:
    notice, minutes = enter(place, papers.notice(), papers.minutes())

    with pytest.raises(Refused, match=r"2-protokoll\.txt har förts in i samma möte"):
        undo_commit(staged=notice, by=BY)
    undo_commit(staged=minutes, by=BY)
    undo_commit(staged=notice, by=BY)


def test_a_second_paper_of_the_same_kind_is_asked_about(place: Place) -> None:
    first, second = place.stage(papers.minutes(), papers.minutes(secretary="Siv Lundgren"))
    commit(staged=first, expected=1, by=BY)
    with pytest.raises(Refused, match="har redan protokoll"):
        commit(staged=second, expected=1, by=BY)
    actions.answer_meeting(staged=second, expected=1, answer="join", by=BY)
    commit(staged=second, expected=2, by=BY)
    meeting = Meeting.objects.get()

    assert (meeting.items.count(), meeting.decisions.count(), meeting.attendances.count()) == (3, 3, 4)
    assert Minutes.objects.count() == 2


def test_what_the_notice_proposed_is_given_when_the_minutes_say_the_same(place: Place) -> None:
    notice, minutes = place.stage(papers.notice(), papers.minutes())
    task = minutes.draft["items"][1]["assignments"][0]["what"]
    actions.add(staged=notice, expected=1, item="i2", kind="assignments", text=task, by=BY)
    added = notice.draft["items"][1]["assignments"][-1]["id"]
    path = f"items.i2.assignments.{added}.strength"
    actions.correct(staged=notice, expected=2, path=path, value="proposed", by=BY)
    commit(staged=notice, expected=3, by=BY)
    commit(staged=minutes, expected=1, by=BY)
    given = Assignment.objects.get(what=task).strength
    undo_commit(staged=minutes, by=BY)

    assert (given, Assignment.objects.get(what=task).strength) == ("decided", "proposed")
