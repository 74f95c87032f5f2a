"""Meetings, their agendas and who was there."""

from radslag.domain.meetings.models.agenda import (
    AgendaItem,
    AgendaSection,
    Attachment,
    Contribution,
    ItemType,
    Presenter,
    ProposedDecision,
    tally,
)
from radslag.domain.meetings.models.attendance import Attendance, Presence
from radslag.domain.meetings.models.meeting import Meeting, MeetingState, Notice

__all__ = [
    "AgendaItem",
    "AgendaSection",
    "Attachment",
    "Attendance",
    "Contribution",
    "ItemType",
    "Meeting",
    "MeetingState",
    "Notice",
    "Presence",
    "Presenter",
    "ProposedDecision",
    "tally",
]
