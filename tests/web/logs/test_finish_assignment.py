"""Saying that an assignment is done, taking it back, and two people doing so at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from radslag.base.audit.models import Event
from radslag.domain.decisions.models import Assignment, AssignmentState
from tests.cast import Cast
from tests.web.pages import read, words

LOG = "/sjobygden/uppdrag/"


def finish(client: Client, task: Assignment, **fields: object) -> object:
    data = {"revision": task.revision, "next": LOG, **fields}
    return client.post(f"{LOG}{task.uuid}/klart/", data)


def test_a_button_marks_it_done_today_and_leads_back(cast: Cast) -> None:
    client, task = cast.sign_in("coordinator"), cast.held.late
    answer = client.post(f"{LOG}{task.uuid}/klart/", {"revision": task.revision, "next": f"{LOG}?status=oppet"})
    assert answer["Location"] == f"{LOG}?status=oppet"
    task.refresh_from_db()
    assert (task.state, task.done_on) == (AssignmentState.DONE, timezone.localdate())


def test_the_day_it_was_done_can_be_said(cast: Cast) -> None:
    finish(cast.sign_in("coordinator"), cast.held.late, day="2024-05-02")
    cast.held.late.refresh_from_db()
    assert cast.held.late.done_on == date(2024, 5, 2)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2999-01-01", "kan inte ligga i framtiden"),
        ("2024-01-01", "före mötet då det gavs"),
        ("i går", "Det är inte ett datum"),
    ],
)
def test_a_day_it_cannot_have_been_done_is_told(cast: Cast, day: str, sentence: str) -> None:
    client = cast.sign_in("coordinator")
    finish(client, cast.held.late, day=day)
    cast.held.late.refresh_from_db()
    assert cast.held.late.state == AssignmentState.OPEN
    assert sentence in read(client, f"{LOG}{cast.held.late.uuid}/")


def test_the_message_offers_to_undo_and_undoing_opens_it_again(cast: Cast) -> None:
    client, task = cast.sign_in("coordinator"), cast.held.open
    finish(client, task)
    page = client.get(LOG)
    assert "Uppdraget är markerat som klart. Ångra" in words(page)
    undo = f"{LOG}{task.uuid}/oppna/?revision={task.revision + 1}"
    assert f'action="{undo}"' in page.content.decode()
    client.post(undo)
    task.refresh_from_db()
    assert task.state == AssignmentState.OPEN


def test_a_done_one_can_be_opened_again(cast: Cast) -> None:
    task = cast.held.done
    task.refresh_from_db()
    cast.sign_in("coordinator").post(f"{LOG}{task.uuid}/oppna/", {"revision": task.revision})
    task.refresh_from_db()
    assert (task.state, task.done_on) == (AssignmentState.OPEN, None)


def test_the_second_of_two_is_shown_both_and_changes_nothing(cast: Cast) -> None:
    task = cast.held.open
    finish(cast.sign_in("coordinator"), task)
    done = Assignment.objects.get(pk=task.pk)
    answer = cast.sign_in("coordinator").post(f"{LOG}{task.uuid}/oppna/", {"revision": task.revision})
    assert answer.status_code == 409
    text = words(answer)
    assert "Användare coordinator hann före" in text
    assert "Ditt öppet Det sparade klart" in text
    assert Assignment.objects.get(pk=task.pk).revision == done.revision


def test_a_page_without_its_revision_changes_nothing(cast: Cast) -> None:
    client, task = cast.sign_in("coordinator"), cast.held.open
    client.post(f"{LOG}{task.uuid}/klart/")
    task.refresh_from_db()
    assert task.state == AssignmentState.OPEN
    assert "Sidan var för gammal och inget ändrades" in read(client, LOG)


def test_it_leaves_an_event_the_page_tells_of(cast: Cast) -> None:
    client, task = cast.sign_in("coordinator"), cast.held.open
    finish(client, task)
    assert Event.objects.about("assignment", task.uuid).first().verb == "finish"  # type: ignore[union-attr]  # just made
    text = read(client, f"{LOG}{task.uuid}/")
    assert "Användare coordinator markerade ett uppdrag som klart: kartlägger möjliga vattentäkter" in text


def test_one_is_not_led_off_the_site(cast: Cast) -> None:
    client, task = cast.sign_in("coordinator"), cast.held.open
    answer = client.post(f"{LOG}{task.uuid}/klart/", {"revision": task.revision, "next": "https://elsewhere.example/x"})
    assert answer["Location"] == f"{LOG}{task.uuid}/"


def test_what_a_coming_meeting_will_give_cannot_be_finished_yet(cast: Cast) -> None:
    client, task = cast.sign_in("coordinator"), cast.held.open
    task.day = timezone.localdate() + timedelta(days=1)
    task.save()
    for path in (LOG, f"{LOG}{task.uuid}/"):
        page = client.get(path)
        assert task.what.lower() in words(page).lower()
        assert f"{task.uuid}/klart/" not in page.content.decode()
        assert page.status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [("member", 403), ("observer", 403), ("administrator", 403), ("outsider", 404), ("nobody", 404)]
)
def test_only_who_may_edit_the_record_can(cast: Cast, role: str, status: int) -> None:
    task = cast.held.open
    answer = cast.sign_in(role).post(f"{LOG}{task.uuid}/klart/", {"revision": task.revision})
    assert answer.status_code == status
    task.refresh_from_db()
    assert task.state == AssignmentState.OPEN


def test_another_collaborations_assignment_is_not_found(cast: Cast) -> None:
    task = cast.other_held.open
    client = cast.sign_in("coordinator")
    assert client.post(f"{LOG}{task.uuid}/klart/", {"revision": task.revision}).status_code == 404
    assert client.get(f"{LOG}{task.uuid}/").status_code == 404


def test_looking_changes_nothing(cast: Cast) -> None:
    assert cast.sign_in("coordinator").get(f"{LOG}{cast.held.open.uuid}/klart/").status_code == 405
