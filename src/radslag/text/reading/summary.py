"""The record as a Swedish summary with line numbers, for a person at the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from radslag.text.reading.passage import Span
from radslag.text.reading.record import Assignment, Item, Person, Record
from radslag.text.swedish.dates import long_date

KINDS = {
    "minutes": "Protokoll eller minnesanteckningar",
    "notice": "Kallelse",
    "plan": "Plan",
    "unknown": "Okänt slag av dokument",
}
STRENGTHS = {"decided": "uppdrag", "soft": "medskick", "proposed": "föreslaget uppdrag"}


def summary_of(record: Record, *, with_text: bool = False) -> str:
    """Several lines of Swedish: head, attendance, each item, findings."""
    lines = [*_head(record), *_attendance(record)]
    for item in record.items:
        lines += ["", *_item(record, item)]
    if record.findings:
        lines += ["", "Att kontrollera:"]
        lines += [f"  rad {finding.line}: {finding.message}" for finding in record.findings]
    return "\n".join([*lines, *(["", record.text] if with_text else [])])


def _line(record: Record, span: Span) -> str:
    return f"rad {record.text.count(chr(10), 0, span[0]) + 1}"


def _head(record: Record) -> Iterator[str]:
    yield KINDS[record.kind]
    day = long_date(date.fromisoformat(record.date)) if record.date else None
    hours = "–".join(each.replace(":", ".") for each in (record.start, record.end) if each)
    rows = (
        ("Organ", "body", record.body),
        ("Datum", "date", f"{day} (året är en slutsats)" if "date" in record.inferred else day),
        ("Tid", "start", hours),
        ("Plats", "place", record.place),
        ("Ordförande", "chair", record.chair),
        ("Sekreterare", "secretary", record.secretary),
        ("Justerare", "adjusters", ", ".join(record.adjusters)),
    )
    for label, name, value in rows:
        span = record.spans.get(name)
        place = f" ({_line(record, span)})" if span else ""
        yield f"{label}: {value}{place}" if value else f"{label}: –"


def _attendance(record: Record) -> Iterator[str]:
    for label, people in (("Närvarande", record.present), ("Övriga", record.others), ("Frånvarande", record.absent)):
        if people:
            yield f"{label} ({len(people)}): {', '.join(_person(each) for each in people)}"


def _person(person: Person) -> str:
    extra = ", ".join(each for each in (person.affiliation, person.role) if each)
    return f"{person.name} ({extra})" if extra else person.name


def _item(record: Record, item: Item) -> Iterator[str]:
    number = f"{item.number} " if item.number else ""
    indent = "  " if item.parent else ""
    yield f"{indent}{number}{item.title} ({_line(record, item.span)})"
    if item.presenters:
        yield f"{indent}  föredragande: {', '.join(item.presenters)}"
    for annex in item.annexes:
        words = " ".join(each for each in (annex.label, annex.number, annex.title) if each)
        yield f"{indent}  {_line(record, annex.span)}: underlag: {words}"
    for proposal in item.proposals:
        yield f"{indent}  {_line(record, proposal.span)}: förslag: {proposal.text}"
    for decision in item.decisions:
        yield f"{indent}  {_line(record, decision.span)}: beslut: {decision.text}"
    for task in item.assignments:
        yield f"{indent}  {_line(record, task.span)}: {STRENGTHS[task.strength]}: {_task(task)}"


def _task(task: Assignment) -> str:
    when = task.due or task.due_text
    return f"{task.owner or 'ingen angiven'} – {task.what}" + (f" ({when})" if when else "")
