"""The record: agenda item, decision, assignment, the way back to the source."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from radslag.web.secretariat.components.icons import icon
from radslag.web.secretariat.components.page import EMPTY, chip

DECISIONS = ("decided", "proposed")


def _identity(anchor: str) -> SafeString:
    return format_html(' id="{}"', anchor) if anchor else EMPTY


def meta(*values: object) -> SafeString:
    """A line of small facts parted by a middle dot; empty values are left out."""
    text = format_html_join(mark_safe("&nbsp;· "), "{}", ((value,) for value in values if value))
    return format_html('<p class="meta">{}</p>', text) if text else EMPTY


def item(
    content: SafeString,
    title: object,
    number: object = "",
    level: int = 3,
    anchor: str = "",
    state: str = "neutral",
    word: object = "",
) -> SafeString:
    """A point of an agenda. The number hangs in the margin; a sub-item is an item within, one level down."""
    hanging = format_html('<span class="item-number">{} </span>', number) if number else ""
    return format_html(
        '<section class="item"{}><h{} class="item-title">{}{}{}</h{}><div class="item-body">{}</div></section>',
        _identity(anchor),
        level,
        hanging,
        title,
        chip(state, word),
        level,
        content,
    )


def decision(
    content: SafeString,
    kind: str = "decided",
    label: object = "",
    anchor: str = "",
    state: str = "neutral",
    word: object = "",
    note: object = "",
) -> SafeString:
    """The sentence that was decided, or proposed. `note` is a meta line below: who, when, from where."""
    if kind not in DECISIONS:
        raise ValueError(f"decision: {kind!r} is not one of {', '.join(DECISIONS)}")
    name = label or (pgettext("ett", "Beslut") if kind == "decided" else _("Förslag till beslut"))
    return format_html(
        '<div class="decision {}"{}><p class="decision-label">{}{}</p><div class="decision-text">{}</div>{}</div>',
        kind,
        _identity(anchor),
        name,
        chip(state, word),
        content,
        meta(note),
    )


def tasks(content: SafeString, label: object = "") -> SafeString:
    """The list around `task` rows. Without a label it is named "Uppdrag"."""
    return format_html(
        '<div class="tasks"><p class="tasks-label">{}</p><ul>{}</ul></div>', label or _("Uppdrag"), content
    )


def task(
    text: object,
    who: object = "",
    due: object = "",
    given: object = "",
    state: str = "neutral",
    word: object = "",
    url: str = "",
    source: object = "",
    soft: bool = False,
    anchor: str = "",
) -> SafeString:
    """One assignment. `soft`: an expectation without a decision (medskick)."""
    sentence = format_html('<a href="{}">{}</a>', url, text) if url else text
    return format_html(
        '<li class="task{}"{}><p class="task-text">{}</p><div class="task-state">{}</div>'
        '<div>{}</div><p class="meta task-due">{}</p></li>',
        " soft-task" if soft else "",
        _identity(anchor),
        sentence,
        chip(state, word),
        meta(_("Medskick") if soft else "", who, given, source),
        due,
    )


def source(url: str, line: int | str = "", label: object = "") -> SafeString:
    """The way back to the document: "rad 35" leads to the marked line."""
    words = label or _("rad %(line)s") % {"line": line}
    return format_html(
        '<a class="source" href="{}">{}<span class="visually-hidden">{} </span>{}</a>',
        url,
        icon("document-text", 16),
        _("Källa:"),
        words,
    )
