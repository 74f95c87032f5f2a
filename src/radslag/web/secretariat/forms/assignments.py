"""Saying that an assignment is done, or not after all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.core.actor import Actor
from radslag.domain.decisions.actions import mark_done, reopen
from radslag.domain.decisions.models import Assignment


class MoveForm(forms.Form):
    """`revision` is that of the assignment as it was shown: too old a page changes nothing. `day`: when it was done."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    day = forms.DateField(
        label=gettext_lazy("Klart den"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("Det är inte ett datum. Skriv till exempel 2026-05-27.")},
    )

    def __init__(self, request: HttpRequest, assignment: Assignment) -> None:
        # The undo button of a message is an empty form: its revision stands in the address.
        revision = request.POST.get("revision") or request.GET.get("revision")
        super().__init__({"revision": revision, "day": request.POST.get("day", "")})
        self.assignment = assignment

    def clean_day(self) -> Any:
        """Nothing can be done tomorrow already, nor before it was given."""
        day = self.cleaned_data["day"] or timezone.localdate()
        if day > timezone.localdate():
            raise forms.ValidationError(_("Dagen då uppdraget blev klart kan inte ligga i framtiden."))
        if day < self.assignment.day:
            raise forms.ValidationError(_("Uppdraget kan inte ha blivit klart före mötet då det gavs."))
        return day

    @property
    def sentence(self) -> str:
        """What is wrong, in one line."""
        said = [str(error) for name, errors in self.errors.items() if name == "day" for error in errors]
        return said[0] if said else _("Sidan var för gammal och inget ändrades. Försök igen härifrån.")

    def move(self, *, done: bool, by: Actor) -> None:
        """Finish or reopen. Raises `Stale` when the assignment has been changed since it was shown."""
        self.assignment.revision = self.cleaned_data["revision"]
        if done:
            mark_done(assignment=self.assignment, day=self.cleaned_data["day"], by=by)
        else:
            reopen(assignment=self.assignment, by=by)
