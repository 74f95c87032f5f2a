"""An installation where nobody can sign in yet: the key opens one page, once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from radslag.base.accounts.models import User
from radslag.base.audit.models import Event
from radslag.base.core import opening
from radslag.base.people.models import Collaboration
from tests.cast import Cast
from tests.web.pages import read, words

PASSWORD = "nio gula ekor i rad"
pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> str:
    return opening.issue()


def _send(client: Client, key: str, **changes: Any) -> Any:
    data = {
        "nyckel": key,
        "person": "Eva Ek",
        "email": "Eva@Skogen.example",
        "password": PASSWORD,
        "again": PASSWORD,
        "name": "Skogsbygden",
        "members": ["1980", "1981"],
        "coordinator": "on",
    }
    return client.post("/borja/", data | changes)


def test_the_key_shows_the_page(client: Client, key: str) -> None:
    page = read(client, f"/borja/?nyckel={key}")
    assert "Börja med Rådslag" in page
    assert "Ditt namn" in page


def test_one_is_signed_in_to_ones_own_overview(client: Client, key: str) -> None:
    assert _send(client, key)["Location"] == "/skogsbygden/"
    page = words(client.get("/skogsbygden/", follow=True))
    assert "Översikt" in page
    assert "Läs in era senaste minnesanteckningar" in page
    assert User.objects.get(email="eva@skogen.example").check_password(PASSWORD)


def test_what_was_done_stands_in_the_trail_under_the_name(client: Client, key: str) -> None:
    _send(client, key)
    told = {(event.verb, event.kind): event.detail("actor") for event in Event.objects.all()}
    assert told["create", "collaboration"] == told["create", "user"] == "Eva Ek"


def test_it_works_once(client: Client, key: str) -> None:
    _send(client, key)
    other = Client()
    assert other.get(f"/borja/?nyckel={key}").status_code == 404
    assert _send(other, key, name="Annat", email="annan@skogen.example").status_code == 404
    assert Collaboration.objects.count() == 1


@pytest.mark.parametrize("wrong", ["", "fel", "å"])
def test_another_key_opens_nothing_and_is_told_where_the_right_one_stands(client: Client, key: str, wrong: str) -> None:
    answer = client.get("/borja/", {"nyckel": wrong})
    assert answer.status_code == 404
    assert "Den står i fönstret där Rådslag startades" in words(answer)
    assert _send(client, wrong).status_code == 404
    assert not User.objects.exists()


def test_where_there_are_users_it_stays_shut(cast: Cast, client: Client, key: str) -> None:
    answer = client.get("/borja/", {"nyckel": key})
    assert answer.status_code == 404
    assert "Logga in" in words(answer)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"person": ""}, "Ditt namn: Skriv vad du heter."),
        ({"email": "eva"}, "Din e-postadress: Det är inte en e-postadress."),
        ({"password": "kort", "again": "kort"}, "Välj ett lösenord: "),
        ({"again": "något annat helt"}, "Samma lösenord igen: Lösenorden är inte lika."),
        ({"members": []}, "Skriv lösenordet igen. Det sparas aldrig mellan försöken."),
    ],
)
def test_what_cannot_be_is_told_and_the_key_is_kept(
    client: Client, key: str, changes: dict[str, Any], sentence: str
) -> None:
    answer = _send(client, key, **changes)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert PASSWORD not in answer.content.decode()
    assert opening.valid(key)


def test_a_new_key_replaces_the_old_one_and_no_key_is_kept_in_the_clear(key: str) -> None:
    second = opening.issue()
    assert not opening.valid(key)
    assert opening.valid(second)
    assert second not in opening._place().read_text(encoding="ascii")
    assert opening._place().stat().st_mode & 0o077 == 0


def test_two_at_once_make_one(client: Client, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opening.spend()
    monkeypatch.setattr(opening, "valid", lambda given: True)
    assert _send(client, key).status_code == 404
    assert not User.objects.exists()
