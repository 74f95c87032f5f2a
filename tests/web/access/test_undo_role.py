"""Undoing that a role was given, or ended."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.models import Appointment
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from tests.cast import Cast
from tests.web.pages import read, words

PAGE = "/sjobygden/rattigheter/"


def of(cast: Cast, role: str) -> Appointment:
    return Appointment.objects.get(collaboration=cast.collaboration, user=cast.user(role))


def test_a_role_given_by_mistake_is_gone_with_one_press(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    answer = client.post(f"{PAGE}ge/", {"email": "nobody@example.org", "role": "observer"}, follow=True)
    undo = f"{PAGE}{of(cast, 'nobody').uuid}/angra/"
    assert undo in answer.content.decode()
    assert "Användare nobody fick inte rollen." in words(client.post(undo, follow=True))
    assert not Appointment.objects.filter(user=cast.user("nobody")).exists()


def test_a_role_ended_by_mistake_holds_as_long_as_before(cast: Cast) -> None:
    client, role = cast.sign_in("administrator"), of(cast, "observer")
    answer = client.post(f"{PAGE}{role.uuid}/avsluta/", {"last": timezone.localdate().isoformat()}, follow=True)
    undo = f"{PAGE}{role.uuid}/ateroppna/"
    assert undo in answer.content.decode()
    assert "Användare observer har kvar rollen som förut." in words(client.post(undo, follow=True))
    assert of(cast, "observer").end is None


def test_ending_twice_is_undone_one_step(cast: Cast) -> None:
    client, role = cast.sign_in("administrator"), of(cast, "observer")
    for day in ("2030-12-31", "2029-12-31"):
        client.post(f"{PAGE}{role.uuid}/avsluta/", {"last": day})
    client.post(f"{PAGE}{role.uuid}/ateroppna/")
    assert of(cast, "observer").end == date(2031, 1, 1)
    assert "Rollen är ändrad sedan" in words(client.post(f"{PAGE}{role.uuid}/ateroppna/", follow=True))


def test_a_role_that_was_given_anew_since_is_not_opened_over_it(cast: Cast) -> None:
    client, role = cast.sign_in("administrator"), of(cast, "observer")
    client.post(f"{PAGE}{role.uuid}/avsluta/", {"last": "2024-12-31"})
    user, start = cast.user("observer"), date(2025, 6, 1)
    appoint(user=user, collaboration=cast.collaboration, role=Role.OBSERVER, start=start, by=SYSTEM)
    assert "Rollen är ändrad sedan" in words(client.post(f"{PAGE}{role.uuid}/ateroppna/", follow=True))


def test_what_was_ended_since_is_not_undone_as_given(cast: Cast) -> None:
    client, role = cast.sign_in("administrator"), of(cast, "observer")
    client.post(f"{PAGE}{role.uuid}/avsluta/", {"last": "2030-12-31"})
    assert "Rollen är ändrad sedan den gavs." in words(client.post(f"{PAGE}{role.uuid}/angra/", follow=True))
    assert of(cast, "observer").end == date(2031, 1, 1)


def test_the_last_administrators_role_is_not_undone(cast: Cast) -> None:
    client, role = cast.sign_in("administrator"), of(cast, "administrator")
    assert "Ingen annan förvaltare är kvar." in words(client.post(f"{PAGE}{role.uuid}/angra/", follow=True))
    assert "Användare administrator" in read(client, PAGE)
