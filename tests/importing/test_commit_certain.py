"""What leaves no doubt is committed; the rest stays staged."""

from __future__ import annotations

from datetime import date

from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.actions import commit_certain
from radslag.exchange.importing.models import StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place


def test_the_certain_enter_and_the_doubtful_stay(place: Place) -> None:
    certain, doubtful, letter = place.stage(
        papers.minutes(),
        papers.minutes(day=date(2024, 6, 15), present="Ada Brant (Askersund)"),
        papers.CHATTER,
    )
    committed = commit_certain(batch=certain.batch, by=BY)
    doubtful.refresh_from_db()
    letter.refresh_from_db()

    assert [each.pk for each in committed] == [certain.pk]
    assert (doubtful.state, letter.state) == (StagedState.REVIEW, StagedState.REVIEW)
    assert Meeting.objects.get().date == papers.DAY


def test_a_notice_and_its_minutes_in_one_batch_join(place: Place) -> None:
    staged = place.stage(papers.minutes(), papers.notice())

    assert len(commit_certain(batch=staged[0].batch, by=BY)) == 2
    assert Meeting.objects.count() == 1


def test_of_two_minutes_of_one_meeting_the_second_stays(place: Place) -> None:
    staged = place.stage(papers.minutes(), papers.minutes(secretary="Siv Lundgren"))

    assert len(commit_certain(batch=staged[0].batch, by=BY)) == 1


def test_once_more_commits_nothing_more(place: Place) -> None:
    staged = place.stage(papers.minutes())
    commit_certain(batch=staged[0].batch, by=BY)

    assert commit_certain(batch=staged[0].batch, by=BY) == []
