"""Tasks that say who is responsible apart from what is to be done: "Ansvarig: …" below it, or a table of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from radslag.text.reading.actions import NAMED
from radslag.text.reading.blocks import Block
from radslag.text.reading.deadlines import Deadline, deadline_in, meeting_named
from radslag.text.reading.lines import Line
from radslag.text.reading.names import leading_name
from radslag.text.reading.passage import EMPTY, Passage, flow
from radslag.text.reading.record import Assignment, AssignmentSpans, NextMeeting
from radslag.text.reading.sentences import sentences
from radslag.text.reading.tables import Columns, task_columns

DOES = re.compile(rf"(?P<owner>{NAMED})\s(?P<what>[a-zåäö]+(?:r|s)\s.+)")
WHO = re.compile(r"(?P<owner>[^,;(]{2,90}?)\s*(?:[.,;(–]\s*(?P<rest>.*))?$", re.DOTALL)
DAY_FIRST = re.compile(r"\s*(?:klart?|senast|deadline|färdigt|när|datum)\b", re.IGNORECASE)
DAY_LABEL = re.compile(r"(?:klart?|klart senast|deadline|senast|färdigt|tidpunkt)\b", re.IGNORECASE)
NEWLINE = re.compile("\n")
NOBODY = re.compile(r"[\s–-]*$|(?:alla|samtliga)$", re.IGNORECASE)


def below(before: Block | None, block: Block, day: date | None, upcoming: list[NextMeeting]) -> Assignment | None:
    """The task a line "Ansvarig: Anna Ek, klart: 15 maj" completes: what stands before it, or what it says itself."""
    words = block.text
    deadline = deadline_in(words, day, upcoming)
    own = DOES.match(words.text)
    if own and leading_name(words.text):
        return task(words.group(own, "what"), words.group(own, "owner"), deadline, block.span)
    told = sentences(before.text) if before is not None else []
    if not told:
        return None
    deadline = deadline or deadline_in(told[-1], day, upcoming)
    if block.label is not None and DAY_LABEL.match(block.label.head.text):
        return task(told[-1], EMPTY, deadline, told[-1].span)
    who = WHO.match(words.text)
    owner = words.group(who, "owner") if who and not DAY_FIRST.match(words.text) else EMPTY
    return task(told[-1], owner, deadline, told[-1].span)


def in_tables(lines: list[Line], day: date | None, upcoming: list[NextMeeting]) -> Iterator[Assignment]:
    """Every row of a table with columns for what, who and when."""
    columns: Columns | None = None
    for line in lines:
        header = task_columns(line) if line.cells else None
        if not line.cells or header:
            columns = header
        elif columns is not None:
            what, owner, due = (_cell(columns, line, name) for name in ("what", "owner", "due"))
            if len(what) > 3:
                yield task(what, owner, _deadline(due, day, upcoming), line.span)


def _cell(columns: Columns, line: Line, name: str) -> Passage:
    return flow(columns.cell(line, name).split(NEWLINE))


def _deadline(words: Passage, day: date | None, upcoming: list[NextMeeting]) -> Deadline | None:
    if not words or NOBODY.match(words.text):
        return None
    return deadline_in(words, day, upcoming) or Deadline(words, meeting_named(words.text, upcoming))


def task(what: Passage, owner: Passage, deadline: Deadline | None, span: tuple[int, int]) -> Assignment:
    what = what.strip(" ,;:.")
    owner = EMPTY if NOBODY.match(owner.text) else owner.strip(" .")
    return Assignment(
        what=what.text,
        span=span,
        spans=AssignmentSpans(what.span, owner.span if owner else None, deadline.words.span if deadline else None),
        owner=owner.text or None,
        due=deadline.day.isoformat() if deadline and deadline.day else None,
        due_text=deadline.words.text if deadline else None,
        strength="decided",
    )
