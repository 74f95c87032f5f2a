"""The process that does background work: django-tasks' worker, which also takes over what a dead one left."""

from __future__ import annotations

import os
import socket
import time

from django.db import OperationalError
from django_tasks_db.management.commands.db_worker import Worker

from radslag.base.jobs.actions import take_over

SWEEP_EVERY = 10.0


class SweepingWorker(Worker):
    """Looks for abandoned jobs between tasks and while it waits."""

    swept = 0.0

    def sweep(self) -> None:
        """Take over abandoned jobs, at most every `SWEEP_EVERY` seconds."""
        if time.monotonic() - self.swept >= SWEEP_EVERY:
            self.swept = time.monotonic()
            try:
                take_over()
            except OperationalError:
                # The database is busy or away; the next sweep comes soon enough.
                self.swept = time.monotonic() - SWEEP_EVERY / 2


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
        time.sleep(worker.interval)
