"""{% load reviewing %}: a value of a draft as a link to its place in the text, and the way to change it.

value v                 the words, the line they stand on, what the reader first saw; v: reviewing.outline.Value
change here v label=    "Ändra", to the page with the form open at the value
"""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from radslag.web.secretariat.components.page import chip
from radslag.web.secretariat.reviewing.outline import Value

register = template.Library()
ANNOUNCED = 60


@register.simple_tag
def value(shown: Value) -> SafeString:
    """The words as a link to their place in the text, where they have one."""
    if not shown.words:
        words = format_html('<span class="value missing">{}</span>', _("saknas"))
    elif shown.mark:
        words = format_html(
            '<a class="value" href="#{}">{} <span class="value-line">{}</span></a>',
            shown.mark,
            shown.words,
            _("rad %(line)s") % {"line": shown.line},
        )
    else:
        words = format_html('<span class="value">{}</span>', shown.words)
    return format_html("{}{}{}", words, _read_as(shown), _inferred(shown))


def _read_as(shown: Value) -> SafeString | str:
    if not shown.was:
        return ""
    return format_html(' <span class="value-was">{}</span>', _("läst som ”%(was)s”") % {"was": shown.was})


def _inferred(shown: Value) -> SafeString | str:
    return format_html(" {}", chip("warn", _("Uträknat"))) if shown.inferred else ""


@register.simple_tag
def change(here: str, shown: Value, label: object = "") -> SafeString:
    """The link that opens the form; what it is about is read out."""
    return format_html(
        '<a class="change" data-change href="{}?andra={}#{}">{}<span class="visually-hidden"> {}: {}</span></a>',
        here,
        shown.path,
        shown.anchor,
        label or _("Ändra"),
        shown.label,
        Truncator(shown.words).chars(ANNOUNCED),
    )


@register.filter
def at(mapping: Any, key: str) -> Any:
    """The member of a mapping with a key that stands in a variable; None when there is none."""
    return mapping.get(key)


@register.filter
def beginnings(bounds: list[BoundField]) -> SafeString:
    """The hidden fields that say what each value was when the form was shown."""
    return format_html_join("", "{}", ((bound.as_hidden(only_initial=True),) for bound in bounds))
