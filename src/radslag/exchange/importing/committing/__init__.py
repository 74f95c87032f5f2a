"""A reviewed document enters the record, and can be taken out again."""

from __future__ import annotations

from radslag.base.core.actor import Actor
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.models import Batch, Staged


def commit(*, staged: Staged, expected: int, by: Actor) -> Meeting:
    """Make the meeting of a reviewed document. Raises `Stale`, or `Refused` when something is not settled."""
    raise NotImplementedError


def commit_certain(*, batch: Batch, by: Actor) -> list[Staged]:
    """Commit those of a batch that leave no doubt. Returns them."""
    raise NotImplementedError


def undo_commit(*, staged: Staged, by: Actor) -> Staged:
    """Remove what a commit made, if nothing was built on it. Raises `Refused` with what stands in the way."""
    raise NotImplementedError
