"""The lines of the two logs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.domain.decisions.models import Assignee, Assignment, AssignmentState, Decision, Strength
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places
from radslag.web.secretariat.pages.states import Chip, due_words, of_assignment, of_outcome


@dataclass(frozen=True)
class Owner:
    """Who is to do it, and where that leads when it is known."""

    text: str
    url: str


@dataclass(frozen=True)
class Line:
    """What both logs show of a row."""

    day: date
    body: str
    meeting_url: str
    place_url: str
    item: str
    text: str
    source: SafeString
    chip: Chip


@dataclass(frozen=True)
class DecisionLine(Line):
    """A line of *Beslut*."""


@dataclass(frozen=True)
class AssignmentLine(Line):
    """A line of *Uppdrag*. `url` is the assignment's own page, `move_url` where a POST finishes or reopens it.

    What has only been proposed, or waits for a meeting to come, cannot be finished, so it has no `move_url`.
    """

    url: str
    owners: Sequence[Owner]
    due: date | None
    due_text: str
    due_words: str
    given: str
    soft: bool
    done: bool
    done_on: date | None
    revision: int
    move_url: str

    @property
    def owner_words(self) -> str:
        """Who is to do it, as written; empty when nobody is named."""
        return ", ".join(owner.text for owner in self.owners)


def decision_lines(rows: Sequence[Decision], access: Access) -> list[DecisionLine]:
    """The lines of rows fetched `for_log()`; one statement more, for the places."""
    links = Links(access.collaboration.slug)
    places = _places("decision", rows, access, links)
    return [
        DecisionLine(
            day=row.day,
            body=row.body.name,
            meeting_url=links.meeting(row.meeting.uuid),
            place_url=links.decision(row.meeting.uuid, row.uuid),
            item=str(row.item),
            text=row.text,
            source=places.link(row.uuid),
            chip=of_outcome(row.outcome),
        )
        for row in rows
    ]


def assignment_lines(rows: Sequence[Assignment], access: Access, links: Links | None = None) -> list[AssignmentLine]:
    """The lines of rows fetched `for_log()`; one statement more, for the places."""
    links = links or Links(access.collaboration.slug)
    places = _places("assignment", rows, access, links)
    today = timezone.localdate()
    return [
        AssignmentLine(
            day=row.day,
            body=row.body.name,
            meeting_url=links.meeting(row.meeting.uuid),
            place_url=links.given(row.meeting.uuid, row.uuid),
            item=str(row.item),
            text=row.what,
            source=places.link(row.uuid),
            chip=of_assignment(row, today),
            url=links.assignment(row.uuid),
            owners=[Owner(owner.text, _owner_url(owner, links)) for owner in row.assignees.all()],
            due=row.due,
            due_text=row.due_text,
            due_words=due_words(row),
            given=format_html('{} <span class="nowrap">{}</span>', row.body.name, row.day.isoformat()),
            soft=row.strength == Strength.SOFT,
            done=row.state == AssignmentState.DONE,
            done_on=row.done_on,
            revision=row.revision,
            move_url=_move_url(row, links, today),
        )
        for row in rows
    ]


def _move_url(row: Assignment, links: Links, today: date) -> str:
    if row.state == AssignmentState.DONE:
        return links.to("reopen", row.uuid) if row.strength != Strength.PROPOSED else ""
    return "" if row.strength == Strength.PROPOSED or row.day > today else links.to("finish", row.uuid)


def _places(kind: str, rows: Sequence[Decision] | Sequence[Assignment], access: Access, links: Links) -> Places:
    if not rows or not access.may(Permission.READ_SOURCES):
        return Places(links)
    return Places.about(kind, [row.uuid for row in rows], links)


def _owner_url(owner: Assignee, links: Links) -> str:
    if owner.person is not None:
        return links.person(owner.person.uuid)
    return links.body(owner.body.uuid) if owner.body is not None else ""
