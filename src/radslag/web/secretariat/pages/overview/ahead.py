"""The meetings ahead, with time and place: those that are called, and the days documents announce."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Body
from radslag.domain.meetings.models import AnnouncedMeeting, Meeting, MeetingState
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.overview.nearness import nearness
from radslag.web.secretariat.pages.states import NO_CHIP, Chip, of_meeting

SHOWN = 6
REACH = 60


@dataclass(frozen=True)
class Ahead:
    """A meeting to come. A chip only while it is not called: that it is goes without saying."""

    day: date
    near: str
    body: str
    url: str
    chip: Chip
    start: time | None = None
    end: time | None = None
    place: str = ""
    link: str = ""


@dataclass(frozen=True)
class MeetingsAhead:
    """The nearest meetings; `are_own` says that they are the reader's, otherwise they are everybody's."""

    meetings: Sequence[Ahead]
    are_own: bool


def meetings_ahead(
    access: Access, links: Links, today: date, bodies: Collection[int], presenting_at: Collection[int]
) -> MeetingsAhead:
    """Those of some bodies and those somebody presents at, by their keys; of all bodies when there are none."""
    rows = Meeting.objects.of(access.collaboration).ahead(today).visible_to(access.may(Permission.READ_DRAFTS))
    coming = list(rows.with_body()[:REACH])
    announced = AnnouncedMeeting.objects.of(access.collaboration).first_of_each(today)
    known = Body.objects.of(access.collaboration).as_of(today).in_bulk(list(announced))
    every = [(row.body_id, row.pk, _called(row, links, today)) for row in coming]
    met = {row.body_id for row in coming}
    every += [(key, 0, each) for key, each in _announced(known, announced, links, today) if key not in met]
    every.sort(key=lambda entry: entry[2].day)
    own = [each for body, meeting, each in every if body in bodies or meeting in presenting_at]
    return MeetingsAhead((own or [each for _body, _meeting, each in every])[:SHOWN], are_own=bool(own))


def _called(row: Meeting, links: Links, today: date) -> Ahead:
    return Ahead(
        row.date,
        nearness(row.date, today),
        row.body.name,
        links.meeting(row.uuid),
        of_meeting(row) if row.state == MeetingState.PLANNED else NO_CHIP,
        row.start_time,
        row.end_time,
        row.place,
        row.link,
    )


def _announced(
    bodies: dict[int, Body], days: dict[int, date], links: Links, today: date
) -> Iterator[tuple[int, Ahead]]:
    for key, body in bodies.items():
        day = days[key]
        chip = Chip("neutral", _("inte kallat"))
        yield key, Ahead(day, nearness(day, today), body.name, links.body(body.uuid), chip)
