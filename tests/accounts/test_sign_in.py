"""Signing in: by e-mail and password, throttled, never telling which addresses have an account."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from tests.cast import PASSWORD, Cast

LOGIN = "/konto/logga-in/"


@pytest.fixture(autouse=True)
def forgotten_attempts(db: None) -> None:
    """The throttle counts in the cache, which is a table."""
    cache.clear()


def _try(client: Client, email: str, password: str) -> HttpResponseBase:
    return client.post(LOGIN, {"login": email, "password": password})


def test_the_right_password_leads_to_ones_collaboration(cast: Cast, client: Client) -> None:
    answer = client.post(LOGIN, {"login": "member@example.org", "password": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == "/sjobygden/oversikt/"


def test_signing_in_leads_back_to_where_one_was_going(cast: Cast, client: Client) -> None:
    answer = client.post(f"{LOGIN}?next=/sjobygden/beslut/", {"login": "member@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/sjobygden/beslut/"


def test_one_is_not_led_out_of_the_house(cast: Cast, client: Client) -> None:
    answer = client.post(f"{LOGIN}?next=https://example.org/", {"login": "member@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(cast: Cast) -> None:
    known, unknown = (
        _try(Client(), email, "fel lösenord helt") for email in ("member@example.org", "finns-inte@example.org")
    )
    texts = [getattr(answer, "text", "").replace("finns-inte@", "member@") for answer in (known, unknown)]
    assert known.status_code == unknown.status_code == 200
    assert [text.count("error") for text in texts] == [texts[0].count("error")] * 2


def test_guessing_is_throttled(cast: Cast, client: Client) -> None:
    for _ in range(6):
        _try(client, "member@example.org", "fel lösenord helt")
    _try(client, "member@example.org", PASSWORD)
    assert "_auth_user_id" not in client.session


def test_the_attempts_are_counted_where_every_web_process_sees_them(cast: Cast, client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache")
        assert cursor.fetchone() == (0,)
        _try(client, "member@example.org", "fel lösenord helt")
        cursor.execute("SELECT COUNT(*) FROM cache")
        assert cursor.fetchone()[0] > 0


def test_an_account_taken_out_of_use_does_not_open(cast: Cast, client: Client) -> None:
    user = cast.user("member")
    signed_in = cast.sign_in("member")
    user.is_active = False
    user.save()
    answer = client.post(LOGIN, {"login": user.email, "password": PASSWORD}, follow=True)
    assert "Kontot är inte i bruk" in answer.text
    assert "_auth_user_id" not in client.session
    assert signed_in.get("/sjobygden/moten/").status_code == 302


def test_nobody_makes_their_own_account(client: Client, db: None) -> None:
    assert client.get("/konto/skapa/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404
