"""Fill a Word template: the same template and data give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError
from markupsafe import Markup

from radslag.base.documents.rendering.failing import RenderingFailed
from radslag.base.documents.rendering.printable import printable
from radslag.base.documents.rendering.word.fields import prepare
from radslag.base.documents.rendering.word.grammar import Reading
from radslag.base.documents.rendering.word.package import Unusable, open_template, packed
from radslag.base.documents.rendering.word.paragraphs import Paragraph, xml_of
from radslag.base.documents.rendering.word.shapes import Known

if TYPE_CHECKING:
    from docx.document import Document

# docxtpl fills these properties as templates, too; what they hold is the template's and says nothing of this paper.
PROPERTIES = ("title", "subject", "comments", "identifier", "author")


def word(template: bytes, data: Mapping[str, Any], known: Known, *, title: str, author: str, day: date) -> bytes:
    """The template filled. A value that is a list of `Paragraph` is a block; DAY stands as the day it was made.

    Raises `RenderingFailed`, also for a template that has not been checked and would be refused.
    """
    try:
        document = open_template(template)
    except Unusable as error:
        raise RenderingFailed(str(error)) from error
    prepare(document, known)
    for name in PROPERTIES:
        setattr(document.core_properties, name, "")
    document.core_properties.language = "sv-SE"
    filled = _filled(document, {name: _value(each, document) for name, each in data.items()}, known)
    properties = filled.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:255], author[:255], author[:255]
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Word means UTC
    properties.revision = 1
    return packed(filled)


def environment() -> ImmutableSandboxedEnvironment:
    """Where templates run: nothing to call or change, everything escaped, nothing missing in silence."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    return made


def sources(template: DocxTemplate) -> list[str]:
    """What would be run as templates: the XML of the body, headers, footers and footnotes, as docxtpl hands it over."""
    parts = [template.get_xml()]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        parts += [template.get_part_xml(part) for _key, part in template.get_headers_footers(uri)]
    notes = (part for part in template.docx.part.package.iter_parts() if part.content_type.endswith(".footnotes+xml"))
    parts += [part.blob.decode("utf-8") for part in notes]
    return [template.patch_xml(each) for each in parts]


def templated(document: Document) -> DocxTemplate:
    """The document in docxtpl's hands."""
    template = DocxTemplate(io.BytesIO())
    template.docx = document
    return template


def _filled(document: Document, values: Mapping[str, Any], known: Known) -> Document:
    template = templated(document)
    jinja = environment()
    try:
        for source in sources(template):
            reading = Reading(known)
            reading.read(jinja.parse(source))
            if reading.errors or reading.unknown:
                raise RenderingFailed(_("Word-mallen går inte att använda längre. Kontrollera den under Mallar."))
        template.render(known.filled(values), jinja, autoescape=True)
    except (TemplateError, SecurityError, XMLSyntaxError, RecursionError) as error:
        raise RenderingFailed(
            _("Word-mallen gick inte att fylla i. Kontrollera dess for- och if-satser under Mallar.")
        ) from error
    made: Document = template.docx
    return made


def _value(value: Any, document: Document) -> Any:
    if isinstance(value, list) and value and all(isinstance(each, Paragraph) for each in value):
        return Markup(xml_of(value, document))  # noqa: S704 - built element by element, so what is in it is escaped
    return printable(value)
