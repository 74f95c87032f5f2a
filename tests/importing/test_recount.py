"""What a commit learns is counted in, also when a worker is about to count."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection, transaction

from radslag.base.jobs.actions import run
from radslag.base.jobs.models import Job, State
from radslag.exchange.importing.models import Staged
from radslag.exchange.importing.tallying import RECOUNT, ask_for_recount
from tests.importing import papers
from tests.importing.conftest import Place


def worked(job: UUID) -> bool:
    """Whether a worker, on a connection of its own, got the job."""
    try:
        return run(job)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_queued_count_is_not_begun_before_what_it_must_see_is_there(place: Place) -> None:
    first, second = place.stage(papers.minutes(), papers.notice())
    asked_for(first.pk)
    job = Job.objects.get(name=RECOUNT)
    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            ask_for_recount(second.collaboration, second.written_names, "second")
            taken = threads.submit(worked, job.uuid)
            with pytest.raises(TimeoutError):
                taken.result(timeout=0.5)
        assert taken.result(timeout=15)
    assert Job.objects.filter(name=RECOUNT).count() == 1


@pytest.mark.django_db(transaction=True)
def test_after_a_count_has_begun_another_is_asked_for(place: Place) -> None:
    first, second = place.stage(papers.minutes(), papers.notice())
    asked_for(first.pk)
    Job.objects.filter(name=RECOUNT).update(state=State.RUNNING)
    asked_for(second.pk)

    assert Job.objects.filter(name=RECOUNT).count() == 2


def asked_for(staged: int) -> None:
    """As a commit does."""
    with transaction.atomic():
        row = Staged.objects.get(pk=staged)
        ask_for_recount(row.collaboration, row.written_names, str(row.uuid))
