"""A person's page for who may change the register: the forms, the names, and what is known of each mandate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.people.models import BodyName, Mandate, MandateRole, Person, PersonName
from radslag.web.secretariat.forms.register import AddNameForm, DescribePersonForm, RenameForm, Revision
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.access import period
from radslag.web.secretariat.pages.states import Chip, plain_date


@dataclass
class Forms:
    """The forms of the page; the one that was sent takes the place of a fresh one."""

    describe: DescribePersonForm
    rename: RenameForm
    add: AddNameForm

    def renewed(self, revision: int) -> Forms:
        """The same, made from a later revision: what was typed stays."""
        renew((self.describe, self.rename), revision)
        return self


@dataclass(frozen=True)
class NameLine:
    """A name beside the current one, and where a POST takes it away."""

    name: str
    kind: str
    until: str
    remove_url: str


@dataclass(frozen=True)
class MandateLine:
    """A mandate in words. `action` is what its page offers."""

    place: str
    period: str
    chip: Chip
    url: str
    action: str


@dataclass(frozen=True)
class PersonEditPage:
    """The person, the other names and the mandates."""

    person: Person
    url: str
    list_url: str
    names: Sequence[NameLine]
    mandates: Sequence[MandateLine]
    mandate_url: str

    @property
    def saved_words(self) -> str:
        """The name and what is saved beside it, in one line."""
        said = [self.person.name, self.person.title, self.person.email, self.person.phone]
        return ", ".join(word for word in said if word)


def renew(forms: Iterable[Revision], revision: int) -> None:
    """Make forms of a later revision of what they change."""
    for form in forms:
        if form.is_bound:
            form.data = {**form.data.dict(), form.add_prefix("revision"): str(revision)}  # type: ignore[attr-defined]  # a sent form's data is a QueryDict
        else:
            form.initial["revision"] = revision


def forms_of(person: Person) -> Forms:
    """Fresh ones."""
    rename = RenameForm(initial={"name": person.name, "revision": person.revision}, prefix="namn")
    return Forms(DescribePersonForm.of(person), rename, AddNameForm(prefix="annat"))


def person_edit_page(person: Person, access: Access) -> PersonEditPage:
    """What can be changed about a person."""
    links = Links(access.collaboration.slug)
    mandates = Mandate.objects.of(access.collaboration).held_by(person).told().by_body()
    return PersonEditPage(
        person=person,
        url=links.person(person.uuid),
        list_url=links.page("people"),
        names=name_lines(PersonName.objects.of_person(person), "person_name_remove", links),
        mandates=[_mandate(row, links) for row in mandates],
        mandate_url=links.to("mandate_new", person.uuid),
    )


def name_lines(rows: Iterable[PersonName] | Iterable[BodyName], view: str, links: Links) -> list[NameLine]:
    """Names beside the current one."""
    return [NameLine(row.name, row.get_kind_display(), until(row.end), links.to(view, row.uuid)) for row in rows]


def until(end: date | None) -> str:
    """ "t.o.m. 30 juni 2021" of the first day a name no longer held; nothing for nothing."""
    return _("t.o.m. %(last)s") % {"last": plain_date(end - timedelta(days=1))} if end else ""


def place_of(row: Mandate) -> str:
    """ "Styrelsen, Åmål, ordförande"."""
    municipality = row.on_behalf_of.name if row.on_behalf_of else ""
    return ", ".join(word for word in (row.body.name, municipality, str(MandateRole(row.role).label)) if word)


def seen_words(row: Mandate) -> str:
    """On which days a mandate fetched `told()` has been seen, in a few words."""
    days = sorted(seen.day for seen in row.sightings.all())
    if not days:
        return ""
    if len(days) == 1:
        return _("sedd %(day)s") % {"day": plain_date(days[0])}
    words = {"count": len(days), "first": plain_date(days[0]), "last": plain_date(days[-1])}
    return _("sedd %(count)s gånger, %(first)s–%(last)s") % words


def _mandate(row: Mandate, links: Links) -> MandateLine:
    url = links.to("mandate_edit", row.uuid)
    if row.observed:
        return MandateLine(place_of(row), seen_words(row), Chip("neutral", _("sett")), url, _("Bekräfta som beslutat"))
    return MandateLine(
        place_of(row), period(row.start, row.end), Chip("ok", _("beslutat")), url, _("Ändra eller avsluta")
    )
