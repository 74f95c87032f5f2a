"""Giving a mandate, dating one, and confirming one that has only been seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.core.actor import Actor
from radslag.base.people.mandating import Overlaps, date_mandate, give_mandate
from radslag.base.people.models import Body, Mandate, MandateRole, Membership, Municipality, Person
from radslag.web.secretariat.forms.access import day_field
from radslag.web.secretariat.forms.filters import choice, chosen
from radslag.web.secretariat.forms.register import day_after, last_day
from radslag.web.secretariat.pages.access import period


class PeriodForm(forms.Form):
    """From the first to the last day, either open."""

    use_required_attribute = False
    start = day_field(gettext_lazy("Från och med"), help_text=gettext_lazy("Tomt om dagen inte är känd."))
    last = day_field(gettext_lazy("Till och med"), help_text=gettext_lazy("Tomt betyder tills vidare."))

    def clean(self) -> dict[str, Any]:
        """The period must not end before it begins."""
        said = super().clean() or {}
        if said.get("start") and said.get("last") and said["last"] < said["start"]:
            self.add_error("last", _("Sista dagen kan inte ligga före den första."))
        return said

    def refuse(self, overlap: Overlaps) -> None:
        """Say which mandate stands in the way."""
        held = period(overlap.mandate.start, overlap.mandate.end)
        told = _("Samma uppdrag är redan beslutat för en del av tiden: %(period)s. Ändra det uppdraget i stället.")
        self.add_error("start", told % {"period": held})


class GiveMandateForm(PeriodForm):
    """A place in a body by decision."""

    field_order = ("body", "role", "municipality", "start", "last")

    def __init__(self, bodies: Sequence[Body], members: Sequence[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = bodies
        self.municipalities: dict[str, Municipality] = {str(row.uuid): row.municipality for row in members}
        body = choice(_("Grupp"), [(str(each.uuid), each.name) for each in bodies], _("Välj en grupp"))
        body.required = True
        body.error_messages["required"] = _("Välj en grupp.")
        names = [(uuid, found.name) for uuid, found in self.municipalities.items()]
        self.fields |= {
            "body": body,
            "role": forms.ChoiceField(
                label=_("Uppdrag i gruppen"), choices=MandateRole.choices, initial=MandateRole.MEMBER.value
            ),
            "municipality": choice(_("För kommunen"), names, _("Ingen kommun")),
        }
        self.order_fields(self.field_order)

    def save(self, person: Person, by: Actor) -> Mandate | None:
        """Give it; None, with the reason in `errors`, when the same one is decided for part of the time already."""
        said = self.cleaned_data
        body = chosen(self.bodies, said["body"])
        assert body is not None
        try:
            return give_mandate(
                person=person,
                body=body,
                role=said["role"],
                on_behalf_of=self.municipalities.get(said["municipality"]),
                start=said["start"],
                end=day_after(said["last"]),
                by=by,
            )
        except Overlaps as overlap:
            self.refuse(overlap)
            return None


class DateMandateForm(PeriodForm):
    """The period of a mandate. For one that has only been seen, saving confirms it as decided."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, mandate: Mandate) -> DateMandateForm:
        """As it stands; of one only seen, from the day it was first seen and with an open end."""
        last = None if mandate.observed else last_day(mandate.end)
        return cls(initial={"start": mandate.start, "last": last, "revision": mandate.revision})

    def save(self, mandate: Mandate, by: Actor) -> bool:
        """Date it; False, with the reason in `errors`, when another one stands in the way. Raises `Stale`."""
        said = self.cleaned_data
        try:
            date_mandate(
                mandate=mandate, expected=said["revision"], start=said["start"], end=day_after(said["last"]), by=by
            )
        except Overlaps as overlap:
            self.refuse(overlap)
            return False
        return True
