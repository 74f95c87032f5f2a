"""The filters of the two logs, and the orders they can be read in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Body, Collaboration
from radslag.domain.decisions.models import (
    Assignment,
    AssignmentQuerySet,
    AssignmentState,
    Decision,
    DecisionQuerySet,
    LoggedQuerySet,
    Outcome,
    Strength,
)
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.components.lists import SORT, Column
from radslag.web.secretariat.forms.filters import FilterForm, body_choice, choice, chosen, year_choice
from radslag.web.secretariat.pages.states import STATUSES

Q = TypeVar("Q", bound=LoggedQuerySet[Any])
LATEST_FIRST = "-datum"


def words_field() -> forms.CharField:
    """Words to look for; several must all be there."""
    return forms.CharField(label=_("Ord"), required=False, max_length=200, widget=forms.SearchInput)


class LogFilter(FilterForm, Generic[Q]):
    """What both logs are filtered by: `?ord=` · `?grupp=` · `?ar=`; and sorted: `?sort=datum` · `?sort=grupp`."""

    columns: Sequence[Column] = ()

    def __init__(self, query: QueryDict, collaboration: Collaboration, rows: Q) -> None:
        super().__init__(query)
        self.rows = rows
        self.bodies = list(Body.objects.of(collaboration).sorted())
        self.fields["ord"] = words_field()
        self.fields["grupp"] = body_choice(self.bodies)
        # The years meetings span: they are few where the log's rows are many.
        self.fields["ar"] = year_choice(Meeting.objects.of(collaboration).visible_to(False).years())
        self.orders: dict[str, Callable[[Q], Q]] = {
            "datum": lambda rows: rows.oldest_first(),
            LATEST_FIRST: lambda rows: rows.latest_first(),
            "grupp": lambda rows: rows.in_order_of(self.bodies),
            "-grupp": lambda rows: rows.in_order_of(self.bodies, descending=True),
        }

    def narrowed(self) -> Q:
        """The rows the filter leaves, in no order."""
        rows = self.rows
        if words := self.value("ord"):
            rows = rows.with_words(words)
        if body := chosen(self.bodies, self.value("grupp")):
            rows = rows.of_body(body)
        if year := self.value("ar"):
            rows = rows.in_year(int(year))
        return rows

    def found(self) -> Q:
        """The rows the address asks for, in the order it asks for; an order that does not exist is the newest first."""
        order = self.orders.get(self.query.get(SORT, LATEST_FIRST)) or self.orders[LATEST_FIRST]
        return order(self.narrowed())


class DecisionFilter(LogFilter[DecisionQuerySet]):
    """And `?utfall=`."""

    columns = (
        Column(_("Datum"), "datum", "date"),
        # The group stands above the sentence in the same column: side by side they leave no room for the sentence.
        Column(_("Grupp och beslut"), "grupp", "wide"),
        Column(_("Utfall")),
    )

    def __init__(self, query: QueryDict, collaboration: Collaboration) -> None:
        super().__init__(query, collaboration, Decision.objects.of(collaboration))
        self.fields["utfall"] = choice(_("Utfall"), Outcome.choices, _("Alla utfall"))

    def narrowed(self) -> DecisionQuerySet:
        """The rows the filter leaves, in no order."""
        rows = super().narrowed()
        outcome = self.value("utfall")
        return rows.with_outcome(outcome) if outcome else rows


class AssignmentFilter(LogFilter[AssignmentQuerySet]):
    """And `?vem=` · `?status=` · `?styrka=`; sorted by `senast` and `vem` too."""

    columns = (
        Column(_("Datum"), "datum", "date"),
        Column(_("Grupp och uppdrag"), "grupp", "wide"),
        Column(_("Vem"), "vem"),
        Column(_("Senast"), "senast", "date"),
        Column(_("Status")),
    )

    def __init__(self, query: QueryDict, collaboration: Collaboration) -> None:
        super().__init__(query, collaboration, Assignment.objects.of(collaboration))
        self.today = timezone.localdate()
        self.fields["status"] = choice(_("Status"), STATUSES, _("Alla"))
        self.fields["vem"] = forms.CharField(label=_("Vem"), required=False, max_length=100, widget=forms.SearchInput)
        self.fields["styrka"] = choice(_("Styrka"), Strength.choices, _("Alla"))
        self.orders |= {
            "senast": lambda rows: rows.by_due(),
            "-senast": lambda rows: rows.by_due(descending=True),
            "vem": lambda rows: rows.by_owner(),
            "-vem": lambda rows: rows.by_owner(descending=True),
        }

    def narrowed(self) -> AssignmentQuerySet:
        """The rows the filter leaves, in no order."""
        rows = super().narrowed()
        if owner := self.value("vem"):
            rows = rows.owned_by(owner)
        if strength := self.value("styrka"):
            rows = rows.of_strength(strength)
        return self._in_status(rows)

    def _in_status(self, rows: AssignmentQuerySet) -> AssignmentQuerySet:
        match self.value("status"):
            case "oppet":
                return rows.in_state(AssignmentState.OPEN)
            case "forsenat":
                return rows.late(self.today)
            case "klart":
                return rows.in_state(AssignmentState.DONE)
        return rows
