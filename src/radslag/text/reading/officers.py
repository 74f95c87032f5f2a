"""Chair, secretary and adjusters told by a row of signatures, an election or the opening words."""

from __future__ import annotations

import re

from radslag.text.reading.hierarchy import Node
from radslag.text.reading.lines import Line
from radslag.text.reading.names import leading_name, names_in
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.people import line_of_names

ROLES = {
    "chair": re.compile(r"(?:mötes)?ordförande$", re.IGNORECASE),
    "secretary": re.compile(r"(?:mötes)?sekreterare$|vid protokollet$|protokollförare$", re.IGNORECASE),
    "adjuster": re.compile(r"(?:protokoll|mötes)?justerare$|justeringsperson(?:er)?$|justeras$", re.IGNORECASE),
}
TITLES = {
    "chair": re.compile(r"(?:val av )?(?:mötes|årsmötes)?ordförande(?: för mötet)?$", re.IGNORECASE),
    "secretary": re.compile(r"(?:val av )?(?:mötes|årsmötes)?sekreterare(?: för mötet)?$", re.IGNORECASE),
    "adjuster": re.compile(
        r"(?:val av )?(?:\w+ )?(?:(?:mötes|protokolls?)?justerare|justeringsperson(?:er)?|justeringsmän)\b.*$",
        re.IGNORECASE,
    ),
}
SINGLE_NAME = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäöé-]+) (?:väljs|valdes|utses|utsågs)\b")
CHAIR_IN_TEXT = re.compile(r"\bordförande,? (?P<name>[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ].{0,40})")
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
    """Who was elected in an item called so, or for the chair: who is called ordförande in the first items' text."""
    for node in nodes:
        if TITLES[role].match(node.headline.title.text) and node.parent not in ("Rapporter",):
            name = _first_name(node)
            if name:
                return name
    if role == "chair":
        for node in nodes[:2]:
            for line in node.body[:4]:
                match = CHAIR_IN_TEXT.search(line.text.text)
                if match and leading_name(match["name"]):
                    start = match.start("name")
                    return line.text[start : start + leading_name(match["name"])]
    return None


def _first_name(node: Node) -> Passage | None:
    text = flow(line.text for line in node.body[:12])
    first = names_in(text[:200])
    if first:
        return first[0]
    for match in ANY_NAME.finditer(text.text):
        length = leading_name(text.text[match.start() :])
        if length:
            return text[match.start() : match.start() + length]
    single = SINGLE_NAME.search(text.text)
    return text.group(single, "name") if single else None
