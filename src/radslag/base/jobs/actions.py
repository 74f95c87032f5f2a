"""Ask for background work, run it under a lease, take over what a dead worker left, count under lock."""

from __future__ import annotations

import uuid as uuids
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.base.jobs.handlers import HANDLERS, JobFailed
from radslag.base.jobs.models import Counter, Job, State
from radslag.base.jobs.rules import retry_after

LEASE = timedelta(seconds=60)
log = structlog.get_logger(__name__)


class LeaseLost(Exception):
    """Another worker has taken the job over; whoever held it must write nothing more."""


@dataclass
class Run:
    """A job in the hands of the worker that holds its lease."""

    job: Job
    token: UUID

    @property
    def payload(self) -> dict[str, Any]:
        """What the asker gave, as JSON."""
        payload: dict[str, Any] = self.job.payload
        return payload

    def progress(self, done: int, total: int) -> None:
        """Say how far it has come, and keep the lease. Raises `LeaseLost` when the job is someone else's by now."""
        kept = Job.objects.filter(pk=self.job.pk, lease_token=self.token).update(
            done=done, total=total, lease_until=timezone.now() + LEASE
        )
        if not kept:
            raise LeaseLost


def enqueue(*, name: str, key: str, payload: Mapping[str, Any], collaboration: UUID | None) -> Job:
    """Ask for work, in the caller's transaction. The same key again gives the same job and no second run."""
    if name not in HANDLERS:
        raise ValueError(f"no handler for {name}")
    with transaction.atomic():
        job, new = Job.objects.get_or_create(
            key=key, defaults={"name": name, "payload": dict(payload), "collaboration_uuid": collaboration}
        )
        if new:
            _deliver(job)
    return job


def run(job_uuid: UUID) -> bool:
    """Take the job if it is free, and run it. False when it is held by a living worker, waits, or is finished."""
    taken = _lease(job_uuid)
    if taken is None:
        return False
    handler = HANDLERS.get(taken.job.name)
    if handler is None or taken.job.attempts > handler.attempts:
        # Unknown to this release, or it has killed every worker that took it: once more would kill the next.
        _give_up(taken, max(1, taken.job.attempts - 1))
        return True
    try:
        handler.handle(taken)
    except LeaseLost:
        log.warning("lease lost", job=str(job_uuid))
    except JobFailed as failure:
        _finish(taken, State.FAILED, str(failure))
    except Exception:
        log.exception("job failed", job=str(job_uuid), name=taken.job.name)
        _try_again(taken, handler.attempts)
    else:
        _finish(taken, State.DONE, "")
    return True


def take_over() -> int:
    """Deliver again what a dead worker held, and what was asked for but never delivered. Returns how many."""
    now = timezone.now()
    left = Job.objects.filter(
        Q(state=State.RUNNING, lease_until__lt=now)
        | Q(state=State.QUEUED, created_at__lt=now - LEASE, not_before__isnull=True)
        | Q(state=State.QUEUED, not_before__lt=now - LEASE)
    )
    jobs = list(left)
    for job in jobs:
        _deliver(job)
    return len(jobs)


@transaction.atomic
def next_number(*, collaboration: UUID, name: str) -> int:
    """The next number of a series. Held under lock until the transaction ends, so that the series has no holes."""
    Counter.objects.get_or_create(collaboration_uuid=collaboration, name=name)
    counter = Counter.objects.select_for_update().get(collaboration_uuid=collaboration, name=name)
    counter.value += 1
    counter.save(update_fields=["value"])
    return counter.value


def _deliver(job: Job) -> None:
    from radslag.base.jobs.tasks import run_job

    # The queue is in the same database: delivered exactly when the caller's transaction commits.
    run_job.using(run_after=job.not_before).enqueue(str(job.uuid))


def _lease(job_uuid: UUID) -> Run | None:
    now, token = timezone.now(), uuids.uuid4()
    free = Q(state=State.QUEUED) & (Q(not_before__isnull=True) | Q(not_before__lte=now))
    left = Q(state=State.RUNNING, lease_until__lt=now)
    taken = Job.objects.filter(free | left, uuid=job_uuid).update(
        state=State.RUNNING, lease_token=token, lease_until=now + LEASE, attempts=F("attempts") + 1
    )
    return Run(Job.objects.get(uuid=job_uuid), token) if taken else None


def _finish(run: Run, state: State, sentence: str) -> None:
    Job.objects.filter(pk=run.job.pk, lease_token=run.token).update(
        state=state, sentence=sentence, finished_at=timezone.now(), lease_token=None, lease_until=None
    )


def _give_up(run: Run, attempts: int) -> None:
    sentence = _("Arbetet avbröts av ett fel hos oss efter %(count)s försök. Försök igen eller kontakta förvaltaren.")
    _finish(run, State.FAILED, sentence % {"count": attempts})


def _try_again(run: Run, attempts: int) -> None:
    if run.job.attempts >= attempts:
        _give_up(run, run.job.attempts)
        return
    not_before = timezone.now() + retry_after(run.job.attempts)
    with transaction.atomic():
        kept = Job.objects.filter(pk=run.job.pk, lease_token=run.token).update(
            state=State.QUEUED, lease_token=None, lease_until=None, not_before=not_before
        )
        if kept:
            run.job.not_before = not_before
            _deliver(run.job)
