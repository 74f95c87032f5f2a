"""Meeting by meeting, who came for a municipality, or in what capacity a person did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from radslag.base.people.models import MandateRole
from radslag.domain.meetings.models import Attendance, Meeting, Presence
from radslag.web.secretariat.components.attendance import Person
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import Chip


@dataclass(frozen=True)
class MeetingPresence:
    """A meeting and those who came for the municipality; `people` is empty when nobody is noted."""

    day: date
    url: str
    body: str
    people: Sequence[Person]


@dataclass(frozen=True)
class OwnPresence:
    """A meeting a person is listed at."""

    day: date
    url: str
    body: str
    spelt: str
    role: str | Promise
    chip: Chip


def presence_lines(meetings: Sequence[Meeting], came: Sequence[Attendance], links: Links) -> list[MeetingPresence]:
    """Every meeting with those of `came` who were there."""
    people: dict[int, list[Person]] = defaultdict(list)
    for row in came:
        absent = row.presence == Presence.ABSENT
        word = _("anmält förhinder") if absent else ""
        people[row.meeting_id].append(Person(row.name, links.person(row.person.uuid), _role(row), "neutral", word))
    return [MeetingPresence(row.date, links.meeting(row.uuid), row.body.name, people[row.pk]) for row in meetings]


def own_presence(rows: Sequence[Attendance], links: Links) -> list[OwnPresence]:
    """A person's attendance, fetched with meeting and body."""
    return [
        OwnPresence(
            row.meeting.date,
            links.meeting(row.meeting.uuid),
            row.meeting.body.name,
            row.name,
            _role(row),
            Chip("ok" if row.presence == Presence.PRESENT else "neutral", row.get_presence_display()),
        )
        for row in rows
    ]


def _role(row: Attendance) -> str:
    return str(MandateRole(row.role).label) if row.role else ""
