"""What the next meeting could take up: every app's suggestions together, by cause, each with the way to its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString

from radslag.domain.decisions import suggesting as of_decisions
from radslag.domain.meetings import suggesting as of_meetings
from radslag.domain.meetings.matters import same_matter
from radslag.domain.meetings.models import ItemType, Meeting, SuggestionAnswer, SuggestionState
from radslag.domain.meetings.suggesting import Cause, Suggested
from radslag.domain.minutes import suggesting as of_minutes
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places

# What has a page of its own, by the kind that citations and events write.
PAGES = {"assignment": "assignment"}
# How the keys of what every agenda of the body begins and ends with begin.
STANDING = ("standing:", "minutes:")


@dataclass(frozen=True)
class SuggestionLine:
    """A suggestion as shown. `anchor` is its place on the page."""

    key: str
    anchor: str
    title: str
    reason: str
    type: str
    proposal: str
    presenters: str
    url: str
    source: SafeString


@dataclass(frozen=True)
class SuggestionGroup:
    """Those with the same cause."""

    cause: str
    label: str
    lines: Sequence[SuggestionLine]


@dataclass(frozen=True)
class DroppedLine:
    """A suggestion the coordinator has left aside, and why."""

    key: str
    anchor: str
    title: str
    because: str
    source: SafeString


@dataclass(frozen=True)
class Suggestions:
    """Those waiting, by cause, and those dropped. `answered`: some have been taken or dropped."""

    groups: Sequence[SuggestionGroup]
    dropped: Sequence[DroppedLine]
    answered: bool

    @property
    def waiting(self) -> int:
        """How many are still to be answered."""
        return sum(len(group.lines) for group in self.groups)


def suggested_for(meeting: Meeting, today: date) -> list[Suggested]:
    """Everything that could be taken up, answered or not; causes in their order."""
    left_undone = of_decisions.of_meeting(meeting, today)
    found = [
        *(each for each in of_meetings.of_meeting(meeting) if not _is_among(each, left_undone)),
        *of_minutes.of_meeting(meeting),
        *left_undone,
    ]
    order = list(Cause)
    return sorted(found, key=lambda each: order.index(each.cause))


def _is_among(suggested: Suggested, left_undone: Iterable[Suggested]) -> bool:
    """Whether a topic asked for is what an assignment is about: then the assignment is what is to be reported."""
    if suggested.cause != Cause.REQUESTED:
        return False
    tasks = (each for each in left_undone if each.object_kind == "assignment")
    return any(same_matter(suggested.title, task.title) for task in tasks)


def objects_of(found: Iterable[Suggested | SuggestionAnswer]) -> list[tuple[str, UUID]]:
    """What suggestions and answers rest on, to look up their places in one question."""
    return [(each.object_kind, each.object_uuid) for each in found if each.object_uuid]


def arranged(
    found: Sequence[Suggested], answers: Sequence[SuggestionAnswer], places: Places, links: Links
) -> Suggestions:
    """The suggestions as the page shows them."""
    answered = {answer.key for answer in answers}
    groups = []
    for cause in Cause:
        lines = [_line(each, places, links) for each in found if each.cause == cause and each.key not in answered]
        if lines:
            groups.append(SuggestionGroup(cause.value, str(cause.label), lines))
    titles = {each.key: each.title for each in found}
    dropped = [_dropped(answer, titles, places) for answer in answers if answer.state == SuggestionState.DROPPED]
    # What is always taken up was never waiting for an answer.
    answered_any = any(not answer.key.startswith(STANDING) for answer in answers)
    return Suggestions(groups, dropped, answered_any)


def anchor_of(key: str) -> str:
    """The place of a suggestion on the page: its key without what may not stand in an id."""
    return "forslag-" + "".join(letter if letter.isalnum() else "-" for letter in key)


def _line(each: Suggested, places: Places, links: Links) -> SuggestionLine:
    page = PAGES.get(each.object_kind)
    return SuggestionLine(
        key=each.key,
        anchor=anchor_of(each.key),
        title=each.title,
        reason=each.reason,
        type=str(ItemType(each.type).label) if each.type else "",
        proposal=each.proposal,
        presenters=", ".join(presenter.name for presenter in each.presenters),
        url=links.to(page, each.object_uuid) if page and each.object_uuid else "",
        source=places.link(each.object_uuid) if each.object_uuid else SafeString(""),
    )


def _dropped(answer: SuggestionAnswer, titles: dict[str, str], places: Places) -> DroppedLine:
    source = places.link(answer.object_uuid) if answer.object_uuid else SafeString("")
    title = titles.get(answer.key) or answer.reason
    return DroppedLine(answer.key, anchor_of(answer.key), title, answer.dropped_because, source)
