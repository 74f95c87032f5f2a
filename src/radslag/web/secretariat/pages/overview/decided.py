"""What was decided last: at the last meeting of each of the reader's bodies, or at the latest meetings of all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from radslag.base.accounts.access import Access
from radslag.base.people.models import Body
from radslag.domain.decisions.models import Decision
from radslag.domain.meetings.models import Meeting, MeetingState
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.logs import DecisionLine, decision_lines

MEETINGS = 3
DECISIONS = 5


@dataclass(frozen=True)
class Decided:
    """The decisions of a meeting, as many as there is room for; `more` are those not shown."""

    body: str
    day: date
    meeting_url: str
    decisions: Sequence[DecisionLine]
    more: int


def decided_last(access: Access, links: Links, today: date, bodies: Collection[int]) -> list[Decided]:
    """The newest first; meetings where nothing was decided are left out. Four statements."""
    every = Body.objects.of(access.collaboration).values_list("pk", flat=True)
    rows = Meeting.objects.of(access.collaboration).last_of_each(bodies or list(every), today, MeetingState.HELD)
    meetings = list(rows.with_body())
    decisions = Decision.objects.of(access.collaboration).of_meetings(meetings[: 2 * MEETINGS])
    lines = decision_lines(list(decisions.for_log().latest_first()), access)
    found = []
    for meeting in meetings:
        url = links.meeting(meeting.uuid)
        own = [line for line in lines if line.meeting_url == url]
        if own:
            found.append(Decided(meeting.body.name, meeting.date, url, own[:DECISIONS], len(own[DECISIONS:])))
    return found[:MEETINGS]
