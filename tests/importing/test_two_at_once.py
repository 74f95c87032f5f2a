"""Two who commit at the same moment make one meeting and one of each person."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from radslag.base.people.models import Person
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.actions import commit
from radslag.exchange.importing.models import Staged
from tests.importing import papers
from tests.importing.conftest import BY, Place


def entered(staged: Staged) -> Meeting:
    """Committed on a connection of the thread's own."""
    try:
        return commit(staged=staged, expected=staged.revision, by=BY)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_notice_and_its_minutes_committed_at_once_join(place: Place) -> None:
    staged = place.stage(papers.notice(), papers.minutes(), papers.minutes(day=papers.DAY.replace(day=29)))
    with ThreadPoolExecutor(max_workers=3) as threads:
        first, second, other = threads.map(entered, staged)

    assert first == second != other
    assert Meeting.objects.count() == 2
    assert Person.objects.filter(name="Siv Lundgren").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_commit_one_document_one_is_told_that_the_other_was_first(place: Place) -> None:
    staged = place.stage(papers.minutes())[0]
    with ThreadPoolExecutor(max_workers=2) as threads:
        outcomes = [threads.submit(entered, Staged.objects.get(pk=staged.pk)) for _ in range(2)]
        failures = [str(each.exception()) for each in outcomes if each.exception()]

    assert len(failures) == 1
    assert "changed by someone else" in failures[0]
    assert Meeting.objects.count() == 1
