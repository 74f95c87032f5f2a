"""The lines of a document as head, items and tail: which headings are items, and which item lies under which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radslag.text.reading import candidates as c
from radslag.text.reading.candidates import Candidate
from radslag.text.reading.headline import headline_of
from radslag.text.reading.hierarchy import SECTION, Node, hung
from radslag.text.reading.labels import Part, label_of
from radslag.text.reading.lines import Line
from radslag.text.reading.passage import EMPTY, Passage, flow

NUMBER_COLUMN = re.compile(r"(?:\d{1,3}[a-zåäö]?(?:\.\d{1,2})?|[a-zåäö])[.)]\s{2,}")
LONG_TITLE = 66  # characters on a line that a title may have filled
DOCUMENT_WORD = re.compile(
    r"(?:minnesanteckningar|mötesanteckningar|anteckningar|protokoll|sammanträdesprotokoll|kallelse|dagordning|"
    r"föredragningslista|innehåll(?:sförteckning)?|närvarande|deltagare)\b",
    re.IGNORECASE,
)
AGENDA_HEADING = re.compile(r"(?:dagordning|föredragningslista|ärendelista|ärenden|punkter)\W*$", re.IGNORECASE)
ATTENDANCE = re.compile(
    r"(?:(?:övriga |ej |inte )?(?:närvarande|deltagare|deltagande|frånvarande)\w*|närvaro(?:lista)?|förhinder|gäster|"
    r"beslutande|ledamöter)(?: (?:ledamöter|ersättare|deltagare))?:?$",
    re.IGNORECASE,
)
SIGNATURES = re.compile(
    r"(?:vid (?:protokollet|anteckningarna|pennan)|underskrift(?:er)?|justera(?:s|t|re|ndes?)|protokollet justerat|"
    r"undertecknat|ordförande|sekreterare|mötesordförande|invalda)\b[\s:]*"
    r"(?:mötessekreterare|sekreterare|justeras|justerare|av följande personer|datum|$)",
    re.IGNORECASE,
)


@dataclass
class Agenda:
    head: list[Line]
    nodes: list[Node]
    tail: list[Line]
    scheme: str


def agenda_of(lines: list[Line]) -> Agenda:
    """Chooses the way this document marks its items, and cuts the lines at them."""
    for scheme, find in SCHEMES:
        found = find(lines)
        if found:
            return _cut(lines, found, scheme)
    return Agenda(lines, [], [], "none")


def _by_paragraph(lines: list[Line]) -> list[Candidate]:
    found = c.numbered(lines, (c.PARAGRAPH, c.PARAGRAPH_AFTER))
    found = [each for each in found if not c.SENTENCE_END.search(lines[each.index].text.text) or len(each.words) < 60]
    agenda = c.chain(found, lines)
    return _with_letters(agenda, lines) if agenda else []


def _by_markup(lines: list[Line]) -> list[Candidate]:
    marked = [index for index, line in enumerate(lines) if line.level and label_of(line.text) is None]
    headings = _after_people(marked if len(marked) >= 3 else _bold(lines), lines)
    if len(headings) < 3:
        return []
    found = [
        _numbered_heading(index, lines[index]) or Candidate(index, c.AUTO, EMPTY, lines[index].text)
        for index in headings
    ]
    if not any(each.number for each in found):
        return _by_level(found, lines) if lines[headings[0]].level else []
    first = next(place for place, each in enumerate(found) if each.number)
    return [each for each in found[:first] if _is_part(each)] + found[first:]


def _is_part(each: Candidate) -> bool:
    """Whether a heading before the first number is one over items."""
    return each.style is c.PART or bool(SECTION.search(each.words.text))


def _numbered_heading(index: int, line: Line) -> Candidate | None:
    styles = (c.PARAGRAPH, c.NESTED, c.LETTERED, c.POINT, c.PLAIN, c.NAMED, c.PART)
    return next((each for style in styles if (each := c._candidate(index, line, style))), None)


def _bold(lines: list[Line]) -> list[int]:
    """Lines set in bold as a whole: the headings of a document that marks none as such."""
    return [
        index
        for index, line in enumerate(lines)
        if line.bold and not re.search(r"[.:;,!?]$", line.text.text) and label_of(line.text) is None
    ]


def _after_people(headings: list[int], lines: list[Line]) -> list[int]:
    """Headings over lists of people are no items; the agenda begins after them."""
    lists = [place for place, index in enumerate(headings[:8]) if ATTENDANCE.match(lines[index].text.text)]
    return headings[lists[-1] + 1 :] if lists else headings


def _by_level(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Headings without numbers: a single topmost one is the document's title."""
    top = min(lines[each.index].level for each in found)
    titles = [each for each in found if lines[each.index].level == top]
    if len(titles) == 1 and len(found) > 2:
        found = [each for each in found if each is not titles[0]]
    return [each for each in found if not (DOCUMENT_WORD.match(each.words.text) and each is found[0])]


def _by_point(lines: list[Line]) -> list[Candidate]:
    agenda = c.chain(c.numbered(lines, (c.POINT, c.NAMED)), lines)
    if len(agenda) < 2:
        agenda = c.chain(c.numbered(lines, (c.PLAIN,)), lines)
    if len(agenda) < 2:
        return []
    return _with_letters(_with_parts(_with_lost_first(agenda, lines), lines), lines)


def _by_automatic_number(lines: list[Line]) -> list[Candidate]:
    found = [Candidate(index, c.AUTO, EMPTY, line.text) for index, line in enumerate(lines) if line.bullet == "#."]
    return found if len(found) >= 2 else []


def _by_capitals(lines: list[Line]) -> list[Candidate]:
    return _with_letters(c.capitals(lines), lines)


def _by_silence(lines: list[Line]) -> list[Candidate]:
    found = c.unnumbered(lines)
    first = next((place for place, each in enumerate(found) if c.is_formal(each.words.text)), None)
    return [] if first is None else _with_letters(found[first:], lines)


def _by_point_under_heading(lines: list[Line]) -> list[Candidate]:
    """One point alone under the heading "Dagordning", or under its only part."""
    found = c.chain(c.numbered(lines, (c.POINT, c.NAMED)), lines)
    if len(found) != 1 or found[0].value != 1:
        return []
    above = lines[max(0, found[0].index - 2) : found[0].index]
    headed = any(AGENDA_HEADING.match(line.text.text) for line in above)
    return _with_letters(_with_parts(found, lines), lines) if headed else []


def _by_sole_point(lines: list[Line]) -> list[Candidate]:
    """One point alone ("1. Budget") is an agenda where a label such as "Beslut:" stands under it."""
    found = c.chain(c.numbered(lines, (c.POINT, c.NAMED)), lines)
    if len(found) != 1 or found[0].value != 1 or not lines[found[0].index].gap:
        return []
    return found if any(label_of(line.text) is not None for line in lines[found[0].index + 1 :]) else []


SCHEMES = (
    ("paragraphs", _by_paragraph),
    ("markup", _by_markup),
    ("capitals", _by_capitals),
    ("points", _by_point),
    ("automatic numbers", _by_automatic_number),
    ("points", _by_point_under_heading),
    ("silent headings", _by_silence),
    ("a point alone", _by_sole_point),
)


def _with_lost_first(agenda: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """A formal first item whose number got lost: the agenda begins at 2 and "Mötets öppnande" stands before."""
    if agenda[0].value != 2:
        return agenda
    before = [index for index in range(agenda[0].index) if c.is_formal(lines[index].text.text)]
    return [Candidate(before[-1], c.AUTO, EMPTY, lines[before[-1]].text), *agenda] if before else agenda


def _with_parts(agenda: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Adds the lines "DEL 1: …" before, between and after the points."""
    parts = []
    for index, line in enumerate(lines):
        match = c.PART.regex.match(line.text.text)
        if match and not line.bullet:
            parts.append(Candidate(index, c.PART, EMPTY, line.text[match.end() :]))
    return sorted(agenda + parts, key=lambda each: each.index)


def _with_letters(agenda: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Adds sub-items a), b), c) and 3.1, 3.2 that stand as headings between the points."""
    result = list(agenda)
    for style in (c.LETTER, c.NESTED, c.LETTERED):
        result += _sub_items(c.numbered(lines, (style,)), agenda, lines)
    return sorted(result, key=lambda each: each.index)


def _sub_items(found: list[Candidate], agenda: list[Candidate], lines: list[Line]) -> list[Candidate]:
    result = []
    for place, each in enumerate(agenda):
        end = agenda[place + 1].index if place + 1 < len(agenda) else len(lines)
        inside = [one for one in found if each.index < one.index < end and _heads(one, lines, each.index)]
        if inside and _counts(inside, each):
            result += inside
    return result


def _counts(inside: list[Candidate], above: Candidate) -> bool:
    numbers = [each.number.text for each in inside]
    if numbers[0].isalpha():
        return numbers == [chr(ord("a") + place) for place in range(len(numbers))]
    if numbers[0][-1].isalpha():
        return all(number[:-1] == above.number.text for number in numbers)
    return bool(above.number) and all(number.startswith(above.number.text + ".") for number in numbers)


def _heads(each: Candidate, lines: list[Line], above: int) -> bool:
    """Whether a lettered line is a heading and no step in a list of decisions."""
    words = each.words.text
    if each.style is c.LETTERED and lines[each.index].gap:
        # "3c." after a blank line under point 3 is no step in a list; it only must not be a sentence.
        return not (words.endswith((".", ";")) and " " in words)
    if len(words) > 110 or re.search(r"[;,!?]$|\b(?:och|samt)$", words) or (words.endswith(".") and " " in words):
        return False
    for line in reversed(lines[max(above + 1, each.index - 12) : each.index]):
        opened = label_of(line.text)
        if opened:
            return (
                opened.label.part not in (Part.DECISION, Part.PROPOSAL)
                or bool(opened.rest)
                or lines[each.index].gap > 0
            )
    return True


def _cut(lines: list[Line], found: list[Candidate], scheme: str) -> Agenda:
    nodes: list[Node] = []
    for place, each in enumerate(found):
        end = found[place + 1].index if place + 1 < len(found) else len(lines)
        nodes.append(_node(each, lines, end))
    tail: list[Line] = []
    if nodes:
        nodes[-1].body, tail = _without_tail(nodes[-1].body)
    nodes = hung(nodes, scheme)
    for node in nodes:
        last = node.body[-1].span[1] if node.body else node.headline.title.span[1]
        node.span = (lines[node.first].span[0], max(last, lines[node.first].span[1]))
    return Agenda(lines[: found[0].index], nodes, tail, scheme)


def _node(each: Candidate, lines: list[Line], end: int) -> Node:
    """The heading may run over several lines; the title may stand on the line after the number."""
    words = [each.words]
    index = each.index + 1
    if not headline_of(each.words, each.number).title and index < end:
        words.append(lines[index].text)
        index += 1
    while index < end and index - each.index < 5 and _goes_on(flow(words), lines[index], lines[index - 1]):
        words.append(lines[index].text)
        index += 1
    headline = headline_of(flow(words), each.number)
    return Node(headline, each.index, lines[index:end], level=lines[each.index].level, part=each.style is c.PART)


def _goes_on(title: Passage, line: Line, before: Line) -> bool:
    if line.gap or line.bullet or line.level or line.cells or before.level or label_of(line.text) is not None:
        return False
    if before.text.text.endswith(("-", ",", " och", " samt", " för", " av", " i", " till", " med", " om")):
        return len(title) > 20
    if _hangs(line, before):
        return True
    starts_low = bool(re.match(r"[a-zåäö(0-9]", line.text.text))
    return starts_low and len(before.text) >= 45 and not title.text.endswith((".", ":", ")"))


def _hangs(line: Line, before: Line) -> bool:
    """Whether a line goes on under the words of a numbered title that fills its line; the number stands alone."""
    numbered = NUMBER_COLUMN.match(before.wide.text)
    column = before.indent + numbered.end() if numbered else before.indent
    hanging = bool(numbered) and column > before.indent + 3
    ended = re.search(r"[.:;!?)]$", before.text.text) or re.search(r"[.:;]$", line.text.text)
    return hanging and abs(line.indent - column) <= 2 and len(before.text) >= LONG_TITLE and not ended


def _without_tail(body: list[Line]) -> tuple[list[Line], list[Line]]:
    """What follows the last item: signatures and lists that belong to the document."""
    for place, line in enumerate(body):
        if SIGNATURES.match(line.text.text):
            start = place
            return body[:start], body[start:]
    return body, []
