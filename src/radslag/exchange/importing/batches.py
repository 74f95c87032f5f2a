"""What is done with a batch as a whole: what is certain enters the record, and everything it made goes out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.base.jobs.actions import enqueue
from radslag.base.jobs.models import Job, State
from radslag.exchange.importing.committing.commit import commit
from radslag.exchange.importing.committing.taking_back import (
    made_by,
    must_be_undoable,
    remove_unused,
    undo_commit,
)
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.learning import forget
from radslag.exchange.importing.models import Batch, Lesson, Staged, StagedState
from radslag.exchange.importing.tallying import RegisterOnHand, recount

COMMIT_BATCH = "importing.commit_batch"
UNDO_BATCH = "importing.undo_batch"
WORK = (COMMIT_BATCH, UNDO_BATCH)
NAMED = 3  # how many documents a sentence names before it only counts

Tell = Callable[[int, int], None]


def _nobody(_done: int, _total: int) -> None:
    """Nobody asks how far it has come."""


@dataclass
class Undone:
    """What became of undoing a batch: the documents taken out, and those that stay, with why."""

    staged: list[Staged] = field(default_factory=list)
    kept: list[tuple[Staged, str]] = field(default_factory=list)


@transaction.atomic
def ask_for(*, work: str, batch: Batch, by: Actor, others: bool = False) -> Job:
    """The background work of a batch. Asked for again while it goes on, it is the same job."""
    mine = Job.objects.select_for_update().filter(key__startswith=f"{work}:{batch.uuid}:")
    if (busy := mine.filter(state__in=(State.QUEUED, State.RUNNING)).first()) is not None:
        return busy
    payload = {"batch": str(batch.uuid), "by": [by.kind, str(by.id or ""), by.label], "others": others}
    key = f"{work}:{batch.uuid}:{mine.count()}"
    job = enqueue(name=work, key=key, payload=payload, collaboration=batch.collaboration.uuid)
    record(by=by, verb="ask", about=batch, collaboration=batch.collaboration.uuid, after={"work": work})
    return job


def commit_certain(*, batch: Batch, by: Actor, tell: Tell = _nobody) -> list[Staged]:
    """Commit those of a batch that leave no doubt, day by day, the notice first. Returns them; the rest stay staged.

    Each is a transaction of its own: stopped half-way, it goes on where it was.
    """
    ready = batch.staged.certain().select_related("collaboration").only("draft", "revision", "collaboration", "kind")
    waiting = sorted(ready, key=lambda each: (each.draft.get("date") or "", each.kind != "notice", each.pk))
    committed = []
    for done, row in enumerate(waiting):
        tell(done, len(waiting))
        staged = Staged.objects.select_related("collaboration").get(pk=row.pk)
        try:
            commit(staged=staged, expected=staged.revision, by=by)
        except (Refused, Stale):
            # What was entered before it made it a question; the count follows, so that it is asked.
            recount([Staged.objects.get(pk=row.pk)], batch.collaboration)
            continue
        committed.append(staged)
    tell(len(waiting), len(waiting))
    return committed


def undo_batch(*, batch: Batch, by: Actor, others: bool = False, tell: Tell = _nobody) -> Undone:
    """Take out all the batch brought into the record, the last first, and what was learnt for it alone.

    Raises `Refused`, before anything is undone, when something was built on some of it; with `others`, those stay and
    the others go. Each is a transaction of its own: stopped half-way, it goes on where it was.
    """
    rows = batch.staged.filter(state=StagedState.COMMITTED).order_by("-committed_at", "-pk")
    every = list(rows.select_related("meeting"))
    undone = Undone(kept=_built_on(batch, every))
    if undone.kept and not others:
        raise Refused(in_the_way(undone.kept))
    kept = {staged.pk for staged, _why in undone.kept}
    registers = RegisterOnHand(batch.collaboration)
    going = [staged for staged in every if staged.pk not in kept]
    for done, staged in enumerate(going):
        tell(done, len(going))
        try:
            # Counted against a register a moment old; the recount that each asks for comes after them all.
            undo_commit(staged=staged, by=by, registers=registers)
        except (Refused, Stale) as refused:
            undone.kept.append((staged, str(refused)))
        else:
            undone.staged.append(staged)
    _clear_away(batch, by)
    tell(len(going), len(going))
    return undone


def _built_on(batch: Batch, every: list[Staged]) -> list[tuple[Staged, str]]:
    found = []
    together = batch.staged.filter(state=StagedState.COMMITTED)
    for staged in every:
        try:
            must_be_undoable(staged, together)
        except Refused as refused:
            found.append((staged, str(refused)))
    return found


def in_the_way(kept: list[tuple[Staged, str]]) -> str:
    """The sentence that names what was built on."""
    told = [f"{staged.name}: {why}" for staged, why in kept[:NAMED]]
    more = len(kept) - NAMED
    if more > 0:
        told.append(ngettext("Och %(n)s dokument till.", "Och %(n)s dokument till.", more) % {"n": more})
    return " ".join([_("Inget är ångrat, för något bygger på det som infördes."), *told])


@transaction.atomic
def _clear_away(batch: Batch, by: Actor) -> None:
    """What single undoings had to leave, since another document of the batch used it then; and what was learnt."""
    documents = batch.staged.filter(state=StagedState.REVIEW, kind__in=("notice", "minutes"))
    for staged in documents.only("uuid"):
        remove_unused(made_by(staged))
    for lesson in Lesson.objects.of(batch.collaboration).in_force().order_by("-pk"):
        if lesson.batches == [str(batch.uuid)]:
            lesson.collaboration = batch.collaboration
            try:
                forget(lesson=lesson, by=by)
            except Refused:
                continue
