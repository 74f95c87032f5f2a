"""A new collaboration on one page: its name and address, its members, its bodies, and what oneself becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.founding import SLUG_LENGTH, Charter, NewBody, is_free, proposed_slug
from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Role
from radslag.base.people.models import BodyKind, Municipality
from radslag.web.secretariat.forms.access import day_field

FEWEST = 2
# What most collaborations have, in the language of their papers; those not ticked are common enough to be a click away.
USUAL: tuple[tuple[BodyKind, str, bool], ...] = (
    (BodyKind.BOARD, "Styrelsen", True),
    (BodyKind.CHIEF_EXECUTIVES, "Kommundirektörsgruppen", True),
    (BodyKind.WORKING_GROUP, "Arbetsgruppen för näringsliv", False),
    (BodyKind.WORKING_GROUP, "Arbetsgruppen för samhällsplanering", False),
    (BodyKind.WORKING_GROUP, "Arbetsgruppen för digitalisering", False),
    (BodyKind.WORKING_GROUP, "Arbetsgruppen för kompetensförsörjning", False),
    (BodyKind.NETWORK, "Personalchefsnätverket", False),
)
OWN = 3


@dataclass(frozen=True)
class BodyRow:
    """The fields of one body; one of the founder's own has no box: it is there when it has a name."""

    name: BoundField
    kind: BoundField
    box: BoundField | None


@dataclass(frozen=True)
class County:
    """The municipalities of a county: each with whether it is chosen."""

    name: str
    municipalities: Sequence[tuple[Municipality, bool]]

    @property
    def chosen(self) -> int:
        """How many are chosen."""
        return sum(chosen for _municipality, chosen in self.municipalities)


class FoundingForm(forms.Form):
    """Everything a collaboration begins with. `charter` and `roles` are there once the form is valid."""

    use_required_attribute = False

    name = forms.CharField(
        label=gettext_lazy("Samarbetets namn"),
        max_length=120,
        error_messages={"required": gettext_lazy("Skriv vad samarbetet heter.")},
    )
    slug = forms.SlugField(
        label=gettext_lazy("Adress"),
        required=False,
        max_length=SLUG_LENGTH,
        help_text=gettext_lazy("Sista delen av samarbetets adress i webbläsaren. Tomt betyder att den görs av namnet."),
        error_messages={"invalid": gettext_lazy("Adressen får bara innehålla a–z, siffror och bindestreck.")},
    )
    members = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Kommuner"),
        queryset=Municipality.objects.sorted(),
        to_field_name="code",
        error_messages={
            "required": gettext_lazy("Välj de kommuner som är med."),
            "invalid_choice": gettext_lazy("Ingen kommun har koden %(value)s."),
            "invalid_pk_value": gettext_lazy("Ingen kommun har koden %(pk)s."),
        },
    )
    since = day_field(
        gettext_lazy("Medlemmar från och med"),
        help_text=gettext_lazy("Tomt betyder att dagen inte är känd. Varje kommuns tid går att ändra sedan."),
    )
    coordinator = forms.BooleanField(
        label=gettext_lazy("Jag ska vara samordnare"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Samordnaren läser in dokument, förbereder möten och följer upp."),
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for number, (kind, name, ticked) in enumerate(USUAL):
            self._add_body(number, kind, str(name))
            box = forms.BooleanField(label=_("Ha med %(body)s") % {"body": name}, required=False, initial=ticked)
            self.fields[f"body_{number}"] = box
        for number in range(len(USUAL), len(USUAL) + OWN):
            self._add_body(number, BodyKind.WORKING_GROUP, "")

    def _add_body(self, number: int, kind: BodyKind, name: str) -> None:
        label = _("Namn på grupp %(number)s") % {"number": number + 1}
        self.fields[f"body_name_{number}"] = forms.CharField(label=label, required=False, max_length=120, initial=name)
        label = _("Slag av grupp %(number)s") % {"number": number + 1}
        self.fields[f"body_kind_{number}"] = forms.ChoiceField(
            label=label, choices=BodyKind.choices, initial=kind, required=False
        )

    def body_rows(self) -> Iterator[BodyRow]:
        """The bodies as rows of the page."""
        for number in range(len(USUAL) + OWN):
            box = self[f"body_{number}"] if number < len(USUAL) else None
            yield BodyRow(self[f"body_name_{number}"], self[f"body_kind_{number}"], box)

    def counties(self) -> list[County]:
        """Sweden's municipalities by county, as codes have them, with those chosen."""
        chosen = set(self["members"].value() or ())
        rows = sorted(Municipality.objects.sorted(), key=lambda row: row.county_code)
        return [
            County(found[0].county, [(row, row.code in chosen) for row in found])
            for _code, group in groupby(rows, key=lambda row: row.county_code)
            if (found := list(group))
        ]

    def clean_name(self) -> str:
        """With single spaces."""
        return " ".join(self.cleaned_data["name"].split())

    def clean_members(self) -> list[Municipality]:
        """Cooperation takes two."""
        members = list(self.cleaned_data["members"])
        if len(members) < FEWEST:
            raise ValidationError(_("Välj minst två kommuner. Ett samarbete är mellan flera."))
        return members

    def clean(self) -> dict[str, Any]:
        """The address is free, and every body has a name of its own."""
        said = super().clean() or {}
        if "slug" not in self.errors and said.get("name"):
            self._settle_slug(said)
        self._settle_bodies(said)
        return said

    def _settle_slug(self, said: dict[str, Any]) -> None:
        slug = said["slug"].lower()
        if not slug:
            slug = proposed_slug(said["name"])
            if not slug:
                self.add_error("slug", _("Skriv en adress. Det går inte att göra en av namnet."))
        elif not is_free(slug):
            self.add_error("slug", _("Adressen %(slug)s är upptagen. Välj en annan.") % {"slug": slug})
        said["slug"] = slug

    def _settle_bodies(self, said: dict[str, Any]) -> None:
        names: set[str] = set()
        self.bodies: list[NewBody] = []
        for number in range(len(USUAL) + OWN):
            name = " ".join((said.get(f"body_name_{number}") or "").split())
            if not said.get(f"body_{number}", number >= len(USUAL)):
                continue
            if not name:
                if number < len(USUAL):
                    self.add_error(f"body_name_{number}", _("Skriv vad gruppen heter, eller ta bort krysset."))
                continue
            if name.casefold() in names:
                self.add_error(f"body_name_{number}", _("Två grupper kan inte ha samma namn."))
            names.add(name.casefold())
            self.bodies.append(NewBody(name, said.get(f"body_kind_{number}") or BodyKind.WORKING_GROUP))

    @property
    def charter(self) -> Charter:
        """What is founded."""
        said = self.cleaned_data
        return Charter(said["name"], said["slug"], said["members"], said["since"], self.bodies)

    @property
    def roles(self) -> list[Role]:
        """Somebody must be able to give roles, so the founder is always an administrator."""
        return [Role.ADMINISTRATOR, *([Role.COORDINATOR] if self.cleaned_data["coordinator"] else [])]


class OpeningForm(FoundingForm):
    """The same on an installation where nobody can sign in yet: who oneself is, too."""

    person = forms.CharField(
        label=gettext_lazy("Ditt namn"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Skriv vad du heter.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Din e-postadress"),
        help_text=gettext_lazy("Du loggar in med den."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={
            "required": gettext_lazy("Skriv din e-postadress."),
            "invalid": gettext_lazy("Det är inte en e-postadress. Skriv till exempel namn@kommun.se."),
        },
    )
    password = forms.CharField(
        label=gettext_lazy("Välj ett lösenord"),
        help_text=gettext_lazy(
            "Minst tolv tecken. En mening som bara du kommer på är lätt att minnas och svår att gissa."
        ),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Välj ett lösenord.")},
    )
    again = forms.CharField(
        label=gettext_lazy("Samma lösenord igen"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Skriv lösenordet en gång till.")},
    )

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same, and one that lasts."""
        said = super().clean()
        password, again = said.get("password"), said.get("again")
        if password and again and password != again:
            self.add_error("again", _("Lösenorden är inte lika."))
        elif password:
            self._judge(password, User(email=said.get("email", ""), name=said.get("person", "")))
        return said

    def _judge(self, password: str, user: User) -> None:
        try:
            validate_password(password, user)
        except ValidationError as weak:
            self.add_error("password", weak)

    @property
    def must_retype(self) -> bool:
        """Whether the passwords were right but are asked for again: they are never sent back to the browser."""
        wrong = {"password", "again"} & set(self.errors)
        return self.is_bound and bool(self.errors) and not wrong
