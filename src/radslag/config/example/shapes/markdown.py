"""A paper in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from radslag.config.example.papers import Block, Field, Heading, Points, Table, Title, Words


def markdown(blocks: Sequence[Block]) -> bytes:
    """Headings, bold labels and lists with hyphens; a paragraph is one line."""
    return ("\n\n".join(part for block in blocks for part in _parts(block)) + "\n").encode()


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"# {block.text}"
            yield block.collaboration
            yield block.body
        case Field(values=(value,)):
            yield f"**{block.label}:** {value}"
        case Field():
            yield f"**{block.label}:**"
            yield _list(block.values)
        case Heading():
            yield f"## {block.text}"
        case Words():
            yield f"**{block.label}:** {block.text}" if block.label else block.text
        case Points():
            if block.label:
                yield f"**{block.label}:**"
            yield _list(block.points)
        case Table(rows=(head, *rows)):
            yield "\n".join(map(_row, (head, ["---"] * len(head), *rows)))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list(points: Sequence[str]) -> str:
    return "\n".join(f"- {point}" for point in points)
