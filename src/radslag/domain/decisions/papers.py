""" "Vad varje kommun är skyldig" as a paper."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from radslag.base.core.actor import Actor
from radslag.base.documents.models import Paper, PaperFormat, PaperKind
from radslag.base.documents.papering import Files, keep_paper
from radslag.base.documents.rendering import html, pdf
from radslag.base.people.models import Collaboration
from radslag.domain.decisions.owed_mail import Mail, day_in_words, owed_mail
from radslag.domain.decisions.owing import BodyOwes, MunicipalityOwes, Owed, OwedLine, owed

__all__ = ["BodyOwes", "Mail", "MunicipalityOwes", "Owed", "OwedLine", "make_owed", "owed", "owed_content", "owed_mail"]

FOLDER = Path(__file__).parent / "papers"
TITLE = "Vad varje kommun är skyldig"
# Counts up when the paper that ships changes, so that an old one is not taken for what would be made today.
FORM = 1


def make_owed(*, collaboration: Collaboration, day: date, by: Actor) -> Paper:
    """The paper as PDF, HTML and text. The same assignments on the same day are the same paper."""
    content = owed_content(owed(collaboration, day))
    return keep_paper(
        collaboration=collaboration,
        kind=PaperKind.OWED,
        subject=collaboration,
        name=f"{TITLE} {day}",
        content={**content, "form": FORM},
        files=lambda number: owed_files(content, number=number, day=day),
        by=by,
    )


def owed_content(owed: Owed) -> dict[str, Any]:
    """Everything the paper says, ready to be kept as JSON."""
    shares = [share for share in owed.municipalities if share.lines]
    groups = [_group(share.municipality.name, share.lines) for share in shares]
    return {
        "collaboration": owed.collaboration.name,
        "title": TITLE,
        "day": day_in_words(owed.day),
        "running": f"{TITLE}, {day_in_words(owed.day)}",
        "summary": _summary(shares),
        "municipalities": groups,
        "clear": [share.municipality.name for share in owed.municipalities if not share.lines],
        "bodies": [_group(each.body.name, each.lines) for each in owed.bodies],
        "unowned": [_line(line) for line in owed.unowned],
    }


def _summary(shares: Iterable[MunicipalityOwes]) -> str:
    assignments = {line.assignment.pk: line.late for share in shares for line in share.lines}
    if not assignments:
        return "Ingen kommun har något öppet uppdrag."
    return f"Kommunerna har tillsammans {_counted(len(assignments), sum(assignments.values()))}."


def _counted(number: int, late: int) -> str:
    """ "3 öppna uppdrag, varav 1 försenat" """
    told = f"{number} öppet uppdrag" if number == 1 else f"{number} öppna uppdrag"
    if not late:
        return told
    if number == 1:
        return f"{told}, som är försenat"
    return f"{told}, varav {late} {'försenat' if late == 1 else 'försenade'}"


def _group(name: str, lines: Iterable[OwedLine]) -> dict[str, Any]:
    rows = [_line(line) for line in lines]
    return {"name": name, "lines": rows, "told": _counted(len(rows), sum(row["late"] for row in rows))}


def _line(line: OwedLine) -> dict[str, Any]:
    assignment = line.assignment
    return {
        "what": " ".join(assignment.what.split()),
        "owner": ", ".join(line.owners),
        "due": _due(line),
        "late": line.late,
        "soft": line.soft,
        "given": f"{assignment.body.name} {day_in_words(assignment.day)}",
    }


def _due(line: OwedLine) -> str:
    """The day it is due, else the document's own words; nothing where it gives no time."""
    if line.assignment.due is not None:
        return day_in_words(line.assignment.due)
    return " ".join(line.assignment.due_text.split())


def owed_files(content: Mapping[str, Any], *, number: int, day: date) -> Files:
    """The paper with this content in every format, as version NUMBER."""
    data = json.loads(json.dumps({**content, "made": f"Version {number}, {day_in_words(day)}"}))
    told = {"title": f"{data['title']}, {data['day']}", "author": data["collaboration"], "day": day}
    return {
        PaperFormat.PDF: pdf(FOLDER / "owed.typ", data, **told),
        PaperFormat.HTML: html(FOLDER / "owed.html", data, **told).encode(),
        PaperFormat.TEXT: ("\n".join(_text(data)) + "\n").encode(),
    }


def _text(data: Mapping[str, Any]) -> Iterator[str]:
    yield f"{data['title']}, {data['day']}"
    yield data["collaboration"]
    yield ""
    yield data["summary"]
    for group in [*data["municipalities"], *data["bodies"]]:
        yield from ("", f"{group['name']}: {group['told']}", *_points(group["lines"]))
    if data["unowned"]:
        yield from ("", "Utan utpekad kommun eller grupp", *_points(data["unowned"]))
    if data["clear"]:
        yield from ("", f"Inget öppet uppdrag: {', '.join(data['clear'])}")


def _points(lines: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for line in lines:
        yield f"- {line['what']}"
        yield f"  {_facts(line)}"


def _facts(line: Mapping[str, Any]) -> str:
    """ "Åke Östling. Skulle vara klart 1 maj 2024. Från Kommundirektörsgruppen 14 februari 2024." """
    if line["due"]:
        due = f"Skulle vara klart {line['due']}" if line["late"] else f"Klart: {line['due']}"
    else:
        due = "Ingen tid är satt"
    owner = [f"Ansvarig: {line['owner']}"] if line["owner"] else []
    soft = ["Medskick"] if line["soft"] else []
    return ". ".join([*owner, due, *soft, f"Från {line['given']}"]) + "."
