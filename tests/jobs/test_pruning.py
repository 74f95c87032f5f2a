"""What nobody will ask for again goes, once a day; what is waiting or fresh stays."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from radslag.base.jobs import worker
from radslag.base.jobs.models import Submission
from radslag.base.jobs.pruning import prune

NOW = timezone.now()
pytestmark = pytest.mark.django_db


def task(status: str, ago: timedelta) -> DBTaskResult:  # type: ignore[type-arg]  # of whatever task
    at = NOW - ago
    over = status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    return DBTaskResult.objects.create(
        status=status,
        started_at=at,
        finished_at=at if over else None,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="radslag.base.jobs.tasks.run_job",
        backend_name="default",
        run_after=at,
    )


@pytest.mark.parametrize(
    ("status", "days", "goes"),
    [
        (TaskResultStatus.SUCCESSFUL, 0, False),
        (TaskResultStatus.SUCCESSFUL, 2, True),
        (TaskResultStatus.FAILED, 2, False),
        (TaskResultStatus.FAILED, 15, True),
        (TaskResultStatus.RUNNING, 2, False),
        (TaskResultStatus.RUNNING, 15, True),
        (TaskResultStatus.READY, 400, False),
    ],
)
def test_tasks_that_are_over_go_and_those_that_wait_stay(status: str, days: int, goes: bool) -> None:
    task(status, timedelta(days=days))
    assert prune(NOW).tasks == int(goes)
    assert DBTaskResult.objects.exists() is not goes


@pytest.mark.parametrize(("days", "goes"), [(30, False), (32, True)])
def test_a_nonce_is_kept_for_a_month(days: int, goes: bool) -> None:
    received = Submission.objects.create(nonce=uuid4())
    Submission.objects.filter(pk=received.pk).update(created_at=NOW - timedelta(days=days))
    assert prune(NOW).submissions == int(goes)
    assert Submission.objects.exists() is not goes


def test_only_expired_sessions_go() -> None:
    for key, hours in (("past", -1), ("coming", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=NOW + timedelta(hours=hours))
    assert prune(NOW).sessions == 1
    assert Session.objects.get().session_key == "coming"


class Times:
    """Counts how often the worker prunes, at a clock of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, busy: bool = False) -> None:
        self.count, self.clock, self.busy = 0, 5.0, busy
        monkeypatch.setattr(worker, "prune", self.prune)
        monkeypatch.setattr(time, "monotonic", lambda: self.clock)
        self.worker = object.__new__(worker.SweepingWorker)

    def prune(self, now: datetime) -> None:
        self.count += 1
        if self.busy:
            raise OperationalError("database is locked")

    def after(self, hours: float) -> int:
        self.clock += hours * 3600
        self.worker.tidy()
        return self.count


def test_the_worker_prunes_when_it_starts_and_then_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    times = Times(monkeypatch)
    assert [times.after(hours) for hours in (0, 1, 22, 1.1, 23, 1.1)] == [1, 1, 1, 2, 2, 3]


def test_a_busy_database_is_tried_again_in_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    times = Times(monkeypatch, busy=True)
    assert [times.after(hours) for hours in (0, 0.5, 0.6)] == [1, 1, 2]
