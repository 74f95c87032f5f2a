"""What the worker can run: read a batch, enter what is certain of it, take it out again, count again."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import override

from radslag.base.core.actor import Actor
from radslag.base.jobs.actions import Run
from radslag.base.jobs.handlers import JobFailed, handles
from radslag.base.people.models import Collaboration
from radslag.exchange.importing.batches import COMMIT_BATCH, UNDO_BATCH, commit_certain, undo_batch
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.reading import read_staged
from radslag.exchange.importing.receiving import READ_BATCH
from radslag.exchange.importing.tallying import RECOUNT, RegisterOnHand, recount_affected

# A file that ends the process is refused after a few times; the batch must outlive several such files.
ATTEMPTS = 60


@handles(READ_BATCH, attempts=ATTEMPTS)
def read_batch(run: Run) -> None:
    """Read what has not been read. Killed half-way, the one who takes over goes on where this one stopped."""
    batch = _batch_of(run)
    if batch is None:
        return
    by = Actor("job", None, batch.created_by)
    registers = RegisterOnHand(batch.collaboration)
    tried: set[int] = set()
    # One at a time, asked for anew: an archive that is unpacked brings more.
    while (staged := _next(batch, tried)) is not None:
        tried.add(staged.pk)
        left = batch.staged.filter(state=StagedState.WAITING).count()
        total = batch.staged.count()
        # Telling keeps the lease; losing it stops us before we write anything more.
        run.progress(total - left, total)
        read_staged(staged=staged, by=by, registers=registers)
    total = batch.staged.count()
    run.progress(total, total)


def _next(batch: Batch, tried: set[int]) -> Staged | None:
    rows = batch.staged.filter(state=StagedState.WAITING, pk__gt=max(tried, default=0))
    return rows.select_related("version", "batch", "parent", "collaboration").order_by("pk").first()


def _batch_of(run: Run) -> Batch | None:
    return Batch.objects.filter(uuid=UUID(run.payload["batch"])).select_related("collaboration").first()


def _actor_of(run: Run) -> Actor:
    kind, id_, label = run.payload["by"]
    return Actor(kind, UUID(id_) if id_ else None, label)


@handles(COMMIT_BATCH, attempts=ATTEMPTS)
def commit_batch(run: Run) -> None:
    """What is certain enters the record."""
    batch = _batch_of(run)
    if batch is not None:
        commit_certain(batch=batch, by=_actor_of(run), tell=run.progress)


@handles(UNDO_BATCH, attempts=ATTEMPTS)
def take_out_batch(run: Run) -> None:
    """What the batch brought in goes out again, or a sentence says what was built on it."""
    batch = _batch_of(run)
    if batch is None:
        return
    try:
        # Kept in the language of the documents; there is no reader whose own could be asked for.
        with override("sv"):
            others = bool(run.payload["others"]) or run.job.attempts > 1
            undo_batch(batch=batch, by=_actor_of(run), others=others, tell=run.progress)
    except Refused as refused:
        raise JobFailed(str(refused)) from refused


@handles(RECOUNT)
def count_again(run: Run) -> None:
    """What has been learnt since may have settled doubts of documents that wait for review, or raised some."""
    collaboration = Collaboration.objects.filter(uuid=UUID(run.payload["collaboration"])).first()
    if collaboration is not None:
        recount_affected(collaboration, set(run.payload.get("names", ())))
