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
from radslag.domain.meetings.models.planning import (
    AnnexRule,
    AnnouncedMeeting,
    MeetingRules,
    RequestedTopic,
    SuggestionAnswer,
    SuggestionState,
)

__all__ = [
    "AgendaItem",
    "AgendaSection",
    "AnnexRule",
    "AnnouncedMeeting",
    "Attachment",
    "Attendance",
    "Contribution",
    "ItemType",
    "Meeting",
    "MeetingRules",
    "MeetingState",
    "Notice",
    "Presence",
    "Presenter",
    "ProposedDecision",
    "RequestedTopic",
    "SuggestionAnswer",
    "SuggestionState",
    "tally",
]
