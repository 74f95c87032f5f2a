"""A document beside what was read from it."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from radslag.web.secretariat.components.marked_text import Mark, marked_lines


def document_text(text: str, marks: Iterable[Mark] = (), first: int = 1) -> SafeString:
    """The text with line numbers as links (`#rad-35`) and marks (`#` + their key)."""
    rows = format_html_join(
        "",
        '<div class="document-line" id="rad-{}"><a href="#rad-{}"><span class="visually-hidden">{} </span>{}</a>'
        "<span>{}</span></div>",
        (
            (line.number, line.number, _("Rad"), line.number, mark_safe(line.html or " "))  # noqa: S308  escaped there
            for line in marked_lines(text, marks, first)
        ),
    )
    return format_html('<div class="document">{}</div>', rows)


def split(content: SafeString) -> SafeString:
    """Two columns: `split_record` and `split_document`. On a phone one below the other with a link between them."""
    return format_html('<div class="split">{}</div>', content)


def split_record(content: SafeString, title: object = "") -> SafeString:
    jump = format_html('<a class="split-jump" href="#dokumentet">{}</a>', _("Till dokumentets text"))
    return format_html(
        '<section class="split-record" id="posten"><h2 class="split-title">{}{}</h2>{}</section>',
        title or _("Det som lästes"),
        jump,
        content,
    )


def split_document(content: SafeString, title: object = "") -> SafeString:
    """Scrolls by itself on a wide screen, so it takes focus and has a name."""
    name = title or _("Dokumentets text")
    jump = format_html('<a class="split-jump" href="#posten">{}</a>', _("Tillbaka till det som lästes"))
    return format_html(
        '<section class="split-document" id="dokumentet" tabindex="0" aria-label="{}">'
        '<h2 class="split-title">{}{}</h2>{}</section>',
        name,
        name,
        jump,
        content,
    )
