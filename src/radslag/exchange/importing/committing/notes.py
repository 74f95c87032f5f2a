"""The text an item has of its own: what stands under it, without its heading and without other items. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_TRAILING = re.compile(r"[ \t\r\f]+$", re.MULTILINE)
# The number of a page at its foot, and the break after it: they belong to the paper, not to what was said.
_PAGE_END = re.compile(r"\n[ \t]*(?:[Ss]ida[ \t])?\d{1,3}(?:[ \t]?(?:\(\d{1,3}\)|av[ \t]\d{1,3}|/[ \t]?\d{1,3}))?\s*\f")
_EMPTY_LINES = re.compile(r"\n{3,}")
# What may stand after a title on its line and still be part of the heading: brackets, marks, a dash.
_REST_OF_HEADING = re.compile(r"[ \t]*[)\]”\"]*[ \t]*(?:\([^()\n]*\)[ \t]*)*[*_#:.\u2013-]*[ \t]*(?=\n|$)")
_BEFORE_WORDS = re.compile(r"[ \t]*[:.\u2013-]*[ \t]*")
_MARKS = " \t\r\n*_#:"

Span = tuple[int, int]


def own_text(text: str, item: dict[str, Any], others: Sequence[dict[str, Any]]) -> tuple[str, Span | None]:
    """The item's own text with its lines kept, and where its first piece stands; ("", None) when there is none."""
    pieces = [piece for piece in _pieces(text, item, others) if text[piece[0] : piece[1]].strip(_MARKS)]
    if not pieces:
        return "", None
    words = "\n\n".join(_PAGE_END.sub("\n", text[start:end]).strip() for start, end in pieces)
    return _EMPTY_LINES.sub("\n\n", _TRAILING.sub("", words)).strip(), _trimmed(text, pieces[0])


def _pieces(text: str, item: dict[str, Any], others: Sequence[dict[str, Any]]) -> list[Span]:
    """The item's span without its heading and without the items that begin inside it."""
    if not item["span"]:
        return []
    start, end = _after_heading(text, item), item["span"][1]
    inside = sorted(
        tuple(other["span"])
        for other in others
        if other is not item and other["span"] and item["span"][0] < other["span"][0] < end
    )
    pieces = []
    for other_start, other_end in inside:
        if other_start > start:
            pieces.append((start, other_start))
        start = max(start, min(other_end, end))
    return [*pieces, (start, end)] if start < end else pieces


def _after_heading(text: str, item: dict[str, Any]) -> int:
    start, end = item["span"]
    title = item["spans"].get("title")
    if not title or not start <= title[0] < end:
        return int(start)
    after = int(title[1])
    line_end = text.find("\n", after, end)
    line_end = end if line_end < 0 else line_end
    # A presenter or an annex written on the heading's line belongs to the heading.
    named = [*item["presenters"], *item["annexes"]]
    ends = [each["span"][1] for each in named if each["span"] and after <= each["span"][0] < line_end]
    after = max([after, *ends])
    rest = _REST_OF_HEADING.match(text, after, line_end) or _BEFORE_WORDS.match(text, after, line_end)
    return rest.end() if rest else after


def _trimmed(text: str, piece: Span) -> Span:
    start, end = piece
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())
