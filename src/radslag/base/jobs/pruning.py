"""Take away what nobody will ask for again, so that a database does not grow by being used.

What is kept of the work itself is `Job`, which people see; nothing here belongs to the record or the trail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from radslag.base.jobs.models import Submission

KEEP_DONE = timedelta(days=1)
# A failed task carries the traceback somebody may want to read; one that never ended belonged to a killed worker.
KEEP_FAILED = timedelta(days=14)
# Nobody sends a form again that was shown a month ago; the page in the browser is older than its session by then.
KEEP_SUBMISSIONS = timedelta(days=31)


@dataclass(frozen=True)
class Pruned:
    """How many rows of each went."""

    tasks: int
    submissions: int
    sessions: int


def prune(now: datetime) -> Pruned:
    """Take away tasks that are over, nonces older than a month and expired sessions. Harmless when repeated."""
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEEP_DONE)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - KEEP_FAILED)
    never_ended = Q(status=TaskResultStatus.RUNNING, started_at__lt=now - KEEP_FAILED)
    return Pruned(
        tasks=DBTaskResult.objects.filter(done | failed | never_ended).delete()[0],
        submissions=Submission.objects.filter(created_at__lt=now - KEEP_SUBMISSIONS).delete()[0],
        sessions=Session.objects.filter(expire_date__lt=now).delete()[0],
    )
