"""Handing over to a colleague on the page, taking it back, and what the others see of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from radslag.base.accounts.models import Delegation
from radslag.base.audit.models import Event
from tests.cast import Cast
from tests.web.pages import links, read, statements, words

PAGE = "/sjobygden/overlat/"
ACCESS = "/sjobygden/rattigheter/"
TODAY = timezone.localdate()
LAST = TODAY + timedelta(days=6)


def hand_over(client: Client, **fields: str) -> Any:
    return client.post(PAGE, {"receiver": "nobody@example.org", "last": LAST.isoformat(), **fields})


def test_a_colleague_stands_in_from_today_through_the_last_day(cast: Cast) -> None:
    assert hand_over(cast.sign_in("member"), receiver="Nobody@example.org")["Location"] == PAGE
    made = Delegation.objects.get()
    assert (made.giver, made.start, made.last) == (cast.user("member"), TODAY, LAST)
    assert cast.sign_in("nobody").get("/sjobygden/moten/").status_code == 200


def test_the_page_says_what_the_colleague_may_and_who_it_could_be(cast: Cast) -> None:
    answer = cast.sign_in("observer").get(PAGE)
    text = words(answer)
    assert "Läsa möten, beslut, uppdrag, grupper, kommuner och personer" in text
    assert "Läsa in dokument" not in text
    assert '<option value="chair@example.org">' in answer.content.decode()
    assert "För vem" not in text


def test_the_frame_says_for_whom_and_until_when(cast: Cast) -> None:
    hand_over(cast.sign_in("coordinator"), giver=str(cast.user("coordinator").uuid))
    page = cast.sign_in("nobody").get("/sjobygden/moten/").content.decode()
    assert "för Användare coordinator" in page
    assert "Du står in för Användare coordinator t.o.m." in page
    assert PAGE in links(cast.sign_in("member").get("/sjobygden/moten/"))


def test_what_the_colleague_does_stands_in_the_trail_with_for_whom(cast: Cast) -> None:
    hand_over(cast.sign_in("coordinator"), giver=str(cast.user("coordinator").uuid))
    task = cast.held.open
    address = f"/sjobygden/uppdrag/{task.uuid}/klart/"
    answer = cast.sign_in("nobody").post(address, {"revision": task.revision, "day": "2024-05-01"})
    assert answer.status_code == 302
    event = Event.objects.about("assignment", task.uuid).filter(verb="finish").get()
    assert event.detail("actor") == "Användare nobody (för Användare coordinator)"


def test_it_is_taken_back_at_once_and_can_be_undone(cast: Cast) -> None:
    client = cast.sign_in("member")
    hand_over(client)
    made = Delegation.objects.get()
    client.post(f"{PAGE}{made.uuid}/ta-tillbaka/")
    assert cast.sign_in("nobody").get("/sjobygden/moten/").status_code == 404
    again = f"{PAGE}{made.uuid}/igen/"
    assert f'action="{again}"' in client.get(PAGE).content.decode()
    client.post(again)
    assert cast.sign_in("nobody").get("/sjobygden/moten/").status_code == 200


@pytest.mark.parametrize("role", ["nobody", "observer", "chair"])
def test_neither_the_colleague_nor_a_third_person_takes_it_back(cast: Cast, role: str) -> None:
    hand_over(cast.sign_in("member"))
    made = Delegation.objects.get()
    assert cast.sign_in(role).post(f"{PAGE}{made.uuid}/ta-tillbaka/").status_code == 404
    assert Delegation.objects.standing().exists()


def test_the_coordinator_hands_over_for_somebody_who_is_ill_and_takes_it_back(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    answer = hand_over(client, giver=str(cast.user("chair").uuid))
    assert answer["Location"] == f"{ACCESS}#overlatelser"
    made = Delegation.objects.get()
    assert made.giver == cast.user("chair")
    assert "Användare nobody Användare chair från" in read(client, ACCESS)
    assert client.post(f"{PAGE}{made.uuid}/ta-tillbaka/")["Location"] == f"{ACCESS}#overlatelser"
    assert "Ingen står in för någon annan." in read(client, ACCESS)


def test_who_may_not_hand_over_for_others_hands_over_their_own(cast: Cast) -> None:
    hand_over(cast.sign_in("member"), giver=str(cast.user("chair").uuid))
    assert Delegation.objects.get().giver == cast.user("member")


def test_an_administrator_says_for_whom_and_never_by_mistake(cast: Cast) -> None:
    answer = hand_over(cast.sign_in("administrator"))
    assert answer.status_code == 422
    assert "Välj vem som ska vara borta." in words(answer)
    own = str(cast.user("administrator").uuid)
    assert hand_over(cast.sign_in("administrator"), giver=own).status_code == 422


def test_who_only_stands_in_has_nothing_to_hand_over(cast: Cast) -> None:
    hand_over(cast.sign_in("member"))
    client = cast.sign_in("nobody")
    assert "Du har inget att överlåta" in read(client, PAGE)
    assert hand_over(client, receiver="outsider@example.org").status_code == 422
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"receiver": "who@example.org"}, "eller be Användare administrator bjuda in kollegan."),
        ({"receiver": ""}, "Skriv e-postadressen till kollegan."),
        ({"receiver": "member@example.org"}, "Det går inte att överlåta till samma person."),
        ({"last": ""}, "Välj den sista dagen."),
        ({"last": "2020-01-01"}, "Sista dagen kan inte ligga före den första."),
        ({"start": "2020-01-01"}, "Första dagen kan inte ligga före i dag."),
        ({"last": "9999-12-31"}, "Datumet kan inte ligga efter 2100-12-31."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(cast: Cast, fields: dict[str, str], sentence: str) -> None:
    answer = hand_over(cast.sign_in("member"), **fields)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Delegation.objects.exists()


def test_the_same_colleague_twice_is_told_with_the_days(cast: Cast) -> None:
    hand_over(cast.sign_in("member"))
    assert "Kollegan står redan in från" in words(hand_over(cast.sign_in("member")))


def test_the_statements_do_not_grow_with_the_delegations(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    for page in (PAGE, ACCESS):
        few = statements(client, page)
        for giver in ("chair", "official", "registrar"):
            hand_over(client, giver=str(cast.user(giver).uuid))
        read(client, page)
        assert statements(client, page) == few
        Delegation.objects.all().delete()
