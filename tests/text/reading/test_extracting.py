"""The first stage: which files are read, how they are laid out, and which are refused with a sentence."""

import io
import zipfile

import docx
import pytest

from radslag.text.reading import LARGEST, READER_VERSION, Unreadable, extract
from radslag.text.reading.extracting import extraction as stage
from radslag.text.reading.extracting.pdf import Piece, laid_out
from tests.text.reading.broken_inputs import small_docx, small_pdf

TEXT = "Minnesanteckningar från mötet på Ängsgården den 4 mars 2021. Närvarande: Åsa Öst."
ZIPPED = "application/vnd.openxmlformats-officedocument"


def _zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("cp1252"),
        TEXT.replace(" ", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "windows-1252", "windows line ends"],
)
def test_text_is_decoded(data: bytes) -> None:
    assert extract(data, "a.txt").text.replace("\n", " ") == TEXT


def test_an_extraction_knows_its_reader_and_its_lines() -> None:
    extraction = extract("ett\ntvå\ntre".encode(), "a.md")
    assert (extraction.media_type, extraction.reader_version, extraction.name) == (
        "text/markdown",
        READER_VERSION,
        "a.md",
    )
    assert [extraction.line_of(place) for place in (0, 4, 8)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "tom"),
        (b" \n\t\0", "tom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old word", "gammalt Office-format"),
        (b"\x89PNG\r\n\x1a\n....", "bild"),
        (b"{\\rtf1 text}", "RTF"),
        (b"%PDF-1.4 broken", "skadad"),
        (small_pdf([], text_layer=False), "inskannad"),
        (b"PK\x03\x04 no archive", "skadad"),
        (_zip(xl__workbook_xml=b"<a/>"), "kalkylblad"),
        (_zip(readme=b"text"), "zip"),
        (_zip(word__document_xml=b"<w"), "skadad"),
        ("Protokoll f\ufffdr m\ufffdtet".encode(), "gått förlorade"),
        ("Mötet på ön".encode().decode("cp1252").encode(), "teckenkodning"),
        ("Заседание совета".encode("cp1251"), "teckenkodning"),
        (bytes(range(256)) * 4, "inte ett textdokument"),
        (b"123 456", "ingen text"),
        (b"a\n" * 30_000, "fler än"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refused:
        extract(data, "a.txt")
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(Unreadable, match="20 MB"):
        extract(b"a" * (LARGEST + 1), "a.txt")


def test_the_kind_is_told_by_content_and_not_by_name() -> None:
    assert extract(small_pdf(["Minnesanteckningar från mötet"]), "a.txt").media_type == "application/pdf"
    assert extract(small_docx(), "a.pdf").media_type.startswith(ZIPPED)


def test_an_encrypted_pdf_says_so() -> None:
    locked = small_pdf(["Hemligt möte i nämnden"]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> /ID [<01> <01>]",
    )
    with pytest.raises(Unreadable, match="lösenord"):
        extract(locked, "a.pdf")


def test_labels_and_values_of_a_pdf_keep_their_columns() -> None:
    row = [
        Piece(50, 700, 100, 712, "Närvarande"),
        Piece(200, 700, 290, 712, "Anna Ek (Storby),"),
        Piece(200, 686, 260, 698, "Bo Alm"),
    ]
    first, second = laid_out(row).splitlines()
    assert first.index("Anna") > len("Närvarande") + 2
    assert second.index("Bo") == pytest.approx(first.index("Anna"), abs=4)


def test_two_newspaper_columns_come_one_after_the_other() -> None:
    pieces = [
        Piece(x, 700 - 12 * row, x + 220, 710 - 12 * row, f"{side} rad {row} med löpande text")
        for row in range(10)
        for x, side in ((50, "vänster"), (300, "höger"))
    ]
    lines = [line.strip() for line in laid_out(pieces).splitlines() if line]
    assert [line.split()[0] for line in lines] == ["vänster"] * 10 + ["höger"] * 10


def test_a_word_document_keeps_headings_lists_and_tables() -> None:
    lines = [line for line in extract(small_docx(), "a.docx").text.splitlines() if line]
    assert lines[0] == "# Nätverksmöte Norra samverkan"
    assert "Närvarande\tAnna Ek (Storstad), Bo Alm (Lillby)" in lines
    assert lines[-1] == "• Anna Ek tar fram ett underlag till den 2 april"


def test_a_wide_table_of_word_is_rows_between_upright_lines() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ("Nr", "Ärende", "Förslag", "1", "Val", "Ek\nväljs"), strict=True
    ):
        cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    assert "| Nr | Ärende | Förslag |\n| 1 | Val | Ek<br>väljs |" in extract(stream.getvalue(), "a.docx").text


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = _zip(word__document_xml=b"<a>" + b" " * 30_000_000 + b"</a>")
    with pytest.raises(Unreadable, match="orimligt mycket"):
        extract(bomb, "a.docx")


def test_xml_entities_are_refused() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    with pytest.raises(Unreadable, match="XML-deklarationer"):
        extract(_zip(word__document_xml=laughs), "a.docx")


def test_the_limits_are_what_the_sentences_say() -> None:
    assert (stage.LARGEST, stage.MOST_LINES) == (20 * 1024 * 1024, 25_000)
