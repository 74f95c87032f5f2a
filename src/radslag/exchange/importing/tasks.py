"""What the worker can run: read the documents of a batch; count again what is left to settle."""

from __future__ import annotations

from uuid import UUID

from radslag.base.core.actor import Actor
from radslag.base.jobs.actions import Run
from radslag.base.jobs.handlers import handles
from radslag.base.people.models import Collaboration
from radslag.exchange.importing.committing.commit import RECOUNT
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.receiving import READ_BATCH, read_staged, recount


@handles(READ_BATCH)
def read_batch(run: Run) -> None:
    """Read what has not been read. Killed half-way, the one who takes over goes on where this one stopped."""
    batch = Batch.objects.filter(uuid=UUID(run.payload["batch"])).first()
    if batch is None:
        return
    by = Actor("job", None, batch.created_by)
    total = batch.staged.count()
    waiting = list(batch.staged.filter(state=StagedState.WAITING).select_related("version").order_by("pk"))
    for done, staged in enumerate(waiting, total - len(waiting)):
        # Asking keeps the lease; losing it stops us before we write anything more.
        run.progress(done, total)
        read_staged(staged=staged, by=by)
    run.progress(total, total)


@handles(RECOUNT)
def count_again(run: Run) -> None:
    """What has been learnt since may have settled doubts of documents that wait for review."""
    collaboration = Collaboration.objects.filter(uuid=UUID(run.payload["collaboration"])).first()
    if collaboration is None:
        return
    waiting = Staged.objects.of(collaboration).to_review().filter(doubts__gt=0)
    for done, staged in enumerate(waiting.select_related("collaboration").iterator(chunk_size=50)):
        run.progress(done, done + 1)
        recount(staged)
