"""Which items of two papers of a meeting, or of a paper and the agenda that was planned, are the same. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from radslag.domain.meetings.matters import same_matter
from radslag.domain.meetings.models import AgendaItem
from radslag.exchange.importing.drafts import Element
from radslag.text.swedish.likeness import distance
from radslag.text.swedish.sorting import fold

ALIKE = 0.4  # with the same number
NEARLY = 0.2  # with another
_DIGITS = re.compile(r"\d+")
_PART = re.compile(r"^del\s+\w{1,3}\b[\s:.–-]*")


def pair(there: Sequence[AgendaItem], elements: Sequence[Element]) -> list[AgendaItem | None]:
    """For each element the row that is the same item, if any. The surest pairs are made first, each row once."""
    free = list(there)
    found: dict[int, AgendaItem] = {}
    for alike in (_same_title, _same_number, _nearly_the_same):
        _pair_by(alike, free, elements, found)
    return [found.get(place) for place in range(len(elements))]


def _pair_by(
    alike: Callable[[AgendaItem, Element], bool],
    free: list[AgendaItem],
    elements: Sequence[Element],
    found: dict[int, AgendaItem],
) -> None:
    for place, element in enumerate(elements):
        row = None if place in found else next((each for each in free if alike(each, element)), None)
        if row is not None:
            free.remove(row)
            found[place] = row


def _same_title(row: AgendaItem, element: Element) -> bool:
    return fold(row.title) == fold(element["title"])


def _same_number(row: AgendaItem, element: Element) -> bool:
    if not row.number or row.number != (element["number"] or ""):
        return False
    title, other = fold(row.title), fold(element["title"])
    return title in other or other in title or distance(title, other) <= ALIKE


def _nearly_the_same(row: AgendaItem, element: Element) -> bool:
    title, other = fold(row.title), fold(element["title"])
    # "Etapp 1" and "Etapp 2" are nearly the same words and not the same matter.
    if _DIGITS.findall(title) != _DIGITS.findall(other):
        return False
    return distance(title, other) <= NEARLY or same_matter(title, other)


def part_key(title: str) -> str:
    """A part's title without its number: "Del 2: Gemensamma frågor" and "Gemensamma frågor" are the same part."""
    key = fold(title)
    return _PART.sub("", key) or key
