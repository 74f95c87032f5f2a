"""The one door: a view holds no object that did not come through `load()` (foundation 11).

Nothing is told about what one may not see: a collaboration one has no role in and an object of another collaboration
both answer 404. Within one's own collaboration, lacking the permission answers 403. Not signed in: the sign-in page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from radslag.base.accounts.models import Appointment, Delegation, User
from radslag.base.accounts.roles import BY_MANDATE, Permission, Role, handed_over, permitted
from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.base.core.sorting import swedish
from radslag.base.people.models import Collaboration, Mandate, Owned, OwnedQuerySet

M = TypeVar("M", bound=Owned)


class NotSignedIn(Exception):
    """Nobody is signed in; the site answers with its sign-in page."""


@dataclass(frozen=True)
class StandIn:
    """A colleague the user stands in for: who, in which roles, until which day (exclusive)."""

    giver: User
    roles: frozenset[Role]
    end: date

    @property
    def last(self) -> date:
        """The last day it holds."""
        return self.end - timedelta(days=1)


@dataclass(frozen=True)
class Access:
    """A signed-in user in one collaboration: who, in which roles of their own, for whom, and what that permits.

    `acting_for`: the colleague whose right opened the door, where the user's own roles would not have.
    `places`: the keys of the collaborations the user may step into.
    """

    user: User
    collaboration: Collaboration
    roles: frozenset[Role]
    standing_in: tuple[StandIn, ...] = ()
    acting_for: User | None = None
    places: frozenset[int] = frozenset()

    @property
    def actor(self) -> Actor:
        """The user as the `by=` of an action."""
        mine = self.user.actor
        return Actor(mine.kind, mine.id, mine.label, self.acting_for.name) if self.acting_for else mine

    @property
    def users(self) -> list[User]:
        """The user, and those it stands in for: whose business this is."""
        return [self.user, *(each.giver for each in self.standing_in)]

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the roles permit, one's own and those of whom one stands in for."""
        return permitted(self.roles).union(*(handed_over(each.roles) for each in self.standing_in))

    def may(self, permission: Permission) -> bool:
        """Whether the user may do this here."""
        return permission in self.permissions

    def lender_of(self, permission: Permission) -> User | None:
        """Whose right it takes to do this; None when one's own roles permit it."""
        if permission in permitted(self.roles):
            return None
        return next((each.giver for each in self.standing_in if permission in handed_over(each.roles)), None)


def roles_of(user: User, collaboration: Collaboration, day: date) -> frozenset[Role]:
    """One's own roles on a day: appointed, or by a decided mandate. An observed mandate gives none."""
    return _held([user.pk], day)[collaboration.pk, user.pk]


def _held(users: Iterable[int], day: date) -> Mapping[tuple[int, int], frozenset[Role]]:
    """The own roles of some users on a day by (collaboration, user), in two statements however many there are."""
    held: dict[tuple[int, int], frozenset[Role]] = defaultdict(frozenset)
    keys = list(users)
    appointed = Appointment.objects.as_of(day).filter(user__in=keys).values_list("collaboration", "user", "role")
    for collaboration, user, role in appointed:
        held[collaboration, user] |= {Role(role)}
    seats = Mandate.objects.decided(day).filter(person__logins__user__in=keys)
    for collaboration, user, role in seats.values_list("collaboration", "person__logins__user", "role"):
        held[collaboration, user] |= {BY_MANDATE[role]}
    return held


@dataclass(frozen=True)
class _Reach:
    """Where a user has a role on a day, their own or one they stand in with; asked for in three statements."""

    user: User
    held: Mapping[tuple[int, int], frozenset[Role]]
    received: list[Delegation]

    def standing_in(self, collaboration: int) -> Iterator[StandIn]:
        lent = {row.giver: row for row in self.received if row.collaboration_id == collaboration}
        for giver, row in lent.items():
            roles = self.held[collaboration, giver.pk]
            if row.end is not None and handed_over(roles):
                yield StandIn(giver, roles, row.end)

    @property
    def places(self) -> frozenset[int]:
        own = {place for (place, who), roles in self.held.items() if who == self.user.pk and roles}
        lent = {row.collaboration_id for row in self.received}
        return frozenset(own | {place for place in lent if any(self.standing_in(place))})


def _reach(user: User, day: date) -> _Reach:
    received = list(Delegation.objects.received_by(user).in_force(day).with_users().order_by("end", "pk"))
    return _Reach(user, _held([user.pk, *(row.giver.pk for row in received)], day), received)


def _access(user: User, collaboration: Collaboration, day: date) -> Access:
    reach = _reach(user, day)
    standing_in = tuple(reach.standing_in(collaboration.pk))
    places = reach.places
    return Access(user, collaboration, reach.held[collaboration.pk, user.pk], standing_in, places=places)


def able_to_hand_over(collaboration: Collaboration, day: date) -> list[User]:
    """Those whose own roles on a day hold something to hand over, by name."""
    known = list(User.objects.known_in(collaboration).filter(is_active=True))
    held = _held([user.pk for user in known], day)
    return [user for user in known if handed_over(held[collaboration.pk, user.pk])]


def enter(request: HttpRequest, slug: str, permission: Permission | None = None) -> Access:
    """Step into a collaboration; without a permission, any role there will do.

    Raises `NotSignedIn`, `Http404` (no role there) or `PermissionDenied`.
    """
    user = request.user
    if isinstance(user, AnonymousUser) or not isinstance(user, User):
        raise NotSignedIn
    access = access_of(request)
    # A view that enters before it loads asks the database once.
    if access is None or (access.user, access.collaboration.slug) != (user, slug):
        collaboration = Collaboration.objects.filter(slug=slug).first()
        access = _access(user, collaboration, timezone.localdate()) if collaboration else None
    if access is None or not (access.roles or access.standing_in):
        raise Http404
    if permission is not None:
        access = replace(access, acting_for=access.lender_of(permission))
    request.access = access  # type: ignore[attr-defined]  # the frame (menu, role, name) reads it from here
    if permission is not None and not access.may(permission):
        raise PermissionDenied
    return access


def load(request: HttpRequest, permission: Permission | None, rows: OwnedQuerySet[M], *, slug: str, uuid: UUID) -> M:
    """The object with this UUID out of `rows`, for someone who has the permission in its collaboration.

    Raises as `enter` does, and `Http404` for an object that does not exist or belongs elsewhere.
    """
    access = enter(request, slug, permission)
    found = rows.of(access.collaboration).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found


def load_user(request: HttpRequest, permission: Permission, *, slug: str, uuid: UUID) -> User:
    """The user with this UUID, known in the collaboration, for someone who has the permission there.

    Raises as `load` does: an account that is nobody here does not exist here.
    """
    access = enter(request, slug, permission)
    found = User.objects.known_in(access.collaboration).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found


def load_event(request: HttpRequest, permission: Permission, *, slug: str, uuid: UUID) -> Event:
    """The event with this UUID in the collaboration's trail, for someone who has the permission there.

    Raises as `load` does. What it is about is another object, with a door of its own.
    """
    access = enter(request, slug, permission)
    found = Event.objects.of_collaboration(access.collaboration.uuid).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found


def access_of(request: HttpRequest) -> Access | None:
    """The access the view entered with; None outside a collaboration."""
    access: Access | None = getattr(request, "access", None)
    return access


def entered(request: HttpRequest) -> Access:
    """The access the view entered with, for what comes after `load()`."""
    access = access_of(request)
    if access is None:
        raise RuntimeError("a view asks who has entered before anyone has")
    return access


def collaborations_of(user: User) -> list[Collaboration]:
    """The collaborations where the user has a role today, their own or one they stand in with, by name."""
    return collaborations_at(_reach(user, timezone.localdate()).places)


def collaborations_at(places: Iterable[int]) -> list[Collaboration]:
    """The collaborations with these keys, by name."""
    return list(Collaboration.objects.filter(pk__in=places).order_by(swedish("name")))
