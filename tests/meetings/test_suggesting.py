"""Topics asked for, standing items and the minutes to approve are suggested; taken, dropped and thought over."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import (
    AgendaItem,
    AnnouncedMeeting,
    Meeting,
    MeetingState,
    RequestedTopic,
    SuggestionAnswer,
)
from radslag.domain.meetings.refusal import Refused
from radslag.domain.meetings.suggested import Cause, Suggested
from radslag.domain.meetings.suggesting import of_meeting
from radslag.domain.minutes import suggesting as approving
from tests.cast import Cast
from tests.meetings.planning import DAY, agenda, item, plan


def held(cast: Cast, day: date) -> Meeting:
    """Another meeting of the chief executives, without items."""
    return Meeting.objects.create(
        collaboration=cast.collaboration, body=cast.chief_executives, date=day, state=MeetingState.HELD
    )


def ask_for(cast: Cast, text: str, *, day: date | None = None, by: Meeting | None = None) -> RequestedTopic:
    """A topic the held meeting, or another, asks the next to take up."""
    announced = AnnouncedMeeting.objects.create(
        collaboration=cast.collaboration,
        meeting=by or cast.meeting,
        text="nästa möte",
        body=cast.chief_executives,
        day=day,
    )
    return RequestedTopic.objects.create(collaboration=cast.collaboration, announced=announced, text=text)


def requested(meeting: Meeting) -> list[Suggested]:
    """The topics among what is suggested."""
    return [each for each in of_meeting(meeting) if each.cause == Cause.REQUESTED]


def test_a_topic_asked_for_is_suggested_until_a_held_meeting_takes_it_up(cast: Cast) -> None:
    topic, meeting = ask_for(cast, "Hanteringen av flodplanen"), plan(cast)
    (found,) = requested(meeting)
    assert (found.title, found.object_uuid) == (topic.text, topic.uuid)
    assert found.reason == "Kommundirektörsgruppen bad den 14 februari 2024 att nästa möte tar upp det här."
    AgendaItem.objects.filter(meeting=cast.called).update(title="Flodplanen: hantering")
    assert requested(meeting)
    Meeting.objects.filter(pk=cast.called.pk).update(state=MeetingState.HELD)
    assert not requested(meeting)


@pytest.mark.parametrize(
    ("planned", "announced", "there"),
    [
        (DAY, DAY, True),
        (DAY, date(2024, 12, 4), False),
        (date(2031, 9, 17), None, True),
    ],
)
def test_it_is_for_the_meeting_it_was_asked_of(cast: Cast, planned: date, announced: date | None, there: bool) -> None:
    ask_for(cast, "Flodplanen", day=announced)
    assert bool(requested(plan(cast, day=planned))) is there


def test_a_topic_is_forgotten_when_a_year_of_meetings_has_gone_by(cast: Cast) -> None:
    ask_for(cast, "Flodplanen")
    held(cast, date(2025, 6, 18))
    assert requested(plan(cast, day=date(2025, 9, 17))) == []


def test_a_topic_meetings_have_passed_by_says_so(cast: Cast) -> None:
    ask_for(cast, "Flodplanen")
    held(cast, date(2024, 5, 15))
    (found,) = requested(plan(cast))
    assert found.reason == (
        "Kommundirektörsgruppen bad den 14 februari 2024 att det här tas upp, och det har inte tagits upp sedan dess."
    )


def test_of_two_requests_for_the_same_matter_the_newest_is_suggested(cast: Cast) -> None:
    ask_for(cast, "Hanteringen av flodplanen")
    later = ask_for(cast, "Flodplanen: fortsatt hantering", by=held(cast, date(2024, 5, 15)))
    assert [each.object_uuid for each in requested(plan(cast))] == [later.uuid]


def test_standing_items_are_those_of_the_rules_or_what_nearly_all_have(cast: Cast) -> None:
    meeting = plan(cast, "Övriga frågor")
    assert [each.title for each in of_meeting(meeting)] == ["Nästa möte"]
    standing = [{"title": "Dagens gäst", "place": "first", "presenter": "Ordföranden"}, {"title": "Avslutning"}]
    actions.set_rules(body=meeting.body, from_day=None, standing=standing, by=SYSTEM)
    first, last = of_meeting(meeting)
    assert [(first.title, first.place), (last.title, last.place)] == [("Dagens gäst", "first"), ("Avslutning", "last")]
    assert [each.name for each in first.presenters] == ["Ordföranden"]


def test_the_minutes_of_the_last_held_meeting_are_to_be_approved(cast: Cast) -> None:
    meeting = plan(cast)
    (found,) = approving.of_meeting(meeting)
    assert (found.object_uuid, found.version, found.place) == (cast.meeting.uuid, cast.version, "first")
    assert found.proposal == "Minnesanteckningarna från den 14 februari 2024 godkänns."
    actions.take(meeting=meeting, suggested=found, by=SYSTEM)
    assert approving.of_meeting(meeting) == []
    assert item(meeting, found.title).attachments.get().title == "Minnesanteckningar 14 februari 2024"


def test_the_rules_say_what_the_minutes_are_called(cast: Cast) -> None:
    standing = [{"title": "Föregående mötes anteckningar", "place": "first", "proposal": "Läggs till handlingarna."}]
    actions.set_rules(body=cast.chief_executives, from_day=None, standing=standing, by=SYSTEM)
    meeting = plan(cast)
    (found,) = approving.of_meeting(meeting)
    assert (found.title, found.proposal) == ("Föregående mötes anteckningar", "Läggs till handlingarna.")
    assert of_meeting(meeting) == []


def test_a_body_that_has_not_met_has_nothing_to_approve(cast: Cast) -> None:
    meeting = actions.plan_meeting(body=cast.board, day=DAY, by=SYSTEM)
    assert approving.of_meeting(meeting) == []


def test_what_is_taken_stands_where_it_belongs_and_says_why(cast: Cast) -> None:
    ask_for(cast, "Flodplanen")
    meeting = plan(cast, "Föregående protokoll", "Ålfisket")
    for suggested in [*of_meeting(meeting), *of_meeting(meeting)]:
        actions.take(meeting=meeting, suggested=suggested, by=SYSTEM)
    assert agenda(meeting) == [
        "1 Föregående protokoll",
        "2 Ålfisket",
        "3 Flodplanen",
        "4 Nästa möte",
        "5 Övriga frågor",
    ]
    answer = SuggestionAnswer.objects.of_meeting(meeting).get(item=item(meeting, "Flodplanen"))
    assert answer.reason.startswith("Kommundirektörsgruppen bad")


def test_what_is_dropped_says_why_and_may_be_thought_over(cast: Cast) -> None:
    ask_for(cast, "Flodplanen")
    meeting = plan(cast)
    suggested = requested(meeting)[0]
    answer = actions.drop(meeting=meeting, suggested=suggested, because=" Tas upp  i höst ", by=SYSTEM)
    assert (answer.state, answer.dropped_because) == ("dropped", "Tas upp i höst")
    actions.reconsider(answer=answer, by=SYSTEM)
    assert not SuggestionAnswer.objects.of_meeting(meeting).exists()
    actions.drop(meeting=meeting, suggested=suggested, because="", by=SYSTEM)
    actions.take(meeting=meeting, suggested=suggested, by=SYSTEM)
    assert SuggestionAnswer.objects.of_meeting(meeting).get().state == "taken"


def test_what_is_on_the_agenda_is_removed_there_and_nowhere_else(cast: Cast) -> None:
    ask_for(cast, "Flodplanen")
    meeting = plan(cast)
    suggested = requested(meeting)[0]
    actions.take(meeting=meeting, suggested=suggested, by=SYSTEM)
    with pytest.raises(Refused, match="står redan på dagordningen"):
        actions.drop(meeting=meeting, suggested=suggested, because="", by=SYSTEM)
    with pytest.raises(Refused, match="Ta bort punkten"):
        actions.reconsider(answer=SuggestionAnswer.objects.get(), by=SYSTEM)
    actions.remove_item(item=item(meeting, "Flodplanen"), by=SYSTEM)
    assert not SuggestionAnswer.objects.exists()
