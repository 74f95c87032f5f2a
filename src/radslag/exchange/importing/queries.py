"""What the pages ask: batches with their counts, and one staged document with what the register says of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from radslag.base.audit.models import Event
from radslag.base.documents.models import Extraction
from radslag.base.jobs.models import Job
from radslag.base.people.models import Collaboration
from radslag.exchange.importing import drafts
from radslag.exchange.importing.batches import WORK
from radslag.exchange.importing.drafts import Draft
from radslag.exchange.importing.matching import PAPERS, Match, day_of, match
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.receiving import READ_BATCH
from radslag.exchange.importing.register import Register, register_of
from radslag.exchange.importing.turning import last_step


@dataclass(frozen=True)
class Review:
    """One staged document with all its review page shows. Made with a constant number of statements."""

    staged: Staged
    draft: Draft
    extraction: Extraction
    register: Register
    match: Match
    counts: dict[str, int]
    undoable: Event | None

    @property
    def ready(self) -> bool:
        """Whether it can be committed as it stands."""
        return self.staged.state == StagedState.REVIEW and self.committable and not self.match.doubts

    @property
    def committable(self) -> bool:
        """Whether it is of a kind that can enter the record."""
        return self.staged.kind in ("notice", "minutes")


def review_of(staged: Staged) -> Review:
    """What the review page shows. The document must have been read."""
    if staged.extraction is None:
        raise ValueError("a document that has not been read cannot be reviewed")
    day = day_of(staged.draft)
    register = register_of(staged.collaboration, [day] if day else [])
    return Review(
        staged=staged,
        draft=staged.draft,
        extraction=staged.extraction,
        register=register,
        match=match(staged.draft, register),
        counts=counts_of(staged.draft),
        undoable=last_step(staged) if staged.state == StagedState.REVIEW else None,
    )


def counts_of(draft: Draft) -> dict[str, int]:
    """How many of each a commit would make: people (and present), items, decisions, assignments, …"""
    items = drafts.items(draft)
    people = drafts.people(draft)
    counts = {"people": len(people), "items": len(items)}
    counts["present"] = sum(person["group"] == "present" for person in people)
    for part in drafts.PARTS:
        counts[part] = sum(len(drafts.parts(item, part)) for item in items)
    return counts


def staged_for_list(collaboration: Collaboration) -> QuerySet[Staged]:
    """Staged documents for the list, the newest first, without record, draft and text."""
    related = ("batch", "version", "meeting__body")
    rows = Staged.objects.of(collaboration).documents().latest_first()
    return rows.select_related(*related).defer("record", "draft")


def review_queue(collaboration: Collaboration) -> QuerySet[Staged]:
    """What waits for review, the one soonest dealt with first: fewest things to settle, then in the order it came."""
    rows = Staged.objects.of(collaboration).to_review().filter(kind__in=PAPERS)
    return rows.select_related("batch").defer("record").order_by("doubts", "pk")


def state_counts(collaboration: Collaboration) -> dict[str, int]:
    """How many documents there are in each state; states without any are 0."""
    rows = Staged.objects.of(collaboration).order_by().values_list("state").annotate(count=Count("pk"))
    return {state.value: 0 for state in StagedState} | dict(rows)


def job_of(batch: Batch) -> Job | None:
    """The work of reading a batch, with how far it has come; None when there was nothing to read."""
    return Job.objects.filter(key__startswith=f"{READ_BATCH}:{batch.uuid}:").order_by("-pk").first()


def jobs_of(batch: Batch) -> list[Job]:
    """All background work of a batch, the latest first."""
    keys = Q()
    for name in (READ_BATCH, *WORK):
        keys |= Q(key__startswith=f"{name}:{batch.uuid}:")
    return list(Job.objects.filter(keys).order_by("-pk"))
