"""How much is left to settle in a document, kept with it; counted again when what it names has come to mean another."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, cast

from django.db import transaction

from radslag.base.jobs.actions import enqueue
from radslag.base.jobs.models import Job, State
from radslag.base.people.models import Collaboration
from radslag.exchange.importing.matching import PAPERS, body_named, day_of, match
from radslag.exchange.importing.models import Staged
from radslag.exchange.importing.questions import asked, of_body, written_names
from radslag.exchange.importing.register import Register, meetings_of, register_of
from radslag.text.swedish.likeness import sound

RECOUNT = "importing.recount"
TALLY = ("doubts", "open_questions", "written_names")
AT_ONCE = 50
# How many seconds a long job may go by the register it has; commits of others meanwhile ask for a recount themselves.
FRESH = 5.0


class RegisterOnHand:
    """One collaboration's register, kept for a short while by a job that holds many documents against it."""

    def __init__(self, collaboration: Collaboration) -> None:
        self.collaboration = collaboration
        self.register: Register | None = None
        self.since = 0.0

    def for_days(self, days: Collection[date]) -> Register:
        """The register with the meetings of some days."""
        if self.register is None or time.monotonic() - self.since > FRESH:
            self.register, self.since = register_of(self.collaboration, days), time.monotonic()
        else:
            # The meetings alone are asked for anew; what was worked out of names stays worked out.
            cast("dict[Any, Any]", self.register.meetings).update(meetings_of(self.collaboration, days))
        return self.register


def tally(staged: Staged, registers: RegisterOnHand | None = None) -> None:
    """Set what TALLY names, as the register is now; saving it is the caller's."""
    day = day_of(staged.draft)
    staged.written_names = written_names(staged.draft) if staged.kind in PAPERS else []
    if staged.kind not in PAPERS:
        staged.doubts, staged.open_questions = 0, []
        return
    hand = registers or RegisterOnHand(staged.collaboration)
    _tally(staged, hand.for_days([day] if day else []))


def _tally(staged: Staged, register: Register) -> None:
    doubts = match(staged.draft, register).doubts
    staged.doubts = len(doubts)
    staged.open_questions = [each.row for each in asked(staged.draft, doubts, register)]


def recount(staged: Iterable[Staged], collaboration: Collaboration) -> int:
    """Count again, as long as nobody has changed the draft meanwhile. The count is no edit: the revision stays.

    Returns how many had another count than before.
    """
    rows = list(staged)
    days = {day for each in rows if (day := day_of(each.draft))}
    register = register_of(collaboration, days)
    changed = 0
    for each in rows:
        before = (each.doubts, each.open_questions)
        _tally(each, register)
        if (each.doubts, each.open_questions) != before:
            values = {"doubts": each.doubts, "open_questions": each.open_questions}
            changed += Staged.objects.filter(pk=each.pk, revision=each.revision).update(**values)
    return changed


def affected_by(collaboration: Collaboration, names: Collection[str]) -> list[int]:
    """The documents in review that may mean something else now: those that name a name like one of `names`.

    `names` are as `written_names` gives them. One small statement; the documents themselves are not loaded.
    """
    exact = {name for name in names if name[:1] in "@§"}
    bodies = any(name.startswith("§") for name in names)
    sounds = {sound(word) for name in names - exact for word in name.split()} if isinstance(names, set) else set()
    waiting = Staged.objects.of(collaboration).to_review().filter(kind__in=PAPERS).order_by("pk")
    rows = waiting.values_list("pk", "written_names", "open_questions")
    meant = _bodies_that_mean(collaboration, rows) if bodies else set()
    heard: dict[str, bool] = {}

    def alike(name: str) -> bool:
        if name not in heard:
            heard[name] = name in exact or name in meant or any(sound(word) in sounds for word in name.split())
        return heard[name]

    return [pk for pk, written, _ in rows if any(alike(name) for name in written)]


def _bodies_that_mean(collaboration: Collaboration, rows: Iterable[tuple[int, list[str], list[list[str]]]]) -> set[str]:
    """The written bodies still asked about that the register now knows without asking."""
    written = {row[2] for _, _, questions in rows for row in questions if row[0] == "body"}
    register = register_of(collaboration) if written else None
    return {of_body(name) for name in written if register is not None and body_named(name, register) is not None}


def recount_affected(collaboration: Collaboration, names: Collection[str], at_most: int | None = None) -> int:
    """Count again what `names` may have changed. Returns how many were left for later, when more than `at_most`."""
    pks = affected_by(collaboration, set(names))
    now = pks if at_most is None else pks[:at_most]
    for start in range(0, len(now), AT_ONCE):
        rows = Staged.objects.to_review().filter(pk__in=now[start : start + AT_ONCE]).defer("record")
        recount(rows, collaboration)
    return len(pks) - len(now)


@transaction.atomic
def ask_for_recount(collaboration: Collaboration, names: Collection[str], about: str) -> None:
    """What was learnt may settle doubts of other documents: count them again, in the background.

    A job that waits already takes these names along; `about` tells one asking from another.
    """
    where = collaboration.uuid
    queued = Job.objects.select_for_update().filter(name=RECOUNT, collaboration_uuid=where, state=State.QUEUED).first()
    # Held until we are done: a worker that took it before that would count without what we have learnt.
    if queued is not None:
        queued.payload = {**queued.payload, "names": sorted({*queued.payload.get("names", ()), *names})}
        queued.save(update_fields=["payload"])
        return
    payload = {"collaboration": str(where), "names": sorted(names)}
    enqueue(name=RECOUNT, key=f"{RECOUNT}:{about}", payload=payload, collaboration=where)
