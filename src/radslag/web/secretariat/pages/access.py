"""Who may do what, and who has which role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.models import Appointment, Login
from radslag.base.accounts.roles import Permission, Role
from radslag.base.people.models import Mandate
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import plain_date


@dataclass(frozen=True)
class RoleColumn:
    """A role as a column of the table."""

    label: str | Promise
    meaning: str | Promise
    mine: bool


@dataclass(frozen=True)
class PermissionRow:
    """A permission, and for each role in their order its name and whether it has it."""

    words: str | Promise
    cells: Sequence[tuple[str, bool]]


@dataclass(frozen=True)
class Holder:
    """Somebody with a role. `end_url` is empty where the role follows from a mandate."""

    name: str
    email: str
    role: str | Promise
    since: str
    mine: bool
    end_url: str


@dataclass(frozen=True)
class AccessPage:
    """The table and the people; `coming` are roles that have been given but have not begun."""

    columns: Sequence[RoleColumn]
    rows: Sequence[PermissionRow]
    holders: Sequence[Holder]
    coming: Sequence[Holder]
    today: str


def access_page(access: Access, today: date) -> AccessPage:
    """Roles and permissions as `roles.py` has them, and everyone who holds a role today or later."""
    links = Links(access.collaboration.slug)
    appointments = Appointment.objects.of(access.collaboration).not_ended(today).with_user()
    appointed = [(row, _appointed(row, access, links)) for row in appointments]
    return AccessPage(
        columns=[RoleColumn(role.label, role.meaning, role in access.roles) for role in Role],
        rows=[
            PermissionRow(permission.value, [(str(role.label), permission in role.permissions) for role in Role])
            for permission in Permission
        ],
        holders=[holder for row, holder in appointed if not row.start or row.start <= today] + _members(access, today),
        coming=[holder for row, holder in appointed if row.start and row.start > today],
        today=today.isoformat(),
    )


def _appointed(row: Appointment, access: Access, links: Links) -> Holder:
    return Holder(
        row.user.name,
        row.user.email,
        Role(row.role).label,
        period(row.start, row.end),
        row.user == access.user,
        links.to("end_role", row.uuid) if access.may(Permission.APPOINT) else "",
    )


def _members(access: Access, today: date) -> list[Holder]:
    logins = {row.person_id: row.user for row in Login.objects.of(access.collaboration).with_user()}
    found: dict[int, Holder] = {}
    for mandate in Mandate.objects.of(access.collaboration).decided(today).with_body().by_body():
        user = logins.get(mandate.person_id)
        if user and user.pk not in found:
            since = _("så länge uppdraget i %(body)s varar") % {"body": mandate.body.name}
            found[user.pk] = Holder(user.name, user.email, Role.MEMBER.label, since, user == access.user, "")
    return list(found.values())


def period(start: date | None, end: date | None) -> str:
    """ "från 1 januari 2026 t.o.m. 31 december 2026", "tills vidare"."""
    last = plain_date(end - timedelta(days=1)) if end else ""
    if start and last:
        return _("från %(start)s t.o.m. %(last)s") % {"start": plain_date(start), "last": last}
    if start:
        return _("från %(start)s, tills vidare") % {"start": plain_date(start)}
    return _("t.o.m. %(last)s") % {"last": last} if last else _("tills vidare")
