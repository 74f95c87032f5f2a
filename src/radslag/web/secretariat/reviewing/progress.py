"""A batch as its page shows it: how far it has come, what goes on, what can be done next, some of its documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from radslag.base.accounts.access import entered
from radslag.base.accounts.roles import Permission
from radslag.base.jobs.models import Job, State
from radslag.exchange.importing.archives import is_archive
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.queries import counts_of, jobs_of, review_queue
from radslag.web.secretariat.components.lists import address
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.reviewing.listing import TABS, Line, StateTab, line_of
from radslag.web.secretariat.reviewing.summary import in_words

ON_A_PAGE = 50
BUSY = (State.QUEUED, State.RUNNING)


@dataclass(frozen=True)
class Work:
    """Something done with the whole batch in the background: "commit" or "undo", how far, and how it went."""

    name: str
    done: int
    total: int
    busy: bool
    sentence: str


@dataclass(frozen=True)
class Progress:
    """A batch as it stands."""

    counts: dict[str, int]
    certain: int
    questions: int
    first_to_review: Staged | None
    current: str
    unpacking: bool
    stopped: str
    work: Work | None
    plan_url: str
    page: Page[Staged]
    lines: list[Line]
    tabs: list[StateTab]

    @property
    def total(self) -> int:
        """Its documents; an archive that is unpacked is none."""
        return sum(self.counts.values()) - self.counts[StagedState.UNPACKED]

    @property
    def waiting(self) -> int:
        """Those not read yet."""
        return self.counts[StagedState.WAITING]

    @property
    def done(self) -> int:
        """Those that have been dealt with: read, refused or known."""
        return self.total - self.waiting

    @property
    def to_review(self) -> int:
        """Those somebody should look at."""
        return self.counts[StagedState.REVIEW]

    @property
    def committed(self) -> int:
        """Those in the record."""
        return self.counts[StagedState.COMMITTED]

    @property
    def doubtful(self) -> int:
        """Those in review that leave something to settle."""
        return self.to_review - self.certain

    @property
    def reading(self) -> bool:
        """Whether more will be read by itself."""
        return bool(self.waiting) and not self.stopped

    @property
    def working(self) -> bool:
        """Whether anything will change by itself."""
        return self.reading or (self.work is not None and self.work.busy)


def progress_of(request: HttpRequest, batch: Batch) -> Progress:
    """A number of statements that does not grow with the batch."""
    counts = {state.value: 0 for state in StagedState}
    counts |= dict(batch.staged.order_by().values_list("state").annotate(count=Count("pk")))
    jobs = jobs_of(batch)
    state = request.GET.get("tillstand", "")
    rows = batch.staged.select_related("meeting__body").defer("record").order_by("pk")
    shown = rows.filter(state=state) if state in counts else rows.documents()
    page: Page[Staged] = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("sida"))
    waiting = counts[StagedState.WAITING]
    begun = batch.staged.filter(state=StagedState.WAITING, tries__gt=0).order_by("pk").first() if waiting else None
    return Progress(
        counts=counts,
        certain=batch.staged.certain().count(),
        questions=len(_questions(batch)),
        first_to_review=review_queue(batch.collaboration).filter(batch=batch).first(),
        current=begun.name if begun else "",
        unpacking=begun is not None and is_archive(begun.name),
        stopped=_stopped(jobs) if waiting else "",
        work=_work(jobs),
        plan_url="" if counts[StagedState.REVIEW] or waiting else _plan_url(request, batch),
        page=page,
        lines=[_line(staged) for staged in page.object_list],
        tabs=_tabs(request, counts, state),
    )


def _plan_url(request: HttpRequest, batch: Batch) -> str:
    """Where the next meeting is prepared once minutes have entered the record; whose, when all are of one body."""
    minutes = batch.staged.filter(state=StagedState.COMMITTED, kind="minutes", meeting__isnull=False)
    bodies = list(minutes.order_by().values_list("meeting__body__uuid", flat=True).distinct()[:2])
    if not bodies or not entered(request).may(Permission.PREPARE):
        return ""
    whose = {"grupp": str(bodies[0])} if len(bodies) == 1 else {}
    return Links(batch.collaboration.slug).page("plan", **whose)


def _questions(batch: Batch) -> set[tuple[str, str]]:
    rows = batch.staged.to_review().filter(doubts__gt=0).values_list("open_questions", flat=True)
    return {(kind, key) for row in rows for kind, key, *_rest in row}


def _line(staged: Staged) -> Line:
    return line_of(staged, staged.draft, in_words(counts_of(staged.draft)) if staged.draft else "")


def _tabs(request: HttpRequest, counts: dict[str, int], current: str) -> list[StateTab]:
    total = sum(counts.values()) - counts[StagedState.UNPACKED]
    tabs = [StateTab(_("Alla"), address(request.GET, tillstand=None), current not in counts, str(total))]
    for state in TABS:
        if counts[state]:
            url = address(request.GET, tillstand=state)
            tabs.append(StateTab(capfirst(str(state.label)), url, state == current, str(counts[state])))
    return tabs if len(tabs) > 2 else []


def _stopped(jobs: list[Job]) -> str:
    """Why nothing more will be read though documents wait; nothing while somebody is at it."""
    reading = [job for job in jobs if "read_batch" in job.name]
    if any(job.state in BUSY for job in reading):
        return ""
    return next((job.sentence for job in reading if job.state == State.FAILED), "")


def _work(jobs: list[Job]) -> Work | None:
    """What was last asked for about the whole batch, when it goes on or could not be done."""
    latest: Any = next((job for job in jobs if "read_batch" not in job.name), None)
    if latest is None or latest.state == State.DONE:
        return None
    name = "commit" if "commit" in latest.name else "undo"
    return Work(name, latest.done, latest.total, latest.state in BUSY, latest.sentence)
