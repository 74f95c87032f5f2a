"""Lines that may be the heading of an item, and which of them make up the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from radslag.text.reading.labels import label_of
from radslag.text.reading.lines import Line
from radslag.text.reading.passage import EMPTY, Passage


@dataclass(frozen=True)
class Style:
    """One way of numbering headings. The group `number` is the number, what follows the match the title."""

    name: str
    example: str
    regex: re.Pattern[str]


PARAGRAPH = Style(
    "paragraph", "§ 12 Budget", re.compile(r"§\s?(?P<number>\d{1,4}[a-z]?)(?=[\s.:,–-]|$)[.:,]?\s*(?:[–-]\s+)?")
)
PARAGRAPH_AFTER = Style("paragraph after", "12 § Budget", re.compile(r"(?P<number>\d{1,4}[a-z]?)\s?§[.:]?(?=\s|$)\s*"))
POINT = Style("point", "1. Budget", re.compile(r"(?P<number>\d{1,3})[.)]:?\s+(?=[^\W_]|[”\"“'§(])"))
PLAIN = Style("plain number", "1 Budget", re.compile(r"(?P<number>\d{1,2})(?:\s*\t\s*|\s+)(?=[A-ZÅÄÖ”\"“])"))
NAMED = Style(
    "named",
    "Punkt 1: Budget",
    re.compile(r"(?:punkt|ärende|pkt)\s(?P<number>\d{1,3})[.:)]?\s+(?:[–-]\s+)?(?=\S)", re.IGNORECASE),
)
NESTED = Style(
    "nested", "3.1 Budget", re.compile(r"(?P<number>\d{1,3}\.\d{1,2}(?:\.\d{1,2})?)[.)]?\s+(?=[A-ZÅÄÖ”\"“])")
)
LETTERED = Style(
    "lettered number",
    "3a. Budget",
    re.compile(r"(?P<number>\d{1,3}[a-zåäö])(?:[.)]\s+(?=[^\W_]|[”\"“])|\s+(?=[A-ZÅÄÖ”\"“]))"),
)
LETTER = Style("letter", "a) Budget", re.compile(r"(?P<number>[a-zåäö])[.)]\s+(?=[A-ZÅÄÖ”\"“])"))
PART = Style(
    "part", "Del 1: Planering", re.compile(r"(?:DEL|Del)\s+(?:\d{1,2}|[IVX]{1,4}|[A-D])\s*[:.–-]\s*(?=\S)(?P<number>)")
)
AUTO = Style("automatic number", "#. Budget", re.compile(r"(?P<number>)"))

LAW = re.compile(r"(?:i|första|andra|tredje|och|kap\.?|st\.?|förordning\w*|lag\w*|kommunallagen|stadg\w*)\b")
CONTENTS_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}\s*$|…\s*\d{1,4}\s*$|\t\d{1,3}\s*$")
SENTENCE_END = re.compile(r"[.;,!?]$")


@dataclass(frozen=True)
class Candidate:
    """A line that may open an item: its place among the lines, its number and the words after it."""

    index: int
    style: Style
    number: Passage
    words: Passage
    value: int = 0


def numbered(lines: list[Line], styles: Iterable[Style]) -> list[Candidate]:
    """The lines that open with a number in one of the styles, contents lists left out."""
    found = []
    for index, line in enumerate(lines):
        for style in styles:
            candidate = _candidate(index, line, style)
            if candidate:
                found.append(candidate)
                break
    return without_contents(found, lines)


def _candidate(index: int, line: Line, style: Style) -> Candidate | None:
    source = line.wide if style is PLAIN else line.text
    match = style.regex.match(source.text)
    if not match or (line.bullet and not line.level) or line.cells:
        return None
    rest = source[match.end() :]
    if style in (PARAGRAPH, PARAGRAPH_AFTER) and LAW.match(rest.text):
        return None
    if style in (POINT, PLAIN) and len(rest) > 160 and not line.level:
        return None
    digits = re.match(r"\d+", match["number"])
    return Candidate(index, style, source.group(match, "number"), rest, int(digits[0]) if digits else 0)


def without_contents(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Drops the lines of a contents list: those with leaders, and those whose number and title come again below."""
    last: dict[str, int] = {}
    for place, candidate in enumerate(found):
        last[_key(candidate, lines)] = place
    kept = []
    for place, candidate in enumerate(found):
        line = lines[candidate.index]
        following = lines[candidate.index + 1] if candidate.index + 1 < len(lines) else None
        leads = CONTENTS_LEADER.search(line.wide.text) or (following is not None and _leads_on(following))
        again = last[_key(candidate, lines)] != place and _dense(found, place)
        if not leads and not again:
            kept.append(candidate)
    return kept


def _leads_on(line: Line) -> bool:
    return bool(CONTENTS_LEADER.search(line.wide.text)) and not re.match(r"§|\d+[.)]?\s", line.text.text)


def _key(candidate: Candidate, lines: list[Line]) -> str:
    words = candidate.words.text
    if len(words) < 12 and candidate.index + 1 < len(lines):
        words += " " + lines[candidate.index + 1].text.text
    return candidate.number.text + re.sub(r"\W", "", words.casefold())[:16]


def _dense(found: list[Candidate], place: int) -> bool:
    """Whether the neighbours in the list of candidates stand close, as in a contents list."""
    index = found[place].index
    around = found[max(0, place - 1) : place] + found[place + 1 : place + 2]
    return any(abs(other.index - index) <= 3 for other in around)


def chain(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """The longest run of candidates that count upwards by one: the agenda, without the lists inside its points.

    One number may be missing. Between equals, headings with a blank line before and little indentation win.
    """
    best: dict[int, tuple[float, int]] = {}
    before: list[int] = []
    ends: list[float] = []
    for place, candidate in enumerate(found):
        worth = _worth(lines[candidate.index])
        score, previous = worth, -1
        for step, loss in ((1, 0.0), (2, 0.6)):
            reached = best.get(candidate.value - step)
            if reached and reached[0] + worth - loss > score:
                score, previous = reached[0] + worth - loss, reached[1]
        before.append(previous)
        ends.append(score)
        if score > best.get(candidate.value, (0.0, 0))[0]:
            best[candidate.value] = (score, place)
    return _walk_back(found, before, ends)


def _walk_back(found: list[Candidate], before: list[int], ends: list[float]) -> list[Candidate]:
    if not found:
        return []
    place = max(range(len(found)), key=lambda each: ends[each])
    result = []
    while place >= 0:
        result.append(found[place])
        place = before[place]
    return result[::-1]


def _worth(line: Line) -> float:
    worth = 1.0
    worth += 0.1 if line.gap else 0.0
    worth += 0.3 if line.level or line.bold else 0.0
    worth -= min(line.indent, 20) / 100
    worth -= 0.15 if SENTENCE_END.search(line.text.text) else 0.0
    return worth


def unnumbered(lines: list[Line]) -> list[Candidate]:
    """Short lines that stand alone and are no sentence: the headings of a document that numbers nothing.

    Where the formal headings have their text on the next line, so may the others.
    """
    tight = _tight(lines)
    found = []
    for index, line in enumerate(lines[:-1]):
        stands = _alone(lines, index) or (tight and _leads(lines, index))
        if _short(line) and (stands or is_formal(line.text.text)) and label_of(line.text) is None:
            found.append(Candidate(index, AUTO, EMPTY, line.text))
    return found


def _tight(lines: list[Line]) -> bool:
    """Whether the formal headings have their text on the next line."""
    formal = [index for index, line in enumerate(lines[:-1]) if _short(line) and is_formal(line.text.text)]
    tight = sum(bool(lines[index].gap and not lines[index + 1].gap) for index in formal)
    return tight >= 3 and tight * 2 > len(formal)


def _alone(lines: list[Line], index: int) -> bool:
    return bool(lines[index].gap or index == 0) and bool(lines[index + 1].gap or lines[index].bold)


def _leads(lines: list[Line], index: int) -> bool:
    """A few words after a blank line, with running text right below."""
    line, after = lines[index], lines[index + 1]
    return bool(line.gap) and not after.gap and len(line.text) <= 60 and bool(re.match(r"[A-ZÅÄÖ]", after.text.text))


def capitals(lines: list[Line]) -> list[Candidate]:
    """Lines in capitals alone, where several of them are formal headings."""
    found = []
    for index, line in enumerate(lines[:-1]):
        words = line.text.text
        if CAPITALS.match(words) and words == words.upper() and _short(line) and label_of(line.text) is None:
            found.append(Candidate(index, AUTO, EMPTY, line.text))
    first = next((place for place, each in enumerate(found) if is_formal(each.words.text)), len(found))
    formal = sum(is_formal(each.words.text) for each in found)
    return found[first:] if formal >= 3 else []


def _short(line: Line) -> bool:
    words = line.text.text
    if line.cells or line.bullet or len(words) > 90:
        return False
    return not SENTENCE_END.search(words) and bool(re.match(r"[A-ZÅÄÖ\d]", words))


CAPITALS = re.compile(r"[A-ZÅÄÖÉ][A-ZÅÄÖÉ0-9 ,:./&–-]{3,70}$")
FORMAL = re.compile(
    r"(?:mötets? (?:öppnande|öppnas|avslutande|avslutas|avslutning|formalia)|öppnande|avslutning|avslutande|inledning|"
    r"välkom(?:men|na)|upprop|dagordning|"
    r"val av (?:mötes|justerare|protokoll|sekreterare|ordförande)\w*.*|"
    r"(?:fastställande|godkännande) av (?:dagordning|föredragningslista|ärendelista|röstlängd|mötesschema)\w*|"
    r"föregående (?:mötes?|protokoll|minnesanteckningar|anteckningar)\w*(?: protokoll)?|övriga? (?:frågor|ärenden|"
    r"punkter)|övrigt|(?:nästa|kommande) (?:möte|möten|styrelsemöte|sammanträde)|"
    r"(?:öppnande|avslutande) av möte\w*|rapporter|skrivelser|anmälningsärenden|delegationsbeslut)$",
    re.IGNORECASE,
)


def is_formal(words: str) -> bool:
    """Whether a heading is one that every agenda has."""
    return bool(FORMAL.match(words.strip(" :.")))
