"""People of a document: found or made; the attendance list; and the mandates the list lets us see."""

from __future__ import annotations

from radslag.base.people.actions import spell_person
from radslag.base.people.models import MandateRole, Person, Sighting
from radslag.base.people.observing import Seat, observe_mandates
from radslag.domain.meetings.models import Attendance, Meeting, Presence
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.drafts import Element
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
    """Fill `entry.people`: all in the list, and everyone else in the register whose name the document gives."""
    known = {name_key(name): person for name, person in _named_elsewhere(entry)}
    listed: dict[str, Element] = {name_key(person["name"]): person for person in drafts.people(entry.draft)}
    matches = {key: entry.match.people[person["id"]] for key, person in listed.items()}
    known |= {key: found.person.pk for key, found in matches.items() if found.person is not None}
    rows = Person.objects.of(entry.collaboration).in_bulk(set(known.values()))
    entry.people = {key: rows[pk] for key, pk in known.items()}
    new = {key: listed[key]["name"] for key, found in matches.items() if found.settled == "new"}
    entry.people |= _make(entry, new)
    for key, found in matches.items():
        if found.person is not None:
            _learn(entry, entry.people[key], listed[key]["name"])


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
    chair = name_key(entry.draft["chair"]) if entry.draft["chair"] else None
    rows: list[tuple[Attendance, Element]] = []
    new: list[Attendance] = []
    for position, element in enumerate(drafts.people(entry.draft), 1):
        row = _attendance(entry, meeting, element, position)
        if row.presence == Presence.PRESENT and name_key(element["name"]) == chair:
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
        person=entry.people[name_key(element["name"])],
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
