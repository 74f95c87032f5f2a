"""Changing what the register says of people and bodies: contact details, names, mandates, periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.core.actor import Actor
from radslag.base.people.describing import Circular, describe_body, describe_person
from radslag.base.people.models import Body, BodyKind, NameKind, Person
from radslag.base.people.naming import Named, NameTaken, add_name, rename
from radslag.web.secretariat.forms.access import day_field
from radslag.web.secretariat.forms.filters import choice, chosen

ONE_DAY = timedelta(days=1)
NAME_LACKING = {"required": gettext_lazy("Skriv namnet.")}
MISTAKE = "mistake"


def last_day(end: date | None) -> date | None:
    """The last day of a period whose stored end is the first day after it."""
    return end - ONE_DAY if end else None


def day_after(last: date | None) -> date | None:
    """The stored end of a period with this last day."""
    return last + ONE_DAY if last else None


class Revision(forms.Form):
    """A form that says which revision it was made from; a page too old changes nothing."""

    use_required_attribute = False
    revision = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def expected(self) -> int:
        """The revision the page showed."""
        found: int = self.cleaned_data["revision"]
        return found


class DescribePersonForm(Revision):
    """Title and contact details."""

    title = forms.CharField(label=gettext_lazy("Titel"), required=False, max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("E-postadress"),
        required=False,
        error_messages={
            "invalid": gettext_lazy("Adressen ser inte ut som en e-postadress, till exempel namn@kommun.se.")
        },
    )
    phone = forms.CharField(label=gettext_lazy("Telefon"), required=False, max_length=40)

    @classmethod
    def of(cls, person: Person) -> DescribePersonForm:
        """As it stands."""
        fields = ("title", "email", "phone", "revision")
        return cls(initial={name: getattr(person, name) for name in fields}, prefix="om")

    def save(self, person: Person, by: Actor) -> bool:
        """Whether anything changed. Raises `Stale`."""
        said = {name: self.cleaned_data[name].strip() for name in ("title", "email", "phone")}
        return describe_person(person=person, expected=self.expected, by=by, **said)


class NewPersonForm(forms.Form):
    """Somebody who is not in the register yet."""

    use_required_attribute = False
    name = forms.CharField(label=gettext_lazy("Namn"), max_length=120, error_messages=NAME_LACKING)
    title = forms.CharField(label=gettext_lazy("Titel"), required=False, max_length=120)
    email = forms.EmailField(label=gettext_lazy("E-postadress"), required=False)
    phone = forms.CharField(label=gettext_lazy("Telefon"), required=False, max_length=40)
    # Set by the page when the register has somebody of nearly that name.
    sure = forms.BooleanField(label=gettext_lazy("Det är en annan person"), required=False, widget=forms.HiddenInput)

    def clean_name(self) -> str:
        """Without stray spaces."""
        return " ".join(self.cleaned_data["name"].split())


class RenameForm(Revision):
    """The name from now on, and what the old one is."""

    name = forms.CharField(label=gettext_lazy("Nytt namn"), max_length=120, error_messages=NAME_LACKING)
    was = forms.ChoiceField(
        label=gettext_lazy("Det gamla namnet"),
        choices=[
            (NameKind.FORMER.value, gettext_lazy("gällde tidigare")),
            (NameKind.SPELLING.value, gettext_lazy("är ett annat sätt att skriva namnet")),
            (MISTAKE, gettext_lazy("var felskrivet och ska inte sparas")),
        ],
        initial=NameKind.FORMER.value,
    )
    last = day_field(
        gettext_lazy("Gällde till och med"),
        help_text=gettext_lazy("Då visas det gamla namnet på sidor som gäller dagar fram till dess."),
    )

    def clean_name(self) -> str:
        """Without stray spaces."""
        return " ".join(self.cleaned_data["name"].split())

    def save(self, named: Named, by: Actor) -> bool:
        """Rename; False, with the reason in `errors`, when that is the name already. Raises `Stale`."""
        said = self.cleaned_data["was"]
        was = None if said == MISTAKE else NameKind(said)
        end = day_after(self.cleaned_data["last"]) if was == NameKind.FORMER else None
        try:
            rename(named=named, expected=self.expected, name=self.cleaned_data["name"], was=was, end=end, by=by)
        except NameTaken:
            self.add_error("name", _("Så är namnet redan."))
            return False
        return True


class AddNameForm(forms.Form):
    """A former name or another spelling."""

    use_required_attribute = False
    name = forms.CharField(label=gettext_lazy("Namn"), max_length=120, error_messages=NAME_LACKING)
    kind = forms.ChoiceField(
        label=gettext_lazy("Vad det är"),
        choices=NameKind.choices,
        initial=NameKind.SPELLING.value,
    )
    last = day_field(
        gettext_lazy("Till och med"), help_text=gettext_lazy("Bara för ett tidigare namn. Tomt om dagen inte är känd.")
    )

    def clean_name(self) -> str:
        """Without stray spaces."""
        return " ".join(self.cleaned_data["name"].split())

    def save(self, named: Named, by: Actor) -> bool:
        """Add the name; False, with the reason in `errors`, when it is known already."""
        kind, end = NameKind(self.cleaned_data["kind"]), day_after(self.cleaned_data["last"])
        try:
            add_name(named=named, name=self.cleaned_data["name"], kind=kind, end=end, by=by)
        except NameTaken:
            self.add_error("name", _("Det namnet finns redan."))
            return False
        return True


class DescribeBodyForm(Revision):
    """What sort of body, when it exists, and what took over."""

    kind = forms.ChoiceField(label=gettext_lazy("Slag av grupp"), choices=BodyKind.choices)
    short_name = forms.CharField(label=gettext_lazy("Kortnamn"), required=False, max_length=40)
    start = day_field(gettext_lazy("Finns från och med"), help_text=gettext_lazy("Tomt om dagen inte är känd."))
    last = day_field(gettext_lazy("Finns till och med"), help_text=gettext_lazy("Tomt så länge gruppen finns."))

    def __init__(self, bodies: Sequence[Body], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = bodies
        self.fields["successor"] = choice(
            _("Gick upp i eller ersattes av"), [(str(each.uuid), each.name) for each in bodies], _("Ingen grupp")
        )

    @classmethod
    def of(cls, body: Body, bodies: Sequence[Body]) -> DescribeBodyForm:
        """As it stands."""
        after = next((str(each.uuid) for each in bodies if each.pk == body.successor_id), "")
        start, last, kind = body.start, last_day(body.end), str(body.kind)
        said = {"kind": kind, "short_name": body.short_name, "start": start, "last": last, "successor": after}
        return cls(bodies, initial={**said, "revision": body.revision}, prefix="om")

    def clean(self) -> dict[str, Any]:
        """The period must not end before it begins."""
        said = super().clean() or {}
        if said.get("start") and said.get("last") and said["last"] < said["start"]:
            self.add_error("last", _("Sista dagen kan inte ligga före den första."))
        return said

    def save(self, body: Body, by: Actor) -> bool:
        """Save; False, with the reason in `errors`, when the bodies would follow each other in a ring."""
        said = self.cleaned_data
        try:
            describe_body(
                body=body,
                expected=self.expected,
                kind=said["kind"],
                short_name=said["short_name"].strip(),
                start=said["start"],
                end=day_after(said["last"]),
                successor=chosen(self.bodies, said["successor"]),
                by=by,
            )
        except Circular:
            self.add_error("successor", _("Den gruppen har i sin tur gått upp i den här. Välj en annan."))
            return False
        return True


class NewBodyForm(forms.Form):
    """A body that is not in the register yet."""

    use_required_attribute = False
    name = forms.CharField(
        label=gettext_lazy("Gruppens namn"),
        max_length=120,
        error_messages={"required": gettext_lazy("Skriv gruppens namn.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Slag av grupp"), choices=BodyKind.choices, initial=BodyKind.WORKING_GROUP.value
    )
    short_name = forms.CharField(label=gettext_lazy("Kortnamn"), required=False, max_length=40)
    start = day_field(gettext_lazy("Finns från och med"), help_text=gettext_lazy("Tomt om dagen inte är känd."))
