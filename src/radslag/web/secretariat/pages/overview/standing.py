"""Who the reader is here: a person with seats, an official of a municipality, or only a user with a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from radslag.base.accounts.access import Access
from radslag.base.accounts.models import Login
from radslag.base.people.models import Body, Mandate, Municipality, Person
from radslag.domain.decisions.models import Concerned


@dataclass(frozen=True)
class Standing:
    """The reader's person, if any; by key the bodies it has a decided seat in and the municipalities it stands for."""

    person: Person | None = None
    bodies: Mapping[int, Body] = field(default_factory=dict)
    municipalities: Mapping[int, Municipality] = field(default_factory=dict)

    @property
    def concerned(self) -> Concerned:
        """What the reader's assignments are looked for by."""
        people = [self.person.pk] if self.person else []
        return Concerned(people, list(self.bodies), list(self.municipalities))

    @property
    def is_somebody(self) -> bool:
        """Whether anything can fall on the reader at all."""
        return self.person is not None or bool(self.municipalities)


def standing_of(access: Access, today: date) -> Standing:
    """What is known of the reader on the day, in two statements."""
    login = Login.objects.of(access.collaboration).of_user(access.user).with_person().first()
    if login is None:
        return Standing()
    mandates = list(Mandate.objects.of(access.collaboration).held_by(login.person).decided(today).with_body())
    return Standing(
        login.person,
        {row.body.pk: row.body for row in mandates},
        {row.on_behalf_of.pk: row.on_behalf_of for row in mandates if row.on_behalf_of is not None},
    )
