"""The file formats the example's papers come in: each turns blocks into bytes, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radslag.config.example.papers import Block
from radslag.config.example.shapes.markdown import markdown
from radslag.config.example.shapes.pdf import pdf
from radslag.config.example.shapes.plain import plain
from radslag.config.example.shapes.word import word

SHAPES: dict[str, Callable[[Sequence[Block]], bytes]] = {"md": markdown, "txt": plain, "docx": word, "pdf": pdf}
