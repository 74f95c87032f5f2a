"""A person over time: mandates, meetings, presentations, assignments and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Mandate, Person
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Attendance, Presence, Presenter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.history import (
    History,
    Moment,
    changes_of,
    mandate_moments,
    name_moments,
    role_words,
    task_moments,
    undated,
    years,
)
from radslag.web.secretariat.pages.places import Places


def person_history(person: Person, day: date, access: Access) -> History:
    """Everything known of a person up to a day; a number of statements that does not grow with it."""
    links = Links(access.collaboration.slug, day)
    mandates = list(Mandate.objects.of(access.collaboration).held_by(person).told().by_body())
    moments = mandate_moments(mandates, lambda row: (_seat(row), links.body(row.body.uuid)), access, links)
    moments += [*_meetings(person, access, links), *_presented(person, access, links), *_tasks(person, access, links)]
    moments += name_moments(person.name, person.names.all())
    uuids = [person.uuid, *(row.uuid for row in mandates)]
    return History(
        years=years(moments, day),
        undated=undated(mandates, lambda row: (_seat(row), "")),
        changes=changes_of(uuids, access, Links(access.collaboration.slug), links.person(person.uuid)),
    )


def _seat(row: Mandate) -> str:
    municipality = row.on_behalf_of.name if row.on_behalf_of else ""
    return ", ".join(word for word in (role_words(row), row.body.name, municipality) if word)


def _meetings(person: Person, access: Access, links: Links) -> Iterator[Moment]:
    rows = list(Attendance.objects.of(access.collaboration).of_person(person).newest_first())
    places = _places("attendance", rows, access, links)
    words = {
        Presence.PRESENT: _("Närvarande: %(body)s"),
        Presence.OTHER: _("Medverkade: %(body)s"),
        Presence.ABSENT: _("Anmälde förhinder: %(body)s"),
    }
    for row in rows:
        spelt = _("skrevs ”%(name)s”") % {"name": row.name} if row.name != person.name else ""
        text = words[Presence(row.presence)] % {"body": row.meeting.body.name}
        yield Moment(row.meeting.date, text, links.meeting(row.meeting.uuid), spelt, source=places.link(row.uuid))


def _presented(person: Person, access: Access, links: Links) -> Iterator[Moment]:
    rows = list(Presenter.objects.of(access.collaboration).of_person(person).newest_first())
    places = _places("presenter", rows, access, links)
    for row in rows:
        meeting = row.item.meeting
        url = f"{links.meeting(meeting.uuid)}#punkt-{row.item.uuid}"
        yield Moment(meeting.date, _("Föredrog %(item)s") % {"item": row.item}, url, source=places.link(row.uuid))


def _tasks(person: Person, access: Access, links: Links) -> Iterator[Moment]:
    rows = Assignment.objects.of(access.collaboration).of_person(person).given().latest_first()
    return task_moments(list(rows), access, links)


def _places(kind: str, rows: Sequence[Attendance | Presenter], access: Access, links: Links) -> Places:
    readable = bool(rows) and access.may(Permission.READ_SOURCES)
    return Places.about(kind, [row.uuid for row in rows], links) if readable else Places(links)
