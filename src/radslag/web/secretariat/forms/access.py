"""Giving a role to someone with an account, and ending one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.actions import appoint, end_appointment
from radslag.base.accounts.inviting import Grant
from radslag.base.accounts.models import Appointment, User
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration, Membership
from radslag.web.secretariat.pages.states import plain_date

# Beyond it lie slips of the hand, and at the end of the calendar no day after.
LATEST = date(2100, 12, 31)
UNKNOWN = "unknown"
HAS_ROLE = gettext_lazy("Personen har redan den rollen under en del av tiden.")
NO_ADDRESS = {"invalid": gettext_lazy("Det är inte en e-postadress. Skriv till exempel anna.berg@exempel.se.")}
WRONG_DAY = {"invalid": gettext_lazy("Det är inte ett datum. Skriv till exempel 2026-05-27.")}


def day_field(label: Any, *, help_text: Any = "", required: bool = False) -> forms.DateField:
    """A day, as the browser's own calendar or in digits."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "max": LATEST.isoformat()})
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=widget,
        error_messages=WRONG_DAY,
        validators=[MaxValueValidator(LATEST, gettext_lazy("Datumet kan inte ligga efter 2100-12-31."))],
    )


def _with_choices(field: forms.Field, choices: list[tuple[str, str]]) -> forms.Field:
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
    return field


class GrantForm(forms.Form):
    """A role for a time, an official's for a municipality. Whoever gets it still has it on the last day."""

    role = forms.ChoiceField(
        label=gettext_lazy("Roll"),
        choices=[(role.value, role.label) for role in Role if role.appointed],
        error_messages={"required": gettext_lazy("Välj en roll.")},
    )
    municipality = forms.ChoiceField(
        label=gettext_lazy("Kommun"),
        help_text=gettext_lazy("Bara för kommunal tjänsteperson: kommunen som personen bereder ärenden åt."),
        required=False,
    )
    start = day_field(gettext_lazy("Från och med"), help_text=gettext_lazy("Tomt betyder i dag."))
    last = day_field(gettext_lazy("Till och med"), help_text=gettext_lazy("Tomt betyder tills vidare."))

    def __init__(self, data: Any, collaboration: Collaboration, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.collaboration = collaboration
        members = Membership.objects.of(collaboration).as_of(timezone.localdate()).sorted()
        self.members = {str(row.municipality.uuid): row.municipality for row in members}
        choices = [("", ""), *((uuid, municipality.name) for uuid, municipality in self.members.items())]
        self.fields["municipality"] = _with_choices(self.fields["municipality"], choices)

    def clean(self) -> dict[str, Any]:
        """The period must not end before it begins; an official, and nobody else, has a municipality."""
        said = super().clean() or {}
        role, municipality = said.get("role"), said.get("municipality")
        if role and Role(role).for_municipality and not municipality and "municipality" not in self.errors:
            self.add_error("municipality", _("Välj kommunen som personen bereder ärenden åt."))
        elif role and municipality and not Role(role).for_municipality:
            self.add_error(
                "municipality", _("Den rollen ges inte för en kommun. Välj ingen kommun, eller en annan roll.")
            )
        start, last = said.get("start") or timezone.localdate(), said.get("last")
        if last and last < start:
            self.add_error("last", _("Sista dagen kan inte ligga före den första."))
        return said

    @property
    def grant(self) -> Grant | None:
        """The role that was chosen, with its time; None without one."""
        if not self.cleaned_data["role"]:
            return None
        last: date | None = self.cleaned_data["last"]
        return Grant(
            role=Role(self.cleaned_data["role"]),
            start=self.cleaned_data["start"] or timezone.localdate(),
            end=last + timedelta(days=1) if last else None,
            municipality=self.members.get(self.cleaned_data["municipality"]),
        )


class AppointForm(GrantForm):
    """A role for someone who has an account."""

    email = forms.EmailField(
        label=gettext_lazy("E-postadress"),
        help_text=gettext_lazy("Den som personen loggar in med. Finns inget konto får du bjuda in personen."),
        error_messages=NO_ADDRESS | {"required": gettext_lazy("Skriv e-postadressen till den som ska få rollen.")},
    )
    field_order = ("email",)
    user: User | None = None
    is_newcomer = False

    def clean_email(self) -> str:
        """The address must be that of an account."""
        email: str = self.cleaned_data["email"].lower()
        self.user = User.objects.filter(email=email).first()
        if self.user is None:
            raise forms.ValidationError(_("Ingen har ett konto med den adressen. Kontrollera stavningen."), UNKNOWN)
        self.is_newcomer = not User.objects.known_in(self.collaboration).filter(pk=self.user.pk).exists()
        return email

    @property
    def is_unknown(self) -> bool:
        """Whether the address, well written as it is, belongs to nobody yet."""
        return self.has_error("email", UNKNOWN)

    def give(self, by: Actor) -> Appointment | None:
        """Give the role; None, with the reason in `errors`, when the person has it in that period already."""
        assert self.user is not None
        assert self.grant is not None
        try:
            with transaction.atomic():
                return appoint(user=self.user, collaboration=self.collaboration, by=by, **vars(self.grant))
        except IntegrityError:
            self.add_error("role", HAS_ROLE)
            return None


class EndForm(forms.Form):
    """The last day of a role. Nobody may leave the collaboration without anyone who can give roles."""

    last = day_field(gettext_lazy("Sista dag"), required=True)

    def __init__(self, data: Any, appointment: Appointment) -> None:
        super().__init__(data)
        self.appointment = appointment

    def clean_last(self) -> date:
        """Within the role's period, and not when nobody else is left."""
        last: date = self.cleaned_data["last"]
        if self.appointment.start and last < self.appointment.start:
            raise forms.ValidationError(_("Sista dagen kan inte ligga före den första."))
        if self.appointment.end and last >= self.appointment.end:
            ends = plain_date(self.appointment.end - timedelta(days=1))
            sentence = _("Rollen upphör redan %(last)s. Ge den på nytt för tiden efter.")
            raise forms.ValidationError(sentence % {"last": ends})
        if Appointment.objects.is_last_administrator(self.appointment, last + timedelta(days=1)):
            raise forms.ValidationError(_("Ingen annan förvaltare är kvar så länge. Ge någon annan rollen först."))
        return last

    def end(self, by: Actor) -> bool:
        """The role ends with the day; False, with the reason in `errors`, when it cannot."""
        with transaction.atomic():
            # One at a time: two administrators who end each other's roles at once must not both succeed.
            Collaboration.objects.select_for_update().get(pk=self.appointment.collaboration_id)
            self.appointment.refresh_from_db(fields=["end"])
            if not self.is_valid():
                return False
            end_appointment(appointment=self.appointment, end=self.cleaned_data["last"] + timedelta(days=1), by=by)
            return True
