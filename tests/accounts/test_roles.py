"""Roles follow from decided mandates and appointments, day by day; an observed mandate gives none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from radslag.base.accounts.access import collaborations_of, roles_of
from radslag.base.accounts.actions import appoint, connect_person, end_appointment
from radslag.base.accounts.roles import Permission, Role, permitted
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import give_mandate, observe_mandate
from tests.cast import HELD_ON, SINCE, Cast

LATER = date(2026, 1, 1)


def test_a_decided_mandate_makes_a_member_for_as_long_as_it_lasts(cast: Cast) -> None:
    person = cast.people["Ylva Ängmark"]
    connect_person(user=cast.user("nobody"), person=person, by=SYSTEM)
    give_mandate(person=person, body=cast.board, start=SINCE, end=LATER, by=SYSTEM)
    days = (SINCE - timedelta(days=1), SINCE, LATER - timedelta(days=1), LATER)
    roles = [roles_of(cast.user("nobody"), cast.collaboration, day) for day in days]
    assert roles == [frozenset(), {Role.MEMBER}, {Role.MEMBER}, frozenset()]


def test_being_seen_in_a_document_gives_no_role(cast: Cast) -> None:
    person = cast.people["Ylva Ängmark"]
    connect_person(user=cast.user("nobody"), person=person, by=SYSTEM)
    observe_mandate(person=person, body=cast.board, day=HELD_ON, by=SYSTEM)
    assert roles_of(cast.user("nobody"), cast.collaboration, HELD_ON) == frozenset()


def test_a_role_ends_the_day_it_is_ended(cast: Cast) -> None:
    user = cast.user("observer")
    end_appointment(appointment=user.appointments.get(), end=LATER, by=SYSTEM)
    assert roles_of(user, cast.collaboration, LATER - timedelta(days=1)) == {Role.OBSERVER}
    assert roles_of(user, cast.collaboration, LATER) == frozenset()


def test_member_is_no_role_to_be_appointed_to(cast: Cast) -> None:
    with pytest.raises(ValueError, match="mandate"):
        appoint(user=cast.user("nobody"), collaboration=cast.collaboration, role=Role.MEMBER, by=SYSTEM)


def test_the_same_role_twice_at_once_is_refused(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        appoint(user=cast.user("observer"), collaboration=cast.collaboration, role=Role.OBSERVER, by=SYSTEM)


def test_two_roles_permit_what_either_does() -> None:
    both = permitted(frozenset({Role.OBSERVER, Role.ADMINISTRATOR}))
    assert both == Role.OBSERVER.permissions | Role.ADMINISTRATOR.permissions
    assert permitted(frozenset()) == frozenset()


def test_every_permission_is_somebodys() -> None:
    assert permitted(frozenset(Role)) == frozenset(Permission)


def test_the_administrator_does_not_read_the_documents() -> None:
    assert not Role.ADMINISTRATOR.permissions & {Permission.READ_RECORD, Permission.READ_SOURCES, Permission.IMPORT}


def test_only_collaborations_with_a_role_today_are_ones_own(cast: Cast) -> None:
    assert collaborations_of(cast.user("member")) == [cast.collaboration]
    assert collaborations_of(cast.user("nobody")) == []
