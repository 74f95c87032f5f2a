"""What waits for somebody with a seat: assignments by name, group, municipality and all; presentations; meetings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from radslag.base.people.models import Body, Municipality
from radslag.domain.decisions.models import Assignee, Assignment
from radslag.domain.meetings.models import AgendaItem, AnnouncedMeeting, Meeting, MeetingState, Presenter
from tests.cast import Cast
from tests.paperwork import call_meeting, logged_assignment
from tests.web.pages import read

OVERVIEW = "/sjobygden/oversikt/"


def _task(cast: Cast, text: str, **owner: Any) -> Assignment:
    """An open assignment of the chief executives' meeting, given to an owner."""
    task = logged_assignment(cast.held.items[0], "utreder saken")
    task.save()
    Assignee.objects.create(collaboration=cast.collaboration, assignment=task, text=text, **owner)
    return task


def _waits(cast: Cast, role: str = "member") -> bool:
    page = read(cast.sign_in(role), OVERVIEW)
    return "Utreder saken" in page[: page.find("Senast beslutat")]


def test_what_is_given_to_me_by_name_waits_late_ones_first(cast: Cast) -> None:
    late = _task(cast, "Ada", person=cast.people["Ada Brandt"])
    Assignment.objects.filter(pk=late.pk).update(due=timezone.localdate() - timedelta(days=2))
    page = read(cast.sign_in("member"), OVERVIEW)
    assert "Det som väntar på dig 1 försenat Uppdrag Utreder saken försenat" in page


def test_what_is_given_to_my_group_waits(cast: Cast) -> None:
    _task(cast, "Gruppen", body=cast.chief_executives)
    assert _waits(cast)


def test_what_is_given_to_my_municipality_waits(cast: Cast) -> None:
    _task(cast, "Askersund", municipality=Municipality.objects.get(name="Askersund"))
    assert _waits(cast)


@pytest.mark.parametrize("text", ["Samtliga kommundirektörer", "Respektive kommun", "alla"])
def test_what_falls_on_all_in_my_group_waits(cast: Cast, text: str) -> None:
    _task(cast, text)
    assert _waits(cast)


@pytest.mark.parametrize("text", ["Åke Östling", "Allan Ek"])
def test_what_is_given_to_somebody_else_does_not(cast: Cast, text: str) -> None:
    _task(cast, text)
    assert not _waits(cast)


def test_what_falls_on_all_in_a_group_i_do_not_sit_in_does_not(cast: Cast) -> None:
    task = _task(cast, "Samtliga")
    Assignment.objects.filter(pk=task.pk).update(body=Body.objects.get(pk=cast.board.pk))
    assert not _waits(cast)


def _present(cast: Cast, state: str, body: Body | None = None) -> None:
    day = timezone.localdate() + timedelta(days=4)
    meeting = call_meeting(body=body or cast.chief_executives, day=day, people=[])
    Meeting.objects.filter(pk=meeting.pk).update(state=state, place="Rådhuset")
    item = AgendaItem.objects.get(meeting=meeting)
    Presenter.objects.create(
        collaboration=cast.collaboration, item=item, name="Ada Brandt", person=cast.people["Ada Brandt"]
    )


def test_what_i_present_and_where_i_meet_is_told(cast: Cast) -> None:
    _present(cast, MeetingState.CALLED)
    page = read(cast.sign_in("member"), OVERVIEW)
    assert "Att föredra 1 Gemensam upphandling Kommundirektörsgruppen" in page
    assert "Dina möten framöver Kommundirektörsgruppen" in page
    assert "kl. 9.30 Om 4 dagar · Rådhuset" in page


def test_a_meeting_i_present_at_is_mine_though_i_do_not_sit_there(cast: Cast) -> None:
    _present(cast, MeetingState.CALLED, cast.board)
    assert "Dina möten framöver Sjöbygdens styrelse" in read(cast.sign_in("member"), OVERVIEW)


def test_a_day_a_document_announces_is_told_as_not_called(cast: Cast) -> None:
    day = timezone.localdate() + timedelta(days=20)
    AnnouncedMeeting.objects.create(
        collaboration=cast.collaboration, meeting=cast.meeting, text="Gruppen", body=cast.chief_executives, day=day
    )
    assert "Dina möten framöver Kommundirektörsgruppen inte kallat" in read(cast.sign_in("member"), OVERVIEW)


def test_an_agenda_in_the_making_does_not_show(cast: Cast) -> None:
    _present(cast, MeetingState.PLANNED)
    page = read(cast.sign_in("member"), OVERVIEW)
    assert "Gemensam upphandling" not in page
    assert "Inget möte är kallat." in page


def test_the_decisions_of_my_groups_last_meeting_stand_there(cast: Cast) -> None:
    page = read(cast.sign_in("member"), OVERVIEW)
    assert "Senast beslutat Kommundirektörsgruppen onsdag 14 februari 2024 Gruppen beslutar att utreda" in page


def test_nothing_is_said_of_what_others_do(cast: Cast) -> None:
    page = read(cast.sign_in("member"), OVERVIEW)
    for heading in ("Nästa steg", "Uppdrag att bevaka", "Vad som har ändrats", "Väntar på granskning", "Nya dokument"):
        assert heading not in page
