"""Whom a person may be the same as, and what becomes of two records that are made one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.access import Access
from radslag.base.accounts.models import Login
from radslag.base.people.models import Mandate, Person
from radslag.base.people.ties import Tie, Way, ties
from radslag.domain.meetings.models import Attendance
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.access import period
from radslag.web.secretariat.pages.likeness import Alike, like_people
from radslag.web.secretariat.pages.person_edit import place_of, seen_words
from radslag.web.secretariat.pages.states import plain_date

# What each key means to a reader; one of an app that came later is called by its model.
CALLED: dict[str, Promise] = {
    "meetings.attendance.person": gettext_lazy("Rader i närvarolistor"),
    "meetings.presenter.person": gettext_lazy("Föredragningar"),
    "decisions.assignee.person": gettext_lazy("Uppdrag"),
    "minutes.minutes.minute_taker": gettext_lazy("Vid protokollet"),
    "accounts.login.person": gettext_lazy("Konton"),
    "people.mandate.person": gettext_lazy("Platser i grupper"),
    "people.personname.person": gettext_lazy("Andra namn och stavningar"),
}


@dataclass(frozen=True)
class Side:
    """One of two records: its facts in words, and how many rows of each sort are about it, in the order of `rows`."""

    person: Person
    url: str
    names: str
    contact: str
    mandates: Sequence[str]
    counts: Sequence[int]


@dataclass(frozen=True)
class Comparison:
    """Two records beside each other. `kept` stands when they are made one; `warnings` speak against it."""

    kept: Side
    gone: Side
    sorts: Sequence[str]
    warnings: Sequence[str]
    notes: Sequence[str]
    swap_url: str
    choose_url: str

    @property
    def rows(self) -> list[tuple[str, int, int]]:
        """What the two have, sort by sort, those neither has left out."""
        found = zip(self.sorts, self.kept.counts, self.gone.counts, strict=True)
        return [row for row in found if row[1] or row[2]]


def called(tie: Tie) -> str:
    """What a key to a person means, in words."""
    return str(CALLED.get(tie.label) or tie.model._meta.verbose_name_plural)


def alike(person: Person, words: str, access: Access) -> list[Alike]:
    """The likest first; with search words, everybody whose name holds them."""
    links = Links(access.collaboration.slug)
    if not words:
        return like_people(person.name, access.collaboration, links, but=person)
    rows = Person.objects.of(access.collaboration).standing().named(words).exclude(pk=person.pk).sorted()[:30]
    url = links.to("person_merge", person.uuid)
    return [Alike(row.name, row.title, links.person(row.uuid), "", f"{url}?med={row.uuid}") for row in rows]


def comparison(kept: Person, gone: Person, access: Access) -> Comparison:
    """What becomes of the two, without doing it."""
    links = Links(access.collaboration.slug)
    moving = [tie for tie in ties() if tie.way is not Way.SIGNPOST]
    sides = [_side(person, moving, links) for person in (kept, gone)]
    return Comparison(
        kept=sides[0],
        gone=sides[1],
        sorts=[called(tie) for tie in moving],
        warnings=_warnings(kept, gone),
        notes=_notes(kept, gone),
        swap_url=f"{links.to('person_merge', gone.uuid)}?med={kept.uuid}",
        choose_url=links.to("person_merge", kept.uuid),
    )


def _side(person: Person, moving: Iterable[Tie], links: Links) -> Side:
    mandates = Mandate.objects.held_by(person).told().by_body()
    contact = [person.title, person.email, person.phone]
    return Side(
        person=person,
        url=links.person(person.uuid),
        names=", ".join(row.name for row in person.names.all()),
        contact=", ".join(word for word in contact if word),
        mandates=[_words(row) for row in mandates],
        counts=[tie.model._base_manager.filter(**{tie.key.attname: person.pk}).count() for tie in moving],
    )


def _words(row: Mandate) -> str:
    return f"{place_of(row)}: {seen_words(row) if row.observed else period(row.start, row.end)}"


def _warnings(kept: Person, gone: Person) -> list[str]:
    """What speaks against their being one: nobody is listed twice at a meeting."""
    listed = Attendance.objects.filter(person__in=[kept, gone]).select_related("meeting__body")
    people = Counter[str]()
    for meeting, _person in {(row.meeting, row.person_id) for row in listed}:
        people[_("%(body)s %(day)s") % {"body": meeting.body, "day": plain_date(meeting.date)}] += 1
    both = sorted(name for name, count in people.items() if count > 1)
    return [_("Båda står i närvarolistan för samma möte: %(meeting)s.") % {"meeting": name} for name in both]


def _notes(kept: Person, gone: Person) -> list[str]:
    """What follows that one may not think of."""
    notes = [_("%(name)s blir kvar som en annan stavning.") % {"name": gone.name}] if gone.name != kept.name else []
    labels = {"title": _("titel"), "email": _("e-postadress"), "phone": _("telefon")}
    for name, label in labels.items():
        mine, theirs = getattr(kept, name), getattr(gone, name)
        if mine and theirs and mine != theirs:
            words = {"what": label, "kept": mine, "gone": theirs}
            notes.append(_("Olika %(what)s: ”%(kept)s” gäller och ”%(gone)s” faller bort.") % words)
    accounts = Login.objects.filter(person=gone).with_user()
    told = _("Kontot %(email)s får de rättigheter som följer av den sammanslagna personens uppdrag.")
    return notes + [told % {"email": login.user.email} for login in accounts]
