"""Planning the next meeting: the day and what to begin the agenda with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.web.secretariat.forms.guarded import Day, TimeOfDay
from radslag.web.secretariat.forms.preparing import ends_before, lies_ahead
from radslag.web.secretariat.forms.radios import Radios

SUGGESTIONS, COPY = "forslag", "kopia"


class PlanForm(forms.Form):
    """When and where; `begin` says whether the last agenda is copied (a choice only where there is one)."""

    day = Day(label=_("Dag"))
    start_time = TimeOfDay(label=_("Börjar"))
    end_time = TimeOfDay(label=_("Slutar"))
    place = forms.CharField(
        label=_("Plats"),
        max_length=300,
        required=False,
        error_messages={"max_length": _("Det är för långt, högst 300 tecken får plats.")},
    )
    begin = forms.ChoiceField(
        label=_("Börja dagordningen med"),
        widget=Radios,
        choices=[(SUGGESTIONS, _("de stående punkterna")), (COPY, _("en kopia av den förra dagordningen"))],
        initial=SUGGESTIONS,
    )

    def __init__(self, data: Any = None, *, may_copy: bool, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, auto_id="plan-%s")
        if not may_copy:
            del self.fields["begin"]

    @property
    def copies(self) -> bool:
        """Whether the last agenda is copied."""
        return self.cleaned_data.get("begin") == COPY

    def clean_day(self) -> Any:
        """A meeting that is prepared lies ahead."""
        day = self.cleaned_data["day"]
        lies_ahead(day)
        return day

    def clean(self) -> dict[str, Any]:
        """It ends after it has begun."""
        given = super().clean() or {}
        ends_before(self, given)
        return given
