"""Ten ways to write down the same meeting: each takes a sheet and gives the ending of the file and its bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import partial

import typst
from docx import Document

from tests.archives.sheets import Point, Sheet

Layout = Callable[[Sheet], tuple[str, bytes]]


def labelled(sheet: Sheet) -> Iterator[str]:
    """Labels and values side by side, people in one line with brackets."""
    yield from (sheet.body, _heading(sheet), "")
    yield f"Mötesdatum  {sheet.day.isoformat()}"
    yield f"Plats och tid  {sheet.place}, kl. 13-15"
    yield "Närvarande  " + ", ".join(f"{each.name} ({each.municipality})" for each in sheet.present)
    yield from (f"Vid protokollet  {sheet.secretary}", "")
    for number, point in enumerate(sheet.points, 1):
        yield from (f"{number}. {point.title}", "", point.prose, "", *_outcome(sheet, point), "")


def listed(sheet: Sheet) -> Iterator[str]:
    """A label and a colon, one person on each line."""
    yield from (_heading(sheet).upper(), sheet.body, f"Datum: {sheet.day.isoformat()}", "Tid: 13.00-15.00")
    yield from (f"Plats: {sheet.place}", "")
    if sheet.minutes:
        yield "Närvarande:"
        yield from (f"{each.name}, {each.municipality}" for each in sheet.present)
        yield from (f"Vid protokollet: {sheet.secretary}", "")
    for number, point in enumerate(sheet.points, 1):
        yield from (f"{number}. {point.title}", point.prose, *_outcome(sheet, point), "")


def marked(sheet: Sheet) -> Iterator[str]:
    """Markdown."""
    yield from (f"# {sheet.body}", "", f"## {_heading(sheet)}", "", f"**Datum:** {sheet.day.isoformat()}")
    yield from (f"**Plats:** {sheet.place}", "")
    if sheet.minutes:
        yield "**Närvarande:** " + ", ".join(f"{each.name} ({each.municipality})" for each in sheet.present)
        yield from (f"**Vid protokollet:** {sheet.secretary}", "")
    for number, point in enumerate(sheet.points, 1):
        yield from (f"### {number}. {point.title}", "", point.prose, "", *_outcome(sheet, point), "")


def _heading(sheet: Sheet) -> str:
    return "Minnesanteckningar" if sheet.minutes else "Kallelse"


def _outcome(sheet: Sheet, point: Point) -> Iterator[str]:
    if not sheet.minutes:
        yield f"Förslag till beslut: {point.decision}"
        return
    yield f"Beslut: {point.decision}"
    yield f"Uppdrag: {point.owner} tar fram ett underlag senast {point.due.isoformat()}."


def as_text(lines: Callable[[Sheet], Iterator[str]], encoding: str, end: str, sheet: Sheet) -> tuple[str, bytes]:
    """A text file."""
    return ".txt", (end.join(lines(sheet)) + end).encode(encoding)


def as_markdown(sheet: Sheet) -> tuple[str, bytes]:
    """A Markdown file."""
    return ".md", "\n".join(marked(sheet)).encode()


def as_word(lines: Callable[[Sheet], Iterator[str]], sheet: Sheet) -> tuple[str, bytes]:
    """A Word file with the title as a heading and the rest as paragraphs."""
    document = Document()
    first, *rest = lines(sheet)
    document.add_heading(first, 1)
    for line in rest:
        document.add_paragraph(line)
    return ".docx", _saved(document)


def as_word_table(sheet: Sheet) -> tuple[str, bytes]:
    """A Word file whose head is a table of labels and values."""
    document = Document()
    document.add_heading(sheet.body, 1)
    document.add_heading(_heading(sheet), 2)
    people = ", ".join(f"{each.name} ({each.municipality})" for each in sheet.present)
    rows = [("Datum", sheet.day.isoformat()), ("Tid", "13.00-15.00"), ("Plats", sheet.place)]
    rows += [("Närvarande", people), ("Vid protokollet", sheet.secretary)] if sheet.minutes else []
    table = document.add_table(rows=0, cols=2)
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for number, point in enumerate(sheet.points, 1):
        document.add_heading(f"{number}. {point.title}", 3)
        for line in (point.prose, *_outcome(sheet, point)):
            document.add_paragraph(line)
    return ".docx", _saved(document)


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]  # docx.Document is a function; its type is not public
    return file.getvalue()


def as_pdf(lines: Callable[[Sheet], Iterator[str]], size: int, sheet: Sheet) -> tuple[str, bytes]:
    """A PDF with a text layer."""
    quoted = "\n".join('#block("' + line.replace('"', "'") + '")' for line in lines(sheet) if line)
    return ".pdf", typst.compile(f"#set text(size: {size}pt)\n{quoted}\n".encode())


def as_mail(sheet: Sheet) -> tuple[str, bytes]:
    """A mail whose words are the paper."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "sekretariatet@example.org", "gruppen@example.org"
    mail["Date"] = f"{sheet.day:%d %b %Y} 16:00:00 +0100"
    mail["Subject"] = f"{_heading(sheet)}, {sheet.body}"
    mail.set_content("\n".join(listed(sheet)))
    return ".eml", bytes(mail)


LAYOUTS: tuple[Layout, ...] = (
    partial(as_text, labelled, "utf-8", "\n"),
    partial(as_text, listed, "utf-8-sig", "\r\n"),
    partial(as_text, listed, "cp1252", "\r\n"),
    as_markdown,
    partial(as_word, labelled),
    partial(as_word, listed),
    as_word_table,
    partial(as_pdf, listed, 11),
    partial(as_pdf, listed, 9),
    as_mail,
)
