"""What a meeting decided and what was proposed to it, from the blocks of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radslag.text.reading.blocks import Block, before_att
from radslag.text.reading.deciding import decides, outcome_of
from radslag.text.reading.labels import Part
from radslag.text.reading.passage import Passage, flow, join
from radslag.text.reading.record import Decision, Statement
from radslag.text.reading.sentences import sentences

LEAD = re.compile(
    r"(?:[\w\s,-]{0,80}\b)?(?:beslut(?:ar|ade|ades|as)?|föreslår|föreslog|föreslås|yrkar)?(?: \w+){0,4}?\s*(?:att|"
    r"följande)?\s*:?$",
    re.IGNORECASE,
)
DECIDING_LEAD = re.compile(
    r"\b(?:beslut\w*|föreslå\w*|föreslog|yrka\w*)(?: \w+){0,4}?(?: att| följande)?\s*:?$|\batt\s*:?$", re.IGNORECASE
)
COMPLETE = re.compile(r"(?:enligt|på|som|med) följande[^:]{0,40}:?$|följande\.?$", re.IGNORECASE)
VIEW = re.compile(r"(?:inspel|synpunkt|kommentar|reflektion|medskick)\w*\b", re.IGNORECASE)
PLACEHOLDER = re.compile(
    r"[\W_]*(?:x{1,4}|y{2,3}|n\.?n\.?|tbd|todo|text|fylls? i|förslag|lorem ipsum|\?+|…|\.{2,}|-+)?[\W_]*$",
    re.IGNORECASE,
)
OWN = re.compile(
    r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){0,3}(?: ?\([^()]{1,20}\))?,?"
    r"(?: (?:yrkar|yrkade|föreslår|föreslog)\b| (?:får|ges) i uppdrag\b)"
)
MOVES = re.compile(r"\b(?:yrkar|yrkade|föreslår|föreslog|lade fram förslaget)\b")


def decisions_of(blocks: list[Block]) -> list[Decision]:
    """With a label what stands under it; without one, the sentences in which the meeting decides."""
    labelled = [block for block in blocks if block.part is Part.DECISION]
    found = list(_labelled(labelled)) if labelled else list(_unlabelled(blocks))
    return [Decision(each.text, each.span, outcome_of(each.text)) for each in found]


def proposals_of(blocks: list[Block], *, moved: bool) -> list[Statement]:
    """What stands under a label of proposals; with MOVED and no such label, what somebody moves in the text."""
    labelled = [block for block in blocks if block.part is Part.PROPOSAL]
    found = [each for each in _listed(labelled) if not PLACEHOLDER.match(each.text)]
    if not labelled and moved:
        found = [each for block in blocks if block.part in (Part.OPEN, Part.SUMMARY) and block.depth < 3
                 for each in sentences(block.text) if MOVES.search(each.text)]  # fmt: skip
    return [Statement(each.text, each.span) for each in found]


def placeholders_of(blocks: list[Block]) -> list[Passage]:
    """Proposals that nobody wrote: "xx" and its kin."""
    labelled = [block for block in blocks if block.part is Part.PROPOSAL]
    return [each for each in _listed(labelled) if PLACEHOLDER.match(each.text)]


def _labelled(blocks: list[Block]) -> Iterator[Passage]:
    for lead, points in _grouped(blocks):
        if lead is not None:
            yield from _from_paragraph(lead, bool(points))
        if points and (lead is None or _opens_list(lead)):
            yield from (each for each in (flow(point) for point in points) if not VIEW.match(each.text))


def _listed(blocks: list[Block]) -> Iterator[Passage]:
    for lead, points in _grouped(blocks):
        if lead is not None and not (points and _opens_list(lead)):
            parts = (each for each in before_att(lead) if each and not _mere_lead(each.text))
            yield from (moved for part in parts for moved in _moved(part))
        yield from (flow(point) for point in points)


def _moved(part: Passage) -> Iterator[Passage]:
    """What each mover moves is a proposal of its own, and so is a task proposed after something else."""
    start: list[Passage] = []
    for sentence in sentences(part):
        if start and OWN.match(sentence.text):
            yield join(start)
            start = []
        start.append(sentence)
    yield join(start)


def _grouped(blocks: list[Block]) -> Iterator[tuple[Block | None, list[list[Passage]]]]:
    """Each paragraph with the list points below it; sub-points go with the point above them."""
    lead: Block | None = None
    points: list[list[Passage]] = []
    for block in (each for each in blocks if each.depth < 3):
        if block.depth == 0 or _under_new_label(block, lead):
            yield lead, points
            lead, points = (block if block.depth == 0 else None), []
        if block.depth == 2 and points:
            points[-1] += block.words
        elif block.depth:
            points.append(list(block.words))
    yield lead, points


def _under_new_label(block: Block, lead: Block | None) -> bool:
    """Whether a list point is the first below a bare label of its own."""
    return lead is not None and block.label is not None and block.after <= 1 and lead.label is not block.label


def _opens_list(lead: Block) -> bool:
    """Whether the points below a paragraph are decisions of their own ("… att:") or complete its clause."""
    text = lead.text.text
    return bool(DECIDING_LEAD.search(text)) and not COMPLETE.search(text)


def _mere_lead(text: str) -> bool:
    """ "Styrelsen beslutar att" alone decides nothing: what follows does."""
    return len(text) < 120 and bool(DECIDING_LEAD.search(text)) and not text.endswith(".")


def _from_paragraph(block: Block, has_points: bool) -> Iterator[Passage]:
    parts = before_att(block)
    if has_points and _opens_list(block):
        parts = [part for part in parts if not _mere_lead(part.text)]
    if len(parts) > 1:
        yield from (part for part in parts if not _mere_lead(part.text))
        return
    below = bool(block.label and block.label.rest and block.after)  # a paragraph after "Beslut: …" stands on its own
    for part in parts:
        yield from _deciding(part, first=block.after == 0, labelled=not below)


def _deciding(part: Passage, *, first: bool, labelled: bool) -> Iterator[Passage]:
    """The sentences that decide; the FIRST below a label always does."""
    for place, sentence in enumerate(sentences(part)):
        opens = first and place == 0
        if (opens or decides(sentence.text, labelled=labelled)) and not VIEW.match(sentence.text):
            yield sentence


def _unlabelled(blocks: list[Block]) -> Iterator[Passage]:
    for place, block in enumerate(blocks):
        if block.part not in (Part.OPEN, Part.SUMMARY, Part.SOFT) or block.depth == 3:
            continue
        points = _points_below(blocks, place)
        for sentence in sentences(block.text):
            if points and DECIDING_LEAD.search(sentence.text) and re.search(r"beslut", sentence.text, re.IGNORECASE):
                yield from (point.text for point in points)
            elif decides(sentence.text):
                yield sentence


def _points_below(blocks: list[Block], place: int) -> list[Block]:
    points = []
    for block in blocks[place + 1 :]:
        if block.depth == 0 or blocks[place].depth:
            break
        points.append(block)
    return points
