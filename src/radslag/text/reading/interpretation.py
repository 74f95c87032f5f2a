"""Second stage: the extracted text to a record. Lines, agenda, head and items are read one after the other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from radslag.text.reading.agenda import Agenda, agenda_of
from radslag.text.reading.annexes import annexes_of
from radslag.text.reading.assignments import Setting, assignments_of
from radslag.text.reading.blocks import Block, blocks_of
from radslag.text.reading.columns import with_cells
from radslag.text.reading.decisions import decisions_of, placeholders_of, proposals_of
from radslag.text.reading.extracting import Extraction
from radslag.text.reading.fields import Kind
from radslag.text.reading.findings import inferred_year, placeholder
from radslag.text.reading.head import Head, head_of
from radslag.text.reading.headline import with_known
from radslag.text.reading.hierarchy import Node
from radslag.text.reading.kinds import kind_of
from radslag.text.reading.labels import Part, label_of
from radslag.text.reading.lines import Line, lines_of
from radslag.text.reading.next_meetings import next_meetings_of
from radslag.text.reading.passage import Passage, Span
from radslag.text.reading.presenters import presenters_of
from radslag.text.reading.record import Finding, Item, ItemSpans, Person, Record, Statement
from radslag.text.reading.repeated import without_furniture
from radslag.text.reading.tables import table_agenda
from radslag.text.reading.typst import is_typst, without_code


def interpret(extraction: Extraction, *, today: date | None = None) -> Record:
    """The record a text holds. TODAY only serves to guess a year that the document never writes."""
    text = extraction.text
    lines = lines_of(text)
    lines = with_cells(without_furniture(without_code(lines) if is_typst(lines) else lines))
    agenda = _agenda(lines)
    head = head_of(agenda, text, today)
    kind = kind_of(lines, agenda, head)
    if kind in ("plan", "unknown"):
        agenda.nodes = [] if kind == "plan" else agenda.nodes
    upcoming = next_meetings_of(agenda.nodes, head.day)
    setting = Setting(kind, head.day, _known(head), upcoming)
    items = [_item(node, setting) for node in agenda.nodes]
    findings = _findings(extraction, head, agenda, kind)
    return replace(
        _headed(head, kind, extraction), items=tuple(items), next_meetings=tuple(upcoming), findings=tuple(findings)
    )


def _agenda(lines: list[Line]) -> Agenda:
    """Items as headings; where there are few of those and a table lists matters, its rows."""
    agenda = agenda_of(lines)
    table = table_agenda(lines) if agenda.scheme != "paragraphs" else None
    if table and len(table[1]) > len(agenda.nodes):
        return Agenda(table[0], table[1], [], "table")
    return agenda


def _headed(head: Head, kind: str, extraction: Extraction) -> Record:
    def words(passage: Passage | None) -> str | None:
        return passage.text if passage else None

    def people(which: Kind) -> tuple[Person, ...]:
        return tuple(head.people.get(which, ())) if kind == "minutes" else ()

    adjusters = head.adjusters if kind == "minutes" else []  # a notice only proposes them
    return Record(
        kind=kind,
        text=extraction.text,
        reader_version=extraction.reader_version,
        body=words(head.body) if kind != "plan" else None,
        date=head.day.isoformat() if head.day else None,
        start=head.start,
        end=head.end,
        place=words(head.place),
        chair=words(head.chair),
        secretary=words(head.secretary),
        adjusters=tuple(each.text for each in adjusters),
        present=people(Kind.PRESENT),
        others=people(Kind.OTHERS),
        absent=people(Kind.ABSENT),
        inferred=("date",) if head.inferred_year else (),
        spans=_head_spans(head),
        adjuster_spans=tuple(each.span for each in adjusters),
    )


def _head_spans(head: Head) -> dict[str, Span | None]:
    found = {
        "body": head.body,
        "date": head.day_at,
        "start": head.start_at,
        "end": head.end_at,
        "place": head.place,
        "chair": head.chair,
        "secretary": head.secretary,
    }
    return {name: passage.span if passage else None for name, passage in found.items()}


def _known(head: Head) -> frozenset[str]:
    """The words of the names in the document, for places where people go by first name or nickname."""
    names = [person.name for people in head.people.values() for person in people]
    names += [each.text for each in (head.chair, head.secretary, *head.adjusters) if each]
    return frozenset(word for name in names for word in re.findall(r"\w[\w-]+", name))


def _item(node: Node, setting: Setting) -> Item:
    node = replace(node, headline=with_known(node.headline, setting.known))
    titled = label_of(node.headline.title)
    tasks = titled is not None and titled.label.part is Part.TASK and not titled.rest
    blocks = blocks_of(node.body, Part.TASK if tasks else Part.OPEN)
    decisions = decisions_of(blocks) if setting.kind == "minutes" else []
    proposals = proposals_of(blocks, moved=setting.kind == "minutes")
    presenters = presenters_of(node.headline, blocks, setting.known)
    number = node.headline.number.text
    composed = f"{node.parent}{number}" if number.isalpha() and (node.parent or "")[:1].isdigit() else number
    return Item(
        title=node.headline.title.text,
        span=node.span,
        spans=ItemSpans(
            node.headline.title.span,
            node.headline.number.span if number else None,
            tuple(each.span for each in presenters),
        ),
        number=composed or None,
        parent=node.parent,
        section=node.section,
        type=node.type,
        presenters=tuple(each.text for each in presenters),
        annexes=tuple(annexes_of(node.headline, blocks)),
        proposals=tuple(proposals),
        decisions=tuple(decisions),
        contributions=tuple(_contributions(blocks)),
        assignments=tuple(assignments_of(blocks, decisions, setting, node.body)),
    )


def _contributions(blocks: list[Block]) -> list[Statement]:
    found = [block for block in blocks if block.part is Part.CONTRIBUTION and block.depth < 3]
    return [Statement(block.text.text, block.span) for block in found]


def _findings(extraction: Extraction, head: Head, agenda: Agenda, kind: str) -> list[Finding]:
    found: list[Finding] = []
    if head.inferred_year and head.day and head.day_at:
        found.append(inferred_year(head.day, head.day_at, extraction))
    for node in agenda.nodes:
        found += [
            placeholder(each, node.headline.title.text, extraction) for each in placeholders_of(blocks_of(node.body))
        ]
    return found
