"""Looking for a person."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Collaboration, Person
from radslag.base.people.models.person import PersonQuerySet
from radslag.web.secretariat.forms.filters import FilterForm


class PersonFilter(FilterForm):
    """`?namn=`: part of the name, or of another spelling of it."""

    namn = forms.CharField(label=_("Namn"), required=False, max_length=100, widget=forms.SearchInput)

    def __init__(self, query: QueryDict, collaboration: Collaboration) -> None:
        super().__init__(query)
        self.rows = Person.objects.of(collaboration).standing().with_names()

    def found(self) -> PersonQuerySet:
        """The people the address asks for, by surname."""
        name = self.value("namn")
        return (self.rows.named(name) if name else self.rows).sorted()
