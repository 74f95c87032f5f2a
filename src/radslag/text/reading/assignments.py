"""Tasks: somebody will or shall do something written as an action, from the sentences of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from radslag.text.reading.blocks import Block, before_att
from radslag.text.reading.deadlines import Deadline, deadline_in
from radslag.text.reading.labels import Part
from radslag.text.reading.lines import Line
from radslag.text.reading.passage import Passage, join
from radslag.text.reading.record import Assignment, AssignmentSpans, Decision, NextMeeting
from radslag.text.reading.responsible import below, in_tables
from radslag.text.reading.sentences import sentences
from radslag.text.reading.tasking import Task, tasks_in

SILENT = (Part.PROCEDURE, Part.DISPATCH, Part.BASIS, Part.PRESENTER, Part.ANNEX, Part.TOPICS)
STRENGTH = {Part.DECISION: "decided", Part.PROPOSAL: "proposed", Part.TASK: "decided"}
INNER = re.compile(r"\s*\((?=[^()]*\s[^()]*\s)([^()]{12,300})\)")
POINTING = re.compile(r"(?:dessa|denna|detta)\s(?!är\b)", re.IGNORECASE)
ADOPTED = re.compile(
    r"att-?sats(?:erna|er)?\s(?P<numbers>\d+(?:\s?[-–,&]\s?\d+|\soch\s\d+)*)\s(?:bifall\w*|antas|antogs|godkän\w*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """What is known of the document when an item is read: its kind, day, the names in it and the meetings to come."""

    kind: str
    day: date | None
    known: frozenset[str]
    upcoming: list[NextMeeting]


def assignments_of(
    blocks: list[Block], decisions: list[Decision], setting: Setting, body: list[Line]
) -> list[Assignment]:
    """Each task once, the decided telling before others; proposals that the meeting did not adopt give none."""
    found: list[Assignment] = list(in_tables(body, setting.day, setting.upcoming))
    adopted = _adopted(decisions)
    place = 0
    before: Block | None = None
    for block in blocks:
        if block.part is Part.RESPONSIBLE:
            task = below(before, block, setting.day, setting.upcoming)
            found = _completed(found, task) if task else found
            continue
        before = block
        if block.part is Part.PROPOSAL and block.depth < 3:
            place += 1
            if setting.kind == "minutes" and adopted is not None and place not in adopted:
                continue
        if block.part in SILENT or block.depth == 3 or block.size < 8:
            continue
        found += _in_block(block, setting, decisions, decided=bool(adopted))
    return _once(found)


def _completed(found: list[Assignment], task: Assignment) -> list[Assignment]:
    """With the task that a line of its own completes; what was read of the same sentence before goes."""
    same = [each for each in found if each.span[0] < task.span[1] and task.span[0] < each.span[1]]
    known = next((each for each in same if each.owner), None)
    if known is not None and task.owner is None:
        task = replace(task, what=known.what, owner=known.owner, spans=replace(task.spans, owner=known.spans.owner))
    return [*(each for each in found if each not in same or (each.owner and each.due and task.owner)), task]


def _adopted(decisions: list[Decision]) -> set[int] | None:
    """The numbers of the proposals adopted, where the decisions name them so."""
    numbers: set[int] = set()
    named = False
    for decision in decisions:
        match = ADOPTED.search(decision.text)
        if match:
            named = True
            written = [int(each) for each in re.findall(r"\d+", match["numbers"])]
            spread = "-" in match["numbers"] or "–" in match["numbers"]
            numbers |= set(range(written[0], min(written[-1], written[0] + 99) + 1)) if spread else set(written)
    return numbers if named else None


def _in_block(block: Block, setting: Setting, decisions: list[Decision], *, decided: bool) -> Iterator[Assignment]:
    strength = STRENGTH.get(block.part, "soft")
    if block.part is Part.PROPOSAL and setting.kind == "minutes":
        strength = "decided" if decided else "proposed"
    for whole, last in _told(block):
        deciding = any(_within(last, decision) for decision in decisions)
        part = Part.DECISION if deciding else _part_of(block)
        for sentence in _clauses(whole):
            deadline = deadline_in(sentence, setting.day, setting.upcoming)
            for task in tasks_in(sentence, part, deadline is not None, setting.known):
                yield _assignment(task, sentence, deadline, "decided" if deciding else strength)


def _part_of(block: Block) -> Part:
    """What the block stands under; a paragraph after "Beslut: …" stands on its own."""
    below = block.part is Part.DECISION and block.label is not None and bool(block.label.rest) and block.after > 0
    return Part.OPEN if below else block.part


def _told(block: Block) -> Iterator[tuple[Passage, Passage]]:
    """Each sentence of the block, with the one before it where it only points back ("Dessa utses …")."""
    before: Passage | None = None
    listed = before_att(block) if block.part in (Part.DECISION, Part.PROPOSAL) else [block.text]
    for part in listed:
        for each in sentences(part):
            yield (join((before, each)) if before and POINTING.match(each.text) else each), each
            before = each


def _within(sentence: Passage, decision: Decision) -> bool:
    return decision.span[0] <= sentence.span[0] and sentence.span[1] <= decision.span[1]


def _clauses(sentence: Passage) -> Iterator[Passage]:
    """The sentence without its brackets, and each bracket that is a clause of its own."""
    yield sentence.without(INNER)
    for match in INNER.finditer(sentence.text):
        yield sentence.group(match, 1)


def _assignment(task: Task, sentence: Passage, deadline: Deadline | None, strength: str) -> Assignment:
    what = task.what.strip(" ,;:.")
    return Assignment(
        what=what.text,
        span=sentence.span,
        spans=AssignmentSpans(
            what.span, task.owner.span if task.owner else None, deadline.words.span if deadline else None
        ),
        owner=task.owner.text if task.owner else None,
        due=deadline.day.isoformat() if deadline and deadline.day else None,
        due_text=deadline.words.text if deadline else None,
        strength="decided" if task.charged and strength == "soft" else strength,
    )


def _once(found: list[Assignment]) -> list[Assignment]:
    """Told twice in an item: one task, the stronger telling."""
    rank = {"decided": 0, "proposed": 1, "soft": 2}
    kept: list[Assignment] = []
    for task in sorted(found, key=lambda each: (rank[each.strength], each.due is None)):
        if not any(_same(task, other) for other in kept):
            kept.append(task)
    return sorted(kept, key=lambda each: each.span)


def _same(one: Assignment, other: Assignment) -> bool:
    words, others = (set(re.findall(r"\w{5,}", each.what.casefold())) for each in (one, other))
    shared = len(words & others)
    if one.owner and other.owner and one.owner.casefold() != other.owner.casefold():
        return False
    if one.due and other.due and one.due != other.due:
        return False
    if one.due and one.due == other.due:
        return shared >= 2
    return shared >= 0.6 * min(len(words), len(others)) and shared >= 2
