"""What every page of a document repeats, its headers and footers, is taken out of the running text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from radslag.text.reading.labels import label_of
from radslag.text.reading.lines import Line

LONGEST = 200  # characters of a line that may be furniture
LEAST = 3  # pages on which a line must stand to be furniture
PAGE_MARK = re.compile(
    r"(?:sid(?:a|an|nr)?\.?:? ?)?\d{1,3} ?(?:\(\d{1,3}\)|\(x\)|av \d{1,3}|/ ?\d{1,3})$|sid(?:a|an)\.?:? ?\d{1,3}$",
    re.IGNORECASE,
)
SIGNING = re.compile(
    r"(?:det här dokumentet är (?:digitalt|elektroniskt) (?:signerat|undertecknat)|transaktions?(?:identitet|id)\b|"
    r"justerandes? sign|utdragsbestyrkande|justerarnas sign|just\.? ?sign|signatur(?:er)? för justering)",
    re.IGNORECASE,
)


def without_furniture(lines: list[Line]) -> list[Line]:
    """The lines without page headers and footers; a repeated header stays where it stands first."""
    pages: dict[str, set[int]] = defaultdict(set)
    count: Counter[str] = Counter()
    for line in lines:
        pages[_shape(line)].add(line.page)
        count[_shape(line)] += 1
    kept: list[Line] = []
    seen: set[str] = set()
    for index, line in enumerate(lines):
        shape = _shape(line)
        if SIGNING.match(line.text.text) or (shape in seen and _furniture(lines, index, pages, count)):
            continue
        if PAGE_MARK.match(line.text.text) and len(line.text) < 20:
            continue
        seen.add(shape)
        kept.append(line)
    return kept


def _shape(line: Line) -> str:
    """What of the line is the same on every page: its words without the page number."""
    if line.cells or len(line.text) > LONGEST:
        return line.text.text
    return PAGE_MARK.sub("", line.text.text.casefold()).strip()


def _furniture(lines: list[Line], index: int, pages: dict[str, set[int]], count: Counter[str]) -> bool:
    """Whether the line repeats something that stands on most pages, in a place where pages begin or end."""
    line = lines[index]
    shape = _shape(line)
    if count[shape] < LEAST or not _may_be(line):
        return False
    on = len(pages[shape])
    if max(pages[shape]) > 1:
        return on >= LEAST and count[shape] <= on * 2 and _at_edge(lines, index)
    # No page breaks in the text: a run of repeated lines with a page number is a header.
    around = lines[max(0, index - 3) : index + 4]
    return any(PAGE_MARK.search(each.text.text[-24:]) for each in around)


def _may_be(line: Line) -> bool:
    if len(line.text) > LONGEST or line.level or line.bullet or line.cells:
        return False
    return label_of(line.text) is None or bool(PAGE_MARK.search(line.text.text))


def _at_edge(lines: list[Line], index: int) -> bool:
    """Within the first or last lines of its page."""
    page = lines[index].page
    before, after = lines[max(0, index - 6) : index], lines[index + 1 : index + 7]
    return len(before) < 6 or len(after) < 6 or before[0].page != page or after[-1].page != page
