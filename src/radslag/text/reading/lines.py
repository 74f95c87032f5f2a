"""The extracted text as lines: marks of lists, headings, emphasis and tables told apart from the words.

A line that a converter filled with a whole page is cut before the words that open something new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from radslag.text.reading.flat import cuts_of
from radslag.text.reading.labels import Part
from radslag.text.reading.passage import EMPTY, Passage, Span

LONGEST = 2000  # characters of one line; longer ones are cut, so that no pattern ever meets an endless line
LONGEST_ROW = 12_000  # of a table row, which holds whole cells
FLAT = 250  # mean length of the lines of a text whose line breaks were lost
SHORT = 120  # in such a text, a line up to this length is whole


@dataclass(frozen=True)
class Line:
    """`text` is the words alone; `wide` keeps the spaces between columns; `cells` are set for a table row.

    `level`: of a marked-up heading, 0 for none. `bullet`: the list mark or "". `gap`: blank lines before it.
    """

    span: Span
    text: Passage
    wide: Passage
    indent: int = 0
    level: int = 0
    bullet: str = ""
    bold: bool = False
    gap: int = 0
    page: int = 1
    cells: tuple[Passage, ...] = ()
    part: Part | None = None  # set where a table's column says what stands there

    @property
    def columns(self) -> list[Passage]:
        """What stands apart on the line by two spaces, a tab or table borders."""
        return [cell for cell in self.cells if cell] or self.wide.split(COLUMN_GAP)


COLUMN_GAP = re.compile(r"\t\s*|\s{2,}")
BULLET = re.compile(r"(?:[-–—•●▪■◦‣∙·*+]|[\ue000-\uf8ff]|o(?=\s+\S)|#\.|[-=]+>|[→⇒➔➜►▶☐]|\[[ x]\])(?:\s+|$)")
TASK_BULLET = re.compile(r"[-=]+>|[→⇒➔➜►▶☐]|\[[ x]\]")  # an arrow or a box before what is to be done
BOX = re.compile(r"(?:☐|\[[ xX]\])\s+")
SUB_BULLET = frozenset("o◦‣\uf06f\uf0a7")
HASH_HEADING = re.compile(r"(#{1,6}|={1,6})\s+(?=\S)")
UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
PIPE_RULE = re.compile(r"[|:\s-]+$")
BREAK = re.compile(r"\s*<br ?/?>\s*|\s\\(?=\s|$)|\\$")
EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)(?=$|[\s.,:;)])")
BOLD = re.compile(r"\*\*[^*]{1,300}\*\*[:.]?$|__[^_]{1,300}__[:.]?$")


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, in order. Blank lines are counted in the `gap` of the line after them."""
    lines: list[Line] = []
    gap, page = 1, 1
    for start, end, apart in _bounds(text):
        page += text.count("\f", start, end)
        words = Passage.of(text, start, end).strip()
        gap += apart
        if not words or (words.text.startswith("|") and PIPE_RULE.match(words.text)):
            gap += 1
            continue
        if lines and gap == 0 and _underlines(words.text, lines[-1]):
            lines[-1] = replace(lines[-1], level=1 if words.text[0] == "=" else 2, gap=1)
            continue
        lines.append(_line(words, start, gap, page))
        gap = 0
    return lines


def _bounds(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of each line, a too long one in the parts it was made of; then 1 for a part that stands apart."""
    start = 0
    lengths = [len(raw) for raw in text.split("\n") if raw and not raw.isspace()]
    flat = bool(lengths) and sum(lengths) > FLAT * len(lengths)
    for raw in text.split("\n"):
        end = start + len(raw)
        if not flat or len(raw) <= SHORT or raw.lstrip().startswith("|"):
            yield from _chunks(text, start, end, 0, LONGEST_ROW if raw.lstrip().startswith("|") else LONGEST)
        else:
            cuts = [start + cut for cut in cuts_of(raw)]
            for left, right in zip([start, *cuts], [*cuts, end], strict=True):
                yield from _chunks(text, left, right, int(bool(cuts)), LONGEST)
        start = end + 1


def _chunks(text: str, start: int, end: int, apart: int, most: int) -> Iterator[tuple[int, int, int]]:
    """The line in parts of at most MOST characters, cut at a space where there is one."""
    while end - start > most:
        cut = max(text.rfind(" ", start + most // 2, start + most), start + most // 2)
        yield start, cut, apart
        start, apart = cut, 0
    yield start, end, apart


def _underlines(words: str, before: Line) -> bool:
    return bool(UNDERLINE.match(words)) and not before.level and not before.cells and len(before.text) < 120


def _line(words: Passage, start: int, gap: int, page: int) -> Line:
    indent = words.at[0] - start
    span = words.span
    if words.text.startswith("|") and words.text.count("|") > 1:
        cells = tuple(_cell(cell) for cell in _cut_at(words, "|")[1:])
        return Line(span, EMPTY, words, indent=indent, gap=gap, page=page, cells=cells)
    level = 0
    bullet = ""
    if words.text.startswith("% ") and start < 600:  # the title block of Pandoc's Markdown
        words = words[2:].strip()
    heading = HASH_HEADING.match(words.text)
    if heading:
        level = len(heading[1])
        words = words[heading.end() :]
    mark = BULLET.match(words.text)
    if mark and not BOLD.match(words.text):
        bullet = mark[0].strip()
        words = words[mark.end() :]
        box = BOX.match(words.text)
        if box:
            bullet, words = box[0].strip(), words[box.end() :]
    bold = bool(BOLD.match(words.text))
    wide = words.without(EMPHASIS).without(BREAK).strip() if _has_markup(words.text) else words
    return Line(span, wide.squeezed(), wide, indent, level, bullet, bold, gap, page)


def _has_markup(text: str) -> bool:
    return any(mark in text for mark in "*_\\<")


def _cut_at(words: Passage, mark: str) -> list[Passage]:
    """The parts between the marks, empty ones too, without what follows the last mark when that is nothing."""
    parts: list[Passage] = []
    last = 0
    for place, letter in enumerate(words.text):
        if letter == mark:
            parts.append(words[last:place])
            last = place + 1
    rest = words[last:].strip()
    return [*parts, rest] if rest else parts


def _cell(cell: Passage) -> Passage:
    """A table cell; its own line breaks stay as `\\n`."""
    cell = cell.strip().without(EMPHASIS)
    if "<br" not in cell.text:
        return cell.squeezed()
    text, at, last = "", [], 0
    for match in BREAK.finditer(cell.text):
        text += cell.text[last : match.start()] + "\n"
        at += [*cell.at[last : match.start()], cell.at[match.start()]]
        last = match.end()
    return Passage(text + cell.text[last:], [*at, *cell.at[last:]])
