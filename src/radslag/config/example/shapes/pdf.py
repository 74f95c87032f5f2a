"""A paper as PDF, set by Typst."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst

from radslag.config.example.papers import Block

TEMPLATE = Path(__file__).with_name("paper.typ")


def pdf(blocks: Sequence[Block]) -> bytes:
    """Head with labels to the left, items with hanging text. Raises `typst.TypstError` when it cannot be set."""
    found = _compiler().compile(sys_inputs={"blocks": json.dumps([_told(block) for block in blocks])}, format="pdf")
    assert isinstance(found, bytes), "one document, one file"
    return found


@cache
def _compiler() -> typst.Compiler:
    """One for all papers: looking for fonts takes longer than setting a paper."""
    return typst.Compiler(str(TEMPLATE), ignore_system_fonts=True)


def _told(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__.lower(), **vars(block)}
