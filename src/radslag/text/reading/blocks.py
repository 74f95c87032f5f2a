"""The body of an item as paragraphs and list points, each under the label it stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from radslag.text.reading.labels import Labelled, Part, label_of
from radslag.text.reading.lines import SUB_BULLET, TASK_BULLET, Line
from radslag.text.reading.names import leading_name, only_names
from radslag.text.reading.passage import EMPTY, Passage, Span, flow

NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
ENDED = re.compile(r"[.:;!?”\"]$")
GOES_ON = re.compile(r"[a-zåäö(]")
ATT_LINE = re.compile(r"att\b")
SINGLE = (Part.PRESENTER, Part.ANNEX, Part.RESPONSIBLE)  # what stands under these ends with the first blank line
LONGEST = 6000  # characters of one block: no document a person wrote has a longer paragraph


@dataclass
class Block:
    """A paragraph (depth 0) or a list point (depth 1, 2) under a label.

    `after`: how many blocks of the same part stand before it; `inline`: it began on the label's own line.
    """

    part: Part
    depth: int = 0
    words: list[Passage] = field(default_factory=list)
    label: Labelled | None = None
    inline: bool = False
    after: int = 0
    size: int = 0
    within: Block | None = None  # the block a single line ("Ansvarig: …", "-> …") stands in the middle of

    @property
    def lasting(self) -> Block:
        """The block whose part and label go on after this one."""
        return self.within or self

    @property
    def text(self) -> Passage:
        return flow(self.words)

    @property
    def span(self) -> Span:
        return self.words[0].span[0], self.words[-1].span[1]

    def add(self, words: Passage) -> None:
        if words:
            self.words.append(words)
            self.size += len(words)


def blocks_of(body: list[Line], first: Part = Part.OPEN) -> list[Block]:
    """The blocks of an item's lines, empty ones left out. FIRST: what the item's own title labels."""
    return [block for block in _blocks(body, first) if block.words or block.part is Part.ANNEX]


def _blocks(body: list[Line], first: Part) -> Iterator[Block]:
    block = Block(first)
    marks: list[int] = []
    for line in body:
        if line.part is not None and line.part is not block.part:
            yield block
            block = Block(line.part)
        words, listed = _unmarked(line)
        if block.part is Part.PRESENTER and _tells_more(block, words, listed):
            yield block
            block, marks = Block(Part.OPEN), []
        new = _opened(line, words, block) or (_point(line, words, block, marks) if listed else None)
        if new is None:
            block.add(words)
            continue
        yield block
        marks = marks if new.label is block.label else []
        block = new
    yield block


def _tells_more(block: Block, words: Passage, listed: int) -> bool:
    """Whether a line below the names of presenters is no name and so begins what is said of the item."""
    if not block.words or label_of(words) is not None:
        return False
    if listed:
        return not leading_name(words.text)
    goes_on = GOES_ON.match(words.text) or block.words[-1].text.endswith((",", ";", "-", " och", " samt"))
    return not goes_on and not only_names(words.text)


def _opened(line: Line, words: Passage, block: Block) -> Block | None:
    """The block that a label, a table row or a new paragraph opens; None for a list point and a line that goes on."""
    label = None if line.cells else label_of(words)
    if label is not None:
        new = Block(label.label.part, 0, [], label, inline=bool(label.rest))
        new.within = block.lasting if new.part is Part.RESPONSIBLE else None
        new.add(label.rest)
        return new
    if line.cells:
        above = block.lasting
        return Block(above.part, 3, [cell for cell in line.cells if cell], above.label, after=block.after + 1)
    return _paragraph(line, words, block) if not _unmarked(line)[1] and _opens(line, words, block) else None


def _point(line: Line, words: Passage, block: Block, marks: list[int]) -> Block:
    """A list point; one that is indented, or has the mark of a lower level, goes below the one above."""
    marks[:] = [each for each in marks if each < line.indent - 1] + [line.indent]
    deeper = line.bullet in SUB_BULLET or (len(marks) > 1 and bool(line.bullet))
    above = block.lasting
    new = Block(above.part, 2 if deeper else 1, [], above.label, after=block.after + 1)
    if TASK_BULLET.match(line.bullet):
        new = Block(Part.TASK, 1, [], None, within=above)
    new.add(words)
    return new


def _paragraph(line: Line, words: Passage, block: Block) -> Block:
    """What stands alone under a label of one value ends with the first blank line."""
    above = block.lasting
    closed = above.part in SINGLE and line.gap and (block.words or line.gap > 1)
    part = Part.OPEN if closed else above.part
    new = Block(part, 0, [], above.label if part is above.part else None, after=block.after + 1)
    new.add(words)
    return new


def _unmarked(line: Line) -> tuple[Passage, int]:
    """The words of a line without list mark, and 1 for a list point."""
    if line.bullet:
        return line.text, 1
    number = NUMBERED.match(line.text.text)
    return (line.text[number.end() :], 1) if number else (line.text, 0)


def _opens(line: Line, words: Passage, block: Block) -> bool:
    """Whether the line begins a new paragraph."""
    if not block.words:
        return False
    last = block.words[-1].text
    if block.size > LONGEST or block.depth == 3 or line.level:
        return True
    if not line.gap:
        return False
    return bool(ENDED.search(last)) or not GOES_ON.match(words.text)


def before_att(block: Block) -> list[Passage]:
    """The block cut before every line that begins with "att", and before " att " after a semicolon or "samt"."""
    parts: list[list[Passage]] = [[]]
    for words in block.words:
        if (
            ATT_LINE.match(words.text)
            and parts[-1]
            and not parts[-1][-1].text.endswith(("för", "genom", "till", "om", ","))
        ):
            parts.append([])
        parts[-1].append(words)
    return [flow(part) for part in parts if part] or [EMPTY]
