"""Text of a PDF, laid out by the rectangles it stands in, so that labels and values keep their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import pypdfium2
import pypdfium2.raw as raw

from radslag.text.reading.extracting.plain import LOST
from radslag.text.reading.unreadable import Unreadable

BROKEN = "PDF-filen är skadad och går inte att öppna. Spara eller exportera den på nytt och försök igen."
LOCKED = "PDF-filen är skyddad med lösenord. Spara den utan lösenord och försök igen."
SCANNED = (
    "PDF-filen saknar textlager, den är troligen inskannad. Gör den sökbar (OCR)"
    " eller använd originalet och försök igen."
)
MOST_PAGES = 1000
TOO_LONG = f"PDF-filen har fler än {MOST_PAGES} sidor. Dela upp den och försök igen."
LEAST_LETTERS = 20  # a text layer with fewer letters is a stamp on a scanned page
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Piece:
    """A run of text in one rectangle; points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def text_of_pdf(data: bytes) -> str:
    """The text of all pages, divided by form feeds. Unreadable where there is none to be had."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(LOCKED if "password" in str(error).lower() else BROKEN) from error
    try:
        return _text(document)
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable(BROKEN) from error
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument) -> str:
    if len(document) > MOST_PAGES:
        raise Unreadable(TOO_LONG)
    pages = [laid_out(_pieces(page)) for page in document]
    text = "\f".join(pages)
    if sum(letter.isalpha() for letter in text) < LEAST_LETTERS:
        raise Unreadable(SCANNED)
    lost = text.count("\ufffd")
    if lost > max(3, len(text) // 200):
        raise Unreadable(LOST)
    return text.replace("\ufffd", "•")


def _pieces(page: pypdfium2.PdfPage) -> list[Piece]:
    """The glyphs of a page as runs: a line break, another line or a wide gap ends one. Pdfium's own rectangles
    are of no use here: they fall apart where a typesetter moved single letters together."""
    textpage = page.get_textpage()
    pieces: list[Piece] = []
    run: list[Piece] = []
    for index in range(textpage.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(textpage, index) or 32)
        if letter in "\r\n":
            _close(run, pieces)
            continue
        if letter.isspace():
            if run and not run[-1].text.isspace():
                last = run[-1]
                run.append(Piece(last.right, last.bottom, last.right, last.top, " "))
            continue
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        glyph = Piece(left, bottom, right, top, "-" if letter in "\x02\ufffe" else CONTROL.sub("", letter))
        if run and _apart(run[-1], glyph):
            _close(run, pieces)
        run.append(glyph)
    _close(run, pieces)
    return pieces


def _apart(last: Piece, glyph: Piece) -> bool:
    """Whether a glyph belongs to another line, or to another column of the same one."""
    height = max(last.top - last.bottom, glyph.top - glyph.bottom, 1.0)
    gap = glyph.left - last.right
    return abs(last.middle - glyph.middle) > 0.6 * height or gap > 0.9 * height or gap < -2 * height


def _close(run: list[Piece], pieces: list[Piece]) -> None:
    text = "".join(piece.text for piece in run).strip()
    if text:
        boxes = [piece for piece in run if not piece.text.isspace()]
        edges = [
            min(each.left for each in boxes),
            min(each.bottom for each in boxes),
            max(each.right for each in boxes),
        ]
        pieces.append(Piece(edges[0], edges[1], edges[2], max(each.top for each in boxes), text))
    run.clear()


def laid_out(pieces: list[Piece]) -> str:
    """The pieces of one page as lines; what stands apart is held apart by spaces, paragraphs by a blank line."""
    if not pieces:
        return ""
    width = _letter_width(pieces)
    edge = min(piece.left for piece in pieces)
    lines: list[str] = []
    below: float | None = None
    for row in _in_reading_order(pieces, width):
        height = max(piece.top - piece.bottom for piece in row)
        if below is not None and abs(below - max(piece.top for piece in row)) > 0.75 * height:
            lines.append("")
        below = min(piece.bottom for piece in row)
        lines.append(_line(row, edge, width))
    return "\n".join(lines) + "\n"


def _letter_width(pieces: list[Piece]) -> float:
    widths = [(piece.right - piece.left) / len(piece.text) for piece in pieces if len(piece.text) > 3]
    return max(median(widths), 1.0) if widths else 5.0


def _in_reading_order(pieces: list[Piece], width: float) -> Iterator[list[Piece]]:
    """Rows from the top; a page set in two newspaper columns gives the left one first."""
    gutter = _gutter(pieces, width)
    if gutter is None:
        yield from _rows(pieces)
        return
    yield from _rows([piece for piece in pieces if piece.left < gutter])
    yield from _rows([piece for piece in pieces if piece.left >= gutter])


def _gutter(pieces: list[Piece], width: float) -> float | None:
    """Where the page divides into two columns of running text; None for labels beside values and plain pages."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    middle = (left + right) / 2
    for place in (middle, middle - 3 * width, middle + 3 * width):
        before = [piece for piece in pieces if piece.right <= place + width / 2]
        after = [piece for piece in pieces if piece.left >= place - width / 2]
        if len(before) + len(after) < len(pieces) or min(len(before), len(after)) < 8:
            continue
        full = [
            sum(piece.right - piece.left > 0.3 * (right - left) for piece in side) / len(side)
            for side in (before, after)
        ]
        if min(full) > 0.6:
            return place
    return None


def _rows(pieces: list[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: (-each.middle, each.left)):
        if row and row[0].middle - piece.middle > 0.5 * min(row[0].top - row[0].bottom, piece.top - piece.bottom):
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda each: each.left)


def _line(row: list[Piece], edge: float, width: float) -> str:
    line = ""
    end = edge
    for piece in row:
        gap = (piece.left - end) / width
        if not line:
            line = " " * min(60, max(0, round(gap)))
        elif gap > 1.8:
            line += " " * max(3, min(60, round(gap)))
        elif gap > 0.15:
            line += " "
        line += piece.text
        end = piece.right
    return line
