"""An agenda set as a table: a column of matters, perhaps with number, presenter and proposal beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radslag.text.reading.headline import headline_of
from radslag.text.reading.hierarchy import Node
from radslag.text.reading.labels import Part, label_of
from radslag.text.reading.lines import Line
from radslag.text.reading.passage import EMPTY, Passage, flow

COLUMNS = {
    "matter": re.compile(
        r"(?:ärenden?|ärendemening|rubrik|punkt|ärenderubrik|fråga|vad|innehåll|ämne)$", re.IGNORECASE
    ),
    "number": re.compile(r"(?:nr\.?|§|punkt|ärende ?nr\.?|nummer|#|p)$", re.IGNORECASE),
    "proposal": re.compile(r"(?:förslag(?: till beslut)?|beslutsförslag)$", re.IGNORECASE),
    "decision": re.compile(r"(?:beslut|åtgärd/beslut|beslut/åtgärd)$", re.IGNORECASE),
    "presenter": re.compile(r"(?:föredragande|ansvarig|vem|inledare)$", re.IGNORECASE),
    "annex": re.compile(r"(?:bilag(?:a|or)|bil\.?|handling(?:ar)?|underlag)$", re.IGNORECASE),
    "notes": re.compile(r"(?:anteckning(?:ar)?|kommentar(?:er)?|diskussion|sammanfattning)$", re.IGNORECASE),
}
TASK_COLUMNS = {
    "what": re.compile(
        r"(?:åtgärd(?:er)?|uppgift(?:er)?|uppdrag|aktivitet(?:er)?|att göra|vad|punkt|ärende|beslut/åtgärd)$",
        re.IGNORECASE,
    ),
    "owner": re.compile(r"(?:ansvarig(?:a)?|ansvar|vem|ägare|utförare)$", re.IGNORECASE),
    "due": re.compile(
        r"(?:klart?(?: senast| när)?|när|senast|deadline|datum|färdigt?|tidpunkt|slutdatum|förfallodatum|klardatum)$",
        re.IGNORECASE,
    ),
}
EVERYBODY = re.compile(r"(?:alla|samtliga|-|–)$", re.IGNORECASE)
NUMBER = re.compile(r"§?\s?(\d{1,3}[a-z]?)[.)]?$")
NEWLINE = re.compile("\n")
PROPOSAL_LABEL = re.compile(r"(?:[\w-]+s )?förslag till beslut(?: i [\wåäö-]+)?\s*:?", re.IGNORECASE)
PRESENTER_LINE = re.compile(r"föredragande\b", re.IGNORECASE)
PARTS = {"proposal": Part.PROPOSAL, "decision": Part.DECISION, "presenter": Part.PRESENTER, "notes": Part.OPEN}


@dataclass(frozen=True)
class Columns:
    """Which cell of a row holds what."""

    places: dict[str, int]

    def cell(self, line: Line, name: str) -> Passage:
        place = self.places.get(name)
        return line.cells[place] if place is not None and place < len(line.cells) else EMPTY


def table_agenda(lines: list[Line]) -> tuple[list[Line], list[Node]] | None:
    """The lines outside the agenda's table, and its rows as items; None where no table has a column of matters."""
    columns: Columns | None = None
    nodes: list[Node] = []
    outside: list[Line] = []
    for index, line in enumerate(lines):
        header = _header(line) if line.cells else None
        if header:
            columns = header
        elif columns and line.cells and columns.cell(line, "matter"):
            nodes.append(_row(columns, line, index))
        elif not line.cells:
            outside.append(line)
    return (outside, nodes) if len(nodes) >= 2 else None


def _header(line: Line) -> Columns | None:
    if task_columns(line):
        return None
    places = _named(line, COLUMNS)
    if "matter" not in places or len(places) < 2:
        return None
    if "number" not in places and places["matter"] > 0 and not line.cells[0]:
        places["number"] = 0
    return Columns(places)


def _named(line: Line, names: dict[str, re.Pattern[str]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(line.cells):
        name = next((name for name, words in names.items() if name not in places and words.match(cell.text)), None)
        if name:
            places[name] = place
    return places


def task_columns(line: Line) -> Columns | None:
    """The columns of a table of tasks: what, who and when, where the row is its header."""
    places = _named(line, TASK_COLUMNS)
    return Columns(places) if TASK_COLUMNS.keys() <= places.keys() else None


def _row(columns: Columns, line: Line, index: int) -> Node:
    number = columns.cell(line, "number").strip(" .")
    match = NUMBER.match(number.text)
    words = columns.cell(line, "matter").split(NEWLINE)
    named = next((place for place, part in enumerate(words) if place and _labels(part)), len(words))
    headline = headline_of(flow(words[:named]), number.group(match, 1) if match else EMPTY)
    headline.annexes += columns.cell(line, "annex").split(NEWLINE)
    body = [_line(line, part) for part in words[named:]]
    for name in PARTS:
        cell = columns.cell(line, name)
        body += [] if name == "presenter" and EVERYBODY.match(cell.text) else _body(line, name, cell)
    return Node(headline, index, body, span=line.span)


def _labels(words: Passage) -> bool:
    return bool(PRESENTER_LINE.match(words.text)) or label_of(words) is not None


def _body(line: Line, name: str, cell: Passage) -> list[Line]:
    """The cell's lines; a paragraph begins where a sentence has ended and the cell's first word comes again."""
    rows = cell.split(NEWLINE)
    if name == "proposal" and rows and PROPOSAL_LABEL.fullmatch(rows[0].text):
        rows = rows[1:]
    first = rows[0].text.split()[0] if rows else ""
    result = []
    for place, row in enumerate(rows):
        ended = place > 0 and rows[place - 1].text.endswith((".", ")"))
        opens = ended and row.text.split()[0] == first
        result.append(_line(line, row, gap=1 if opens else 0, part=PARTS[name]))
    return result


def _line(line: Line, words: Passage, *, gap: int = 0, part: Part | None = None) -> Line:
    return Line(words.span if words else line.span, words, words, gap=gap, page=line.page, part=part)
