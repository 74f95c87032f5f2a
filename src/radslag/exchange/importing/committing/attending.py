"""People of a document: found or made; the attendance list; and the mandates the list lets us see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from radslag.base.audit.actions import Told, record_all
from radslag.base.people.actions import spell_person
from radslag.base.people.models import MandateRole, Person, Sighting
from radslag.base.people.observing import Seat, observe_mandates
from radslag.domain.meetings.models import Attendance, Meeting, Presence
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.drafts import Element
from radslag.exchange.importing.recognising import PersonMatch
from radslag.exchange.importing.register import name_key
from radslag.text.swedish.names import sort_name
from radslag.text.swedish.sorting import fold

PRESENCE = {"present": Presence.PRESENT, "others": Presence.OTHER, "absent": Presence.ABSENT}
# Only these words alone: "kommunstyrelsens ordförande" is a title, not who chaired this meeting.
ROLES = {
    "ordförande": MandateRole.CHAIR,
    "ordf": MandateRole.CHAIR,
    "mötesordförande": MandateRole.CHAIR,
    "vice ordförande": MandateRole.VICE_CHAIR,
    "v ordförande": MandateRole.VICE_CHAIR,
    "vice ordf": MandateRole.VICE_CHAIR,
    "v ordf": MandateRole.VICE_CHAIR,
    "ledamot": MandateRole.MEMBER,
    "ersättare": MandateRole.SUBSTITUTE,
    "tjänstgörande ersättare": MandateRole.SUBSTITUTE,
    "adjungerad": MandateRole.CO_OPTED,
    "sammankallande": MandateRole.CONVENER,
    "rapportör": MandateRole.RAPPORTEUR,
}


def find_people(entry: Entry) -> None:
    """Fill `entry.listed` and `entry.people`: all in the list, and everyone else known whose name is given."""
    elsewhere = {name_key(name): pk for name, pk in _named_elsewhere(entry)}
    listed, matches = drafts.people(entry.draft), entry.match.people
    pks = {found.person.pk for found in matches.values() if found.person is not None}
    rows = Person.objects.of(entry.collaboration).in_bulk({*elsewhere.values(), *pks})
    new = {each["id"]: each["name"] for each in listed if _is_first_of_new(each, matches)}
    made = _make(entry, new)
    for each in listed:
        found = matches[each["id"]]
        entry.listed[each["id"]] = rows[found.person.pk] if found.person is not None else made[found.one]
    entry.people = {key: rows[pk] for key, pk in elsewhere.items()} | _by_name(entry, listed)
    for key in _shared(entry, listed):
        entry.people.pop(key, None)
    for each in listed:
        if matches[each["id"]].person is not None:
            _learn(entry, entry.listed[each["id"]], each["name"])


def _is_first_of_new(element: Element, matches: Mapping[str, PersonMatch]) -> bool:
    found = matches[element["id"]]
    return found.settled == "new" and found.one == element["id"]


def _by_name(entry: Entry, listed: list[Element]) -> dict[str, Person]:
    return {name_key(each["name"]): entry.listed[each["id"]] for each in listed}


def _shared(entry: Entry, listed: list[Element]) -> set[str]:
    """The names that two different people in the list have: alone they tell nobody."""
    named: dict[str, set[int]] = defaultdict(set)
    for each in listed:
        named[name_key(each["name"])].add(entry.listed[each["id"]].pk)
    return {key for key, pks in named.items() if len(pks) > 1}


def _named_elsewhere(entry: Entry) -> list[tuple[str, int]]:
    """Presenters, owners, the one who took the minutes: those whose name exactly one person in the register has."""
    names = [entry.draft["secretary"], entry.draft["chair"]]
    for item in drafts.items(entry.draft):
        names += [presenter["name"] for presenter in drafts.parts(item, "presenters")]
        names += [assignment["owner"] for assignment in drafts.parts(item, "assignments")]
    found = ((name, entry.register.people_by_name.get(name_key(name), [])) for name in names if name)
    return [(name, people[0].pk) for name, people in found if len(people) == 1]


def _make(entry: Entry, names: dict[str, str]) -> dict[str, Person]:
    people = {
        key: Person(
            collaboration=entry.collaboration,
            name=fit(Person, "name", " ".join(name.split())),
            sort_name=fit(Person, "sort_name", sort_name(name)),
        )
        for key, name in names.items()
    }
    Person.objects.bulk_create(people.values())
    entry.ledger.make(people.values())
    told = [Told(person, after={"name": person.name}) for person in people.values()]
    record_all(by=entry.by, verb="create", told=told, collaboration=entry.collaboration.uuid)
    return people


def _learn(entry: Entry, person: Person, written: str) -> None:
    """A name a person has said is theirs settles itself next time."""
    if entry.register.people_by_name.get(name_key(written)):
        return
    if learnt := spell_person(person=person, name=fit(Person, "name", written), by=entry.by):
        entry.ledger.make([learnt])


def role_of(written: str | None) -> str:
    """The role a word in the attendance list names; "" for titles and anything else."""
    parts = fold(written or "").replace(".", " ").split(",")
    return next((ROLES[word] for part in parts if (word := " ".join(part.split())) in ROLES), "")


def enter_attendance(entry: Entry, meeting: Meeting) -> None:
    """The list, as written, with who and which municipality each is. Who stands there already is not added again."""
    there = {(row.person_id, row.presence): row for row in Attendance.objects.filter(meeting=meeting)}
    chair = entry.person_named(entry.draft["chair"])
    rows: list[tuple[Attendance, Element]] = []
    new: list[Attendance] = []
    for position, element in enumerate(drafts.people(entry.draft), 1):
        row = _attendance(entry, meeting, element, position)
        if row.presence == Presence.PRESENT and row.person == chair:
            row.role = MandateRole.CHAIR
        key = (row.person_id, row.presence)
        if key not in there:
            there[key] = row
            new.append(row)
        rows.append((there[key], element))
    Attendance.objects.bulk_create(new)
    entry.ledger.make(new)
    for row, element in rows:
        entry.ledger.cite(row, "", element["span"])
    if entry.minutes:
        _observe(entry, meeting, rows)


def _attendance(entry: Entry, meeting: Meeting, element: Element, position: int) -> Attendance:
    return Attendance(
        collaboration=entry.collaboration,
        meeting=meeting,
        person=entry.listed[element["id"]],
        presence=PRESENCE[element["group"]],
        position=position,
        name=fit(Attendance, "name", element["name"]),
        affiliation=fit(Attendance, "affiliation", element["affiliation"]),
        municipality=entry.match.people[element["id"]].municipality,
        role=role_of(element["role"]),
        note=fit(Attendance, "note", _note(element)),
    )


def _note(element: Element) -> str:
    """What the list says of the person beside name, affiliation and role; a title is kept here."""
    title = element["role"] if element["role"] and not role_of(element["role"]) else None
    return ", ".join(part for part in (title, element["note"]) if part)


def _observe(entry: Entry, meeting: Meeting, rows: list[tuple[Attendance, Element]]) -> None:
    """Who was present for a municipality is seen in the body that day; guests and those absent are not."""
    before = set(Sighting.objects.filter(mandate__body=meeting.body, day=meeting.date).values_list("pk", flat=True))
    seen = [(row, element) for row, element in rows if row.presence == Presence.PRESENT and row.municipality]
    seats = [Seat(row.person, row.role or MandateRole.MEMBER, row.municipality) for row, _ in seen]
    sightings = observe_mandates(body=meeting.body, day=meeting.date, seats=seats, by=entry.by)
    for sighting, (_, element) in zip(sightings, seen, strict=True):
        entry.ledger.cite(sighting, "", element["span"])
    entry.ledger.make({sighting.pk: sighting for sighting in sightings if sighting.pk not in before}.values())
