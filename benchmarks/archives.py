"""How fast an archive of many layouts comes in by way of the jobs, how that grows with it, and what memory it takes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure
from radslag.base.core.actor import SYSTEM, Actor
from radslag.base.jobs import actions as jobs
from radslag.base.jobs.models import Job, State
from radslag.base.people.actions import add_member, create_collaboration
from radslag.base.people.models import Collaboration, Municipality
from radslag.exchange.importing.actions import answer_body_question, ask_for, receive
from radslag.exchange.importing.batches import COMMIT_BATCH
from radslag.exchange.importing.models import Batch, Staged, StagedState
from tests.archives.generator import make_archive
from tests.archives.sheets import MEMBERS

BY = Actor("import", None, "bench")
SMALL, LARGE = 60, 240
# A ZIP file of pictures, which hardly packs: what the web process must pass on without holding it.
MEGABYTES = 200
ROOT = Path(__file__).resolve().parents[1]


def figures() -> Iterator[Figure]:
    """The rows about archives."""
    few, many = _seconds(SMALL), _seconds(LARGE)
    yield Figure("arkiv, tio layouter från ZIP till register", LARGE / many, "st/s", 5, most=False)
    yield Figure("arkiv, tid per dokument 240 mot 60", (many / LARGE) / (few / SMALL), "gånger", 1.5)
    yield Figure("arkiv, arbetarens minne", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 600)
    yield Figure(f"uppladdning av {MEGABYTES} MB, webbens minne växer", _upload_growth(), "MB", 20)


def _seconds(documents: int) -> float:
    """The CPU time from the ZIP file to the record."""
    collaboration = create_collaboration(name=f"Arkiv {documents}", slug=f"arkiv-{documents}", by=SYSTEM)
    for name in MEMBERS:
        add_member(collaboration=collaboration, municipality=Municipality.objects.get(name=name), by=SYSTEM)
    packed = make_archive(documents).zipped()
    began = time.process_time()
    batch = receive(collaboration=collaboration, files=[("arkiv.zip", packed)], by=BY)
    _work(collaboration)
    _answer(collaboration)
    ask_for(work=COMMIT_BATCH, batch=batch, by=BY)
    _work(collaboration)
    seconds = time.process_time() - began
    _must_have_come(batch, documents)
    return seconds


def _work(collaboration: Collaboration) -> None:
    mine = Job.objects.filter(state=State.QUEUED, collaboration_uuid=collaboration.uuid).order_by("pk")
    while (job := mine.first()) is not None:
        jobs.run(job.uuid)


def _answer(collaboration: Collaboration) -> None:
    """Every body is a new one."""
    rows = Staged.objects.of(collaboration).to_review().values_list("open_questions", flat=True)
    asked = {key: written for row in rows for kind, key, written, _ in row if kind == "body"}
    for key, written in asked.items():
        new = {"new": {"name": written, "kind": "working_group"}}
        answer_body_question(collaboration=collaboration, key=key, answer=new, by=BY)


def _must_have_come(batch: Batch, documents: int) -> None:
    done = batch.staged.filter(state=StagedState.COMMITTED).count()
    if done < 0.6 * documents:
        raise RuntimeError(f"only {done} of {documents} documents were committed")


def _upload_growth() -> float:
    """By how much a web process that receives a large file grows; measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.receiving", str(MEGABYTES)]
    environ = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    told = subprocess.run(command, env=environ, cwd=ROOT, check=True, capture_output=True, text=True)
    grown: float = json.loads(told.stdout)["grown"]
    return grown
