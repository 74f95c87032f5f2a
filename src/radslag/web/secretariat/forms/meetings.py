"""The filter of the list of meetings."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Body, Collaboration
from radslag.domain.meetings.models import Meeting, MeetingState
from radslag.domain.meetings.models.meeting import MeetingQuerySet
from radslag.web.secretariat.forms.filters import FilterForm, body_choice, choice, chosen, year_choice


class MeetingFilter(FilterForm):
    """`?grupp=` · `?ar=` · `?lage=`."""

    def __init__(self, query: QueryDict, collaboration: Collaboration) -> None:
        super().__init__(query)
        self.rows = Meeting.objects.of(collaboration)
        self.bodies = list(Body.objects.of(collaboration).sorted())
        self.fields["grupp"] = body_choice(self.bodies)
        self.fields["ar"] = year_choice(self.rows.years())
        self.fields["lage"] = choice(_("Läge"), MeetingState.choices, _("Alla lägen"))

    def found(self) -> MeetingQuerySet:
        """The meetings the address asks for, newest first."""
        rows = self.rows
        if body := chosen(self.bodies, self.value("grupp")):
            rows = rows.of_body(body)
        if year := self.value("ar"):
            rows = rows.in_year(int(year))
        if state := self.value("lage"):
            rows = rows.in_state(state)
        return rows.with_body().latest_first()
