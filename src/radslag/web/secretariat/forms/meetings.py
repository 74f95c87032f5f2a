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

    def __init__(self, query: QueryDict, collaboration: Collaboration, *, drafts: bool = False) -> None:
        super().__init__(query)
        self.rows = Meeting.objects.of(collaboration).visible_to(drafts)
        self.bodies = list(Body.objects.of(collaboration).sorted())
        self.fields["grupp"] = body_choice(self.bodies)
        self.fields["ar"] = year_choice(self.rows.years())
        # What is in preparation can only be chosen by who may see it.
        states = [each for each in MeetingState.choices if drafts or each[0] != MeetingState.PLANNED]
        self.fields["lage"] = choice(_("Läge"), states, _("Alla lägen"))

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
