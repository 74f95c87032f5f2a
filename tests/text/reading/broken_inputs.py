"""Broken documents in endless supply: good ones made here, then cut short, flipped, mixed, and plain noise."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator

import docx

MINUTES = """Nätverksmöte                    Minnesanteckningar
Norra samverkan

Datum   2021-03-04
Plats och tid   Rådhuset, Storstad, kl. 09.00-11.30
Närvarande   Anna Ek (Storstad, ordförande), Bo Alm (Lillby),
Cia Dahl (Mellanby)
Övriga närvarande   Dan Falk, Region Nord
Vid protokollet   Eva Gran

1. Föregående protokoll
Beslut: Protokollet godkändes.

2. Gemensam upphandling (bil. 1)
Föredragande: Dan Falk, inköpschef, Region Nord

§ 7 i avtalet gås igenom. Förslag till beslut: xx

Beslut:
• Anna Ek tar fram ett underlag till den 2 april
• Frågan bordläggs
"""
MARKDOWN = """# Styrelsemöte\n\n## Protokoll\n\nDatum\t2021-05-06\n\n### 1. Öppnande\n\n*Mötet* öppnades.\n
### 2. Budget – Bo Alm (Bilaga 1)\n\n**Beslut**: Budgeten fastställdes.\n
| Nr | Ärende | Förslag |\n| --- | --- | --- |\n| 1 | Val | Anna Ek |\n"""


def broken_inputs(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """COUNT pairs of file name and bytes, the same for the same SEED; some may still be readable."""
    dice = random.Random(seed)  # repeatable on purpose
    good = good_documents()
    ways: list[Callable[[random.Random, bytes], bytes]] = [_truncated, _flipped, _repeated, _spliced, _random, _stuffed]
    for number in range(count):
        name, data = dice.choice(good)
        way = dice.choice(ways)
        if way is _spliced:
            data = data[: dice.randrange(len(data) + 1)] + dice.choice(good)[1]
        yield f"{number}-{way.__name__.strip('_')}-{name}", way(dice, data)


def good_documents() -> list[tuple[str, bytes]]:
    """One small readable document of each kind."""
    return [
        ("minutes.txt", MINUTES.encode()),
        ("minutes.md", MARKDOWN.encode()),
        ("minutes-1252.txt", MINUTES.replace("•", "-").encode("cp1252")),
        ("minutes.pdf", small_pdf(MINUTES.splitlines())),
        ("minutes.docx", small_docx()),
    ]


def small_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Nätverksmöte Norra samverkan", 0)
    document.add_paragraph("Minnesanteckningar")
    table = document.add_table(rows=3, cols=2)
    rows = (
        ("Datum", "2021-03-04"),
        ("Plats och tid", "Rådhuset, kl. 09.00-11.30"),
        ("Närvarande", "Anna Ek (Storstad), Bo Alm (Lillby)"),
    )
    for row, (label, value) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    document.add_heading("1. Föregående protokoll", 1)
    document.add_paragraph("Beslut: Protokollet godkändes.")
    document.add_heading("2. Upphandling", 1)
    document.add_paragraph("Beslut:")
    document.add_paragraph("Anna Ek tar fram ett underlag till den 2 april", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def small_pdf(lines: list[str], *, text_layer: bool = True) -> bytes:
    """A hand-written PDF of one page, one line of text below the other; without a text layer only a drawn box."""
    drawn = [_show(line, 800 - 14 * place) for place, line in enumerate(lines) if line.strip()]
    content = b"\n".join(drawn) if text_layer else b"0.5 g 50 50 400 600 re f"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    body = b"%PDF-1.4\n"
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(body),
    )
    return body + end


def _show(line: str, height: int) -> bytes:
    indent = len(line) - len(line.lstrip())
    words = line.strip().replace("•", "-").encode("cp1252", "replace")
    for mark in (b"\\", b"(", b")"):
        words = words.replace(mark, b"\\" + mark)
    return b"BT /F1 10 Tf %d %d Td (%s) Tj ET" % (50 + 6 * indent, height, words)


def _truncated(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randrange(len(data))]


def _flipped(dice: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _repeated(dice: random.Random, data: bytes) -> bytes:
    start = dice.randrange(len(data))
    part = data[start : start + dice.randrange(1, 60)]
    return data[:start] + part * dice.randrange(2, 400) + data[start:]


def _spliced(dice: random.Random, data: bytes) -> bytes:
    return data


def _random(dice: random.Random, data: bytes) -> bytes:
    return dice.randbytes(dice.randrange(1, 3000))


def _stuffed(dice: random.Random, data: bytes) -> bytes:
    """The document with strange but legal pieces of text put in."""
    pieces = [
        "§" * 50,
        "((((",
        "1. " * 40,
        "| a | b |\n",
        "\x00",
        "\f",
        "\u2028",
        "Beslut:\n",
        "Närvarande\n",
        "a) ",
        "99999999. X\n",
        "\ufffd",
        "İ",
        "ß",
        "٣. ",
        "²) ",
    ]
    for _ in range(dice.randrange(1, 12)):
        place = dice.randrange(len(data))
        data = data[:place] + dice.choice(pieces).encode() + data[place:]
    return data
