"""Who came to a meeting: every member municipality of that day, who came for it, and the guests apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from radslag.base.people.models import MandateRole, Membership
from radslag.domain.meetings.models import Attendance, Meeting, Presence
from radslag.web.secretariat.components.attendance import AttendanceRow, Person
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places


@dataclass(frozen=True)
class Presences:
    """`rows`: one per member, in Swedish order. `guests`: those who came for no member. `chairs`: names as written."""

    rows: Sequence[AttendanceRow]
    guests: Sequence[Person]
    chairs: Sequence[str]


def presences(meeting: Meeting, members: Iterable[Membership], links: Links, places: Places) -> Presences:
    """The attendance of a meeting; `members` are the memberships of its day, sorted."""
    listed = list(Attendance.objects.of_meeting(meeting).in_order())
    members = list(members)
    seats = {member.municipality_id for member in members}
    came: dict[int, list[Person]] = defaultdict(list)
    sent_word: dict[int, list[Person]] = defaultdict(list)
    guests = []
    for row in listed:
        seated = row.municipality_id is not None and row.municipality_id in seats and row.presence != Presence.OTHER
        person = _person(row, links, places, seated=seated)
        if not seated:
            guests.append(person)
        elif row.municipality_id is not None:
            (sent_word if row.presence == Presence.ABSENT else came)[row.municipality_id].append(person)
    rows = [
        AttendanceRow(
            member.municipality.name,
            links.municipality(member.uuid),
            came[member.municipality_id],
            sent_word[member.municipality_id],
        )
        for member in members
    ]
    chairs = [row.name for row in listed if row.role == MandateRole.CHAIR]
    return Presences(rows if listed else (), guests, chairs)


def _person(row: Attendance, links: Links, places: Places, *, seated: bool) -> Person:
    role = MandateRole(row.role).label if row.role and row.role != MandateRole.CHAIR else ""
    notes = [role, "" if seated else row.affiliation, row.note]
    state, word = ("info", _("ordförande")) if row.role == MandateRole.CHAIR else ("neutral", "")
    if row.presence == Presence.ABSENT and not seated:
        state, word = "neutral", _("anmält förhinder")
    return Person(
        row.name,
        links.person(row.person.uuid),
        ", ".join(str(note) for note in notes if note),
        state,
        word,
        places.link(row.uuid),
    )
