"""Who may be the same person as somebody else, and why; a person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations

from radslag.base.people.likeness import likeness
from radslag.base.people.models import Collaboration, Person
from radslag.domain.meetings.models import Attendance
from radslag.text.swedish.candidates import Certainty, Known
from radslag.text.swedish.likeness import sound
from radslag.text.swedish.names import candidates
from radslag.text.swedish.sorting import fold
from radslag.web.secretariat.links import Links

# A bucket as large as this is a common first name: those in it are told apart by the rest of the name.
LARGEST = 40


@dataclass(frozen=True)
class Alike:
    """Somebody of nearly the same name; `reason` says how. `merge_url` where the two can be compared."""

    name: str
    title: str
    url: str
    reason: str
    merge_url: str = ""


@dataclass(frozen=True)
class Pair:
    """Two records that may be of one person."""

    first: str
    first_url: str
    second: str
    second_url: str
    reason: str
    merge_url: str


def like_people(name: str, collaboration: Collaboration, links: Links, but: Person | None = None) -> list[Alike]:
    """The standing records a name may mean, the likest first."""
    rows = Person.objects.of(collaboration).standing().with_names().sorted()
    people: dict[Hashable, Person] = {row.pk: row for row in rows if row != but}
    found = candidates(name, [_known(row) for row in people.values()])
    return [
        Alike(
            name=row.name,
            title=row.title,
            url=links.person(row.uuid),
            reason=likeness(each.reason),
            merge_url=_merge_url(links, but, row) if but else "",
        )
        for each in found
        for row in [people[each.known.key]]
    ]


def likely_pairs(collaboration: Collaboration, links: Links) -> list[Pair]:
    """Pairs of records with the same name but for the way it is written, who never stood in one attendance list."""
    people = {row.pk: row for row in Person.objects.of(collaboration).standing().with_names().sorted()}
    found = [pair for pair in _near(people.values()) if pair[2]]
    apart = _listed_together({key for one, other, _reason in found for key in (one.pk, other.pk)})
    return [
        Pair(
            first.name,
            links.person(first.uuid),
            second.name,
            links.person(second.uuid),
            reason,
            _merge_url(links, first, second),
        )
        for first, second, reason in found
        if frozenset((first.pk, second.pk)) not in apart
    ]


def _near(people: Iterable[Person]) -> list[tuple[Person, Person, str]]:
    """Compared are those with a word that sounds the same: every pair would be too many."""
    buckets: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        names = [person.name, *(row.name for row in person.names.all())]
        for word in {sound(word) for name in names for word in fold(name).replace("-", " ").split()}:
            if len(word) > 1:
                buckets[word].append(person)
    pairs = {
        (one.pk, other.pk): (one, other)
        for found in buckets.values()
        if len(found) <= LARGEST
        for one, other in combinations(found, 2)
    }
    return [(one, other, _reason(one, other)) for one, other in pairs.values()]


def _reason(one: Person, other: Person) -> str:
    """Why the two are likely the same; empty when they are not."""
    found = candidates(one.name, [_known(other)]) or candidates(other.name, [_known(one)])
    likely = [each for each in found if each.certainty in (Certainty.EXACT, Certainty.LIKELY)]
    return likeness(likely[0].reason) if likely else ""


def _listed_together(keys: set[int]) -> set[frozenset[int]]:
    """Those among some people who stand in the same list: nobody does so twice."""
    meetings: dict[int, set[int]] = defaultdict(set)
    for meeting, person in Attendance.objects.filter(person__in=keys).values_list("meeting", "person"):
        meetings[meeting].add(person)
    return {frozenset(pair) for found in meetings.values() for pair in combinations(found, 2)}


def _known(person: Person) -> Known:
    return Known(person.pk, person.name, tuple(row.name for row in person.names.all()))


def _merge_url(links: Links, kept: Person | None, gone: Person) -> str:
    return f"{links.to('person_merge', kept.uuid)}?med={gone.uuid}" if kept else ""
