"""Make and lock accounts, change their passwords, say which person a user is; give and end roles, and undo that."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from radslag.base.accounts.models import Appointment, Login, User
from radslag.base.accounts.roles import Role
from radslag.base.audit.actions import record
from radslag.base.audit.models import Event, EventQuerySet
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration, Municipality, Person


class LastAdministrator(Exception):
    """Nobody would be left in the collaboration who can give roles."""


class ChangedSince(Exception):
    """The role is no longer as it was when what is to be undone was done."""


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


@transaction.atomic
def withdraw_appointment(*, appointment: Appointment, by: Actor) -> None:
    """Undo the giving of a role, as if it had never been given. Raises `ChangedSince` and `LastAdministrator`."""
    _one_at_a_time(appointment)
    if _last_verb(appointment) != "appoint":
        raise ChangedSince
    keep_an_administrator(appointment, until=appointment.start)
    record(by=by, verb="withdraw", about=appointment, collaboration=appointment.collaboration.uuid)
    appointment.delete()


@transaction.atomic
def reopen_appointment(*, appointment: Appointment, by: Actor) -> None:
    """Undo the ending of a role: it holds as long as before. Raises `ChangedSince`, `IntegrityError` on overlap."""
    _one_at_a_time(appointment)
    appointment.refresh_from_db(fields=["end"])
    last = _history(appointment).first()
    if last is None or last.verb != "end" or last.erased:
        raise ChangedSince
    before = {"end": appointment.end}
    written = (last.detail("before") or {}).get("end")
    appointment.end = date.fromisoformat(written) if written else None
    appointment.save(update_fields=["end"])
    after = {"end": appointment.end}
    about = appointment.collaboration.uuid
    record(by=by, verb="reopen", about=appointment, collaboration=about, before=before, after=after)


def keep_an_administrator(appointment: Appointment, *, until: date | None) -> None:
    """Raises `LastAdministrator` when the role, ended at `until` (today at the latest), would leave nobody."""
    today = timezone.localdate()
    if appointment.end is not None and appointment.end <= today:
        return
    if Appointment.objects.is_last_administrator(appointment, max(until or today, today)):
        raise LastAdministrator


def _one_at_a_time(appointment: Appointment) -> None:
    Collaboration.objects.select_for_update().get(pk=appointment.collaboration_id)


def _history(appointment: Appointment) -> EventQuerySet:
    return Event.objects.about("appointment", appointment.uuid)


def _last_verb(appointment: Appointment) -> str:
    last = _history(appointment).first()
    return last.verb if last else ""
