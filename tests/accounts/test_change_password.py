"""Changing a password, being locked out: whoever it was, the trail of the installation tells."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from radslag.base.accounts.actions import lock
from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from tests.cast import PASSWORD, Cast

NEW = "en mening som ingen gissar"


def changes(cast: Cast, verb: str = "password") -> list[Event]:
    found = Event.objects.about("user", cast.user("member").uuid)
    return [event for event in found if event.verb == verb]


def change(client: Client, old: str) -> Any:
    return client.post("/konto/losenord/", {"oldpassword": old, "password1": NEW, "password2": NEW})


def test_a_changed_password_leaves_an_event_of_who_changed_it(cast: Cast) -> None:
    change(cast.sign_in("member"), PASSWORD)
    cast.user("member").refresh_from_db()
    assert cast.user("member").check_password(NEW)
    (event,) = changes(cast)
    assert (event.collaboration_uuid, event.actor_uuid) == (None, cast.user("member").uuid)
    assert (event.detail("before"), event.detail("after")) == (None, None)
    assert list(verify()) == []


def test_a_password_that_was_not_changed_leaves_none(cast: Cast) -> None:
    change(cast.sign_in("member"), "fel lösenord helt")
    assert changes(cast) == []


def test_a_password_chosen_through_the_mail_leaves_one_too(cast: Cast, client: Client) -> None:
    client.post("/konto/nytt-losenord/", {"email": cast.user("member").email})
    link = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[0].body))
    assert link is not None
    form = client.get(link[1], follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert len(changes(cast)) == 1


def test_a_change_the_trail_cannot_tell_of_is_not_made(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_told: object) -> None:
        raise RuntimeError("no trail")

    monkeypatch.setattr("radslag.base.accounts.actions.record", broken)
    with pytest.raises(RuntimeError, match="no trail"):
        change(cast.sign_in("member"), PASSWORD)
    cast.user("member").refresh_from_db()
    assert cast.user("member").check_password(PASSWORD)


def test_a_locked_account_opens_to_no_password_and_the_trail_says_who_locked_it(cast: Cast) -> None:
    lock(user=cast.user("member"), by=SYSTEM)
    cast.user("member").refresh_from_db()
    assert not cast.user("member").has_usable_password()
    assert [event.detail("actor") for event in changes(cast, "lock")] == ["Rådslag"]
