"""What each municipality owes the collaboration: open assignments, by whom they fall on on a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from radslag.base.people.models import Body, BodyKind, Collaboration, Mandate, Membership, Municipality
from radslag.domain.decisions.models import EVERYONE, Assignee, Assignment, AssignmentState, Strength
from radslag.domain.meetings.models import Attendance, Presence
from radslag.text.swedish.sorting import fold, swedish_key

N = TypeVar("N", Municipality, Body)
# "Samtliga nätverk" is everyone, but no municipality.
OTHERS = re.compile(r"nätverk|grupp|projekt|representant|deltagare i|rapportör")


@dataclass(frozen=True)
class OwedLine:
    """An open assignment as it falls on somebody. `owners`: who, as far as more is known than whose heading it is."""

    assignment: Assignment
    owners: tuple[str, ...]
    late: bool

    @property
    def soft(self) -> bool:
        """Whether it was passed on from a discussion and not decided."""
        return self.assignment.strength == Strength.SOFT


@dataclass(frozen=True)
class MunicipalityOwes:
    """The lines of one municipality; a member with nothing open has none."""

    municipality: Municipality
    lines: Sequence[OwedLine]

    @property
    def late(self) -> int:
        """How many should have been done."""
        return sum(line.late for line in self.lines)


@dataclass(frozen=True)
class BodyOwes:
    """The lines of one body."""

    body: Body
    lines: Sequence[OwedLine]


@dataclass(frozen=True)
class Owed:
    """Everything open on a day: by municipality, by body, and what falls on neither (others, or nobody)."""

    collaboration: Collaboration
    day: date
    municipalities: Sequence[MunicipalityOwes]
    bodies: Sequence[BodyOwes]
    unowned: Sequence[OwedLine]

    def of(self, municipality: Municipality) -> MunicipalityOwes:
        """The share of one municipality."""
        found = (each for each in self.municipalities if each.municipality == municipality)
        return next(found, MunicipalityOwes(municipality, ()))


class _Pile:
    """Lines under way: assignments and their owners, by the key of what they fall on, in order."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, tuple[Assignment, list[str]]]] = {}

    def put(self, key: int, assignment: Assignment, owner: str) -> None:
        _row, owners = self.rows.setdefault(key, {}).setdefault(assignment.pk, (assignment, []))
        if owner and owner not in owners:
            owners.append(owner)

    def lines(self, key: int, day: date) -> list[OwedLine]:
        rows = self.rows.get(key, {}).values()
        return [OwedLine(assignment, tuple(owners), assignment.late(day)) for assignment, owners in rows]


def owed(collaboration: Collaboration, day: date) -> Owed:
    """Open assignments by municipality, body and neither, as of a day. A constant number of questions.

    An assignee's municipality is the one written; else the one the person represents by a decided mandate on the day,
    among the chief executives before elsewhere; else the one the person was last seen for.
    """
    rows = Assignment.objects.of(collaboration).in_state(AssignmentState.OPEN).filter(day__lte=day).for_log()
    assignments = list(rows.by_due())
    members = [each.municipality for each in Membership.objects.of(collaboration).as_of(day).sorted()]
    homes = _homes(collaboration, _people(assignments), day)
    shares, groups, neither = _Pile(), _Pile(), _Pile()
    owing = {each.pk: each for each in members}
    bodies: dict[int, Body] = {}
    for assignment, assignee in _owners(assignments):
        fallen = _fallen_on(assignee, members, homes) if assignee else ()
        for home in fallen:
            owing.setdefault(home.pk, home)
            shares.put(home.pk, assignment, _owner(assignee))
        if assignee is not None and assignee.body is not None:
            bodies[assignee.body.pk] = assignee.body
            groups.put(assignee.body.pk, assignment, "")
        elif not fallen:
            neither.put(0, assignment, _owner(assignee))
    return Owed(
        collaboration,
        day,
        [MunicipalityOwes(each, shares.lines(each.pk, day)) for each in _sorted(owing.values())],
        [BodyOwes(each, groups.lines(each.pk, day)) for each in _sorted(bodies.values())],
        neither.lines(0, day),
    )


def _sorted(named: Iterable[N]) -> list[N]:
    return sorted(named, key=lambda each: swedish_key(each.name))


def _owners(assignments: Iterable[Assignment]) -> Iterator[tuple[Assignment, Assignee | None]]:
    """Each assignment with each of its assignees; None where there is none."""
    for assignment in assignments:
        assignees: list[Assignee | None] = list(assignment.assignees.all())
        yield from ((assignment, each) for each in assignees or [None])


def _people(assignments: Iterable[Assignment]) -> set[int]:
    return {each.person_id for row in assignments for each in row.assignees.all() if each.person_id is not None}


def _fallen_on(
    assignee: Assignee, members: Sequence[Municipality], homes: dict[int, Municipality]
) -> Sequence[Municipality]:
    """The municipalities an assignee stands for: one, every member, or none."""
    if assignee.municipality is not None:
        return [assignee.municipality]
    if assignee.body_id is not None:
        return []
    if assignee.person_id is not None:
        return [homes[assignee.person_id]] if assignee.person_id in homes else []
    return members if falls_on_everyone(assignee.text) else []


def falls_on_everyone(owner: str) -> bool:
    """Whether an owner as written is every member: "samtliga kommuner", "respektive kommundirektör"."""
    words = fold(owner)
    return words.startswith(EVERYONE) and not OTHERS.search(words)


def _owner(assignee: Assignee | None) -> str:
    """Who is to do it; nothing where it would only repeat the municipality."""
    if assignee is None:
        return ""
    if assignee.person is not None:
        return assignee.person.name
    return "" if assignee.municipality is not None and assignee.text == assignee.municipality.name else assignee.text


def _homes(collaboration: Collaboration, people: Collection[int], day: date) -> dict[int, Municipality]:
    found: dict[int, Municipality] = {}
    held = Mandate.objects.of(collaboration).decided(day).filter(person__in=people, on_behalf_of__isnull=False)
    mandates = held.with_body().order_by("pk")
    for mandate in sorted(mandates, key=lambda each: each.body.kind != BodyKind.CHIEF_EXECUTIVES):
        if mandate.on_behalf_of is not None:
            found.setdefault(mandate.person_id, mandate.on_behalf_of)
    seen = Attendance.objects.of(collaboration).filter(
        person__in=[each for each in people if each not in found], municipality__isnull=False, meeting__date__lte=day
    )
    for row in seen.exclude(presence=Presence.OTHER).select_related("municipality").order_by("-meeting__date", "pk"):
        if row.municipality is not None:
            found.setdefault(row.person_id, row.municipality)
    return found
