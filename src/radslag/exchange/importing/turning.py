"""Taking back the last step of a review, and turning a whole document away or back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.holding import follow, held, save
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.tallying import TALLY, tally


@transaction.atomic
def undo(*, staged: Staged, expected: int, by: Actor) -> Staged:
    """Take back the last thing done to the draft that has not been taken back. Raises `Refused` when there is none."""
    current = held(staged, expected=expected)
    event = last_step(current)
    if event is None:
        raise Refused(_("Det finns inget att ångra."))
    before = current.draft
    save(current, drafts.apply(before, event.detail("before")["patch"]))
    told = {"undone": event.sequence, "verb": event.verb}
    record(by=by, verb="undo", about=current, collaboration=current.collaboration.uuid, after=told)
    follow(staged, current)
    return current


def last_step(staged: Staged) -> Event | None:
    """The event `undo` would take back; None when there is none, or its details have been erased."""
    undone = 0
    for event in Event.objects.about("staged", staged.uuid).iterator(chunk_size=20):
        if event.verb == "read":
            return None
        if event.verb == "undo":
            undone += 1
        elif "patch" in (event.detail("before") or {}):
            if not undone:
                return event
            undone -= 1
        elif event.erased:
            return None
    return None


@transaction.atomic
def reject_document(*, staged: Staged, expected: int, by: Actor) -> Staged:
    """The document is not to enter the record. It stays, and can be restored."""
    return _turn(staged, expected, StagedState.REVIEW, StagedState.REJECTED, "dismiss", by)


@transaction.atomic
def restore_document(*, staged: Staged, expected: int, by: Actor) -> Staged:
    """The inverse of `reject_document`."""
    return _turn(staged, expected, StagedState.REJECTED, StagedState.REVIEW, "readmit", by)


def _turn(staged: Staged, expected: int, start: StagedState, end: StagedState, verb: str, by: Actor) -> Staged:
    current = held(staged, expected=expected, state=start)
    current.state = end
    tally(current)
    current.save_revised(expected=expected, fields=("state", *TALLY))
    before, after = {"state": start}, {"state": end}
    record(by=by, verb=verb, about=current, collaboration=current.collaboration.uuid, before=before, after=after)
    follow(staged, current)
    return current
