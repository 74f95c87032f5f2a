"""Assignments as the overview shows them: what is late or due soon, and what falls on the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from radslag.base.accounts.access import Access
from radslag.domain.decisions.models import Assignment, AssignmentState, Concerned
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.logs import AssignmentLine, assignment_lines

SOON = timedelta(days=14)
SHOWN = 8
OWN_SHOWN = 12


@dataclass(frozen=True)
class Watched:
    """What is late and what is due within two weeks: how many, the most pressing of both, and where the rest is."""

    late: int
    soon: int
    lines: Sequence[AssignmentLine]
    late_url: str
    open_url: str


@dataclass(frozen=True)
class Duties:
    """The open assignments of somebody, late ones first. `more` are those not shown."""

    lines: Sequence[AssignmentLine]
    late: int
    more: int
    log_url: str


def watched(access: Access, links: Links, today: date) -> Watched:
    """Five statements and those of the lines, however many assignments there are."""
    rows = Assignment.objects.of(access.collaboration)
    late, soon = rows.late(today), rows.due_between(today, today + SOON)
    # Of the late ones those that fell due last: what has lain for years is in the log, not on today's page.
    fallen = list(late.last_due().values_list("pk", flat=True)[:SHOWN])
    coming = list(soon.nearest_due().values_list("pk", flat=True)[:SHOWN])
    room = max(SHOWN // 2, SHOWN - len(coming))
    keys = [*reversed(fallen[:room]), *coming[: SHOWN - min(room, len(fallen))]]
    return Watched(
        late=late.count(),
        soon=soon.count(),
        lines=assignment_lines(rows.for_log().with_keys(keys), access, links),
        late_url=links.page("assignments", status="forsenat", sort="senast"),
        open_url=links.page("assignments", status="oppet", sort="senast"),
    )


def duties_of(access: Access, links: Links, today: date, keys: Concerned) -> Duties:
    """What falls on somebody: by name, through a body or a municipality, or on all."""
    rows = Assignment.objects.of(access.collaboration).in_state(AssignmentState.OPEN).concerning(keys)
    every, late = rows.count_with_late(today)
    shown = list(rows.for_log().by_due()[:OWN_SHOWN])
    return Duties(
        lines=assignment_lines(shown, access, links),
        late=late,
        more=every - len(shown),
        log_url=links.page("assignments", status="oppet", sort="senast"),
    )
