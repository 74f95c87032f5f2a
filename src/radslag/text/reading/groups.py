"""Lists of people under the names of their municipalities, and who of a list serves, replaces or stayed away."""

from __future__ import annotations

import re

from radslag.text.reading.fields import Kind
from radslag.text.reading.names import ROLE, is_name
from radslag.text.reading.passage import EMPTY, Passage
from radslag.text.reading.record import Person

GROUP = re.compile(r"(?P<place>[A-ZÅÄÖ][^:,;()]{1,50}):\s*(?P<rest>.*)$", re.DOTALL)
ALONE = re.compile(
    r"(?:(?:Region(?:en)?|Kommunförbundet|Regionförbundet|Länsstyrelsen(?: i)?) [A-ZÅÄÖ][\wåäö-]+(?: län)?|"
    r"Länsstyrelsen|"
    r"[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)? (?:kommun|stad))$"
)
SERVES = re.compile(r"\b(?:tjänstgör(?:ande)?|ersätter|i ?stället för)\b", re.IGNORECASE)
SERVES_NOT = re.compile(r"\b(?:ej|inte|icke)\s+tjänstgör", re.IGNORECASE)
AWAY = re.compile(r"(?:frånvarande|förhinder|anmält förhinder|ej närvarande|inte närvarande|nej)$", re.IGNORECASE)

Group = tuple[Passage, list[Passage]]


def grouped(values: list[Passage]) -> list[Group]:
    """The values under the place each group has; one group without a place where the list has none."""
    groups: list[Group] = [(EMPTY, [])]
    for value in values:
        match = GROUP.match(value.text)
        if match and not is_name(match["place"]) and not ROLE.fullmatch(match["place"]):
            groups.append((value.group(match, "place"), []))
            value = value.group(match, "rest")
        elif ALONE.match(value.text) and (len(groups) > 1 or value is values[0]):
            groups.append((value, []))
            continue
        groups[-1][1].append(value)
    return [(place, [each for each in members if each]) for place, members in groups if any(members)]


def serving(people: dict[Kind, list[Person]], replaced: list[Person]) -> dict[Kind, list[Person]]:
    """A substitute who serves is present; who is replaced, or marked as away in the list, is absent."""
    listed = [person for kind in (Kind.PRESENT, Kind.OTHERS) for person in people[kind]]
    here = {kind: [person for person in people[kind] if not _away(person)] for kind in (Kind.PRESENT, Kind.OTHERS)}
    present = [*here[Kind.PRESENT], *(person for person in here[Kind.OTHERS] if _serves(person))]
    others = [person for person in here[Kind.OTHERS] if not _serves(person)]
    known = {person.name for person in listed}
    away = [person for person in listed if _away(person)]
    absent = [*people[Kind.ABSENT], *away, *(person for person in replaced if person.name not in known)]
    return {Kind.PRESENT: present, Kind.OTHERS: others, Kind.ABSENT: absent}


def _away(person: Person) -> bool:
    return bool(AWAY.match(person.note or ""))


def _serves(person: Person) -> bool:
    text = f"{person.role or ''} {person.note or ''}"
    return bool(SERVES.search(text)) and not SERVES_NOT.search(text)
