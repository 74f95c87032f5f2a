"""Minutes kept as Typst source: calls and settings go, the content in brackets stays as list points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from radslag.text.reading.lines import Line
from radslag.text.reading.passage import Passage, join

SOURCE = re.compile(r"#(?:import|let|set|show)\b")
CODE = re.compile(
    r"(?:#(?:import|set|show|pagebreak|align|image|signatures|v|h|line|figure|include)\b|//|#\w+\.\w+\s*$|"
    r"#\w+\(\s*\)?\s*$|[)\]},\s]+$|\[\s*$|[\w-]+:\s.{0,80},$)"
)
CALL = re.compile(r"#\w+\(\s*(?=\[)")
CONTENT = re.compile(r"\[\s*([^\[\]]{1,1500}?)\s*\](?=\s*(?:,|\)|$))")
LIST_CALL = re.compile(r"#(?P<name>delta\w+|närvar\w+)\(\s*$", re.IGNORECASE)


def is_typst(lines: list[Line]) -> bool:
    return sum(bool(SOURCE.match(line.text.text)) for line in lines[:40]) >= 2


def without_code(lines: list[Line]) -> list[Line]:
    """The lines with Typst's code taken away; lines in the head that may hold the day and the hours stay."""
    kept: list[Line] = []
    opened = False
    for line in lines:
        text = line.text.text
        attendance = LIST_CALL.match(text)
        if attendance:
            kept.append(_with(line, line.text.group(attendance, "name"), ""))
        elif CODE.match(text) and not re.search(r"\d{4}|\d\d:\d\d", text):
            opened = text.strip() == "[" or (opened and not text.startswith(("]", ")")))
        elif opened:
            kept.append(_with(line, line.text, "-"))
            opened = False
        else:
            kept += _contents(line)
    return kept


def _contents(line: Line) -> Iterator[Line]:
    """One list point for each bracketed content of a call; a row of a list of people as "name, answer"."""
    text = line.text.text
    if not (text.startswith("[") or CALL.match(text)):
        yield line
        return
    parts = [line.text.group(match, 1) for match in CONTENT.finditer(text)]
    if len(parts) == 2 and len(parts[1]) <= 4:
        yield _with(line, join(parts, ", "), "")
        return
    for part in parts or [line.text.strip("#[](),")]:
        yield _with(line, part, "-")


def _with(line: Line, words: Passage, bullet: str) -> Line:
    return replace(line, text=words.squeezed(), wide=words, bullet=bullet, indent=0)
