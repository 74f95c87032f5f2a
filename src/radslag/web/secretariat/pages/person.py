"""A person as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from radslag.base.accounts.access import Access
from radslag.base.people.models import Mandate, Person
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Attendance, Presenter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.history import known_by
from radslag.web.secretariat.pages.logs import AssignmentLine, assignment_lines
from radslag.web.secretariat.pages.other_names import OtherName, other_names
from radslag.web.secretariat.pages.presence import OwnPresence, own_presence
from radslag.web.secretariat.pages.seats import Seat, Seats, latest_first


@dataclass(frozen=True)
class Presentation:
    """An item the person presented."""

    day: date
    url: str
    item: str


@dataclass(frozen=True)
class PersonPage:
    """What is known of a person on a day; attendance, assignments and presentations are those up to then."""

    person: Person
    holding: Sequence[Seat]
    before: Sequence[Seat]
    names: Sequence[OtherName]
    attendance: Sequence[OwnPresence]
    assignments: Sequence[AssignmentLine]
    presentations: Sequence[Presentation]


def person_page(person: Person, day: date, access: Access) -> PersonPage:
    """A person as of a day."""
    links = Links(access.collaboration.slug, day)
    mandates = Mandate.objects.of(access.collaboration).held_by(person).told().by_body()
    seats = Seats(mandates, day, access, links).all()
    tasks = Assignment.objects.of(access.collaboration).of_person(person).for_log().latest_first()
    listed = [row for row in Attendance.objects.of_person(person).newest_first() if known_by(row.meeting.date, day)]
    return PersonPage(
        person=person,
        holding=[seat for seat in seats if seat.holds],
        before=latest_first(seat for seat in seats if not seat.holds),
        names=other_names(person.names.all()),
        attendance=own_presence(listed, links),
        assignments=assignment_lines([row for row in tasks if known_by(row.day, day)], access, links),
        presentations=[
            Presentation(
                row.item.meeting.date, f"{links.meeting(row.item.meeting.uuid)}#punkt-{row.item.uuid}", str(row.item)
            )
            for row in Presenter.objects.of_person(person).newest_first()
            if known_by(row.item.meeting.date, day)
        ],
    )
