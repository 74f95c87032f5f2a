"""What is known of mandates on a day, in words: decided and seen apart, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.documents.models import Citation
from radslag.base.people.models import Mandate, MandateRole, Sighting
from radslag.base.people.rules import Standing
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.papers import what_calls
from radslag.web.secretariat.pages.places import Places
from radslag.web.secretariat.pages.states import plain_date


@dataclass(frozen=True)
class Seat(Standing):
    """A person's place in a body as known on a day.

    `basis` says in words how it is known; `brief` the same under a heading that says whether it was that day or before.
    """

    person: str
    person_url: str
    body: str
    body_url: str
    municipality: str
    basis: str
    brief: str
    source: SafeString


def latest_first(seats: Iterable[Seat]) -> list[Seat]:
    """Those seen last, first."""
    return sorted(seats, key=lambda seat: seat.last_seen or date.min, reverse=True)


class Seats:
    """The seats of some mandates fetched `told()`; two statements more, for where they were seen."""

    def __init__(self, mandates: Iterable[Mandate], day: date, access: Access, links: Links) -> None:
        self.day, self.links = day, links
        self.known = [(row, standing) for row in mandates if (standing := row.standing(day)) is not None]
        sightings = [seen for row, standing in self.known if (seen := _last(row, standing))]
        self.papers = _papers(sightings)
        readable = sightings if access.may(Permission.READ_SOURCES) else []
        self.places = Places.about("sighting", [seen.uuid for seen in readable], links) if readable else Places(links)

    def by_municipality(self) -> dict[int | None, list[Seat]]:
        """The seats by the municipality they are held for; None for those held for none."""
        found: dict[int | None, list[Seat]] = {}
        for row, standing in self.known:
            found.setdefault(row.on_behalf_of_id, []).append(self._seat(row, standing))
        return found

    def all(self) -> list[Seat]:
        """The seats in the order of the mandates."""
        return [self._seat(row, standing) for row, standing in self.known]

    def _seat(self, row: Mandate, standing: Standing) -> Seat:
        sighting = _last(row, standing)
        words = {
            "day": plain_date(standing.last_seen or self.day),
            "paper": (self.papers.get(sighting.uuid) if sighting else None) or _("en handling"),
        }
        if standing.decided:
            basis = brief = self._decided(row)
        elif standing.seen:
            basis, brief = _("sedd i %(paper)s den dagen") % words, _("i %(paper)s") % words
        else:
            basis, brief = _("senast sedd %(day)s i %(paper)s") % words, _("%(day)s i %(paper)s") % words
        # That somebody was seen as a member goes without saying; as chair it does not.
        named = standing.decided or row.role == MandateRole.MEMBER
        return Seat(
            person=row.person.name_on(self.day),
            person_url=self.links.person(row.person.uuid),
            body=row.body.name_on(self.day),
            body_url=self.links.body(row.body.uuid),
            municipality=row.on_behalf_of.name if row.on_behalf_of else "",
            basis=basis if named else f"{MandateRole(row.role).label}, {basis}",
            brief=brief if named else f"{MandateRole(row.role).label}, {brief}",
            source=self.places.link(sighting.uuid) if sighting else SafeString(""),
            decided=standing.decided,
            seen=standing.seen,
            last_seen=standing.last_seen,
        )

    def _decided(self, row: Mandate) -> str:
        role = MandateRole(row.role).label
        if row.start and row.end:
            words = _("%(role)s från %(start)s t.o.m. %(last)s")
        elif row.start:
            words = _("%(role)s sedan %(start)s")
        elif row.end:
            words = _("%(role)s t.o.m. %(last)s")
        else:
            words = _("%(role)s, tiden är inte införd")
        last = plain_date(row.end - timedelta(days=1)) if row.end else ""
        return words % {"role": role, "start": plain_date(row.start) if row.start else "", "last": last}


def _last(row: Mandate, standing: Standing) -> Sighting | None:
    return next((seen for seen in row.sightings.all() if seen.day == standing.last_seen), None)


def _papers(sightings: Sequence[Sighting]) -> dict[UUID, str]:
    """What the paper each sighting was made in is called, in running text."""
    if not sightings:
        return {}
    found = Citation.objects.about("sighting", [seen.uuid for seen in sightings])
    extraction_of = dict(found.values_list("object_uuid", "extraction"))
    called = what_calls(sorted(set(extraction_of.values())))
    return {uuid: str(called[key]) for uuid, key in extraction_of.items() if key in called}
