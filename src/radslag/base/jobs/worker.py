"""The process that does background work: django-tasks' worker, which also takes over from a dead one and tidies."""

from __future__ import annotations

import os
import socket
import time

from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from radslag.base.jobs.actions import take_over
from radslag.base.jobs.pruning import prune

SWEEP_EVERY = 10.0
PRUNE_EVERY = 24 * 3600.0


class SweepingWorker(Worker):
    """Looks for abandoned jobs between tasks and while it waits; once a day takes away what nobody asks for."""

    swept = 0.0
    # Never yet: a worker that is started anew each morning tidies, too.
    pruned: float | None = None

    def sweep(self) -> None:
        """Take over abandoned jobs, at most every `SWEEP_EVERY` seconds."""
        if time.monotonic() - self.swept >= SWEEP_EVERY:
            self.swept = time.monotonic()
            try:
                take_over()
            except OperationalError:
                # The database is busy or away; the next sweep comes soon enough.
                self.swept = time.monotonic() - SWEEP_EVERY / 2

    def tidy(self) -> None:
        """Prune when a day has passed since last time; when the database is busy, try again in an hour."""
        if self.pruned is None or time.monotonic() - self.pruned >= PRUNE_EVERY:
            self.pruned = time.monotonic()
            try:
                prune(timezone.now())
            except OperationalError:
                self.pruned = time.monotonic() - PRUNE_EVERY + 3600


def main(*, batch: bool = False) -> None:
    """Work until told to stop, or with `batch` until the queue is empty."""
    worker = SweepingWorker(
        queue_names=["default"],
        interval=0.5,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}",
        excluded_queue_names=[],
    )
    if not batch:
        worker.configure_signals()
    while worker.running:
        worker.sweep()
        worker.run()
        if batch:
            return
        worker.tidy()
        time.sleep(worker.interval)
