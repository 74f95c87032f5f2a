"""A municipality over time: its membership, who has represented it, and what it was asked to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.people.models import Mandate, Membership, Municipality
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Attendance, Presence
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.history import (
    ONE_DAY,
    History,
    Moment,
    changes_of,
    decided_chip,
    mandate_moments,
    role_words,
    task_moments,
    undated,
    years,
)


def municipality_history(municipality: Municipality, day: date, access: Access) -> History:
    """Everything known of a municipality here up to a day; a number of statements that does not grow with it."""
    links = Links(access.collaboration.slug, day)
    mine = list(Membership.objects.of(access.collaboration).in_municipality(municipality))
    mandates = list(Mandate.objects.of(access.collaboration).for_municipality(municipality).told().by_body())
    moments = mandate_moments(mandates, lambda row: (_holder(row), links.person(row.person.uuid)), access, links)
    moments += [moment for row in mine for moment in _membership(row)]
    moments += [*_meetings(municipality, access, links), *_tasks(municipality, access, links)]
    return History(
        years=years(moments, day),
        undated=undated(mandates, lambda row: (_holder(row), "")),
        changes=changes_of([row.uuid for row in mine], access, Links(access.collaboration.slug), ""),
    )


def _holder(row: Mandate) -> str:
    return ", ".join((row.person.name, role_words(row), row.body.name))


def _membership(row: Membership) -> Iterator[Moment]:
    if row.start:
        yield Moment(row.start, _("Blev medlem"), chip=decided_chip())
    if row.end:
        yield Moment(row.end - ONE_DAY, _("Sista dag som medlem"), chip=decided_chip())


def _meetings(municipality: Municipality, access: Access, links: Links) -> Iterator[Moment]:
    """One moment a meeting: who came."""
    rows = Attendance.objects.of(access.collaboration).for_municipality(municipality)
    by_meeting: dict[int, list[Attendance]] = defaultdict(list)
    for row in rows.newest_first():
        by_meeting[row.meeting_id].append(row)
    for found in by_meeting.values():
        meeting = found[0].meeting
        came = [row.name for row in found if row.presence == Presence.PRESENT]
        words = {"body": meeting.body.name, "people": ", ".join(came)}
        text = _("Företrädd vid %(body)s: %(people)s") if came else _("Anmälde förhinder: %(body)s")
        yield Moment(meeting.date, text % words, links.meeting(meeting.uuid))


def _tasks(municipality: Municipality, access: Access, links: Links) -> Iterator[Moment]:
    rows = Assignment.objects.of(access.collaboration).of_municipality(municipality).given().latest_first()
    return task_moments(list(rows), access, links)
