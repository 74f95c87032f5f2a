"""Who may do what: the one page that says it. The product shows this page as *Rättigheter*.

A permission names something people do; a role is a set of permissions; what is not written here nobody may do.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(Enum):
    """Something one may do in a collaboration, in the words of the people who do it."""

    READ_RECORD = _("läsa möten, beslut, uppdrag, grupper, kommuner och personer")
    READ_SOURCES = _("läsa och hämta de dokument som uppgifterna kommer ur")
    EXPORT = _("ta ut beslut och uppdrag som fil")
    IMPORT = _("läsa in dokument, granska dem och föra in dem i registret")
    READ_DRAFTS = _("läsa det som förbereds: dagordningar som inte har skickats")
    PREPARE = _("förbereda möten och göra handlingar")
    EDIT_RECORD = _("markera uppdrag som klara och rätta i registret")
    READ_ACCESS = _("se vem som har vilken roll")
    APPOINT = _("ge och avsluta roller")
    READ_TRAIL = _("läsa händelseloggen: vem som har gjort vad")


class Role(Enum):
    """A role: its Swedish name, how one gets it, and what it may do. The order is the order people list them in."""

    COORDINATOR = "coordinator"
    MEMBER = "member"
    OBSERVER = "observer"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> Promise:
        """What the role is called."""
        label: Promise = LABELS[self]
        return label

    @property
    def meaning(self) -> Promise:
        """One sentence on who has the role and what it is for."""
        meaning: Promise = MEANINGS[self]
        return meaning

    @property
    def appointed(self) -> bool:
        """Whether the role is given to a user; otherwise it follows from a mandate."""
        return self is not Role.MEMBER

    @property
    def permissions(self) -> frozenset[Permission]:
        """What the role may do."""
        return MAY[self]


LABELS: dict[Role, Any] = {
    Role.COORDINATOR: _("samordnare"),
    Role.MEMBER: _("ledamot i en grupp"),
    Role.OBSERVER: _("observatör"),
    Role.ADMINISTRATOR: _("förvaltare"),
}

MEANINGS: dict[Role, Any] = {
    Role.COORDINATOR: _("Håller ihop samarbetet: läser in dokument, rättar och följer upp. Utses för en tid."),
    Role.MEMBER: _("Har ett beslutat uppdrag i styrelsen eller en grupp. Rollen följer uppdraget och upphör med det."),
    Role.OBSERVER: _("Följer arbetet utan att ha ett uppdrag i någon grupp. Utses för en tid."),
    Role.ADMINISTRATOR: _("Sköter konton och roller men läser inte handlingarna. Utses för en tid."),
}

MAY: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: frozenset(
        {
            Permission.READ_RECORD,
            Permission.READ_SOURCES,
            Permission.EXPORT,
            Permission.IMPORT,
            Permission.READ_DRAFTS,
            Permission.PREPARE,
            Permission.EDIT_RECORD,
            Permission.READ_ACCESS,
            Permission.READ_TRAIL,
        }
    ),
    Role.MEMBER: frozenset(
        {Permission.READ_RECORD, Permission.READ_SOURCES, Permission.EXPORT, Permission.READ_ACCESS}
    ),
    Role.OBSERVER: frozenset({Permission.READ_RECORD, Permission.READ_ACCESS}),
    Role.ADMINISTRATOR: frozenset({Permission.READ_ACCESS, Permission.APPOINT, Permission.READ_TRAIL}),
}


def permitted(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything a set of roles may do together."""
    return frozenset().union(*(role.permissions for role in roles))
