"""Ending a role."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.models import Appointment
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from tests.cast import Cast
from tests.web.pages import read


def held_by(cast: Cast, role: str) -> Appointment:
    return Appointment.objects.get(collaboration=cast.collaboration, user=cast.user(role))


def end(client: Client, appointment: Appointment, last: str) -> Any:
    return client.post(f"/sjobygden/rattigheter/{appointment.uuid}/avsluta/", {"last": last})


def test_the_role_holds_through_its_last_day(cast: Cast) -> None:
    today = timezone.localdate()
    end(cast.sign_in("administrator"), held_by(cast, "observer"), today.isoformat())
    assert held_by(cast, "observer").end == today + timedelta(days=1)
    assert cast.sign_in("observer").get("/sjobygden/moten/").status_code == 200


def test_the_day_after_it_is_gone(cast: Cast) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    end(cast.sign_in("administrator"), held_by(cast, "observer"), yesterday.isoformat())
    assert cast.sign_in("observer").get("/sjobygden/moten/").status_code == 404


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        ("2018-01-01", "Sista dagen kan inte ligga före den första."),
        ("snart", "Det är inte ett datum."),
        ("9999-12-31", "Datumet kan inte ligga efter 2100-12-31."),
    ],
)
def test_a_day_it_cannot_be_is_told(cast: Cast, last: str, sentence: str) -> None:
    client = cast.sign_in("administrator")
    end(client, held_by(cast, "observer"), last)
    assert sentence in read(client, "/sjobygden/rattigheter/")
    assert held_by(cast, "observer").end is None


def test_the_only_administrator_stays(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    end(client, held_by(cast, "administrator"), "2026-12-31")
    assert "Ingen annan förvaltare är kvar så länge. Ge någon annan rollen först." in read(
        client, "/sjobygden/rattigheter/"
    )
    assert held_by(cast, "administrator").end is None


def test_one_of_two_administrators_may_leave(cast: Cast) -> None:
    appoint(
        user=cast.user("nobody"),
        collaboration=cast.collaboration,
        role=Role.ADMINISTRATOR,
        start=date(2020, 1, 1),
        by=SYSTEM,
    )
    end(cast.sign_in("administrator"), held_by(cast, "administrator"), "2026-12-31")
    assert held_by(cast, "administrator").end == date(2027, 1, 1)


def make_administrator(cast: Cast, *, start: date = date(2020, 1, 1), end: date | None = None) -> Appointment:
    return appoint(
        user=cast.user("nobody"),
        collaboration=cast.collaboration,
        role=Role.ADMINISTRATOR,
        start=start,
        end=end,
        by=SYSTEM,
    )


def test_the_one_who_stays_must_stay_as_long(cast: Cast) -> None:
    other = make_administrator(cast, end=date(2028, 1, 1))
    client = cast.sign_in("administrator")
    end(client, held_by(cast, "administrator"), "2026-12-31")
    assert held_by(cast, "administrator").end is None
    end(client, other, "2026-12-31")
    other.refresh_from_db()
    assert other.end == date(2027, 1, 1)


def test_the_one_who_stays_must_have_begun(cast: Cast) -> None:
    make_administrator(cast, start=date(2028, 1, 1))
    end(cast.sign_in("administrator"), held_by(cast, "administrator"), "2026-12-31")
    assert held_by(cast, "administrator").end is None


def test_somebody_whose_account_is_out_of_use_can_give_no_roles(cast: Cast) -> None:
    make_administrator(cast)
    cast.user("nobody").is_active = False
    cast.user("nobody").save()
    end(cast.sign_in("administrator"), held_by(cast, "administrator"), "2026-12-31")
    assert held_by(cast, "administrator").end is None


@pytest.mark.parametrize("later", [False, True], ids=["alone", "into a later one"])
def test_a_role_is_not_prolonged_by_ending_it(cast: Cast, later: bool) -> None:
    first = make_administrator(cast, start=date(2026, 1, 1), end=date(2027, 1, 1))
    if later:
        make_administrator(cast, start=date(2028, 1, 1))
    client = cast.sign_in("administrator")
    assert end(client, first, "2028-06-30").status_code == 302
    text = read(client, "/sjobygden/rattigheter/")
    assert "Rollen upphör redan 31 december 2026. Ge den på nytt för tiden efter." in text
    first.refresh_from_db()
    assert first.end == date(2027, 1, 1)


def test_another_collaborations_role_is_not_found(cast: Cast) -> None:
    theirs = Appointment.objects.get(collaboration=cast.other)
    assert end(cast.sign_in("administrator"), theirs, "2026-12-31").status_code == 404


@pytest.mark.parametrize(("role", "status"), [("coordinator", 403), ("member", 403), ("outsider", 404)])
def test_only_who_may_appoint_can(cast: Cast, role: str, status: int) -> None:
    assert end(cast.sign_in(role), held_by(cast, "observer"), "2026-12-31").status_code == status
