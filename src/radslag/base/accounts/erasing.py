"""Take a person's name out of the trail: the events stay and the chain holds, unreadable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import transaction

from radslag.base.accounts.models import Appointment, Delegation, Login, User
from radslag.base.audit.actions import ERASE, erase_events, record
from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.base.people.models import Mandate, Person, PersonName

Object = tuple[str, UUID]


@transaction.atomic
def erase_person_from_trail(*, person: Person, by: Actor) -> int:
    """Erase the details of every event of the collaboration that could name the person. Returns how many.

    Those are the events about the person, the mandates, the account and its roles, what the account did, and any other
    whose details hold the name: a label of what was deleted since, an answer of a review. A namesake's events go too,
    because a name in a text does not say whose it is. The history of the account itself goes when the user has nothing
    to do with another collaboration.
    """
    collaboration = person.collaboration
    records = _records(person)
    users = list(User.objects.filter(logins__person__in=records).distinct())
    names = {record.name for record in records} | {user.name for user in users}
    names |= set(PersonName.objects.filter(person__in=records).values_list("name", flat=True))
    objects = set(_objects(records, users))
    count = _erase(collaboration.uuid, objects, users, names, by)
    only_here = [user for user in users if not _elsewhere(user, person)]
    return count + _erase(None, {("user", user.uuid) for user in only_here}, only_here, set(), by)


@transaction.atomic
def erase_contact_details(*, person: Person, by: Actor) -> int:
    """Take away a person's e-mail address and telephone number, also from the trail. Returns how many events.

    The name stays, since it stands in minutes that are kept; so does the title, and the account, which is not contact
    details. Events that hold an address or a number the person has had, or that changed one, become unreadable; what
    they told of cannot be undone any more. Nor can this.
    """
    records = _records(person)
    contacts = {value for each in records for value in (each.email, each.phone) if value}
    events = list(Event.objects.readable(person.collaboration.uuid).exclude(verb=ERASE))
    about = {each.uuid for each in records}
    contacts |= {value for event in events if event.object_uuid in about for value in _contacts(event.details)}
    if not contacts:
        return 0
    pattern = re.compile("|".join(re.escape(value) for value in contacts), re.IGNORECASE)
    found = [event for event in events if pattern.search("\n".join(_texts(event.details)))]
    for each in records:
        each.email, each.phone = "", ""
        each.save_revised(expected=each.revision, fields=("email", "phone"))
    record(by=by, verb="uncontact", about=person, collaboration=person.collaboration.uuid)
    return erase_events(events=found, by=by, collaboration=person.collaboration.uuid)


def _contacts(value: object) -> Iterator[str]:
    """Every address and number among the columns that an event says were changed, or filled in."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("email", "phone") and isinstance(each, str) and each:
                yield each
            else:
                yield from _contacts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _contacts(each)


def _erase(collaboration: UUID | None, objects: set[Object], users: list[User], names: set[str], by: Actor) -> int:
    mine, named = {user.uuid for user in users}, _pattern(names)
    found = [
        event
        for event in Event.objects.readable(collaboration).iterator()
        if (event.verb != ERASE and (event.kind, event.object_uuid) in objects)
        or (event.actor_kind == "user" and event.actor_uuid in mine)
        or (named and named.search("\n".join(_texts(event.details))))
    ]
    return erase_events(events=found, by=by, collaboration=collaboration)


def _records(person: Person) -> list[Person]:
    """The person's record and those that have been merged into it, however many steps away."""
    found = [person]
    for each in found:
        found += [other for other in each.merged.all() if other not in found]
    return found


def _objects(records: list[Person], users: list[User]) -> Iterator[Object]:
    collaboration = records[0].collaboration
    yield from (("person", each.uuid) for each in records)
    yield from (("mandate", each.uuid) for each in Mandate.objects.held_by_any(records))
    yield from (("user", each.uuid) for each in users)
    yield from (("login", each.uuid) for each in Login.objects.filter(person__in=records))
    yield from (("appointment", each.uuid) for each in Appointment.objects.of(collaboration).filter(user__in=users))
    yield from (("delegation", each.uuid) for each in Delegation.objects.of(collaboration).concerning(users))


def _elsewhere(user: User, person: Person) -> bool:
    """Whether the user has, or has had, anything to do with another collaboration."""
    here = person.collaboration
    return user.logins.exclude(collaboration=here).exists() or user.appointments.exclude(collaboration=here).exists()


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names, whatever the capitals. One of a single word counts only as a word, or its genitive."""
    said = [re.escape(name) if " " in name.strip() else rf"\b{re.escape(name)}s?\b" for name in names if name.strip()]
    return re.compile("|".join(said), re.IGNORECASE) if said else None


def _texts(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (str(key), *_texts(each))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
