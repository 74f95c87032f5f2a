"""Who may do what, who has which role, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.models import Appointment, Delegation, Login, User
from radslag.base.accounts.roles import BY_MANDATE, Permission, Role
from radslag.base.people.models import Mandate
from radslag.text.swedish.sorting import swedish_key
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.handing_over import Handover, handovers
from radslag.web.secretariat.pages.inviting import Invited, invited
from radslag.web.secretariat.pages.states import plain_date


@dataclass(frozen=True)
class RoleColumn:
    """The roles that may do the same, as one column of the table; `mine` when the reader has one of them."""

    labels: Sequence[str | Promise]
    mine: bool

    @property
    def heading(self) -> str:
        """The roles by name: "Ledamot, ersättare"."""
        words = ", ".join(map(str, self.labels))
        return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class PermissionRow:
    """A permission, and for each column in their order its heading and whether its roles have it."""

    words: str | Promise
    cells: Sequence[tuple[str, bool]]


@dataclass(frozen=True)
class RoleNote:
    """A role, what it is for, how one gets it, and how many have it today."""

    label: str | Promise
    meaning: str | Promise
    appointed: bool
    mine: bool
    holders: int


@dataclass(frozen=True)
class Holder:
    """Somebody with a role. `end_url` is empty where the role follows from a mandate."""

    name: str
    email: str
    role: Role
    words: str
    since: str
    mine: bool
    end_url: str
    invited: bool


@dataclass(frozen=True)
class AccessPage:
    """The table and the people; `coming` are roles that have been given but have not begun."""

    columns: Sequence[RoleColumn]
    rows: Sequence[PermissionRow]
    roles: Sequence[RoleNote]
    holders: Sequence[Holder]
    coming: Sequence[Holder]
    invited: Sequence[Invited]
    handovers: Sequence[Handover]
    may_hand_over: bool
    today: str


def access_page(access: Access, today: date) -> AccessPage:
    """Roles and permissions as `roles.py` has them, and everyone who holds a role today or later."""
    links = Links(access.collaboration.slug)
    appointments = Appointment.objects.of(access.collaboration).not_ended(today).with_user()
    appointed = [(row, _appointed(row, access, links)) for row in appointments]
    holders = [holder for row, holder in appointed if not row.start or row.start <= today] + _seated(access, today)
    coming = [holder for row, holder in appointed if row.start and row.start > today]
    groups = _alike()
    columns = [RoleColumn([role.label for role in group], not access.roles.isdisjoint(group)) for group in groups]
    delegations = Delegation.objects.of(access.collaboration).not_ended(today).with_users()
    return AccessPage(
        columns=columns,
        rows=[_row(permission, groups, columns) for permission in Permission],
        roles=[_note(role, access, holders) for role in Role],
        holders=_sorted(holders),
        coming=coming,
        invited=invited(access, [(each.email, each.words) for each in (*holders, *coming)]),
        handovers=handovers(delegations, access, today),
        may_hand_over=access.may(Permission.HAND_OVER),
        today=today.isoformat(),
    )


def _alike() -> list[list[Role]]:
    """The roles in their order, those that may do exactly the same together."""
    groups: dict[frozenset[Permission], list[Role]] = {}
    for role in Role:
        groups.setdefault(role.permissions, []).append(role)
    return list(groups.values())


def _row(permission: Permission, groups: list[list[Role]], columns: list[RoleColumn]) -> PermissionRow:
    cells = [
        (column.heading, permission in group[0].permissions) for group, column in zip(groups, columns, strict=True)
    ]
    return PermissionRow(permission.value, cells)


def _note(role: Role, access: Access, holders: list[Holder]) -> RoleNote:
    count = len({holder.email for holder in holders if holder.role is role})
    return RoleNote(role.label, role.meaning, role.appointed, role in access.roles, count)


def _sorted(holders: list[Holder]) -> list[Holder]:
    order = list(Role)
    return sorted(holders, key=lambda holder: (order.index(holder.role), swedish_key(holder.name)))


def _appointed(row: Appointment, access: Access, links: Links) -> Holder:
    role = Role(row.role)
    return Holder(
        row.user.name,
        row.user.email,
        role,
        f"{role.label}, {row.municipality.name}" if row.municipality else str(role.label),
        period(row.start, row.end),
        row.user == access.user,
        links.to("end_role", row.uuid) if access.may(Permission.APPOINT) else "",
        row.user.invited,
    )


def _seated(access: Access, today: date) -> list[Holder]:
    """Those whose roles follow from mandates, a line for each of their roles with its bodies."""
    logins = {row.person_id: row.user for row in Login.objects.of(access.collaboration).with_user()}
    seats: dict[tuple[User, Role], list[str]] = {}
    for mandate in Mandate.objects.of(access.collaboration).decided(today).with_body().by_body():
        user = logins.get(mandate.person_id)
        if user:
            bodies = seats.setdefault((user, BY_MANDATE[mandate.role]), [])
            bodies += [mandate.body.name] if mandate.body.name not in bodies else []
    return [
        Holder(user.name, user.email, role, str(role.label), _as_long_as(bodies), user == access.user, "", user.invited)
        for (user, role), bodies in seats.items()
    ]


def _as_long_as(bodies: list[str]) -> str:
    if len(bodies) == 1:
        return _("så länge uppdraget i %(body)s varar") % {"body": bodies[0]}
    listed = _("%(first)s och %(last)s") % {"first": ", ".join(bodies[:-1]), "last": bodies[-1]}
    return _("så länge uppdragen i %(bodies)s varar") % {"bodies": listed}


def period(start: date | None, end: date | None) -> str:
    """ "från 1 januari 2026 t.o.m. 31 december 2026", "tills vidare"."""
    last = plain_date(end - timedelta(days=1)) if end else ""
    if start and last:
        return _("från %(start)s t.o.m. %(last)s") % {"start": plain_date(start), "last": last}
    if start:
        return _("från %(start)s, tills vidare") % {"start": plain_date(start)}
    return _("t.o.m. %(last)s") % {"last": last} if last else _("tills vidare")
