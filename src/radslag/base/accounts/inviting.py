"""Let a colleague in: an account without a password, the person it is, a role; and take that back.

The mail that asks the colleague to choose a password is sent afterwards (letters), when all of this stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from radslag.base.accounts.actions import appoint, connect_person, create_user, keep_an_administrator
from radslag.base.accounts.models import Appointment, Delegation, Login, User
from radslag.base.accounts.roles import Role
from radslag.base.audit.actions import record
from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration, Municipality, Person
from radslag.base.people.models.person import PersonQuerySet


class AlreadySomebody(Exception):
    """The account is a person here already, or the person has an account."""


class NothingToTakeBack(Exception):
    """The colleague has signed in since, or what the invitation gave has been changed or taken back."""


@dataclass(frozen=True)
class Guest:
    """Who is invited. `name` is what a new account is called; one that exists keeps its own."""

    email: str
    name: str
    person: Person | None = None


@dataclass(frozen=True)
class Grant:
    """A role for a period, `end` exclusive; an official's for a municipality."""

    role: Role
    start: date | None = None
    end: date | None = None
    municipality: Municipality | None = None


def people_without_account(collaboration: Collaboration) -> PersonQuerySet:
    """The people of a collaboration who cannot sign in, by surname."""
    taken = Login.objects.of(collaboration).values("person")
    return Person.objects.of(collaboration).standing().exclude(pk__in=taken).sorted()


def is_only_here(user: User, collaboration: Collaboration) -> bool:
    """Whether the account has nothing to do with any other collaboration."""
    return not any(rows.exclude(collaboration=collaboration).exists() for rows in _ties(user))


@transaction.atomic
def invite(*, collaboration: Collaboration, guest: Guest, grant: Grant | None, by: Actor) -> User:
    """Let the guest in: make an account unless the address has one, connect the person, give the role.

    Raises `AlreadySomebody`, and `IntegrityError` when the role is held in part of the period.
    """
    Collaboration.objects.select_for_update().get(pk=collaboration.pk)
    user = User.objects.filter(email=guest.email.lower()).first()
    user = user or create_user(email=guest.email, name=guest.name, password=None, by=by)
    gave: dict[str, Any] = {"name": user.name}
    if guest.person is not None:
        if Login.objects.connecting(user, guest.person).exists():
            raise AlreadySomebody
        gave["login"] = connect_person(user=user, person=guest.person, by=by).uuid
    if grant is not None:
        given = appoint(user=user, collaboration=collaboration, by=by, **vars(grant))
        gave["appointment"] = given.uuid
    record(by=by, verb="invite", about=user, collaboration=collaboration.uuid, after=gave)
    return user


@transaction.atomic
def invite_again(*, user: User, collaboration: Collaboration, by: Actor) -> None:
    """Tell the trail that the mail is sent anew. Raises `NothingToTakeBack` for who has chosen a password."""
    if not user.invited:
        raise NothingToTakeBack
    record(by=by, verb="invite_again", about=user, collaboration=collaboration.uuid)


@transaction.atomic
def take_back_invitation(*, user: User, collaboration: Collaboration, by: Actor) -> None:
    """Undo an invitation. An account never used loses all it has here and goes, unless it is somebody elsewhere too.

    One that was there before, or is used since, loses only what the last invitation gave, if that stands as it was.
    Raises `NothingToTakeBack` and `LastAdministrator`.
    """
    Collaboration.objects.select_for_update().get(pk=collaboration.pk)
    user = User.objects.select_for_update().get(pk=user.pk)
    mine = [rows.filter(collaboration=collaboration) for rows in _ties(user)]
    if not user.invited:
        mine = list(_given_last(user, collaboration))
    for row in [row for rows in mine for row in rows]:
        if isinstance(row, Appointment):
            keep_an_administrator(row, until=row.start)
        row.delete()
    record(by=by, verb="uninvite", about=user, collaboration=collaboration.uuid)
    if user.invited and is_only_here(user, collaboration):
        record(by=by, verb="remove", about=user, collaboration=None)
        user.delete()


def _ties(user: User) -> Iterator[Any]:
    """All that connects a user to collaborations."""
    yield Delegation.objects.concerning([user])
    yield Appointment.objects.of_user(user)
    yield Login.objects.of_user(user)


def _given_last(user: User, collaboration: Collaboration) -> list[Any]:
    """What the last invitation of a user gave and nobody has touched since, as sets of rows."""
    told = Event.objects.about("user", user.uuid).readable(collaboration.uuid).reverse()
    last = told.telling([("invite", "user"), ("uninvite", "user")]).first()
    if last is None or last.verb != "invite":
        raise NothingToTakeBack
    gave = last.detail("after") or {}
    logins = Login.objects.of(collaboration).filter(uuid__in=_uuids(gave.get("login")))
    roles = Appointment.objects.of(collaboration).filter(uuid__in=_uuids(gave.get("appointment")))
    if any(Event.objects.about("appointment", row.uuid).telling([("end", "appointment")]).exists() for row in roles):
        raise NothingToTakeBack
    if not logins and not roles:
        raise NothingToTakeBack
    return [logins, roles]


def _uuids(written: object) -> list[UUID]:
    return [UUID(str(written))] if written else []
