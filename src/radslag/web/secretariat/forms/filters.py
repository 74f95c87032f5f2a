"""Filters of lists: GET forms whose state is the address, with what is not said left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Body

# Beside a form's own fields these stand in an address: the order, the page, an export, the day.
FIRST_PAGE = {"sida": "1"}


class FilterForm(forms.Form):
    """Every field is optional. A value that cannot be is told beside its field, and filters nothing."""

    use_required_attribute = False

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query, auto_id="filter-%s")
        self.query = query

    @property
    def is_narrowing(self) -> bool:
        """Whether any field says something."""
        return any(self.value(name) for name in self.fields)

    def value(self, name: str) -> Any:
        """What a field says, once it has been checked; empty when nothing or something impossible was said."""
        return self.cleaned_data.get(name) if self.is_bound and (self.is_valid() or self.cleaned_data) else None


def tidied(request: HttpRequest) -> str | None:
    """The address without empty and default values, if it has any: a copied one should say only what was chosen."""
    kept = QueryDict(mutable=True)
    for name, values in request.GET.lists():
        said = [value for value in values if value.strip() and FIRST_PAGE.get(name) != value]
        if said:
            kept.setlist(name, said)
    if kept == request.GET:
        return None
    return f"{request.path}?{kept.urlencode()}" if kept else request.path


def choice(label: Any, choices: Iterable[tuple[str, Any]], every: Any) -> forms.ChoiceField:
    """A choice of one value or all."""
    wrong = {"invalid_choice": _("Det valet finns inte. Välj ett i listan.")}
    return forms.ChoiceField(label=label, required=False, choices=[("", every), *choices], error_messages=wrong)


def body_choice(bodies: Sequence[Body]) -> forms.ChoiceField:
    """A choice of one body or all."""
    return choice(_("Grupp"), [(str(body.uuid), body.name) for body in bodies], _("Alla grupper"))


def year_choice(years: Sequence[int]) -> forms.ChoiceField:
    """A choice of one year or all."""
    return choice(_("År"), [(str(year), str(year)) for year in years], _("Alla år"))


def chosen(bodies: Sequence[Body], value: str | None) -> Body | None:
    """The body a choice stands for."""
    return next((body for body in bodies if value and body.uuid == UUID(value)), None)
