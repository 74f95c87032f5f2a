"""Reads minutes, notices and plans: the bytes of a document become a record whose every value leads to its place.

`extract` lays out the text of a file, `interpret` says what the text holds, `read` does both. A document that cannot be
read raises `Unreadable` with one Swedish sentence; nothing else is ever raised.
"""

from __future__ import annotations

from datetime import date

from radslag.text.reading.extracting import LARGEST, READER_VERSION, Extraction, attachments_of_mail, extract
from radslag.text.reading.interpretation import interpret
from radslag.text.reading.record import Record
from radslag.text.reading.unreadable import Unreadable

__all__ = [
    "LARGEST",
    "READER_VERSION",
    "Extraction",
    "Record",
    "Unreadable",
    "attachments_of_mail",
    "extract",
    "interpret",
    "read",
]

FAULT = "Dokumentet går inte att tolka på grund av ett fel i läsaren. Registrera mötet för hand och anmäl felet."


def read(data: bytes, name: str, *, today: date | None = None) -> Record:
    """The record in a file's bytes; NAME is its file name. Raises Unreadable."""
    extraction = extract(data, name)
    try:
        return interpret(extraction, today=today)
    except Exception as error:  # a fault of ours must not stop the caller's other documents
        raise Unreadable(FAULT) from error
