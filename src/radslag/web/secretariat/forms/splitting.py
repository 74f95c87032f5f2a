"""Choosing what belongs to another person, and who that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.people.models import Person
from radslag.web.secretariat.forms.filters import choice
from radslag.web.secretariat.pages.splitting import Group


class SplitPersonForm(forms.Form):
    """`chosen` are the values of appearances; the other is somebody known, or somebody new by name."""

    use_required_attribute = False
    chosen = forms.MultipleChoiceField(
        error_messages={
            "required": gettext_lazy("Kryssa för det som gäller den andra personen."),
            "invalid_choice": gettext_lazy("Något du valde finns inte längre hos personen. Se efter igen."),
        }
    )
    name = forms.CharField(
        label=gettext_lazy("Den nya personens namn"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Fylls i när personen inte finns i listan."),
    )

    def __init__(self, groups: Sequence[Group], people: Sequence[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        values = [(each.value, each.text) for group in groups for each in group.appearances]
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = values
        names = [(str(row.uuid), row.sort_name) for row in people]
        self.fields["other"] = choice(_("Den andra personen"), names, _("Någon som inte finns i listan"))
        self.people = people

    def clean(self) -> dict[str, Any]:
        """Either somebody known or a name, and not both."""
        said = super().clean() or {}
        said["name"] = " ".join((said.get("name") or "").split())
        if not said.get("other") and not said["name"]:
            self.add_error("name", _("Välj en person i listan, eller skriv namnet på en ny."))
        if said.get("other") and said["name"]:
            self.add_error("name", _("Du har både valt en person och skrivit ett nytt namn. Behåll ett av dem."))
        return said

    @property
    def is_chosen(self) -> set[str]:
        """What is ticked, to show the form again as it was sent."""
        return set(self.data.getlist("chosen")) if self.is_bound and hasattr(self.data, "getlist") else set()

    @property
    def other(self) -> Person | str:
        """The other person, or the name of a new one."""
        said = self.cleaned_data["other"]
        return next(row for row in self.people if row.uuid == UUID(said)) if said else str(self.cleaned_data["name"])
