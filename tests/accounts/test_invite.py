"""Letting a colleague in, and taking that back: what is made, what is told, and what stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from radslag.base.accounts.access import roles_of
from radslag.base.accounts.actions import LastAdministrator, appoint, end_appointment, set_password
from radslag.base.accounts.delegating import hand_over
from radslag.base.accounts.erasing import erase_person_from_trail
from radslag.base.accounts.inviting import (
    AlreadySomebody,
    Grant,
    Guest,
    NothingToTakeBack,
    invite,
    invite_again,
    people_without_account,
    take_back_invitation,
)
from radslag.base.accounts.models import Appointment, Login, User
from radslag.base.accounts.roles import Role
from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Collaboration
from tests.cast import Cast

OBSERVER = Grant(Role.OBSERVER, start=date(2020, 1, 1))
EMAIL = "ny@example.org"


def let_in(cast: Cast, *, person: str = "", grant: Grant | None = OBSERVER, email: str = EMAIL) -> User:
    guest = Guest(email, "Nils Ny", cast.people[person] if person else None)
    return invite(collaboration=cast.collaboration, guest=guest, grant=grant, by=SYSTEM)


def take_back(cast: Cast, user: User, collaboration: Collaboration | None = None) -> None:
    take_back_invitation(user=user, collaboration=collaboration or cast.collaboration, by=SYSTEM)


def told(cast: Cast, user: User) -> list[str]:
    events = Event.objects.about("user", user.uuid).readable(cast.collaboration.uuid)
    return [event.verb for event in events]


def test_an_invited_account_has_no_password_and_the_role_it_was_given(cast: Cast) -> None:
    user = let_in(cast)
    assert (user.invited, user.has_usable_password(), user.name) == (True, False, "Nils Ny")
    assert roles_of(user, cast.collaboration, date(2024, 1, 1)) == {Role.OBSERVER}
    assert told(cast, user) == ["invite"]


def test_a_members_role_follows_from_the_mandate(cast: Cast) -> None:
    user = let_in(cast, person="Åke Östling", grant=None)
    assert roles_of(user, cast.collaboration, date(2024, 1, 1)) == {Role.MEMBER}
    assert cast.people["Åke Östling"] not in people_without_account(cast.collaboration)


def test_who_has_chosen_a_password_is_no_longer_invited(cast: Cast) -> None:
    user = let_in(cast)
    set_password(user=user, password="en mening som ingen gissar", by=user.actor)
    assert user not in User.objects.invited_to(cast.collaboration)
    with pytest.raises(NothingToTakeBack):
        invite_again(user=user, collaboration=cast.collaboration, by=SYSTEM)


def test_an_address_with_an_account_is_connected_and_keeps_its_name(cast: Cast) -> None:
    user = let_in(cast, email="NOBODY@example.org", person="Ylva Ängmark")
    assert (user, user.name, user.invited) == (cast.user("nobody"), "Användare nobody", False)
    assert Login.objects.get(user=user).person == cast.people["Ylva Ängmark"]


def test_a_person_has_one_account(cast: Cast) -> None:
    with pytest.raises(AlreadySomebody):
        let_in(cast, person="Ada Brandt")
    with pytest.raises(AlreadySomebody):
        let_in(cast, person="Åke Östling", email="member@example.org")
    assert not User.objects.filter(email=EMAIL).exists()


def test_a_role_held_already_makes_nothing(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        let_in(cast, email="observer@example.org", person="Ylva Ängmark")
    assert not Login.objects.filter(user=cast.user("observer")).exists()


def test_taken_back_an_account_nobody_used_is_gone_and_the_trail_holds(cast: Cast) -> None:
    user = let_in(cast, person="Ylva Ängmark")
    day = date(2999, 1, 1)
    hand_over(
        collaboration=cast.collaboration,
        giver=cast.user("coordinator"),
        receiver=user,
        start=day,
        end=date(2999, 2, 1),
        by=SYSTEM,
    )
    take_back(cast, user)
    assert not User.objects.filter(email=EMAIL).exists()
    assert told(cast, user) == ["invite", "uninvite"]
    assert list(verify()) == []


def test_somebody_elsewhere_loses_only_what_is_here(cast: Cast) -> None:
    user = let_in(cast, person="Ylva Ängmark")
    appoint(user=user, collaboration=cast.other, role=Role.OBSERVER, by=SYSTEM)
    take_back(cast, user)
    assert [row.collaboration for row in Appointment.objects.filter(user=user)] == [cast.other]
    assert not Login.objects.filter(user=user).exists()


def test_one_who_had_an_account_loses_what_the_invitation_gave_and_nothing_else(cast: Cast) -> None:
    registrar = cast.user("registrar")
    let_in(cast, email=registrar.email, person="Ylva Ängmark")
    take_back(cast, registrar)
    assert [row.role for row in Appointment.objects.filter(user=registrar)] == ["registrar"]
    assert not Login.objects.filter(user=registrar).exists()
    with pytest.raises(NothingToTakeBack):
        take_back(cast, registrar)


def test_a_role_that_was_ended_since_is_history_and_stays(cast: Cast) -> None:
    user = let_in(cast, email="nobody@example.org")
    given = Appointment.objects.get(user=user)
    end_appointment(appointment=given, end=date(2024, 1, 1), by=SYSTEM)
    with pytest.raises(NothingToTakeBack):
        take_back(cast, user)


def test_who_was_never_invited_has_nothing_to_take_back(cast: Cast) -> None:
    with pytest.raises(NothingToTakeBack):
        take_back(cast, cast.user("observer"))


def test_the_last_administrator_is_not_taken_back(cast: Cast) -> None:
    user = let_in(cast, grant=Grant(Role.ADMINISTRATOR, start=date(2020, 1, 1)))
    Appointment.objects.filter(user=cast.user("administrator")).delete()
    with pytest.raises(LastAdministrator):
        take_back(cast, user)
    assert User.objects.filter(email=EMAIL).exists()


def test_erasing_the_person_takes_the_invitation_out_of_the_trail(cast: Cast) -> None:
    user = let_in(cast, person="Ylva Ängmark")
    erase_person_from_trail(person=cast.people["Ylva Ängmark"], by=SYSTEM)
    assert told(cast, user) == ["erase"]
