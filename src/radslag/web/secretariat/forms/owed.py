"""Which day and which body's assignments "Vad varje kommun är skyldig" answers for."""

from __future__ import annotations

from django.http import QueryDict

from radslag.base.people.models import Body, Collaboration
from radslag.web.secretariat.forms.filters import FilterForm, body_choice, chosen


class OwedFilter(FilterForm):
    """`?grupp=`; the day is a field of its own (forms.as_of)."""

    def __init__(self, query: QueryDict, collaboration: Collaboration) -> None:
        super().__init__(query)
        self.bodies = list(Body.objects.of(collaboration).sorted())
        self.fields["grupp"] = body_choice(self.bodies)

    @property
    def body(self) -> Body | None:
        """The body whose assignments are asked for; None is all."""
        return chosen(self.bodies, self.value("grupp"))
