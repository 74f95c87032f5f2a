"""A staged document in somebody's hands: held, changed, saved with the revision, and told of in the trail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Draft, Refused
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.tallying import TALLY, tally

Change = Callable[[Draft], Draft]

STATES_TOLD = {
    StagedState.WAITING: _("Dokumentet är inte läst än. Vänta tills det är läst."),
    StagedState.REFUSED: _("Dokumentet kunde inte läsas, så det finns inget att granska."),
    StagedState.KNOWN: _("Dokumentet fanns redan. Granska det som kom in först."),
    StagedState.REJECTED: _("Dokumentet är avvisat. Återställ det först."),
    StagedState.COMMITTED: _("Dokumentet är redan infört. Ångra införandet först."),
}


def held(staged: Staged, *, expected: int, state: StagedState = StagedState.REVIEW) -> Staged:
    """The row as it is now, held until the transaction ends. Raises `Stale` or `Refused`."""
    rows = Staged.objects.select_for_update(of=("self",)).select_related("collaboration", "extraction", "version")
    current = rows.get(pk=staged.pk)
    if current.revision != expected:
        raise Stale(current)
    if current.state != state:
        told = STATES_TOLD.get(StagedState(current.state), _("Dokumentet är redan under granskning."))
        raise Refused(str(told))
    return current


@transaction.atomic
def edit(*, staged: Staged, expected: int, by: Actor, verb: str, change: Change, told: Mapping[str, Any]) -> Staged:
    current = held(staged, expected=expected)
    before, after = current.draft, change(current.draft)
    if after != before:
        save(current, after)
        patch = {"patch": drafts.changes(before, after)}
        record(by=by, verb=verb, about=current, collaboration=current.collaboration.uuid, before=patch, after=told)
    follow(staged, current)
    return current


def save(current: Staged, draft: Draft) -> None:
    current.draft = draft
    tally(current)
    current.save_revised(expected=current.revision, fields=("draft", *TALLY))


def follow(staged: Staged, current: Staged) -> None:
    """The caller's object tells what was saved."""
    for name in ("draft", *TALLY, "revision", "state", "sentence"):
        setattr(staged, name, getattr(current, name))
