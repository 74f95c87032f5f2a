"""A planned meeting of the cast's chief executives, and what tests of preparing it need."""

from __future__ import annotations

from datetime import date, time

from radslag.base.core.actor import SYSTEM
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, Meeting
from tests.cast import Cast

DAY = date(2024, 9, 18)


def plan(cast: Cast, *titles: str, day: date = DAY) -> Meeting:
    """A planned meeting from 13 to 16 with items of these titles."""
    meeting = actions.plan_meeting(
        body=cast.chief_executives, day=day, start_time=time(13, 0), end_time=time(16, 0), place="Sjösalen", by=SYSTEM
    )
    for title in titles:
        actions.add_item(meeting=meeting, title=title, by=SYSTEM)
    return meeting


def agenda(meeting: Meeting) -> list[str]:
    """Number and title of every item, in order."""
    return [f"{item.number} {item.title}".strip() for item in AgendaItem.objects.of_meeting(meeting).in_order()]


def item(meeting: Meeting, title: str) -> AgendaItem:
    """The item of the meeting with this title."""
    return AgendaItem.objects.of_meeting(meeting).get(title=title)
