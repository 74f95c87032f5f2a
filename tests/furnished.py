"""The cast with something of every kind of row in both collaborations: what guards all tables is tried on them all.

Most tests do without: a meeting in preparation would stand in their lists.
"""

from __future__ import annotations

from datetime import date

from radslag.base.accounts.delegating import hand_over
from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Body, Collaboration
from radslag.domain.meetings.actions.rules import set_rules
from radslag.domain.meetings.models import AnnouncedMeeting, Meeting, RequestedTopic
from radslag.domain.meetings.models.planning import SuggestionAnswer, SuggestionState
from radslag.exchange.importing.models import Lesson
from tests.cast import Cast
from tests.own_template import own_template
from tests.planned_meeting import planned


def furnished(cast: Cast) -> Cast:
    """The same cast, with more in it."""
    for body, giver, receiver in (
        (cast.chief_executives, "coordinator", "observer"),
        (cast.other_body, "outsider", "observer"),
    ):
        collaboration = body.collaboration
        _prepare(body)
        _announce(collaboration, body)
        own_template(collaboration)
        names = {"kind": "person", "key": "anna|", "written": "Anna", "answer": "new"}
        Lesson.objects.create(collaboration=collaboration, **names)
        start, end = date(2999, 1, 1), date(2999, 2, 1)
        users = {"giver": cast.user(giver), "receiver": cast.user(receiver)}
        hand_over(collaboration=collaboration, **users, start=start, end=end, by=SYSTEM)
    return cast


def _prepare(body: Body) -> None:
    """A planned meeting with its agenda, papers and answers, by the body's own rules."""
    set_rules(body=body, from_day=date(2020, 1, 1), by=SYSTEM)
    meeting = planned(body).meeting
    dropped = {"state": SuggestionState.DROPPED, "dropped_because": "Tas upp i styrelsen"}
    SuggestionAnswer.objects.create(collaboration=body.collaboration, meeting=meeting, key="egen", **dropped)


def _announce(collaboration: Collaboration, body: Body) -> None:
    held = Meeting.objects.of_body(body).order_by("date").first()
    assert held is not None
    names = {"text": "Nästa möte", "body": body, "day": date(2024, 4, 17)}
    announced = AnnouncedMeeting.objects.create(collaboration=collaboration, meeting=held, **names)
    RequestedTopic.objects.create(collaboration=collaboration, announced=announced, text="Läget i kommunerna")
