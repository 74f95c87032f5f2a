"""A worker process on the test's own database, with a kind of work that waits to be killed.

Run as `python -m tests.jobs.worker_process SECONDS_OF_LEASE`; RADSLAG_TEST_… tell the database and the folder of marks.
The work writes a line per run into the folder, and hangs while a file named "hang" is there.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import timedelta
from pathlib import Path

WORK = "tests.hang"


def main() -> None:
    """Work until killed."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = os.environ["RADSLAG_TEST_DATABASE"]
    django.setup()
    from radslag.base.jobs import actions, worker
    from radslag.base.jobs.handlers import handles

    actions.LEASE = timedelta(seconds=float(sys.argv[1]))
    worker.SWEEP_EVERY = 0.2
    handles(WORK)(_hang)
    worker.main()


def _hang(run: object) -> None:
    marks = Path(os.environ["RADSLAG_TEST_MARKS"])
    with (marks / "runs").open("a", encoding="utf-8") as runs:
        runs.write(f"{os.getpid()}\n")
    while (marks / "hang").exists():
        time.sleep(0.05)


if __name__ == "__main__":
    main()
