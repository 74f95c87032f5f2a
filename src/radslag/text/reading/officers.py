"""Chair, secretary and adjusters told by a row of signatures, an election or the opening words."""

from __future__ import annotations

import re

from radslag.text.reading.hierarchy import Node
from radslag.text.reading.lines import Line
from radslag.text.reading.names import leading_name
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.people import line_of_names

ROLES = {
    "chair": re.compile(r"(?:mötes)?ordförande$", re.IGNORECASE),
    "secretary": re.compile(r"(?:mötes)?sekreterare$|vid protokollet$|protokollförare$", re.IGNORECASE),
    "adjuster": re.compile(r"(?:protokoll|mötes)?justerare$|justeringsperson(?:er)?$|justeras$", re.IGNORECASE),
}
OFFICES = {
    "chair": re.compile(r"(?:mötes|årsmötes)?ordförande\b(?! \d)", re.IGNORECASE),
    "secretary": re.compile(r"(?:mötes|årsmötes)?sekreterare\b", re.IGNORECASE),
    "adjuster": re.compile(
        r"(?:mötes|protokolls?)?justerare\b|justeringsperson(?:er)?\b|justeringsmän\b", re.IGNORECASE
    ),
}
ELECTION = re.compile(r"(?:val av|utseende av)\b", re.IGNORECASE)
OF_MEETING = re.compile(
    r"(?:mötes(?:ordförande|sekreterare|justerare)|justeringsperson|protokolls?justerare|justerare)\b", re.IGNORECASE
)
FOR_A_TERM = re.compile(
    r"\b(?:i styrelsen|för (?:en tid|ett år|två år|kommande)|\d{4}|\d\d/\d\d|valberedning|revisor)", re.IGNORECASE
)
SINGLE_NAME = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäöé-]+) (?:väljs|valdes|utses|utsågs)\b")
CHAIR_IN_TEXT = re.compile(r"\bordförande,? (?P<name>[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ].{0,40})")
LONGEST = 600  # characters in which an election is told
ANY_NAME = re.compile(r"(?<![\w-])[A-ZÅÄÖ][\wé-]+ [A-ZÅÄÖ]")


def signed(lines: list[Line]) -> dict[str, Passage]:
    """Roles in one row and names in the row beside it, above or below."""
    found: dict[str, Passage] = {}
    for place, line in enumerate(lines):
        roles = [
            next((role for role, words in ROLES.items() if words.match(column.text)), None) for column in line.columns
        ]
        if not any(roles) or None in roles:
            continue
        for other in (place - 1, place + 1):
            names = _row(lines[other], len(roles)) if 0 <= other < len(lines) else []
            if names:
                for role, name in zip(roles, names, strict=True):
                    found.setdefault(str(role), name)
                break
    return found


def _row(line: Line, size: int) -> list[Passage]:
    names = line_of_names(line)
    return [name[: leading_name(name.text)] for name in names] if len(names) == size else []


def elected(nodes: list[Node], role: str) -> Passage | None:
    """Who was elected to the office, or for the chair: who is called ordförande in the first items' text."""
    found = all_elected(nodes, role)
    if found or role != "chair":
        return found[0] if found else None
    for node in nodes[:2]:
        for line in node.body[:4]:
            match = CHAIR_IN_TEXT.search(line.text.text)
            if match and leading_name(match["name"]):
                start = match.start("name")
                return line.text[start : start + leading_name(match["name"])]
    return None


def all_elected(nodes: list[Node], role: str) -> list[Passage]:
    """The names in the first item that elects somebody to the office for the meeting."""
    for node in nodes:
        if _elects(node.headline.title.text, role):
            text = flow(line.text for line in node.body[:12])[:LONGEST]
            after = OFFICES[role].search(text.text)
            found = (_names(text[after.end() :]) if after else []) or _names(text) or _single(text)
            if found:
                return found if role == "adjuster" else found[:1]
    return []


def _elects(title: str, role: str) -> bool:
    office = OFFICES[role]
    election = ELECTION.match(title) and office.search(title) and not FOR_A_TERM.search(title)
    return bool(election or (OF_MEETING.match(title) and office.match(title)))


def _names(text: Passage) -> list[Passage]:
    found: list[Passage] = []
    for match in ANY_NAME.finditer(text.text):
        length = leading_name(text.text[match.start() :])
        if length and (not found or match.start() >= text_end(text, found[-1])):
            found.append(text[match.start() : match.start() + length])
    return found[:4]


def text_end(text: Passage, part: Passage) -> int:
    """Where in the text a part of it ends."""
    return next(place for place, at in enumerate(text.at) if at == part.at[-1]) + 1


def _single(text: Passage) -> list[Passage]:
    match = SINGLE_NAME.search(text.text)
    return [text.group(match, "name")] if match else []
