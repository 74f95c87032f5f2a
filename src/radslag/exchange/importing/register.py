"""What the register knows, loaded in a constant number of statements, for a draft to be held against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Count, Exists, Max, Min, OuterRef, Value

from radslag.base.people.models import (
    Body,
    BodyName,
    Collaboration,
    Mandate,
    Membership,
    Municipality,
    Person,
    PersonName,
)
from radslag.domain.meetings.models import Attendance, Meeting, Notice
from radslag.domain.minutes.models import Minutes
from radslag.exchange.importing.models import Lesson
from radslag.text.swedish.candidates import Known
from radslag.text.swedish.likeness import sound
from radslag.text.swedish.municipality_names import municipality_of
from radslag.text.swedish.sorting import fold, swedish_sorted

# All columns, in the order of the model: only the few municipalities a document names become objects.
MUNICIPALITY_FIELDS = tuple(field.attname for field in Municipality._meta.concrete_fields)
OPENING = 3
MOST_WRITTEN = 5_000
PK, NAME, CODE = (MUNICIPALITY_FIELDS.index(name) for name in ("id", "name", "code"))


@dataclass(frozen=True)
class KnownPerson:
    """A person of the register with every spelling, the bodies they have sat in and for which municipalities."""

    pk: int
    uuid: UUID
    name: str
    title: str
    spellings: tuple[str, ...]
    bodies: frozenset[int]
    municipalities: frozenset[int]


@dataclass(frozen=True)
class KnownBody:
    """A body of the register with the names documents give it."""

    pk: int
    uuid: UUID
    name: str
    kind: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class KnownMeeting:
    """A meeting that is in the record already, and which papers of it there are."""

    pk: int
    uuid: UUID
    papers: frozenset[str]


class Sweden:
    """The country's municipalities and how documents write them. They hardly ever change: worked out once a process."""

    def __init__(self, rows: tuple[tuple[Any, ...], ...]) -> None:
        self.rows = rows
        # Name → code, by how the name begins: comparing with all 290 each time would take most of a commit.
        self.codes: dict[str, dict[str, str]] = defaultdict(dict)
        for row in rows:
            self.codes[fold(row[NAME])[:OPENING]][row[NAME]] = row[CODE]
        self.by_written: dict[str, tuple[Any, ...] | None] = {}

    def municipality(self, written: str) -> Municipality | None:
        """The municipality the words name, if that is what they name."""
        key = fold(written)
        if key not in self.by_written:
            if len(self.by_written) >= MOST_WRITTEN:
                self.by_written.clear()
            self.by_written[key] = self._row(written)
        row = self.by_written[key]
        return Municipality.from_db(None, MUNICIPALITY_FIELDS, row) if row else None

    def _row(self, written: str) -> tuple[Any, ...] | None:
        openings = {word[:OPENING] for word in re.findall(r"\w+", fold(written))}
        names = {name: code for opening in openings for name, code in self.codes.get(opening, {}).items()}
        code = municipality_of(written, names) if names else None
        return next((row for row in self.rows if row[CODE] == code), None) if code else None


def _sweden() -> Sweden:
    """As the table is now: another when rows have come, gone, or been made anew."""
    mark = Municipality.objects.aggregate(Count("pk"), Min("pk"), Max("pk"))
    return _sweden_at(*mark.values())


@lru_cache(maxsize=2)
def _sweden_at(*_mark: int) -> Sweden:
    return Sweden(tuple(Municipality.objects.values_list(*MUNICIPALITY_FIELDS)))


@dataclass(frozen=True)
class Register:
    """One collaboration's people and bodies, Sweden's municipalities, and the meetings of some days.

    `learnt` says who is meant by a written name (`person_key`), as a person's UUID or "new".
    """

    collaboration: Collaboration
    people: tuple[KnownPerson, ...]
    bodies: tuple[KnownBody, ...]
    sweden: Sweden
    members: frozenset[int]
    meetings: Mapping[tuple[int, date], KnownMeeting]
    learnt: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def person_by_uuid(self) -> dict[str, KnownPerson]:
        """People by the UUID as an answer writes it."""
        return {str(person.uuid): person for person in self.people}

    @cached_property
    def body_by_uuid(self) -> dict[str, KnownBody]:
        """Bodies by the UUID as an answer writes it."""
        return {str(body.uuid): body for body in self.bodies}

    @cached_property
    def people_by_name(self) -> dict[str, list[KnownPerson]]:
        """People by every spelling of their name, made alike by `name_key`."""
        found: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in self.people:
            for key in {name_key(name) for name in (person.name, *person.spellings)}:
                found[key].append(person)
        return found

    @cached_property
    def _people_by_sound(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for place, person in enumerate(self.people):
            for name in (person.name, *person.spellings):
                for word in name_key(name).split():
                    found[sound(word)].add(place)
        return found

    def near(self, name: str) -> list[Known]:
        """The people worth comparing with a name: those with a word that sounds alike. Their key is the person."""
        places = set().union(*(self._people_by_sound.get(sound(word), set()) for word in name_key(name).split()))
        return [self._as_known(self.people[place]) for place in sorted(places)]

    def _as_known(self, person: KnownPerson) -> Known:
        return Known(person, person.name, person.spellings)

    def municipality(self, written: str | None) -> Municipality | None:
        """The municipality an affiliation names, if that is what it names."""
        return self.sweden.municipality(written) if written else None

    def municipality_names(self, pks: Collection[int]) -> list[str]:
        """The names of some municipalities, in the order of the Swedish alphabet."""
        return swedish_sorted(row[NAME] for row in self.sweden.rows if row[PK] in pks)


def name_key(name: str) -> str:
    """A name without what spelling alone decides: case, hyphens, extra spaces."""
    return fold(name.replace("-", " ").replace("\u2010", " "))


def person_key(name: str, municipality: Municipality | None, affiliation: str | None) -> str:
    """What makes a written person the same in another document: the name, and whom they stand there for."""
    return f"{name_key(name)}|{municipality.code if municipality else ' '.join(fold(affiliation or '').split())}"


def register_of(collaboration: Collaboration, days: Collection[date] = ()) -> Register:
    """The register as it is now. `days`: the days whose meetings matter."""
    return Register(
        collaboration=collaboration,
        people=_people(collaboration),
        bodies=_bodies(collaboration),
        sweden=_sweden(),
        members=frozenset(Membership.objects.of(collaboration).values_list("municipality_id", flat=True)),
        meetings=meetings_of(collaboration, days),
        learnt=dict(Lesson.objects.of(collaboration).in_force().filter(kind="person").values_list("key", "answer")),
    )


def _people(collaboration: Collaboration) -> tuple[KnownPerson, ...]:
    spellings: dict[int, list[str]] = defaultdict(list)
    for person, name in PersonName.objects.of(collaboration).order_by("pk").values_list("person_id", "name"):
        spellings[person].append(name)
    bodies: dict[int, set[int]] = defaultdict(set)
    municipalities: dict[int, set[int]] = defaultdict(set)
    seats = Mandate.objects.of(collaboration).order_by().values_list("person_id", "body_id", "on_behalf_of_id")
    # Who sent word, or was only called, has no mandate to be seen by, but stood there for a municipality.
    listed = Attendance.objects.of(collaboration).exclude(municipality=None).order_by()
    no_body = Value(None, output_field=BigIntegerField())
    for person, body, municipality in seats.union(listed.values_list("person_id", no_body, "municipality_id")):
        if body is not None:
            bodies[person].add(body)
        if municipality is not None:
            municipalities[person].add(municipality)
    rows = Person.objects.of(collaboration).standing().order_by("pk").values_list("pk", "uuid", "name", "title")
    return tuple(
        KnownPerson(pk, uuid, name, title, tuple(spellings[pk]), frozenset(bodies[pk]), frozenset(municipalities[pk]))
        for pk, uuid, name, title in rows
    )


def _bodies(collaboration: Collaboration) -> tuple[KnownBody, ...]:
    spellings: dict[int, list[str]] = defaultdict(list)
    for body, name in BodyName.objects.of(collaboration).order_by("pk").values_list("body_id", "name"):
        spellings[body].append(name)
    rows = Body.objects.of(collaboration).order_by("pk").values_list("pk", "uuid", "name", "short_name", "kind")
    return tuple(
        KnownBody(pk, uuid, name, kind, tuple(([short] if short else []) + spellings[pk]))
        for pk, uuid, name, short, kind in rows
    )


def meetings_of(collaboration: Collaboration, days: Collection[date]) -> dict[tuple[int, date], KnownMeeting]:
    """The meetings of some days, by body and day."""
    if not days:
        return {}
    rows = (
        Meeting.objects.of(collaboration)
        .filter(date__in=days)
        .annotate(
            called=Exists(Notice.objects.filter(meeting=OuterRef("pk"))),
            minuted=Exists(Minutes.objects.filter(meeting=OuterRef("pk"))),
        )
        .values_list("pk", "uuid", "body_id", "date", "called", "minuted")
    )
    return {
        (body, day): KnownMeeting(
            pk, uuid, frozenset(kind for kind, there in (("notice", called), ("minutes", minuted)) if there)
        )
        for pk, uuid, body, day, called, minuted in rows
    }
