"""Beginning to prepare the next meeting, and taking that back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from tests.cast import CALLED_FOR, Cast
from tests.planned_meeting import plan
from tests.web.pages import links, read, words

PLAN = "/sjobygden/moten/nytt/"
DAY = "2090-03-01"


def begin(cast: Cast, **fields: object) -> object:
    address = f"{PLAN}?grupp={cast.chief_executives.uuid}"
    return cast.sign_in("coordinator").post(address, {"day": DAY, "begin": "forslag", **fields})


def test_without_a_body_one_is_chosen(cast: Cast) -> None:
    answer = cast.sign_in("coordinator").get(PLAN)
    assert "Vilken grupp ska mötas? Sjöbygdens styrelse inga införda möten" in words(answer)
    assert f"{PLAN}?grupp={cast.chief_executives.uuid}" in links(answer)


def test_a_day_after_today_is_proposed_with_its_reason(cast: Cast) -> None:
    answer = cast.sign_in("coordinator").get(f"{PLAN}?grupp={cast.chief_executives.uuid}")
    day = answer.context["form"]["day"].value()
    assert day > timezone.localdate()
    assert answer.context["page"].start.reason in words(answer)


def test_the_agenda_begins_with_what_is_always_taken_up(cast: Cast) -> None:
    begin(cast, place="Sjösalen", start_time="13.30")
    meeting = Meeting.objects.get(state=MeetingState.PLANNED)
    assert (meeting.date.isoformat(), meeting.place, str(meeting.start_time)) == (DAY, "Sjösalen", "13:30:00")
    titles = list(AgendaItem.objects.of_meeting(meeting).in_order().values_list("title", flat=True))
    assert titles[-1] == "Övriga frågor"


def test_the_last_agenda_can_be_copied(cast: Cast) -> None:
    begin(cast, begin="kopia")
    meeting = Meeting.objects.get(state=MeetingState.PLANNED)
    assert "Gemensam upphandling" in [item.title for item in meeting.items.all()]
    assert not meeting.items.filter(proposed_decisions__isnull=False, title="Gemensam upphandling").exists()


def test_the_same_form_twice_plans_one_meeting(cast: Cast) -> None:
    nonce, client = str(uuid4()), cast.sign_in("coordinator")
    address, data = f"{PLAN}?grupp={cast.chief_executives.uuid}", {"day": DAY, "begin": "forslag", "nonce": nonce}
    assert client.post(address, data)["Location"] == client.post(address, data)["Location"]


def test_a_day_that_is_taken_or_past_is_told_by_the_field_and_nothing_is_lost(cast: Cast) -> None:
    Meeting.objects.filter(date=CALLED_FOR).update(date=DAY)
    answer = begin(cast, place="Rådhuset")
    assert answer.status_code == 422  # type: ignore[attr-defined]  # a test client's answer
    assert "har redan ett möte" in words(answer)
    assert 'value="Rådhuset"' in answer.content.decode()  # type: ignore[attr-defined]  # as above
    yesterday = timezone.localdate() - timedelta(days=1)
    assert "Dagen har redan varit" in words(begin(cast, day=yesterday.isoformat()))


def test_an_end_before_the_start_is_told(cast: Cast) -> None:
    assert "Slutar före starttiden 13.00" in words(begin(cast, start_time="13:00", end_time="12:00"))


def test_a_plan_is_taken_away_and_comes_back_as_it_was(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    answer = client.post(f"/sjobygden/moten/{there.meeting.uuid}/forbered/ta-bort/", follow=True)
    assert "är borttagen. Ångra" in words(answer)
    undo = next(part for part in answer.content.decode().split('"') if "/aterstall/" in part)
    client.post(undo)
    again = Meeting.objects.get(uuid=there.meeting.uuid)
    assert {item.title for item in again.items.all()} >= {"Gemensam upphandling", "Räddningstjänsten"}


def test_another_collaborations_body_is_not_found(cast: Cast) -> None:
    assert cast.sign_in("coordinator").get(f"{PLAN}?grupp={cast.other_body.uuid}").status_code == 404


def test_the_body_and_the_list_lead_there(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    begin_here = f"{PLAN}?grupp={cast.chief_executives.uuid}"
    assert begin_here in links(client.get(f"/sjobygden/grupper/{cast.chief_executives.uuid}/"))
    assert PLAN in links(client.get("/sjobygden/moten/"))
    there = plan(cast.chief_executives)
    page = client.get(f"/sjobygden/grupper/{cast.chief_executives.uuid}/")
    assert f"/sjobygden/moten/{there.meeting.uuid}/forbered/" in links(page)
    assert "Förbered nästa möte" not in read(cast.sign_in("member"), "/sjobygden/moten/")
