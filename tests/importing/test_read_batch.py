"""The job that reads a batch: told how far it has come, harmless twice, taken over where it stopped."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.utils import timezone

from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.base.jobs import actions as jobs
from radslag.base.jobs.models import Job, State
from radslag.exchange.importing import tasks
from radslag.exchange.importing.actions import answer_person, commit, read_staged, receive
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.queries import job_of
from radslag.exchange.importing.tallying import RegisterOnHand
from tests.importing import papers
from tests.importing.conftest import BY, Place

BATCH = [("a.txt", papers.minutes()), ("b.png", b"\x89PNG\r\n\x1a\n"), ("c.txt", papers.notice())]


@pytest.fixture
def batch(place: Place) -> Batch:
    """Three files, one of them a picture."""
    return receive(collaboration=place.collaboration, files=BATCH, by=BY)


def job_for(batch: Batch) -> Job:
    """The work asked for."""
    job = job_of(batch)
    assert job is not None
    return job


def states(batch: Batch) -> list[str]:
    """Of the documents, in order."""
    return list(batch.staged.order_by("pk").values_list("state", flat=True))


def test_it_reads_every_document_and_says_how_far_it_has_come(batch: Batch) -> None:
    assert jobs.run(job_for(batch).uuid)
    job = job_for(batch)

    assert states(batch) == ["review", "refused", "review"]
    assert (job.state, job.done, job.total) == (State.DONE, 3, 3)


def test_what_it_does_is_told_as_done_for_the_one_who_asked(batch: Batch) -> None:
    jobs.run(job_for(batch).uuid)
    event = Event.objects.filter(verb="read").order_by("sequence")[0]

    assert (event.actor_kind, event.detail("actor")) == ("job", BY.label)


def test_run_again_it_changes_nothing(batch: Batch) -> None:
    jobs.run(job_for(batch).uuid)
    before = list(Staged.objects.values_list("pk", "revision"))
    Job.objects.update(state=State.QUEUED)
    jobs.run(job_for(batch).uuid)

    assert list(Staged.objects.values_list("pk", "revision")) == before
    assert Event.objects.filter(verb="read").count() == 2


class Killed(BaseException):
    """The worker is gone."""


def killed_at_the_second(*, staged: Staged, by: Actor, registers: RegisterOnHand) -> None:
    """Reads the first document of BATCH and is killed at the next."""
    if staged.name != "a.txt":
        raise Killed
    read_staged(staged=staged, by=by, registers=registers)


def test_killed_half_way_it_is_taken_over_where_it_stopped(batch: Batch) -> None:
    with patch.object(tasks, "read_staged", killed_at_the_second), pytest.raises(Killed):
        jobs.run(job_for(batch).uuid)
    assert states(batch) == ["review", "waiting", "waiting"]
    Job.objects.update(lease_until=timezone.now() - jobs.LEASE)
    assert jobs.run(job_for(batch).uuid)

    assert states(batch) == ["review", "refused", "review"]
    assert Event.objects.filter(verb="read").count() == 2


def test_who_has_lost_the_lease_writes_nothing_more(batch: Batch) -> None:
    def lose(**_: object) -> None:
        Job.objects.update(lease_token="00000000-0000-4000-8000-000000000000")

    with patch.object(tasks, "read_staged", side_effect=lose) as read:
        jobs.run(job_for(batch).uuid)

    assert read.call_count == 1
    assert job_for(batch).state == State.RUNNING


def test_a_batch_that_has_gone_is_no_work(place: Place, batch: Batch) -> None:
    job = job_for(batch)
    Batch.objects.all().delete()

    assert jobs.run(job.uuid)
    assert Job.objects.get(pk=job.pk).state == State.DONE


def test_what_a_commit_taught_is_counted_for_the_others_in_the_background(place: Place) -> None:
    misspelt = "Ada Brant (Askersund)"
    first, second = place.stage(
        papers.minutes(present=misspelt), papers.minutes(present=misspelt, day=papers.DAY.replace(day=29))
    )
    assert (first.doubts, second.doubts) == (1, 1)
    answer_person(staged=first, expected=1, person="p1", answer=str(place.ada.uuid), by=BY)
    commit(staged=first, expected=2, by=BY)
    jobs.run(Job.objects.get(name="importing.recount").uuid)
    second.refresh_from_db()

    assert (second.doubts, second.revision, second.state) == (0, 1, StagedState.REVIEW)
