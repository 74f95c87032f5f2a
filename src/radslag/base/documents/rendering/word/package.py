"""A Word file as a package of parts: what may be opened as a template, and how a made file is packed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from django.utils.translation import gettext as _

from radslag.text.reading.extracting.word import check_package
from radslag.text.reading.unreadable import Unreadable

if TYPE_CHECKING:
    from docx.document import Document

LARGEST = 10 * 1024 * 1024  # bytes of a template; one with a logotype has a tenth of it
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACROS = b"macroEnabled"
OLD_WORD = b"\xd0\xcf\x11\xe0"  # how .doc begins, and a .docx that is locked by a password
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can tell


class Unusable(Exception):
    """The file cannot be a template; the message, in the page's language, says why and what to do."""


def open_template(data: bytes) -> Document:
    """The document in a .docx or .dotx file. Raises `Unusable`."""
    if len(data) > LARGEST:
        raise Unusable(_("Mallen är större än 10 MB. Gör bilderna i den mindre och spara den på nytt."))
    if data.startswith(OLD_WORD):
        raise Unusable(
            _(
                "Filen är i Words gamla format eller låst med lösenord. Spara den som Word-dokument (.docx) utan"
                " lösenord och försök igen."
            )
        )
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise Unusable(_("Filen är inget Word-dokument. Spara mallen från Word som .docx och försök igen."))
    try:
        check_package(data)
    except Unreadable as error:
        raise Unusable(str(error)) from error
    return _document(_as_document(data))


def _as_document(data: bytes) -> bytes:
    """A template of Word's own (.dotx) told as a document, which is all that differs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if CONTENT_TYPES not in names:
            raise Unusable(_("Filen är inget Word-dokument. Spara mallen från Word som .docx och försök igen."))
        types = archive.read(CONTENT_TYPES)
    if MACROS in types or any(name.endswith("vbaProject.bin") for name in names):
        raise Unusable(_("Mallen innehåller makron och tas inte emot. Spara den som .docx, utan makron."))
    if TEMPLATE not in types:
        return data
    return _repacked(data, {CONTENT_TYPES: types.replace(TEMPLATE, DOCUMENT)})


def _document(data: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx and lxml raise many kinds on broken parts
        raise Unusable(
            _("Filen går inte att öppna som Word-dokument. Öppna den i Word, spara den på nytt och försök igen.")
        ) from error


def packed(document: Document) -> bytes:
    """The document as a file: the same parts give the same bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return _repacked(stream.getvalue(), {})


def _repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        # Word wants the list of content types first.
        for name in sorted(source.namelist(), key=lambda each: (each != CONTENT_TYPES, each)):
            part = zipfile.ZipInfo(name, EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, changed.get(name, source.read(name)))
    return stream.getvalue()
