"""Five hundred documents in ten layouts through the import page, with the worker killed in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from radslag.base.accounts.actions import appoint, create_user
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.jobs.models import Job, State
from radslag.base.people.actions import add_member, create_collaboration
from radslag.base.people.models import Collaboration, Municipality
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.actions import answer_body_question
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.web.secretariat.reviewing.queue import queue_of
from tests.archives.generator import Archive, make_archive
from tests.archives.sheets import MEMBERS, OTHER_NAMES

ROOT = Path(__file__).resolve().parents[2]
Worker = Callable[[], subprocess.Popen[bytes]]
PATIENCE = 240.0  # seconds; a machine that does nothing else needs a tenth
KEPT = ("importing", "audit", "jobs", "documents", "accounts", "django_tasks_database", "sessions", "contenttypes")


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    """Starts worker processes on the test's database and files; all are gone afterwards."""
    started: list[subprocess.Popen[bytes]] = []
    environ = os.environ | {
        "RADSLAG_HOME": str(tmp_path),
        "RADSLAG_TEST_DATABASE": str(connection.settings_dict["NAME"]),
        "RADSLAG_TEST_FILES": str(settings.MEDIA_ROOT),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "radslag.config.settings",
    }

    def start() -> subprocess.Popen[bytes]:
        with (tmp_path / "log").open("ab") as log:
            command = [sys.executable, "-m", "tests.archives.worker_process"]
            started.append(subprocess.Popen(command, env=environ, cwd=ROOT, stdout=log, stderr=log))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait(10)


def founded() -> tuple[Collaboration, Client]:
    """An empty collaboration with its members, and its coordinator's browser."""
    collaboration = create_collaboration(name="Tivedsbygden", slug="tivedsbygden", by=SYSTEM)
    for name in MEMBERS:
        add_member(collaboration=collaboration, municipality=Municipality.objects.get(name=name), by=SYSTEM)
    user = create_user(email="siri@example.org", name="Siri", password="sjon-ligger-stilla-idag", by=SYSTEM)
    appoint(user=user, collaboration=collaboration, role=Role.COORDINATOR, by=SYSTEM)
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return collaboration, client


def until(told: Callable[[], bool]) -> None:
    """Wait for something the worker does."""
    deadline = time.monotonic() + PATIENCE
    while not told():
        assert time.monotonic() < deadline, Counter(Staged.objects.values_list("state", flat=True))
        time.sleep(0.1)


def idle() -> bool:
    """Whether all that was asked for is done."""
    return not Job.objects.filter(state__in=(State.QUEUED, State.RUNNING)).exists()


def record() -> dict[str, int]:
    """How many rows the register and the record have."""
    models = (model for model in apps.get_models() if model._meta.app_label not in KEPT)
    return {model._meta.label: model._default_manager.count() for model in models}


def answer_all(collaboration: Collaboration) -> None:
    """Every body that is asked about: another name of one we know, or a new one."""
    known = {other: name for name, other in OTHER_NAMES.items()}
    bodies: dict[str, str] = {}
    for card in sorted(queue_of(collaboration).cards, key=lambda card: card.written in known):
        uuid = bodies.get(known.get(card.written, ""))
        answer = {"uuid": uuid} if uuid else {"new": {"name": card.written, "kind": "working_group"}}
        lesson = answer_body_question(collaboration=collaboration, key=card.key, answer=answer, by=SYSTEM)
        bodies[card.written] = lesson.answer


def must_be_all_there(batch: Batch, archive: Archive) -> None:
    """Each file once, with the fate it should have."""
    rows = list(batch.staged.exclude(parent=None).values_list("folder", "name", "state"))
    paths = [f"{folder}/{name}".removeprefix("arkiv.zip/") for folder, name, _ in rows]
    assert sorted(paths) == sorted(path for path, _ in [*archive.files[: -len(archive.system)]])
    assert Counter(state for *_, state in rows) == {
        "review": len(archive.papers),
        "known": len(archive.doubles),
        "refused": len(archive.junk),
    }
    assert batch.skipped == len(archive.system)


def send(client: Client, archive: Archive) -> Batch:
    """The archive by way of the import page."""
    sent = SimpleUploadedFile("arkiv.zip", archive.zipped())
    answer = client.post("/tivedsbygden/import/", {"documents": [sent], "nonce": str(uuid4())})
    batch = Batch.objects.get()
    assert answer["Location"].endswith(f"/import/{batch.uuid}/")
    return batch


def read_though_killed(batch: Batch, start: Worker, enough: int) -> None:
    """A worker is killed when it has read some; another goes on and finishes."""
    first = start()
    until(lambda: Staged.objects.to_review().count() >= enough)
    first.kill()
    first.wait(10)
    assert batch.staged.filter(state=StagedState.WAITING).exists(), "killed in the middle"
    start()
    until(idle)
    batch.refresh_from_db()


def must_have_entered(batch: Batch, archive: Archive) -> None:
    """Most of it is in the record, each meeting once."""
    assert batch.staged.filter(state=StagedState.COMMITTED).count() > 0.85 * len(archive.papers)
    assert Meeting.objects.count() <= len(archive.meetings)
    assert Meeting.objects.count() == len(set(Meeting.objects.values_list("body", "date")))


# On one engine: tests/jobs takes over from a killed worker, tests/importing commits and undoes, on both.
@pytest.mark.engine("sqlite")
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_nothing_comes_twice_and_everything_can_be_undone(worker: Worker) -> None:
    archive = make_archive()
    collaboration, client = founded()
    before = record()
    batch = send(client, archive)
    read_though_killed(batch, worker, enough=len(archive.papers) // 3)
    must_be_all_there(batch, archive)
    answer_all(collaboration)
    client.post(f"/tivedsbygden/import/{batch.uuid}/for-in/")
    until(idle)
    must_have_entered(batch, archive)
    client.post(f"/tivedsbygden/import/{batch.uuid}/angra/")
    until(idle)
    assert not batch.staged.filter(state=StagedState.COMMITTED).exists()
    assert record() == before
