"""Text of a Word document: paragraphs, headings, lists and tables in document order, marked as a person would."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from radslag.text.reading.extracting.kinds import BROKEN_ZIP
from radslag.text.reading.unreadable import Unreadable

if TYPE_CHECKING:
    from docx.document import Document

BOMB = "Word-filen packar upp till orimligt mycket data och öppnas inte. Spara den på nytt från Word och försök igen."
BROKEN = "Word-filen är skadad och går inte att läsa. Öppna den i Word, spara den på nytt och försök igen."
ENTITIES = (
    "Word-filen innehåller otillåtna XML-deklarationer och öppnas inte. Spara den på nytt från Word och försök igen."
)
LARGEST = 200 * 1024 * 1024  # bytes, all parts unpacked
HIGHEST_RATIO = 200
SMALL = 1024 * 1024  # a part below this may be packed as tightly as it likes
HEADING = re.compile(r"(?:heading|rubrik|title|titel)\s?(?P<level>\d)?", re.IGNORECASE)
BULLETED = re.compile(r"list bullet|punktlista", re.IGNORECASE)
COUNTED = re.compile(r"list number|numrerad lista", re.IGNORECASE)
LABEL_LENGTH = 60
DEEPEST = 8  # tables within tables


def text_of_docx(data: bytes) -> str:
    """Lines of text. Unreadable for a broken file, one that unpacks without bounds or declares XML entities."""
    check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_lines(document)) + "\n"
    except RecursionError as error:
        raise Unreadable(BROKEN) from error
    except Exception as error:  # python-docx and lxml raise many kinds on broken parts
        raise Unreadable(BROKEN) from error


def check_package(data: bytes) -> None:
    """Looks at the sizes in the central directory and for entities in the XML parts. Unreadable when it is unsafe."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if _bursts(sum(part.file_size for part in parts), len(data), LARGEST) or any(
                _bursts(part.file_size, part.compress_size, LARGEST) for part in parts
            ):
                raise Unreadable(BOMB)
            if any(_declares(archive, part) for part in parts if part.filename.endswith((".xml", ".rels"))):
                raise Unreadable(ENTITIES)
    except Unreadable:
        raise
    except Exception as error:  # zipfile and zlib raise many kinds on broken input
        raise Unreadable(BROKEN_ZIP) from error


def _bursts(unpacked: int, packed: int, most: int) -> bool:
    """Whether something unpacks to more than MOST bytes, or out of proportion."""
    return unpacked > most or (unpacked > SMALL and unpacked > HIGHEST_RATIO * max(packed, 1))


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the part has a document type declaration; Word writes none. Never reads more than was announced."""
    with archive.open(part) as stream:
        content = stream.read(part.file_size + 1)
    flat = content.replace(b"\0", b"")  # UTF-16 hides the letters behind zeros
    return b"<!DOCTYPE" in flat or b"<!ENTITY" in flat


def _lines(document: Document) -> Iterator[str]:
    for element in document.iter_inner_content():
        if isinstance(element, Table):
            yield ""
            yield from _table(element)
            yield ""
        else:
            yield from _paragraph(element)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    text = paragraph.text.replace("\u00ad", "").strip()
    if not text:
        yield ""
        return
    style = _style(paragraph)
    heading = HEADING.match(style)
    if heading:
        yield ""
        yield "#" * int(heading["level"] or 1) + " " + " ".join(text.split())
        yield ""
        return
    lines = text.split("\n")
    yield _mark(paragraph, style) + lines[0]
    yield from lines[1:]
    if not _listed(paragraph, style):
        yield ""


def _style(paragraph: Paragraph) -> str:
    # The default style says nothing of a paragraph, and finding it takes most of the reading of a plain document.
    if paragraph._p.style is None:
        return ""
    try:
        return str(paragraph.style.name) if paragraph.style is not None else ""
    except (KeyError, AttributeError):
        return ""


def _listed(paragraph: Paragraph, style: str) -> bool:
    return bool(BULLETED.match(style) or COUNTED.match(style)) or paragraph._p.find(f".//{qn('w:numPr')}") is not None


def _mark(paragraph: Paragraph, style: str) -> str:
    """The list mark. A number that Word's layout would make is not written: it becomes "#."."""
    if not _listed(paragraph, style):
        return ""
    level = paragraph._p.find(f".//{qn('w:ilvl')}")
    depth = int(level.get(qn("w:val"), "0")) if level is not None else 0
    if COUNTED.match(style) or _counts(paragraph, depth):
        return "#. " if depth == 0 else "  " * depth + "• "
    return "• " if depth == 0 else "  " * depth + "o "


def _counts(paragraph: Paragraph, depth: int) -> bool:
    """Whether the paragraph's numbering counts (1, 2, 3) instead of showing a bullet."""
    number = paragraph._p.find(f".//{qn('w:numId')}")
    try:
        numbering = paragraph.part.numbering_part.element  # type: ignore[attr-defined]  # only the main part has one
    except (KeyError, NotImplementedError, AttributeError):
        return False
    if number is None:
        return False
    wanted = number.get(qn("w:val"))
    abstract = next(
        (
            each.find(qn("w:abstractNumId")).get(qn("w:val"))
            for each in numbering.findall(qn("w:num"))
            if each.get(qn("w:numId")) == wanted
        ),
        None,
    )
    for each in numbering.findall(qn("w:abstractNum")):
        if each.get(qn("w:abstractNumId")) == abstract:
            for level in each.findall(qn("w:lvl")):
                form = level.find(qn("w:numFmt"))
                if level.get(qn("w:ilvl")) == str(depth) and form is not None:
                    return str(form.get(qn("w:val"))) == "decimal"
    return False


def _table(table: Table, depth: int = 0) -> Iterator[str]:
    """A two-column table of labels as label and value; any other as rows between upright lines."""
    rows = [_cells(row, depth) for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    if width == 1:
        yield from (line for row in rows for line in row[0].split("\n"))
    elif width == 2 and all(_is_label(row) for row in rows):
        yield from (line for row in rows for line in _labelled(row))
    else:
        yield from map(_piped, rows)


def _piped(row: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", "<br>") for cell in row) + " |"


def _is_label(row: list[str]) -> bool:
    return bool(row) and len(row[0]) <= LABEL_LENGTH and "\n" not in row[0]


def _labelled(row: list[str]) -> Iterator[str]:
    values = row[1].split("\n") if len(row) > 1 else [""]
    yield f"{row[0]}\t{values[0]}".rstrip()
    yield from (f"\t{value}" for value in values[1:])


def _cells(row: object, depth: int) -> list[str]:
    """The cells' text; a merged cell once."""
    texts: list[str] = []
    last: object = None
    for cell in row.cells:  # type: ignore[attr-defined]  # docx.table._Row is not public
        if cell._tc is last:
            continue
        last = cell._tc
        lines = [paragraph.text.strip() for paragraph in cell.paragraphs]
        if depth < DEEPEST:
            lines += [line for inner in cell.tables for line in _table(inner, depth + 1)]
        texts.append("\n".join(line for line in lines if line))
    return texts
