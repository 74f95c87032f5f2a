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
NUMBERED_PAGE = re.compile(
    r"\bsid(?:a|an)?\.?:? ?(?P<page>\d{1,3}) ?(?:\(\d{1,3}\)|av \d{1,3}|/ ?\d{1,3})$", re.IGNORECASE
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
        if _heads_page(lines, index):
            continue
        seen.add(shape)
        kept.append(line)
    return kept


def _heads_page(lines: list[Line], index: int) -> bool:
    """Whether the line is the first of a later page and ends with that page's number: "… Sida 2 (3)"."""
    line = lines[index]
    if line.page == 1 or lines[index - 1].page == line.page or len(line.text) > LONGEST:
        return False
    mark = NUMBERED_PAGE.search(line.text.text)
    return mark is not None and int(mark["page"]) == line.page


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
        return on >= LEAST and count[shape] <= on * 2 and _at_edge(lines, index) and _in_its_place(lines, shape)
    # No page breaks in the text: a run of repeated lines with a page number is a header.
    around = lines[max(0, index - 3) : index + 4]
    return any(PAGE_MARK.search(each.text.text[-24:]) for each in around)


def _in_its_place(lines: list[Line], shape: str) -> bool:
    """Whether the repeated line stands as far from the head, or from the foot, of several of its pages."""
    bounds: dict[int, tuple[int, int]] = {}
    for place, line in enumerate(lines):
        first, _last = bounds.get(line.page, (place, place))
        bounds[line.page] = (first, place)
    places = [(place, *bounds[line.page]) for place, line in enumerate(lines) if _shape(line) == shape]
    from_head = Counter(place - first for place, first, _last in places)
    from_foot = Counter(last - place for place, _first, last in places)
    return max(*from_head.values(), *from_foot.values()) * 4 >= len(places) * 3


def _may_be(line: Line) -> bool:
    if len(line.text) > LONGEST or line.level or line.bullet or line.cells:
        return False
    return label_of(line.text) is None or bool(PAGE_MARK.search(line.text.text))


def _at_edge(lines: list[Line], index: int) -> bool:
    """Within the first or last lines of its page."""
    page = lines[index].page
    before, after = lines[max(0, index - 6) : index], lines[index + 1 : index + 7]
    return len(before) < 6 or len(after) < 6 or before[0].page != page or after[-1].page != page
