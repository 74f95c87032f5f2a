"""Adding a body and changing what the register says of it."""

from __future__ import annotations

import pytest
from django.test import Client

from radslag.base.people.models import Body
from tests.cast import Cast
from tests.people.record_dump import dump
from tests.web.pages import read, words
from tests.web.people.test_change_person import post, undo_of


@pytest.fixture
def client(cast: Cast) -> Client:
    """The coordinator's."""
    return cast.sign_in("coordinator")


def edit(body: Body) -> str:
    """Where a body is changed."""
    return f"/sjobygden/grupper/{body.uuid}/andra/"


def test_a_body_is_added(cast: Cast, client: Client) -> None:
    answer = post(client, "/sjobygden/grupper/ny/", name="  Klimat  nätverket ", kind="network")
    assert "Klimat nätverket nätverk" in words(answer)
    assert "Skriv gruppens namn." in words(post(client, "/sjobygden/grupper/ny/", kind="network"))


def test_a_body_gets_a_new_name_and_is_called_the_old_one_before(cast: Cast, client: Client) -> None:
    board, before = cast.board, dump()
    said = {"namn-name": "Sjörådet", "namn-was": "former", "namn-last": "2021-12-31", "namn-revision": board.revision}
    answer = post(client, edit(board), vad="namn", **said)
    assert "Sjörådet" in read(client, "/sjobygden/grupper/")
    assert "Sjöbygdens styrelse" in read(client, "/sjobygden/grupper/?den=2021-12-31")
    then = read(client, f"/sjobygden/grupper/{board.uuid}/?den=2021-12-31")
    assert "Sjöbygdens styrelse heter nu Sjörådet" in then
    post(client, f"/sjobygden/registret/{undo_of(answer)}")
    assert dump() == before


def test_a_body_ends_and_is_taken_over(cast: Cast, client: Client) -> None:
    board = cast.board
    said = {"om-kind": board.kind, "om-last": "2021-12-31", "om-successor": str(cast.chief_executives.uuid)}
    answer = post(client, edit(board), vad="om", **said, **{"om-revision": board.revision})
    assert "Uppgifterna är sparade." in words(answer)
    page = read(client, f"/sjobygden/grupper/{board.uuid}/?den=2021-01-01")
    assert "fanns t.o.m. 31 december 2021 gick upp i Kommundirektörsgruppen" in page
    assert "Sjöbygdens styrelse" not in read(client, "/sjobygden/grupper/")


def test_bodies_do_not_follow_each_other_in_a_ring(cast: Cast, client: Client) -> None:
    Body.objects.filter(pk=cast.chief_executives.pk).update(successor=cast.board)
    said = {"om-kind": "board", "om-successor": str(cast.chief_executives.uuid), "om-revision": cast.board.revision}
    answer = post(client, edit(cast.board), vad="om", **said)
    assert answer.status_code == 422
    assert "har i sin tur gått upp i den här" in words(answer)


def test_an_old_page_shows_what_is_saved(cast: Cast, client: Client) -> None:
    said = {"om-kind": "board", "om-short_name": "Styr", "om-revision": 7}
    answer = post(client, edit(cast.board), vad="om", **said)
    assert answer.status_code == 409
    assert "Sparat är nu: Sjöbygdens styrelse, styrelse" in words(answer)
    assert 'value="Styr"' in answer.content.decode()
