"""What somebody is to present at meetings ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Person
from radslag.domain.meetings.models import Meeting, Presenter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.overview.nearness import nearness


@dataclass(frozen=True)
class Presenting:
    """An item on an agenda to come."""

    meeting: int
    item: str
    url: str
    body: str
    day: date
    near: str


def presenting(access: Access, links: Links, today: date, people: Sequence[Person]) -> list[Presenting]:
    """The items, the nearest meeting first; of agendas in the making only what the reader may see."""
    meetings = Meeting.objects.of(access.collaboration).ahead(today)
    seen = meetings.visible_to(access.may(Permission.READ_DRAFTS))
    rows = Presenter.objects.of(access.collaboration).of_people(people).at_meetings(seen)
    return [
        Presenting(
            row.item.meeting_id,
            str(row.item),
            f"{links.meeting(row.item.meeting.uuid)}#punkt-{row.item.uuid}",
            row.item.meeting.body.name,
            row.item.meeting.date,
            nearness(row.item.meeting.date, today),
        )
        for row in rows
    ]
