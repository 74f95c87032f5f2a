"""Found a collaboration: its members, its bodies and its founder's roles, all or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, count

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from radslag.base.accounts.actions import appoint, connect_person, create_user
from radslag.base.accounts.models import Appointment, User
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import Actor
from radslag.base.people.actions import (
    RESERVED_SLUGS,
    add_member,
    create_body,
    create_collaboration,
    create_person,
)
from radslag.base.people.models import Collaboration, Municipality

# Who runs one collaboration may begin another; members and observers ask them.
FOUNDERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
SLUG_LENGTH = 60


@dataclass(frozen=True)
class NewBody:
    """A body to begin with; `kind` is a `BodyKind`."""

    name: str
    kind: str


@dataclass(frozen=True)
class Charter:
    """What a collaboration begins as. `since`: from when the members are members, None when that is not known."""

    name: str
    slug: str
    members: Collection[Municipality] = ()
    since: date | None = None
    bodies: Collection[NewBody] = field(default_factory=tuple)


@transaction.atomic
def found_collaboration(*, charter: Charter, founder: User, roles: Iterable[Role], by: Actor) -> Collaboration:
    """The collaboration with everything in its charter; the founder has the roles from today.

    A coordinator is a person there too, so that what documents ask of the coordinator finds its way.
    Raises `ValueError` for a slug that leads elsewhere, `IntegrityError` for one that is taken.
    """
    collaboration = create_collaboration(name=charter.name, slug=charter.slug, by=by)
    for municipality in charter.members:
        add_member(collaboration=collaboration, municipality=municipality, start=charter.since, by=by)
    for body in charter.bodies:
        create_body(collaboration=collaboration, name=body.name, kind=body.kind, by=by)
    given = tuple(roles)
    for role in given:
        appoint(user=founder, collaboration=collaboration, role=role, start=timezone.localdate(), by=by)
    if Role.COORDINATOR in given:
        person = create_person(collaboration=collaboration, name=founder.name, email=founder.email, by=by)
        connect_person(user=founder, person=person, by=by)
    return collaboration


@transaction.atomic
def found_with_first_user(
    *, charter: Charter, roles: Iterable[Role], email: str, name: str, password: str, by: Actor
) -> tuple[Collaboration, User]:
    """The first collaboration of an installation together with the first one who can sign in to it."""
    founder = create_user(email=email, name=name, password=password, by=by)
    return found_collaboration(charter=charter, founder=founder, roles=roles, by=founder.actor), founder


def may_found(user: User) -> bool:
    """Whether a user runs some collaboration today, and so may begin another."""
    roles = [role.value for role in FOUNDERS]
    return Appointment.objects.filter(user=user, role__in=roles).as_of(timezone.localdate()).exists()


def is_free(slug: str) -> bool:
    """Whether no other page and no other collaboration has the address."""
    return slug not in RESERVED_SLUGS and not Collaboration.objects.filter(slug=slug).exists()


def proposed_slug(name: str) -> str:
    """An address made of the name, with a number after it when the plain one is taken; empty for a name of signs."""
    plain = slugify(name)[:SLUG_LENGTH].strip("-_")
    if not plain:
        return ""
    numbered = (f"{plain[: SLUG_LENGTH - 5].rstrip('-_')}-{number}" for number in count(2))
    return next(slug for slug in chain([plain], numbered) if is_free(slug))
