"""Giving someone a role for a period."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from radslag.base.accounts.models import Appointment
from radslag.base.audit.models import Event
from tests.cast import Cast
from tests.web.pages import words

GIVE = "/sjobygden/rattigheter/ge/"


def give(client: Client, **fields: str) -> Any:
    return client.post(GIVE, {"email": "nobody@example.org", "role": "observer", **fields})


def test_a_known_user_gets_the_role_from_today(cast: Cast) -> None:
    answer = give(cast.sign_in("administrator"))
    assert answer["Location"] == "/sjobygden/rattigheter/"
    found = Appointment.objects.get(user=cast.user("nobody"))
    assert (found.role, found.start, found.end) == ("observer", timezone.localdate(), None)
    assert cast.sign_in("nobody").get("/sjobygden/moten/").status_code == 200


def test_the_last_day_is_one_they_still_have_it(cast: Cast) -> None:
    give(cast.sign_in("administrator"), start="2026-01-01", last="2026-12-31")
    found = Appointment.objects.get(user=cast.user("nobody"))
    assert (found.start, found.end) == (date(2026, 1, 1), date(2027, 1, 1))


def test_the_capitals_of_an_address_do_not_matter(cast: Cast) -> None:
    assert give(cast.sign_in("administrator"), email="Nobody@Example.ORG").status_code == 302


def test_it_leaves_an_event(cast: Cast) -> None:
    give(cast.sign_in("administrator"))
    found = Appointment.objects.get(user=cast.user("nobody"))
    event = Event.objects.about("appointment", found.uuid).get()
    assert (event.verb, event.detail("actor")) == ("appoint", "Användare administrator")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"email": "who@example"}, "Det är inte en e-postadress."),
        ({"email": ""}, "Skriv e-postadressen till den som ska få rollen."),
        ({"start": "2026-05-01", "last": "2026-04-30"}, "Sista dagen kan inte ligga före den första."),
        ({"start": "när som helst"}, "Det är inte ett datum. Skriv till exempel 2026-05-27."),
        ({"last": "9999-12-31"}, "Datumet kan inte ligga efter 2100-12-31."),
        ({"start": "9999-12-31"}, "Datumet kan inte ligga efter 2100-12-31."),
        ({"role": "member"}, "Välj ett giltigt alternativ"),
        ({"email": "observer@example.org"}, "Personen har redan den rollen under en del av tiden."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(
    cast: Cast, fields: dict[str, str], sentence: str
) -> None:
    before = Appointment.objects.count()
    answer = give(cast.sign_in("administrator"), **fields)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert f'value="{fields.get("email", "nobody@example.org")}"' in answer.content.decode() or not fields.get("email")
    assert Appointment.objects.count() == before


@pytest.mark.parametrize(
    ("role", "status"), [("coordinator", 403), ("member", 403), ("observer", 403), ("outsider", 404), ("nobody", 404)]
)
def test_only_who_may_appoint_can(cast: Cast, role: str, status: int) -> None:
    assert give(cast.sign_in(role)).status_code == status
    assert not Appointment.objects.filter(user=cast.user("nobody")).exists()
