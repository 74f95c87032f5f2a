"""Fifty rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from radslag.web.secretariat.components.lists import PAGE

SIZE = 50
T = TypeVar("T")
M = TypeVar("M", bound=Model)


def page_of(rows: QuerySet[M], request: HttpRequest) -> Page[M]:
    """The page the address asks for (`?sida=2`); the nearest one there is when it asks for another."""
    return Paginator(rows, SIZE).get_page(request.GET.get(PAGE))


def keys_of(page: Page[M]) -> Sequence[int]:
    """The keys of a page's rows: a long list is sorted by its keys alone, and only the page's rows are read whole."""
    rows = page.object_list
    assert isinstance(rows, QuerySet)
    return list(rows.values_list("pk", flat=True))


def rows_of(page: Page[T]) -> Sequence[T]:
    """The rows of a page, fetched."""
    return list(page.object_list)
