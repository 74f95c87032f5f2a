"""Handing over to a colleague for a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.access import Access, able_to_hand_over
from radslag.base.accounts.delegating import AlreadyHandedOver, NothingToHandOver, hand_over
from radslag.base.accounts.models import Delegation, User
from radslag.base.accounts.roles import Permission
from radslag.web.secretariat.forms.access import day_field
from radslag.web.secretariat.pages.states import plain_date

COLLEAGUES = "kollegor"


class HandOverForm(forms.Form):
    """To whom, and from which day to which. Who may hand over for others also says for whom."""

    giver = forms.ChoiceField(
        label=gettext_lazy("För vem"),
        help_text=gettext_lazy("Den som ska vara borta. Överlåt bara för någon annan när personen inte kan göra det."),
    )
    receiver = forms.EmailField(
        label=gettext_lazy("Kollegans e-postadress"),
        help_text=gettext_lazy("Den som kollegan loggar in med."),
        error_messages={"required": gettext_lazy("Skriv e-postadressen till kollegan.")},
        widget=forms.EmailInput(attrs={"list": COLLEAGUES, "autocomplete": "off"}),
    )
    start = day_field(gettext_lazy("Från och med"), help_text=gettext_lazy("Tomt betyder i dag."))
    last = day_field(gettext_lazy("Till och med"), required=True)

    def __init__(self, data: Any, access: Access) -> None:
        super().__init__(data)
        self.access = access
        self.givers = [access.user]
        if access.may(Permission.HAND_OVER):
            self.givers = able_to_hand_over(access.collaboration, timezone.localdate())
            self.fields["giver"] = self._giver_field()
            self.initial["giver"] = str(access.user.uuid)
        else:
            del self.fields["giver"]
        self.fields["last"].error_messages["required"] = _("Välj den sista dagen.")

    def _giver_field(self) -> forms.ChoiceField:
        shown = self.fields["giver"]
        choices = [(str(user.uuid), user.name) for user in self.givers]
        if self.access.user not in self.givers:
            choices.insert(0, ("", ""))
        missing = {"required": _("Välj vem som ska vara borta.")}
        return forms.ChoiceField(label=shown.label, help_text=shown.help_text, choices=choices, error_messages=missing)

    def clean_receiver(self) -> str:
        """The address must be that of an account in use."""
        email: str = self.cleaned_data["receiver"].lower()
        self.colleague = User.objects.filter(email=email, is_active=True).first()
        if self.colleague is None:
            raise forms.ValidationError(self._whom_to_ask())
        return email

    def _whom_to_ask(self) -> str:
        """What to do about a colleague without an account."""
        if self.access.may(Permission.APPOINT):
            return _("Ingen har ett konto med den adressen. Kontrollera stavningen, eller bjud in kollegan först.")
        names = [user.name for user in User.objects.administering(self.access.collaboration, timezone.localdate())]
        sentence = _(
            "Ingen har ett konto med den adressen. Kontrollera stavningen, eller be %(names)s bjuda in kollegan."
        )
        return sentence % {"names": _(" eller ").join(names) or _("förvaltaren")}

    def clean(self) -> dict[str, Any]:
        """To somebody else, from today on, and not to end before it begins."""
        said = super().clean() or {}
        today = timezone.localdate()
        start, last = said.get("start") or today, said.get("last")
        if start < today:
            self.add_error("start", _("Första dagen kan inte ligga före i dag."))
        elif last and last < start:
            self.add_error("last", _("Sista dagen kan inte ligga före den första."))
        if "receiver" in said and self.colleague == self.for_whom:
            self.add_error("receiver", _("Det går inte att överlåta till samma person. Skriv kollegans adress."))
        return said

    @property
    def for_whom(self) -> User:
        """Who hands over: oneself, unless somebody else was chosen."""
        chosen = self.cleaned_data.get("giver")
        return next((user for user in self.givers if str(user.uuid) == chosen), self.access.user)

    def perform(self) -> Delegation | None:
        """Hand over; None, with the reason in `errors`, when it cannot be."""
        assert self.colleague is not None
        last: date = self.cleaned_data["last"]
        try:
            return hand_over(
                collaboration=self.access.collaboration,
                giver=self.for_whom,
                receiver=self.colleague,
                start=self.cleaned_data["start"] or timezone.localdate(),
                end=last + timedelta(days=1),
                by=self.access.actor,
            )
        except NothingToHandOver:
            self.add_error(None, _("Du har ingen egen roll här som går att överlåta."))
        except AlreadyHandedOver as already:
            sentence = _("Kollegan står redan in från %(start)s t.o.m. %(last)s. Välj andra dagar.")
            days = {"start": plain_date(already.standing.start or date.min), "last": plain_date(already.standing.last)}
            self.add_error("last", sentence % days)
        return None
