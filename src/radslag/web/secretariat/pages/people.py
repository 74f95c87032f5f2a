"""The list of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Mandate, MandateRole, Person
from radslag.web.secretariat.components.lists import Column
from radslag.web.secretariat.links import Links

COLUMNS = (Column(_("Namn")), Column(_("Titel")), Column(_("I grupperna"), kind="wide"))


@dataclass(frozen=True)
class PersonLine:
    """A line of *Personer*. `seats` are the places known on the day, in words."""

    name: str
    sort_name: str
    url: str
    title: str
    seats: Sequence[str]


def person_lines(rows: Sequence[Person], day: date, links: Links) -> list[PersonLine]:
    """The lines of some people; one statement more, for their places on the day."""
    seats: dict[int, list[str]] = {}
    for mandate in Mandate.objects.known(day).held_by_any(rows).with_body().by_body():
        words = [mandate.body.name, mandate.on_behalf_of.name if mandate.on_behalf_of else ""]
        if mandate.role != MandateRole.MEMBER:
            words.append(str(MandateRole(mandate.role).label))
        seats.setdefault(mandate.person_id, []).append(", ".join(word for word in words if word))
    return [
        PersonLine(row.name, row.sort_name, links.person(row.uuid), row.title, seats.get(row.pk, ())) for row in rows
    ]
