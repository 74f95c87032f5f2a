"""A job is asked for once per key, tried again with longer pauses, and given up with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from radslag.base.jobs.actions import LEASE, LeaseLost, Run, enqueue, run, take_over
from radslag.base.jobs.handlers import HANDLERS, JobFailed, handles
from radslag.base.jobs.models import Job, State
from radslag.base.jobs.rules import retry_after
from radslag.base.jobs.worker import main as work

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WORK = "tests.work"
Register = Callable[[Callable[[Run], None]], None]


@pytest.fixture
def register() -> Iterator[Register]:
    """Registers what the job does, for the length of a test."""

    def remember(handle: Callable[[Run], None]) -> None:
        HANDLERS.pop(WORK, None)
        handles(WORK, attempts=3)(handle)

    yield remember
    HANDLERS.pop(WORK, None)


def _ask(key: str = "one") -> Job:
    return enqueue(name=WORK, key=key, payload={"n": 1}, collaboration=uuid4())


def _fail(run: Run) -> None:
    raise ZeroDivisionError


def test_the_same_key_is_one_job_delivered_once(register: Register) -> None:
    register(lambda run: None)
    assert _ask() == _ask()
    assert DBTaskResult.objects.count() == 1


def test_work_nobody_does_is_refused() -> None:
    with pytest.raises(ValueError, match="no handler"):
        _ask()


def test_a_job_asked_for_in_a_transaction_that_fails_was_never_asked_for(register: Register) -> None:
    register(lambda run: None)
    with transaction.atomic():
        _ask()
        transaction.set_rollback(True)
    assert (Job.objects.count(), DBTaskResult.objects.count()) == (0, 0)


def test_a_finished_job_is_not_run_again(register: Register) -> None:
    done: list[int] = []
    register(lambda run: done.append(run.payload["n"]))
    job = _ask()
    assert [run(job.uuid), run(job.uuid), done] == [True, False, [1]]


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_was_asked(register: Register) -> None:
    register(lambda run: run.progress(3, 3))
    job = _ask()
    work(batch=True)
    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.lease_token) == (State.DONE, 3, 3, None)


def test_failed_work_waits_longer_each_time_and_is_then_given_up(register: Register) -> None:
    register(_fail)
    job, waited = _ask(), []
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(3):
            assert run(job.uuid)
            assert not run(job.uuid)
            job.refresh_from_db()
            waited.append((job.not_before or NOW) - datetime.now(UTC))
            clock.shift(timedelta(minutes=1))
    assert waited[:2] == [retry_after(1), retry_after(2)] == [timedelta(seconds=2), timedelta(seconds=10)]
    assert (job.state, job.attempts) == (State.FAILED, 3)
    assert "efter 3 försök" in job.sentence


def test_pauses_grow_to_an_hour() -> None:
    assert [retry_after(n).total_seconds() for n in (1, 2, 3, 4, 5, 6)] == [2, 10, 50, 250, 1250, 3600]


def test_work_that_cannot_be_done_fails_at_once_with_its_sentence(register: Register) -> None:
    def refuse(run: Run) -> None:
        raise JobFailed("Filen är borta. Läs in den igen.")

    register(refuse)
    job = _ask()
    run(job.uuid)
    job.refresh_from_db()
    assert (job.state, job.sentence, job.attempts) == (State.FAILED, "Filen är borta. Läs in den igen.", 1)


def test_a_living_workers_job_is_left_alone(register: Register) -> None:
    register(lambda held: None)
    job = _ask()
    Job.objects.update(state=State.RUNNING, lease_token=uuid4(), lease_until=datetime.now(UTC) + LEASE)
    assert (take_over(), run(job.uuid)) == (0, False)


def test_whoever_lost_the_lease_writes_nothing_more(register: Register) -> None:
    def outlive_the_lease(held: Run) -> None:
        Job.objects.filter(pk=held.job.pk).update(lease_token=uuid4())
        with pytest.raises(LeaseLost):
            held.progress(1, 2)
        raise LeaseLost

    register(outlive_the_lease)
    job = _ask()
    run(job.uuid)
    job.refresh_from_db()
    assert (job.state, job.done) == (State.RUNNING, 0)


def test_a_job_that_kills_every_worker_is_given_up(register: Register) -> None:
    register(lambda run: None)
    job = _ask()
    Job.objects.update(state=State.RUNNING, attempts=3, lease_token=uuid4(), lease_until=NOW - LEASE)
    assert run(job.uuid)
    job.refresh_from_db()
    assert (job.state, "efter 3 försök" in job.sentence) == (State.FAILED, True)


@pytest.mark.django_db(transaction=True)
def test_what_was_asked_for_but_never_delivered_is_delivered_later(register: Register) -> None:
    register(lambda run: None)
    job = _ask()
    DBTaskResult.objects.all().delete()
    Job.objects.update(created_at=NOW - timedelta(days=1))
    assert take_over() == 1
    work(batch=True)
    job.refresh_from_db()
    assert job.state == State.DONE
