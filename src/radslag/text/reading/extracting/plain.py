"""Text files: which encoding the bytes are in, and whether letters were lost on the way."""

from __future__ import annotations

import codecs
import re

from radslag.text.reading.unreadable import Unreadable

LOST = (
    "Bokstäver har gått förlorade i filen (tecknet \ufffd)"
    ". Spara den på nytt som UTF-8 från originalet och försök igen."
)
WRONG = "Filens teckenkodning går inte att tolka. Spara den på nytt som UTF-8 och försök igen."
BINARY = "Filen är inte ett textdokument. Välj en PDF, en Word-fil (.docx) eller en textfil."

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# Letters and signs that Swedish text in Windows-1252 holds above ASCII.
SWEDISH_SIGNS = set("åäöÅÄÖéÉèÈüÜáàëøØæÆçñïíóôúýßœŒšŠžŽ§–—”“„’‘»«•·…°½¼¾´¨²³µ×±©®€£%\u00a0\u00ad")
UTF8_AS_1252 = re.compile("Ã[¥¤¶…„–©]")


def decoded(data: bytes) -> str:
    """The text with `\\n` as line end. Unreadable where the encoding is unknown or letters were lost."""
    text = _decoded(data)
    if "\ufffd" in text:
        raise Unreadable(LOST)
    if UTF8_AS_1252.search(text):
        raise Unreadable(WRONG)
    if len(CONTROL.findall(text)) > max(2, len(text) // 1000):
        raise Unreadable(BINARY)
    return CONTROL.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if data.count(b"\0") > 2:
        raise Unreadable(BINARY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(WRONG) from error


def _windows(data: bytes) -> str:
    """Windows-1252, if what stands above ASCII is what Swedish text has there."""
    text = _strict(data, "cp1252")
    above = [letter for letter in text if ord(letter) > 127]
    swedish = sum(letter in SWEDISH_SIGNS for letter in above)
    letters = sum("a" <= letter.lower() <= "z" or letter in " \n" for letter in text)
    if swedish < 0.9 * len(above) or letters < 0.6 * len(text):
        raise Unreadable(WRONG)
    return text
