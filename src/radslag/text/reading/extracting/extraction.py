"""What is stored of a document, and the door in: bytes and a file name become an Extraction or Unreadable."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.text.reading.extracting.kinds import Kind, kind_of
from radslag.text.reading.unreadable import Unreadable

READER_VERSION = "1"
LARGEST = 20 * 1024 * 1024  # bytes of a file; minutes with pictures stay far below
MOST_LINES = 25_000  # some 500 pages; a longer text is no record of a meeting


@dataclass(frozen=True)
class Extraction:
    """The text of one file as this version of the reader laid it out.

    `text` alone is what is interpreted, so that a stored extraction can be read again by a later version: headings,
    list marks and tables stand in it as marks a person also writes (`# `, `• `, `| a | b |`), pages are divided by a
    form feed.
    """

    text: str
    media_type: str
    name: str
    reader_version: str = READER_VERSION

    def line_of(self, place: int) -> int:
        """The line, from 1, where the character at PLACE stands."""
        return self.text.count("\n", 0, place) + 1


def extract(data: bytes, name: str) -> Extraction:
    """The text of a file. Its kind is told by its content, the name only helps to tell text kinds apart.

    Raises Unreadable, and nothing else, whatever the bytes are.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise Unreadable("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.")
    if len(data) > LARGEST:
        raise Unreadable(
            f"Filen är större än {LARGEST // 1024 // 1024} MB. Dela upp den eller ta bort bilderna och försök igen."
        )
    kind = kind_of(data, name)
    text = _text_of(kind, data)
    if text.count("\n") > MOST_LINES:
        raise Unreadable(f"Dokumentet har fler än {MOST_LINES} rader. Dela upp det och försök igen.")
    if not any(letter.isalpha() for letter in text):
        raise Unreadable("Filen innehåller ingen text. Kontrollera att rätt fil är vald.")
    return Extraction(text, kind.media_type, name)


def _text_of(kind: Kind, data: bytes) -> str:
    # Imported where needed: reading a text file must not cost the start-up of the PDF and Word libraries.
    if kind is Kind.PDF:
        from radslag.text.reading.extracting.pdf import text_of_pdf

        return text_of_pdf(data)
    if kind is Kind.DOCX:
        from radslag.text.reading.extracting.word import text_of_docx

        return text_of_docx(data)
    if kind is Kind.MAIL:
        from radslag.text.reading.extracting.mail import text_of_mail

        return text_of_mail(data)
    from radslag.text.reading.extracting.plain import decoded

    return decoded(data)
