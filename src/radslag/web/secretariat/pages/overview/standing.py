"""Who the reader is here: a person with seats, an official of a municipality, a stand-in, or a user with a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from radslag.base.accounts.access import Access
from radslag.base.accounts.models import Appointment, Login
from radslag.base.accounts.roles import Role
from radslag.base.people.models import Mandate, Municipality, Person
from radslag.domain.decisions.models import Concerned


@dataclass(frozen=True)
class Standing:
    """The people whose business it is to the reader: the reader's own person and those it stands in for.

    `concerned` is what falls on them by name, through their seats and their municipalities; `bodies` are the keys of
    the bodies they have decided seats in, `offices` the municipalities the reader is an official of.
    """

    person: Person | None = None
    others: tuple[Person, ...] = ()
    concerned: Concerned = field(default_factory=Concerned)
    bodies: frozenset[int] = frozenset()
    offices: Mapping[int, Municipality] = field(default_factory=dict)


def standing_of(access: Access, today: date) -> Standing:
    """What is known of the reader on the day, in at most three statements."""
    logins = list(Login.objects.of(access.collaboration).of_users(access.users).with_person())
    people = {login.person.pk: login.person for login in logins}
    mandates = list(Mandate.objects.of(access.collaboration).held_by_any(people.values()).decided(today))
    bodies = frozenset(row.body_id for row in mandates)
    municipalities = {row.on_behalf_of_id for row in mandates if row.on_behalf_of_id is not None}
    own = next((login.person for login in logins if login.user_id == access.user.pk), None)
    return Standing(
        person=own,
        others=tuple(person for person in people.values() if person != own),
        concerned=Concerned(list(people), bodies, municipalities),
        bodies=bodies,
        offices=_offices(access, today),
    )


def all_roles(access: Access) -> frozenset[Role]:
    """The reader's roles and those of whom it stands in for."""
    return access.roles.union(*(each.roles for each in access.standing_in))


def _offices(access: Access, today: date) -> dict[int, Municipality]:
    if Role.OFFICIAL not in all_roles(access):
        return {}
    held = Appointment.objects.of(access.collaboration).of_users(access.users).as_of(today).with_municipality()
    return {row.municipality.pk: row.municipality for row in held if row.municipality is not None}
