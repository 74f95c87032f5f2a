"""The one door: a view holds no object that did not come through `load()` (foundation 11).

Nothing is told about what one may not see: a collaboration one has no role in and an object of another collaboration
both answer 404. Within one's own collaboration, lacking the permission answers 403. Not signed in: the sign-in page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import timezone

from radslag.base.accounts.models import Appointment, Login, User
from radslag.base.accounts.roles import Permission, Role, permitted
from radslag.base.core.actor import Actor
from radslag.base.core.sorting import swedish
from radslag.base.people.models import Collaboration, Mandate, Owned, OwnedQuerySet

M = TypeVar("M", bound=Owned)


class NotSignedIn(Exception):
    """Nobody is signed in; the site answers with its sign-in page."""


@dataclass(frozen=True)
class Access:
    """A signed-in user in one collaboration: who, in which roles, and what that permits."""

    user: User
    collaboration: Collaboration
    roles: frozenset[Role]

    @property
    def actor(self) -> Actor:
        """The user as the `by=` of an action."""
        return self.user.actor

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the roles permit."""
        return permitted(self.roles)

    def may(self, permission: Permission) -> bool:
        """Whether the user may do this here."""
        return permission in self.permissions


def roles_of(user: User, collaboration: Collaboration, day: date) -> frozenset[Role]:
    """The roles a user has on a day: appointed, or member by a decided mandate. An observed mandate gives none."""
    appointed = Appointment.objects.of(collaboration).filter(user=user).as_of(day)
    roles = {Role(role) for role in appointed.values_list("role", flat=True)}
    people = Login.objects.of(collaboration).filter(user=user).values("person")
    if Mandate.objects.of(collaboration).decided(day).filter(person__in=people).exists():
        roles.add(Role.MEMBER)
    return frozenset(roles)


def enter(request: HttpRequest, slug: str, permission: Permission | None = None) -> Access:
    """Step into a collaboration; without a permission, any role there will do.

    Raises `NotSignedIn`, `Http404` (no role there) or `PermissionDenied`.
    """
    user = request.user
    if isinstance(user, AnonymousUser) or not isinstance(user, User):
        raise NotSignedIn
    collaboration = Collaboration.objects.filter(slug=slug).first()
    roles = roles_of(user, collaboration, timezone.localdate()) if collaboration else frozenset()
    if collaboration is None or not roles:
        raise Http404
    access = Access(user, collaboration, roles)
    request.access = access  # type: ignore[attr-defined]  # the frame (menu, role, name) reads it from here
    if permission is not None and not access.may(permission):
        raise PermissionDenied
    return access


def load(request: HttpRequest, permission: Permission, rows: OwnedQuerySet[M], *, slug: str, uuid: UUID) -> M:
    """The object with this UUID out of `rows`, for someone who has the permission in its collaboration.

    Raises as `enter` does, and `Http404` for an object that does not exist or belongs elsewhere.
    """
    access = enter(request, slug, permission)
    found = rows.of(access.collaboration).filter(uuid=uuid).first()
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
    """The collaborations where the user has a role today, by name."""
    today = timezone.localdate()
    appointed = Appointment.objects.filter(user=user).as_of(today).values("collaboration")
    people = Login.objects.filter(user=user).values("person")
    seated = Mandate.objects.decided(today).filter(person__in=people).values("collaboration")
    mine = Collaboration.objects.filter(Q(pk__in=appointed) | Q(pk__in=seated))
    return list(mine.order_by(swedish("name")))
