"""A document's text as numbered lines with marked places: pure, and safe whatever the text holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise


@dataclass(frozen=True)
class Mark:
    """A marked place. `start` and `end` count characters of the text (end exclusive); `key` becomes the id.

    `note` is what the place says ("beslut", "närvarande"), read out and shown on hover; `faint` for what is settled.
    With `href` the marked words are a link, where marks nest the innermost one's; it is left out of the tab order,
    since what it leads to leads here.
    """

    start: int
    end: int
    key: str
    note: str = ""
    faint: bool = False
    href: str = ""


@dataclass(frozen=True)
class Line:
    """One line: its number, and its HTML in which nothing of the document's own markup survives."""

    number: int
    html: str


def marked_lines(text: str, marks: Iterable[Mark] = (), first: int = 1) -> list[Line]:
    """TEXT split at newlines, numbered from `first`. Marks may nest, cross each other and span lines.

    A mark that must be cut (at a line's end, or where another crosses it) keeps its id on the first piece only.
    Marks that are empty or wholly outside the text are left out.
    """
    kept = sorted((mark for mark in marks if max(mark.start, 0) < min(mark.end, len(text))), key=_outermost_first)
    opened: set[str] = set()
    lines, start, reached = [], 0, 0
    here: list[Mark] = []
    for offset, line in enumerate(text.split("\n")):
        # A line looks at the marks that reach it only: a long document has thousands of both.
        here = [mark for mark in here if mark.end > start]
        while reached < len(kept) and kept[reached].start < start + len(line):
            here += [kept[reached]] if kept[reached].end > start else []
            reached += 1
        lines.append(Line(first + offset, _marked(line, start, here, opened)))
        start += len(line) + 1
    return lines


def _outermost_first(mark: Mark) -> tuple[int, int, str]:
    return (mark.start, -mark.end, mark.key)


def _marked(line: str, start: int, marks: Sequence[Mark], opened: set[str]) -> str:
    """One line with tags: at each place where a mark begins or ends, close what is open and open what holds next."""
    cuts = {0, len(line)}
    for mark in marks:
        cuts |= {max(mark.start - start, 0), min(mark.end - start, len(line))}
    places = sorted(cuts)
    out: list[str] = []
    stack: list[Mark] = []
    for begin, end in pairwise(places):
        now = [mark for mark in marks if mark.start - start <= begin and mark.end - start >= end]
        same = _shared(stack, now)
        out += ["</mark>"] * (len(stack) - same)
        out += [_opening(mark, opened) for mark in now[same:]]
        out.append(_words(line[begin:end], now))
        stack = now
    return "".join(out) + "</mark>" * len(stack)


def _words(words: str, marks: Sequence[Mark]) -> str:
    href = next((mark.href for mark in reversed(marks) if mark.href), "")
    return f'<a href="{escape(href)}" tabindex="-1">{escape(words)}</a>' if href and words.strip() else escape(words)


def _shared(before: Sequence[Mark], after: Sequence[Mark]) -> int:
    """How many marks, from the outermost, stay open from one piece to the next."""
    count = 0
    for left, right in zip(before, after, strict=False):
        if left != right:
            break
        count += 1
    return count


def _opening(mark: Mark, opened: set[str]) -> str:
    identity = "" if mark.key in opened else f' id="{escape(mark.key)}"'
    opened.add(mark.key)
    note = f' title="{escape(mark.note)}"' if mark.note else ""
    faint = ' class="faint"' if mark.faint else ""
    return f'<mark{identity} data-mark="{escape(mark.key)}"{faint}{note}>'
