"""A worker that is killed in the middle of a job leaves it to another, which does it once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from radslag.base.jobs.actions import enqueue
from radslag.base.jobs.handlers import HANDLERS, handles
from radslag.base.jobs.models import Job, State
from tests.jobs.worker_process import WORK

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts worker processes on the test's database; all are gone afterwards."""
    started: list[subprocess.Popen[bytes]] = []
    environ = os.environ | {
        "RADSLAG_HOME": str(tmp_path),
        "RADSLAG_TEST_DATABASE": str(connection.settings_dict["NAME"]),
        "RADSLAG_TEST_MARKS": str(tmp_path),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "radslag.config.settings",
    }

    def start_one() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.jobs.worker_process", "2"]
        with (tmp_path / "log").open("ab") as log:
            started.append(subprocess.Popen(command, env=environ, cwd=ROOT, stdout=log, stderr=log))
        return started[-1]

    yield start_one
    for process in started:
        process.kill()
        process.wait(10)


@pytest.fixture
def known_work() -> Iterator[None]:
    """This process asks for the work but never does it."""
    handles(WORK)(lambda run: None)
    yield
    del HANDLERS[WORK]


def _until(told: Callable[[], bool], marks: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not told():
        log = marks / "log"
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8") if log.exists() else "nothing was started"
        time.sleep(0.05)


def _runs(marks: Path) -> list[str]:
    runs = marks / "runs"
    return runs.read_text(encoding="utf-8").split() if runs.exists() else []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_workers_job_is_taken_over_once(
    tmp_path: Path, start: Callable[[], subprocess.Popen[bytes]], known_work: None
) -> None:
    (tmp_path / "hang").touch()
    job = enqueue(name=WORK, key="one", payload={}, collaboration=None)
    first = start()
    _until(lambda: len(_runs(tmp_path)) == 1, tmp_path)
    first.kill()
    (tmp_path / "hang").unlink()
    second, third = start(), start()
    _until(lambda: Job.objects.get(pk=job.pk).state == State.DONE, tmp_path)
    time.sleep(1)
    runs = _runs(tmp_path)
    assert (runs[0], len(runs), Job.objects.get(pk=job.pk).attempts) == (str(first.pid), 2, 2)
    assert runs[1] in (str(second.pid), str(third.pid))
