"""The day the pages about people answer for: one field, in the address."""

from __future__ import annotations

from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AsOfForm(forms.Form):
    """`?den=2020-05-27`. Nothing said is today; what is no day is told, and answered for today."""

    den = forms.DateField(
        label=_("Så som det var den"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Det är inte ett datum. Skriv till exempel 2020-05-27. Sidan visar i dag.")},
    )

    use_required_attribute = False

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(
            request.GET if "den" in request.GET else None, initial={"den": timezone.localdate()}, auto_id="%s"
        )
        self.today = timezone.localdate()
        if self.is_bound and not self.is_valid():
            # The error stays; the field shows the day the page answers for, since a date field can hold nothing else.
            self.data = {"den": self.today.isoformat()}
        # Other things the address says must not be lost when the day is changed.
        self.others = [(name, value) for name, value in request.GET.items() if name not in ("den", "sida")]

    @property
    def day(self) -> date:
        """The day asked for, or today."""
        said: date | None = self.cleaned_data.get("den") if self.is_bound else None
        return said or self.today

    @property
    def is_today(self) -> bool:
        """Whether the page answers for today."""
        return self.day == self.today
