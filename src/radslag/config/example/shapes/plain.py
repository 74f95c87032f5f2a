"""A paper as plain text, as from a mail or an old word processor."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from radslag.config.example.papers import Block, Field, Heading, Points, Table, Title, Words

WIDTH = 80
LABEL = 18  # characters that the labels of the head take


def plain(blocks: Sequence[Block]) -> bytes:
    """Labels in a column, lines of at most 80 characters, two blank lines before an item."""
    return ("\n".join(line for block in blocks for line in _lines(block)) + "\n").encode()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (f"{block.collaboration:<52}{block.text}", block.body)
        case Field():
            yield from _field(block)
        case Heading():
            yield from ("", block.text)
        case Words():
            yield from textwrap.wrap(f"{block.label}: {block.text}" if block.label else block.text, WIDTH)
        case Points():
            yield from _list(block)
        case Table():
            yield from _table(block.rows)
    yield ""


def _field(field: Field) -> Iterator[str]:
    for place, value in enumerate(field.values):
        label = f"{field.label}:" if place == 0 else ""
        yield from textwrap.wrap(value, WIDTH, initial_indent=f"{label:<{LABEL}}", subsequent_indent=" " * LABEL)


def _list(points: Points) -> Iterator[str]:
    if points.label:
        yield f"{points.label}:"
    for point in points.points:
        yield from textwrap.wrap(point, WIDTH, initial_indent="- ", subsequent_indent="  ")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
