"""Municipalities: the members as of a day, and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.people.models import Collaboration, Mandate, Membership, Municipality
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Attendance, Meeting
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.history import known_by
from radslag.web.secretariat.pages.logs import AssignmentLine, assignment_lines
from radslag.web.secretariat.pages.presence import MeetingPresence, presence_lines
from radslag.web.secretariat.pages.seats import Seat, Seats, latest_first
from radslag.web.secretariat.pages.states import plain_date

MEETINGS = 20


@dataclass(frozen=True)
class MemberLine:
    """A line of *Kommuner*."""

    name: str
    url: str
    county: str
    code: str
    period: str
    known: int


@dataclass(frozen=True)
class MunicipalityPage:
    """What is known of a member municipality on a day. Meetings are those up to that day, the newest first."""

    municipality: Municipality
    is_member: bool
    holding: Sequence[Seat]
    before: Sequence[Seat]
    assignments: Sequence[AssignmentLine]
    meetings: Sequence[MeetingPresence]


def member_lines(collaboration: Collaboration, day: date, links: Links) -> tuple[list[MemberLine], list[MemberLine]]:
    """The members on the day, and those that were members before."""
    people = Mandate.objects.of(collaboration).known(day).people_per_municipality()
    memberships = Membership.objects.of(collaboration)
    members = list(memberships.as_of(day).sorted())
    present = {row.municipality_id for row in members}
    former = [row for row in memberships.ended(day).sorted() if row.municipality_id not in present]
    return [_line(row, people, links) for row in members], [_line(row, people, links) for row in former]


def municipality_page(membership: Membership, day: date, access: Access) -> MunicipalityPage:
    """A member municipality as of a day."""
    links = Links(access.collaboration.slug, day)
    municipality = membership.municipality
    mine = list(Membership.objects.of(access.collaboration).in_municipality(municipality))
    mandates = Mandate.objects.of(access.collaboration).for_municipality(municipality).told().by_body()
    seats = Seats(mandates, day, access, links).all()
    tasks = Assignment.objects.of(access.collaboration).of_municipality(municipality).for_log().latest_first()
    held = Meeting.objects.of(access.collaboration).until(day).with_attendance().with_body().latest_first()[:MEETINGS]
    came = Attendance.objects.for_municipality(municipality).at_meetings(held)
    return MunicipalityPage(
        municipality=municipality,
        is_member=any(row.holds(day) for row in mine),
        holding=[seat for seat in seats if seat.holds],
        before=latest_first(seat for seat in seats if not seat.holds),
        assignments=assignment_lines([row for row in tasks if known_by(row.day, day)], access, links),
        meetings=presence_lines(list(held), list(came), links),
    )


def facts_of(membership: Membership, access: Access) -> list[str]:
    """County, code and the periods of membership."""
    found = membership.municipality
    mine = Membership.objects.of(access.collaboration).in_municipality(found)
    code = _("kommunkod %(code)s") % {"code": found.code}
    return [found.county, code, ", ".join(period_words(row) for row in mine)]


def period_words(row: Membership) -> str:
    """Since when, or from when to when, it is a member."""
    start = plain_date(row.start) if row.start else ""
    last = plain_date(row.end - timedelta(days=1)) if row.end else ""
    if start and last:
        return _("medlem från %(start)s t.o.m. %(last)s") % {"start": start, "last": last}
    if start:
        return _("medlem sedan %(start)s") % {"start": start}
    return _("medlem t.o.m. %(last)s") % {"last": last} if last else _("medlem, tiden är inte införd")


def _line(row: Membership, people: dict[int, int], links: Links) -> MemberLine:
    found = row.municipality
    known = people.get(found.pk, 0)
    return MemberLine(found.name, links.municipality(row.uuid), found.county, found.code, period_words(row), known)
