"""Who a notice goes to: those with a place in the body, as of the day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from radslag.base.people.models import Mandate, Person
from radslag.domain.meetings.models import Attendance, Meeting, Presence

# What divides addresses or is read as something else in them (RFC 5322).
SPECIAL = re.compile(r"[,;:<>()@\[\]\\]")


@dataclass(frozen=True)
class Recipient:
    """Somebody the notice goes to. `email` is "" when there is none to be had; `municipality` whom they represent.

    `seen_on`: set where no decision is known and all we have is that they were at the body's meeting that day.
    """

    person: Person
    name: str
    email: str
    municipality: str = ""
    seen_on: date | None = None


def recipients(meeting: Meeting) -> list[Recipient]:
    """The members of the body as of the day, by municipality; where none has been decided, those of its last meeting.

    Imported minutes show who came and decide nothing; without them the notice of a new collaboration went to nobody.
    """
    mandates = Mandate.objects.of(meeting.collaboration).in_body(meeting.body).decided(meeting.date)
    decided = mandates.select_related("person__merged_into", "on_behalf_of").by_municipality()
    found: dict[int, Recipient] = {}
    for mandate in decided:
        _add(found, mandate.person, str(mandate.on_behalf_of or ""), None)
    if not found:
        for row in _at_last_meeting(meeting):
            _add(found, row.person, str(row.municipality or ""), row.meeting.date)
    return list(found.values())


def _at_last_meeting(meeting: Meeting) -> Iterable[Attendance]:
    before = Meeting.objects.of(meeting.collaboration).of_body(meeting.body).filter(date__lt=meeting.date)
    last = before.with_attendance().latest_first().first()
    if last is None:
        return []
    rows = Attendance.objects.of_meeting(last).exclude(presence=Presence.OTHER).by_municipality()
    return rows.select_related("person__merged_into", "municipality", "meeting")


def _add(found: dict[int, Recipient], person: Person, municipality: str, seen_on: date | None) -> None:
    person = person.standing
    found.setdefault(person.pk, Recipient(person, person.name, person.email.strip(), municipality, seen_on))


def address_line(recipients: Iterable[Recipient]) -> str:
    """The addresses in one line to copy: "Anna Ek <anna@example.org>; …". Each address once.

    Semicolons, because Outlook takes a comma for part of a name; names as letters, since they are pasted by a person.
    """
    lines = {each.email.lower(): _addressed(each) for each in recipients if each.email}
    return "; ".join(lines.values())


def _addressed(recipient: Recipient) -> str:
    name = recipient.name.replace('"', "")
    quoted = f'"{name}"' if SPECIAL.search(name) else name
    return f"{quoted} <{recipient.email}>"
