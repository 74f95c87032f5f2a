"""Make and lock accounts, change their passwords, say which person a user is, give and end roles."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from radslag.base.accounts.models import Appointment, Login, User
from radslag.base.accounts.roles import Role
from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration, Municipality, Person


@transaction.atomic
def create_user(*, email: str, name: str, password: str | None, by: Actor) -> User:
    """An account; its e-mail address is how it signs in."""
    user = User.objects.create_user(email, password, name=name)
    record(by=by, verb="create", about=user, collaboration=None, after={"name": name})
    return user


@transaction.atomic
def set_password(*, user: User, password: str, by: Actor) -> None:
    """The user signs in with this from now on; other sessions of the account end."""
    user.set_password(password)
    user.save()
    record(by=by, verb="password", about=user, collaboration=None)


@transaction.atomic
def lock(*, user: User, by: Actor) -> None:
    """No password opens the account until a new one is chosen through the mail."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    record(by=by, verb="lock", about=user, collaboration=None)


@transaction.atomic
def connect_person(*, user: User, person: Person, by: Actor) -> Login:
    """The user is this person in the person's collaboration."""
    login = Login.objects.create(collaboration=person.collaboration, user=user, person=person)
    record(by=by, verb="connect", about=login, collaboration=person.collaboration.uuid)
    return login


@transaction.atomic
def appoint(
    *,
    user: User,
    collaboration: Collaboration,
    role: Role,
    by: Actor,
    start: date | None = None,
    end: date | None = None,
    municipality: Municipality | None = None,
) -> Appointment:
    """Give a role for a period, an official's for a municipality.

    Raises `ValueError` for a role that follows from a mandate, or when the municipality is missing or out of place.
    """
    if not role.appointed:
        raise ValueError(f"{role} follows from a mandate")
    if role.for_municipality != (municipality is not None):
        raise ValueError(f"{role} is {'' if role.for_municipality else 'not '}given for a municipality")
    appointment = Appointment.objects.create(
        collaboration=collaboration, user=user, role=role.value, start=start, end=end, municipality=municipality
    )
    after = {"role": role.value, "start": start, "end": end}
    after |= {"municipality": municipality.name} if municipality else {}
    record(by=by, verb="appoint", about=appointment, collaboration=collaboration.uuid, after=after)
    return appointment


@transaction.atomic
def end_appointment(*, appointment: Appointment, end: date, by: Actor) -> None:
    """The role holds up to, not including, `end`."""
    before = {"end": appointment.end}
    appointment.end = end
    appointment.save(update_fields=["end"])
    record(
        by=by,
        verb="end",
        about=appointment,
        collaboration=appointment.collaboration.uuid,
        before=before,
        after={"end": end},
    )
