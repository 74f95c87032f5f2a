"""Which kind of file the bytes are, told by their first bytes; what we do not read is refused with a sentence."""

from __future__ import annotations

import io
import zipfile
from enum import Enum
from typing import NamedTuple

from radslag.text.reading.extracting.mail import is_mail
from radslag.text.reading.unreadable import Unreadable


class Kind(Enum):
    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    MAIL = "message/rfc822"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @property
    def media_type(self) -> str:
        return str(self.value)


class Refused(NamedTuple):
    """A kind of file that is known by its opening bytes and not read."""

    opening: bytes
    sentence: str


PICTURE = "Filen är en bild. Spara dokumentet som PDF med text, Word (.docx) eller text och försök igen."
OLD_OFFICE = (
    "Filen är i ett gammalt Office-format (.doc, .xls eller .ppt). Öppna den i Word, spara som .docx och försök igen."
)
REFUSED = (
    Refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    Refused(b"\x89PNG\r\n\x1a\n", PICTURE),
    Refused(b"\xff\xd8\xff", PICTURE),
    Refused(b"GIF8", PICTURE),
    Refused(b"II*\0", PICTURE),
    Refused(b"MM\0*", PICTURE),
    Refused(b"{\\rtf", "Filen är i formatet RTF. Öppna den i Word, spara som .docx och försök igen."),
    Refused(b"\x1f\x8b", "Filen är packad (gzip). Packa upp den och välj dokumentet i den."),
    Refused(b"7z\xbc\xaf", "Filen är packad (7z). Packa upp den och välj dokumentet i den."),
    Refused(b"Rar!", "Filen är packad (rar). Packa upp den och välj dokumentet i den."),
    Refused(b"\x7fELF", "Filen är ett program och inte ett dokument. Kontrollera att rätt fil är vald."),
    Refused(b"MZ\x90", "Filen är ett program och inte ett dokument. Kontrollera att rätt fil är vald."),
)
BROKEN_ZIP = "Filen är skadad och går inte att packa upp. Öppna den i Word, spara den på nytt och försök igen."


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file; Unreadable where it is one we do not read."""
    for refused in REFUSED:
        if data.startswith(refused.opening):
            raise Unreadable(refused.sentence)
    # Some producers put bytes before the header; the PDF specification's readers look in the first 1,024.
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK"):
        return _office_kind(data)
    if is_mail(data, name):
        return Kind.MAIL
    return Kind.MARKDOWN if name.lower().endswith((".md", ".markdown")) else Kind.TEXT


def _office_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # zipfile raises many kinds on broken input
        raise Unreadable(BROKEN_ZIP) from error
    if "word/document.xml" in names:
        return Kind.DOCX
    if any(each.startswith("xl/") for each in names):
        raise Unreadable(
            "Filen är ett kalkylblad. Välj ett protokoll, en kallelse eller en plan som PDF, Word eller text."
        )
    if any(each.startswith("ppt/") for each in names):
        raise Unreadable(
            "Filen är en presentation. Välj ett protokoll, en kallelse eller en plan som PDF, Word eller text."
        )
    if "content.xml" in names:
        raise Unreadable("Filen är i formatet OpenDocument. Spara den som .docx eller PDF och försök igen.")
    raise Unreadable("Filen är en packad mapp (zip). Packa upp den och välj dokumentet i den.")
