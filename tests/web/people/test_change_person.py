"""Changing what the register says of a person, on the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import observe_mandate
from radslag.base.people.models import Mandate, NameKind, Person
from tests.cast import Cast
from tests.people.record_dump import dump
from tests.web.pages import links, read, words

BASE = "/sjobygden/personer/"


@pytest.fixture
def client(cast: Cast) -> Client:
    """The coordinator's."""
    return cast.sign_in("coordinator")


def post(client: Client, path: str, **data: Any) -> Any:
    """Send a form and follow to the page it leads to."""
    return client.post(path, data, follow=True)


def undo_of(answer: Any) -> str:
    """Where the button "Ångra" of the message leads."""
    text: str = answer.content.decode()
    return text.split('action="/sjobygden/registret/')[1].split('"')[0].replace("&amp;", "&")


def edit(person: Person) -> str:
    """Where a person is changed."""
    return f"{BASE}{person.uuid}/andra/"


def describe(client: Client, person: Person, **changes: Any) -> Any:
    """Send the form with contact details."""
    said = {"title": person.title, "email": "", "phone": "", "revision": person.revision} | changes
    return post(client, edit(person), vad="om", **{f"om-{name}": value for name, value in said.items()})


def test_contact_details_are_saved_and_taken_back(cast: Cast, client: Client) -> None:
    ada, before = cast.people["Ada Brandt"], dump()
    answer = describe(client, ada, email="ada@example.org", phone="010-123")
    assert "Uppgifterna är sparade." in words(answer)
    assert Person.objects.get(pk=ada.pk).phone == "010-123"
    answer = post(client, f"/sjobygden/registret/{undo_of(answer)}")
    assert "Ändringen är ångrad." in words(answer)
    assert dump() == before


def test_an_address_that_is_none_is_told_beside_its_field(cast: Cast, client: Client) -> None:
    answer = describe(client, cast.people["Ada Brandt"], email="ada(at)example")
    assert answer.status_code == 422
    assert "Adressen ser inte ut som en e-postadress" in words(answer)


def test_an_old_page_shows_both_and_loses_nothing(cast: Cast, client: Client) -> None:
    ada = cast.people["Ada Brandt"]
    describe(client, ada, title="direktör")
    answer = describe(client, ada, title="chefsdirektör")
    assert answer.status_code == 409
    assert "Sparat är nu: Ada Brandt, direktör" in words(answer)
    assert 'value="chefsdirektör"' in answer.content.decode()


def test_saving_nothing_new_says_so(cast: Cast, client: Client) -> None:
    assert "Inget var ändrat." in words(describe(client, cast.people["Ada Brandt"]))


def test_a_new_name_and_until_when_the_old_one_held(cast: Cast, client: Client) -> None:
    ada = cast.people["Ada Brandt"]
    said = {"namn-name": "Ada Ahl", "namn-was": "former", "namn-last": "2021-06-30", "namn-revision": ada.revision}
    answer = post(client, edit(ada), vad="namn", **said)
    assert "Namnet är nu Ada Ahl." in words(answer)
    assert "Ada Brandt tidigare namn t.o.m. 30 juni 2021" in words(answer)
    then = read(client, f"{BASE}{ada.uuid}/?den=2021-06-30")
    assert "Ada Brandt heter nu Ada Ahl" in then
    assert "hette då Ada Brandt" in read(client, f"{BASE}?den=2021-06-30")


def test_a_spelling_is_added_and_taken_away(cast: Cast, client: Client) -> None:
    ada = cast.people["Ada Brandt"]
    added = {"annat-name": "A. Brandt", "annat-kind": "spelling"}
    assert "A. Brandt annan stavning" in words(post(client, edit(ada), vad="annat", **added))
    assert "Det namnet finns redan." in words(post(client, edit(ada), vad="annat", **added))
    row = ada.names.get(name="A. Brandt", kind=NameKind.SPELLING)
    assert "A. Brandt är borttaget." in words(post(client, f"/sjobygden/personnamn/{row.uuid}/ta-bort/"))


def test_somebody_of_nearly_the_same_name_is_asked_about(cast: Cast, client: Client) -> None:
    answer = post(client, f"{BASE}ny/", name="Ada Brant")
    assert answer.status_code == 422
    assert "Det finns redan någon med nästan samma namn: Ada Brandt" in words(answer)
    post(client, f"{BASE}ny/", name="Ada Brant", sure="on", phone="010-9")
    assert Person.objects.get(name="Ada Brant").phone == "010-9"


def test_a_mandate_is_given_ended_and_taken_back(cast: Cast, client: Client) -> None:
    ada = cast.people["Ada Brandt"]
    given = {"body": str(cast.board.uuid), "role": "member", "start": "2024-01-01"}
    answer = post(client, f"{BASE}{ada.uuid}/uppdrag/", **given)
    assert "Uppdraget är infört." in words(answer)
    mandate = Mandate.objects.get(person=ada, body=cast.board)
    url = f"/sjobygden/fortroendeuppdrag/{mandate.uuid}/"
    ended = post(client, url, revision=mandate.revision, start="2024-01-01", last="2024-06-30")
    assert "från 1 januari 2024 t.o.m. 30 juni 2024" in words(ended)
    post(client, f"/sjobygden/registret/{undo_of(ended)}")
    mandate.refresh_from_db()
    assert mandate.end is None


def test_the_same_mandate_twice_says_which_stands_in_the_way(cast: Cast, client: Client) -> None:
    zacharias = cast.people["Zacharias Lindqvist"]
    given = {"body": str(cast.board.uuid), "role": "chair", "start": "2020-01-01"}
    post(client, f"{BASE}{zacharias.uuid}/uppdrag/", **given)
    answer = post(client, f"{BASE}{zacharias.uuid}/uppdrag/", **given)
    assert answer.status_code == 422
    assert "Samma uppdrag är redan beslutat för en del av tiden: från 1 januari 2020" in words(answer)


def test_a_seen_mandate_is_confirmed(cast: Cast, client: Client) -> None:
    ylva = cast.people["Ylva Ängmark"]
    observe_mandate(person=ylva, body=cast.board, day=date(2022, 3, 1), by=SYSTEM)
    page = read(client, edit(ylva))
    assert "sett sedd 1 mars 2022 Bekräfta som beslutat" in page
    mandate = Mandate.objects.get(person=ylva, body=cast.board)
    url = f"/sjobygden/fortroendeuppdrag/{mandate.uuid}/"
    answer = post(client, url, revision=mandate.revision, start="2022-01-01")
    assert "Uppdraget är bekräftat som beslutat." in words(answer)


def test_a_period_that_ends_before_it_begins_is_refused(cast: Cast, client: Client) -> None:
    mandate = Mandate.objects.get(person=cast.people["Ada Brandt"], body=cast.chief_executives)
    url = f"/sjobygden/fortroendeuppdrag/{mandate.uuid}/"
    answer = post(client, url, revision=mandate.revision, start="2024-01-01", last="2023-01-01")
    assert "Sista dagen kan inte ligga före den första." in words(answer)


def test_who_may_only_read_sees_no_way_to_change(cast: Cast) -> None:
    answer = cast.sign_in("member").get(f"{BASE}{cast.people['Ada Brandt'].uuid}/")
    assert not [url for url in links(answer) if url.endswith(("/andra/", "/sla-ihop/", "/dela-upp/"))]
