"""The page and its quiet containers: head, path, actions, panel, chip, facts, disclosure, tabs, empty, progress."""

from collections.abc import Iterable
from typing import Protocol

from django.forms.utils import flatatt
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from radslag.web.secretariat.components.icons import icon

STATES = ("neutral", "info", "ok", "warn", "bad")
BUTTONS = ("", "primary", "quiet", "danger")
EMPTY = mark_safe("")


class Tab(Protocol):
    """An entry of `tabs`: `count` may be empty."""

    label: str
    url: str
    current: bool
    count: str


def chip(state: str, word: object) -> SafeString:
    """A state as a word with its colour; nothing without a word. `state` is one of STATES."""
    if state not in STATES:
        raise ValueError(f"chip: {state!r} is not one of {', '.join(STATES)}")
    return format_html('<span class="chip {}">{}</span>', state, word) if word else EMPTY


def link(label: object, url: str, icon_name: str = "") -> SafeString:
    return format_html('<a href="{}">{}{}</a>', url, icon(icon_name) if icon_name else "", label)


def path(*parts: object) -> SafeString:
    """`label, url, label, url, …, label`: where the page lies; the last label, without address, is the page itself."""
    pairs = [(parts[i], parts[i + 1] if i + 1 < len(parts) else "") for i in range(0, len(parts), 2)]
    steps = format_html_join(
        "", "<li>{}</li>", ((link(label, str(url)) if url else _here(label),) for label, url in pairs)
    )
    return format_html('<nav class="path" aria-label="{}"><ol>{}</ol></nav>', _("Sökväg"), steps)


def _here(label: object) -> SafeString:
    return format_html('<span aria-current="page">{}</span>', label)


def page_head(content: SafeString, title: object, state: str = "neutral", word: object = "") -> SafeString:
    return format_html(
        '<header class="head"><div class="head-title"><h1>{}</h1>{}</div>{}</header>', title, chip(state, word), content
    )


def facts(*values: object) -> SafeString:
    """One line of facts under the title; empty values are left out."""
    rows = format_html_join("", "<li>{}</li>", ((value,) for value in values if value))
    return format_html('<ul class="facts">{}</ul>', rows) if rows else EMPTY


def lead(content: SafeString) -> SafeString:
    return format_html('<p class="head-lead">{}</p>', content)


def actions(content: SafeString) -> SafeString:
    return format_html('<div class="actions">{}</div>', content)


def button(label: object, url: str = "", kind: str = "", icon_name: str = "", **attrs: object) -> SafeString:
    """A link that looks like a button when `url` is given, else a submit button. Further attributes pass through."""
    if kind.removesuffix(" small") not in BUTTONS:
        raise ValueError(f"button: {kind!r} is not one of {', '.join(BUTTONS)}")
    drawn = icon(icon_name) if icon_name else ""
    classes = f"button {kind}".strip()
    rest = flatatt({key.replace("_", "-"): value for key, value in attrs.items()})
    if url:
        return format_html('<a class="{}" href="{}"{}>{}{}</a>', classes, url, rest, drawn, label)
    kind_of_button = "" if "type" in attrs else mark_safe(' type="submit"')
    return format_html('<button class="{}"{}{}>{}{}</button>', classes, kind_of_button, rest, drawn, label)


def post_button(
    context: Context, label: object, action: str, kind: str = "", icon_name: str = "", **hidden: object
) -> SafeString:
    """A button that changes something: a POST form of its own. Further arguments become hidden fields."""
    fields = format_html_join("", '<input type="hidden" name="{}" value="{}">', hidden.items())
    return format_html(
        '<form method="post" action="{}">{}{}{}</form>',
        action,
        csrf_field(context),
        fields,
        button(label, kind=kind, icon_name=icon_name),
    )


def csrf_field(context: Context) -> SafeString:
    token = context.get("csrf_token", "")
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', token)


def section_title(title: object, note: object = "", anchor: str = "") -> SafeString:
    """The heading of a part of the page, with a note (time, count) at the right."""
    identity = format_html(' id="{}"', anchor) if anchor else ""
    aside = format_html("<span>{}</span>", note) if note else ""
    return format_html('<h2 class="section-title"{}>{}{}</h2>', identity, title, aside)


def panel(content: SafeString, title: object = "", note: object = "") -> SafeString:
    aside = format_html('<small class="soft">{}</small>', note) if note else ""
    heading = format_html('<h2 class="panel-title">{}{}</h2>', title, aside) if title else ""
    return format_html('<section class="panel">{}{}</section>', heading, content)


def fact_list(content: SafeString) -> SafeString:
    return format_html('<dl class="fact-list">{}</dl>', content)


def fact(label: object, value: object) -> SafeString:
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, value)


def empty(content: SafeString, title: object, icon_name: str = "", level: int = 2) -> SafeString:
    """What will be here and how to begin: a heading, a sentence or two, and the first action as content."""
    drawn = icon(icon_name, 28) if icon_name else ""
    return format_html('<div class="empty">{}<h{}>{}</h{}>{}</div>', drawn, level, title, level, content)


def disclosure(content: SafeString, summary: object, is_open: bool = False) -> SafeString:
    return format_html(
        '<details class="disclosure"{}><summary>{}<span>{}</span></summary>'
        '<div class="disclosure-body">{}</div></details>',
        mark_safe(" open") if is_open else "",
        icon("chevron-right"),
        summary,
        content,
    )


def tabs(entries: Iterable[Tab], label: str) -> SafeString:
    """Views of the same thing as links, each with its own address. `label` names the row for screen readers."""
    rows = format_html_join(
        "",
        '<li><a href="{}"{}>{}{}</a></li>',
        (
            (
                entry.url,
                mark_safe(' aria-current="page"') if entry.current else "",
                entry.label,
                format_html(" <span>{}</span>", entry.count) if entry.count else "",
            )
            for entry in entries
        ),
    )
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', label, rows)


def progress(done: int, total: int, label: str) -> SafeString:
    """How far long work has come, as words and as a bar; `total` 0 means that it is not known yet."""
    if not total:
        words, bar = _("Räknar"), format_html('<progress aria-label="{}"></progress>', label)
    else:
        words = _("%(done)s av %(total)s") % {"done": done, "total": total}
        bar = format_html('<progress aria-label="{}" value="{}" max="{}"></progress>', label, done, total)
    return format_html('<div class="progress"><span>{}</span><span>{}</span>{}</div>', label, words, bar)
