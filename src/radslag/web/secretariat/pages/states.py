"""States as the pages show them: a colour's meaning and the word that always goes with it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.domain.decisions.models import Assignment, AssignmentState, Outcome, Strength
from radslag.domain.meetings.models import Meeting, MeetingState


class Chip(NamedTuple):
    """`state` is one of the chip component's; `word` is what is read."""

    state: str
    word: str | Promise


NO_CHIP = Chip("neutral", "")
OUTCOMES = {
    Outcome.APPROVED: "ok",
    Outcome.APPROVED_WITH_CHANGES: "ok",
    Outcome.REJECTED: "bad",
    Outcome.TABLED: "warn",
    Outcome.REFERRED_BACK: "warn",
    Outcome.FILED: "neutral",
}
STATUSES = [("oppet", gettext_lazy("Öppna")), ("forsenat", gettext_lazy("Försenade")), ("klart", gettext_lazy("Klara"))]


def of_assignment(assignment: Assignment, today: date) -> Chip:
    """Done, late or open."""
    if assignment.state == AssignmentState.DONE:
        return Chip("ok", _("klart"))
    if assignment.late(today):
        return Chip("bad", _("försenat"))
    if assignment.strength == Strength.PROPOSED:
        return Chip("neutral", _("föreslaget"))
    return Chip("info", _("öppet"))


def of_outcome(outcome: str) -> Chip:
    """What became of a proposal; nothing when the document does not say."""
    return Chip(OUTCOMES[Outcome(outcome)], Outcome(outcome).label) if outcome else NO_CHIP


def of_meeting(meeting: Meeting) -> Chip:
    """Held or only called."""
    return Chip("neutral" if meeting.state == MeetingState.HELD else "info", meeting.get_state_display())


def plain_date(day: date) -> str:
    """ "24 september 2026": a date in running text where the weekday would be noise."""
    return date_format(day, "j F Y")


def due_words(assignment: Assignment) -> str:
    """By when, in words: the day when the document fixes it, otherwise as it says it."""
    if assignment.due:
        return _("senast %(day)s") % {"day": plain_date(assignment.due)}
    return assignment.due_text
