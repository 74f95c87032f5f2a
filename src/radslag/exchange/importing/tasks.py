"""What the worker can run: read the documents of a batch; count again what is left to settle."""

from __future__ import annotations

from uuid import UUID

from radslag.base.core.actor import Actor
from radslag.base.jobs.actions import Run
from radslag.base.jobs.handlers import handles
from radslag.exchange.importing.models import Batch, StagedState
from radslag.exchange.importing.receiving import READ_BATCH, read_staged


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
