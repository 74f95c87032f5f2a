"""Lists that can be filtered, sorted, counted, paged, exported and sent on as an address."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from radslag.web.secretariat.components.icons import icon

SORT, PAGE, FORMAT = "sort", "sida", "format"
ARROWS = {"": "chevron-up-down", "ascending": "chevron-up", "descending": "chevron-down"}


@dataclass(frozen=True)
class Column:
    """A column of a log. With a `key` it sorts by `?sort=key` (`-key` for the reverse). `kind`: "", num, date, wide."""

    label: str | Promise
    key: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Heading:
    """A column as shown: its address when it sorts, and "ascending" or "descending" when the list is sorted by it."""

    label: str | Promise
    kind: str = ""
    url: str = ""
    direction: str = ""


@dataclass(frozen=True)
class ActiveFilter:
    """A filter that is on, and the address without it."""

    label: str
    value: str
    url: str


def address(query: QueryDict, **changes: object) -> str:
    """The query with CHANGES (None takes a key away), from its first page and never as an export."""
    changed = query.copy()
    for key in (PAGE, FORMAT):
        changed.pop(key, None)
    for key, value in changes.items():
        changed.pop(key, None)
        if value is not None:
            changed[key] = str(value)
    return "?" + changed.urlencode()


def headings(columns: Iterable[Column], query: QueryDict, default: str = "") -> list[Heading]:
    """The columns with their sorting addresses; `default` is the order when the address says none."""
    order = query.get(SORT) or default
    return [_heading(column, order, query) for column in columns]


def _heading(column: Column, order: str, query: QueryDict) -> Heading:
    if not column.key:
        return Heading(column.label, column.kind)
    current = order.removeprefix("-") == column.key
    descending = order.startswith("-")
    direction = ("descending" if descending else "ascending") if current else ""
    following = f"-{column.key}" if current and not descending else column.key
    return Heading(column.label, column.kind, address(query, **{SORT: following}), direction)


def active_filters(form: forms.Form, query: QueryDict) -> list[ActiveFilter]:
    """What is on, in the order of the form; only values the form accepted."""
    return [found for bound in form if (found := _active(bound, form, query))]


def _active(bound: BoundField, form: forms.Form, query: QueryDict) -> ActiveFilter | None:
    value = getattr(form, "cleaned_data", {}).get(bound.name)
    if not value or bound.is_hidden:
        return None
    shown = "" if isinstance(value, bool) else _shown(bound, value)
    return ActiveFilter(str(bound.label), shown, address(query, **{bound.html_name: None}))


def _shown(bound: BoundField, value: Any) -> str:
    choices = dict(_flat(getattr(bound.field, "choices", ())))
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(str(choices.get(str(each), each)) for each in values)


def _flat(choices: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), label


def log_table(content: SafeString, caption: object, columns: Sequence[Heading]) -> SafeString:
    """A dense table; `content` is `<tr role="row">` rows of `cell`s. Roles are written out: on a phone the rows are
    cards, and a table that is not displayed as one loses its meaning for screen readers otherwise."""
    head = format_html_join("", "{}", ((_head_cell(column),) for column in columns))
    return format_html(
        '<div class="log-frame"><table class="log" role="table"><caption class="visually-hidden">{}</caption>'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table></div>',
        caption,
        head,
        content,
    )


def _head_cell(column: Heading) -> SafeString:
    label: object = column.label
    if column.url:
        arrow = icon(ARROWS[column.direction], 16)
        label = format_html('<a href="{}">{}{}</a>', column.url, column.label, arrow)
    sort = format_html(' aria-sort="{}"', column.direction) if column.direction else ""
    return format_html('<th role="columnheader" scope="col" class="{}"{}>{}</th>', column.kind, sort, label)


def cell(content: SafeString, label: object = "", kind: str = "", head: bool = False) -> SafeString:
    """A cell; its column's label stands above it on a phone. `head` marks the cell that names the row."""
    name = format_html(' data-label="{}"', label) if label else ""
    classes = format_html(' class="{}"', kind) if kind else ""
    body = mark_safe(content.strip())  # noqa: S308  already rendered; stripped so that :empty holds
    if head:
        return format_html('<th role="rowheader" scope="row"{}>{}</th>', classes, body)
    return format_html('<td role="cell"{}{}>{}</td>', name, classes, body)


def results_context(context: Context, form: forms.Form | None, exports: bool) -> dict[str, Any]:
    query = query_of(context)
    found = active_filters(form, query) if form is not None and form.is_bound else []
    names = {each.html_name: None for each in form} if form is not None else {}
    ways = [(label, address(query, **{FORMAT: key})) for key, label in (("csv", "CSV"), ("xlsx", "XLSX"))]
    return {"filters": found, "without": address(query, **names), "exports": ways if exports else []}


def pages_context(context: Context, page: Page[Any]) -> dict[str, Any]:
    query = query_of(context)
    elided = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    pages = [(each, address(query, **{PAGE: each}) if isinstance(each, int) else "") for each in elided]
    return {
        "page": page,
        "pages": pages,
        "previous": address(query, **{PAGE: page.number - 1}) if page.has_previous() else "",
        "next": address(query, **{PAGE: page.number + 1}) if page.has_next() else "",
    }


def query_of(context: Context) -> QueryDict:
    request: HttpRequest | None = context.get("request")
    return request.GET if request is not None else QueryDict()
