"""A paper as a Word document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import docx

from radslag.config.example.papers import Block, Field, Heading, Points, Table, Title, Words

if TYPE_CHECKING:
    from docx.document import Document

MOMENT = (2000, 1, 1, 0, 0, 0)  # of every file in the package: the bytes must not tell when they were made


def word(blocks: Sequence[Block]) -> bytes:
    """Heading styles, the head as a table of labels and values, lists in Word's own style."""
    document = docx.Document(io.BytesIO(_blank()))
    head = [block for block in blocks if isinstance(block, Field)]
    for block in blocks:
        if isinstance(block, Field):
            if block is head[0]:
                _add_head(document, head)
        else:
            _add(document, block)
    return _saved(document)


@cache
def _blank() -> bytes:
    """The empty document to begin with; unpacking python-docx's own for each paper would take half of the time."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def _add_head(document: Document, head: Sequence[Field]) -> None:
    table = document.add_table(rows=len(head), cols=2)
    for row, field in zip(table.rows, head, strict=True):
        label, value = row.cells
        label.text = field.label
        value.text = field.values[0]
        for each in field.values[1:]:
            value.add_paragraph(each)


def _add(document: Document, block: Block) -> None:
    match block:
        case Title():
            document.add_paragraph(block.collaboration)
            document.add_heading(f"{block.text} – {block.body}", 1)
        case Heading():
            document.add_heading(block.text, 2)
        case Words():
            paragraph = document.add_paragraph()
            if block.label:
                paragraph.add_run(f"{block.label}: ").bold = True
            paragraph.add_run(block.text)
        case Points():
            if block.label:
                document.add_paragraph().add_run(f"{block.label}:").bold = True
            for point in block.points:
                document.add_paragraph(point, style="List Bullet")
        case Table():
            table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Table Grid")
            for row, cells in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text


def _saved(document: Document) -> bytes:
    packed, fixed = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return fixed.getvalue()
