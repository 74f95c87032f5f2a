"""Tables set with spaces: a row of known column names, and below it words that stand under them.

The lines of such a table become rows of cells, as a table with borders has them.
"""

from __future__ import annotations

import re

from radslag.text.reading.lines import COLUMN_GAP, Line
from radslag.text.reading.passage import EMPTY, Passage, join

NAMES = re.compile(
    r"(?:nr\.?|nummer|§|#|tid|klockan|hålltid|start|ärenden?|ärendemening|rubrik|punkt|fråga|ämne|innehåll|vad|"
    r"föredragande|ansvarig(?:a)?|vem|inledare|ansvar|bilag(?:a|or)|bil\.?|underlag|handling(?:ar)?|"
    r"förslag(?: till beslut)?|beslutsförslag|beslut|åtgärd(?:er)?|uppgift(?:er)?|uppdrag|aktivitet|klart?|"
    r"klart senast|när|senast|deadline|"
    r"datum|status|syfte|typ|anteckning(?:ar)?|kommentar(?:er)?)$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"(?:nr\.?|nummer|§|#|tid|klockan|hålltid|start)$", re.IGNORECASE)
OPENS_ROW = re.compile(r"§?\s?\d{1,3}[a-z]?[.)]?$|(?:kl\.? ?)?\d{1,2}[.:]\d\d\b")
LEEWAY = 2  # characters by which a cell may begin before its column's name
FARTHEST = 3  # blank lines after which a table has ended
LONGEST_ROW = 40  # lines of one row


def with_cells(lines: list[Line]) -> list[Line]:
    """The lines, with each table set with spaces as rows of cells."""
    result: list[Line] = []
    place = 0
    while place < len(lines):
        starts = _header(lines[place])
        rows, after = _rows(lines, place + 1, starts) if starts else ([], place)
        if len(rows) >= 2 or (rows and len(starts) >= 3):
            result += [_row([lines[place]], starts), *(_row(row, starts) for row in rows)]
            place = after
        else:
            result.append(lines[place])
            place += 1
    return result


def _start(line: Line, words: Passage) -> int:
    return words.at[0] - line.span[0] + line.indent


def _header(line: Line) -> list[int]:
    """Where the columns begin, for a line that is nothing but names of columns."""
    if line.cells or line.level or line.bullet:
        return []
    columns = line.wide.split(COLUMN_GAP)
    named = len(columns) >= 2 and all(NAMES.match(column.text) for column in columns)
    return [_start(line, column) for column in columns] if named and len({each.text for each in columns}) > 1 else []


def _rows(lines: list[Line], place: int, starts: list[int]) -> tuple[list[list[Line]], int]:
    """The rows from PLACE on, each as its lines, and the place after the table."""
    counted = bool(COUNTED.match(lines[place - 1].wide.split(COLUMN_GAP)[0].text))
    rows: list[list[Line]] = []
    while place < len(lines):
        line = lines[place]
        first = _start(line, line.wide) < starts[1] - LEEWAY
        if line.level or line.cells or line.gap > FARTHEST or (first and not _opens(line, counted)):
            break
        if first:
            rows.append([line])
        elif rows and len(rows[-1]) < LONGEST_ROW:
            rows[-1].append(line)
        else:
            break
        place += 1
    return rows, place


def _opens(line: Line, counted: bool) -> bool:
    """A row opens with its number or time; where rows are not counted, with words in more than one column."""
    columns = line.wide.split(COLUMN_GAP)
    return bool(OPENS_ROW.match(columns[0].text)) if counted else len(columns) > 1


def _row(row: list[Line], starts: list[int]) -> Line:
    parts: list[list[Passage]] = [[] for _ in starts]
    for line in row:
        for words in line.wide.split(COLUMN_GAP):
            at = _start(line, words) + LEEWAY
            parts[max((place for place, start in enumerate(starts) if start <= at), default=0)].append(words)
    cells = tuple(join(part, "\n") for part in parts)
    first = row[0]
    span = (first.span[0], row[-1].span[1])
    return Line(span, EMPTY, first.wide, indent=first.indent, gap=first.gap, page=first.page, cells=cells)
