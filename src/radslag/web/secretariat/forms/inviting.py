"""Inviting a colleague: an account, the person it is, and a role if the person needs one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.inviting import AlreadySomebody, Guest, invite, people_without_account
from radslag.base.accounts.models import Login, User
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration, Person
from radslag.web.secretariat.forms.access import HAS_ROLE, NO_ADDRESS, GrantForm

NOBODY = "ingen"
NO_ROLE = ("", gettext_lazy("ingen särskild, den följer av personens uppdrag"))


class InviteForm(GrantForm):
    """Who it is, where the mail goes, and the role. What stands about the person need not be written again."""

    person = forms.ChoiceField(
        label=gettext_lazy("Vem i samarbetet"),
        help_text=gettext_lazy("Välj personen om den finns här redan. Då följer rollerna av personens uppdrag."),
        required=False,
    )
    email = forms.EmailField(
        label=gettext_lazy("E-postadress"),
        help_text=gettext_lazy(
            "Dit går mejlet, och den loggar personen in med. Tomt betyder adressen som står om personen."
        ),
        error_messages=NO_ADDRESS,
        required=False,
    )
    name = forms.CharField(
        label=gettext_lazy("Namn"),
        help_text=gettext_lazy("Tomt betyder personens namn."),
        max_length=120,
        required=False,
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Roll"),
        choices=[NO_ROLE, *((role.value, role.label) for role in Role if role.appointed)],
        required=False,
    )
    field_order = ("person", "email", "name", "role", "municipality", "start", "last")
    account: User | None = None
    guest_person: Person | None = None

    def __init__(self, data: Any, collaboration: Collaboration, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, collaboration, initial)
        self.people = {str(row.uuid): row for row in people_without_account(collaboration)}
        choices = [("", ""), (NOBODY, _("ingen av dem som finns här")), *map(_choice, self.people.items())]
        chooser = self.fields["person"]
        assert isinstance(chooser, forms.ChoiceField)
        chooser.choices = choices
        found = self._with_address(self.initial.get("email", ""))
        if found:
            self.initial.update(person=str(found.uuid), name=found.name)

    def clean(self) -> dict[str, Any]:
        """An address and a name, written or the person's; a role or a person; nobody twice."""
        said = super().clean()
        self.guest_person = self.people.get(said.get("person", ""))
        if "email" not in self.errors:
            self._check_address(said)
        person = self.guest_person
        said["name"] = said.get("name") or (person.name if person else "")
        if not said["name"] and not self.account and "name" not in self.errors and "email" not in self.errors:
            self.add_error("name", _("Skriv vad personen heter."))
        if not self.errors and not said["role"] and not person:
            self.add_error("role", _("Välj en roll, eller välj vem i samarbetet det är."))
        return said

    def _check_address(self, said: dict[str, Any]) -> None:
        email = said.get("email") or (self.guest_person.email if self.guest_person else "")
        said["email"] = email.lower()
        if not email:
            known = _("Skriv e-postadressen. Ingen står bland uppgifterna om %(name)s.")
            person = self.guest_person
            self.add_error("email", known % {"name": person.name} if person else _("Skriv e-postadressen."))
            return
        self.account = User.objects.filter(email=said["email"]).first()
        if self.account is not None:
            self._check_account(self.account)
        elif not said.get("person") and (found := self._with_address(email)):
            # Shown chosen, to be sent again: whose account it is decides what it opens.
            posted: Any = self.data
            self.data = posted = posted.copy()
            posted["person"], posted["name"] = str(found.uuid), said.get("name") or found.name
            sentence = _("%(name)s har den adressen och är vald nu. Skicka igen om det stämmer, annars välj ingen.")
            self.add_error("person", sentence % {"name": found.name})

    def _check_account(self, account: User) -> None:
        if not account.is_active:
            self.add_error("email", _("Kontot med den adressen är inte i bruk längre."))
        login = Login.objects.of(self.collaboration).of_user(account).with_person().first()
        if login is not None and self.guest_person is not None:
            sentence = _("Kontot med den adressen är redan %(name)s här. Välj ingen person, så får kontot bara rollen.")
            self.add_error("person", sentence % {"name": login.person.name})

    def _with_address(self, email: str) -> Person | None:
        same = [row for row in self.people.values() if email and row.email.lower() == email.lower()]
        return same[0] if len(same) == 1 else None

    def perform(self, by: Actor) -> User | None:
        """Invite; None, with the reason in `errors`, when it cannot be."""
        said = self.cleaned_data
        guest = Guest(said["email"], said["name"], self.guest_person)
        try:
            with transaction.atomic():
                return invite(collaboration=self.collaboration, guest=guest, grant=self.grant, by=by)
        except AlreadySomebody:
            self.add_error("person", _("Personen har fått ett konto sedan sidan visades."))
        except IntegrityError:
            self.add_error("role", HAS_ROLE)
        return None


def _choice(row: tuple[str, Person]) -> tuple[str, str]:
    uuid, person = row
    return uuid, f"{person.name}, {person.title}" if person.title else person.name
