"""The meetings ahead, with time and place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.domain.meetings.models import Meeting, MeetingState
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.overview.nearness import nearness
from radslag.web.secretariat.pages.states import NO_CHIP, Chip, of_meeting

SHOWN = 6


@dataclass(frozen=True)
class Ahead:
    """A meeting to come. A chip only while it is being prepared: that it is called goes without saying."""

    day: date
    near: str
    start: time | None
    end: time | None
    body: str
    url: str
    place: str
    link: str
    chip: Chip


def meetings_ahead(access: Access, links: Links, today: date, bodies: Collection[int]) -> list[Ahead]:
    """The nearest meetings: of some bodies, by their keys, or without any of all bodies."""
    rows = Meeting.objects.of(access.collaboration).ahead(today).visible_to(access.may(Permission.READ_DRAFTS))
    if bodies:
        rows = rows.of_bodies(bodies)
    return [
        Ahead(
            row.date,
            nearness(row.date, today),
            row.start_time,
            row.end_time,
            row.body.name,
            links.meeting(row.uuid),
            row.place,
            row.link,
            of_meeting(row) if row.state == MeetingState.PLANNED else NO_CHIP,
        )
        for row in rows.with_body()[:SHOWN]
    ]
