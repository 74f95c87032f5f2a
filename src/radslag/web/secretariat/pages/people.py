"""The list of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Mandate, MandateRole, Person
from radslag.web.secretariat.components.lists import Column
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import plain_date

COLUMNS = (Column(_("Namn")), Column(_("I grupperna"), kind="wide"))


@dataclass(frozen=True)
class PersonLine:
    """A line of *Personer*. `seats` are the places known on the day, in words; `before` where last seen, if none is.

    `called_then` says the name on the day, when that was another; people are sorted by the one now.
    """

    name: str
    sort_name: str
    url: str
    title: str
    called_then: str
    seats: Sequence[str]
    before: str


def person_lines(rows: Sequence[Person], day: date, links: Links) -> list[PersonLine]:
    """The lines of some people fetched `with_names()`, in a number of statements that does not grow with them."""
    known: dict[int, list[str]] = {}
    before: dict[int, tuple[date, str]] = {}
    for mandate in Mandate.objects.held_by_any(rows).told().by_body():
        found = mandate.standing(day)
        if found and found.holds:
            known.setdefault(mandate.person_id, []).append(_place(mandate, day))
        elif found and found.last_seen:
            latest = before.get(mandate.person_id, (date.min, ""))
            before[mandate.person_id] = max(latest, (found.last_seen, _place(mandate, day)))
    return [
        PersonLine(
            row.name,
            row.sort_name,
            links.person(row.uuid),
            row.title,
            _called_then(row, day),
            known.get(row.pk, ()),
            _before(before, row.pk),
        )
        for row in rows
    ]


def _called_then(person: Person, day: date) -> str:
    """What the person was called that day, when that was something else than now."""
    name = person.name_on(day)
    return gettext("hette då %(name)s") % {"name": name} if name != person.name else ""


def _place(mandate: Mandate, day: date) -> str:
    role = "" if mandate.role == MandateRole.MEMBER else str(MandateRole(mandate.role).label)
    municipality = mandate.on_behalf_of.name if mandate.on_behalf_of else ""
    return ", ".join(word for word in (mandate.body.name_on(day), municipality, role) if word)


def _before(seen: dict[int, tuple[date, str]], person: int) -> str:
    if person not in seen:
        return ""
    day, place = seen[person]
    return gettext("senast sedd %(day)s i %(place)s") % {"day": plain_date(day), "place": place}
