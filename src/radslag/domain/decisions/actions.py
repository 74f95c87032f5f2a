"""What may happen to an assignment after the meeting."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.domain.decisions.models import Assignment, AssignmentState


@transaction.atomic
def mark_done(*, assignment: Assignment, day: date, by: Actor) -> None:
    """The task is done. Raises `Stale` when someone else has changed it; nothing happens when it is done already."""
    if assignment.state != AssignmentState.DONE:
        _move(assignment, AssignmentState.DONE, day, "finish", by)


@transaction.atomic
def reopen(*, assignment: Assignment, by: Actor) -> None:
    """The inverse of `mark_done`."""
    if assignment.state != AssignmentState.OPEN:
        _move(assignment, AssignmentState.OPEN, None, "reopen", by)


def _move(assignment: Assignment, state: AssignmentState, day: date | None, verb: str, by: Actor) -> None:
    before = {"state": assignment.state, "done_on": assignment.done_on}
    assignment.state, assignment.done_on = state, day
    assignment.save_revised(expected=assignment.revision, fields=("state", "done_on"))
    record(
        by=by,
        verb=verb,
        about=assignment,
        collaboration=assignment.collaboration.uuid,
        before=before,
        after={"state": state, "done_on": day},
    )
