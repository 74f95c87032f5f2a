"""Who may do what: the one page that says it. The product shows this page as *Rättigheter*.

A permission names something people do; a role is a set of permissions; what is not written here nobody may do.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import MandateRole


class Permission(Enum):
    """Something one may do in a collaboration, in the words of the people who do it."""

    READ_RECORD = _("läsa möten, beslut, uppdrag, grupper, kommuner och personer")
    READ_SOURCES = _("läsa och hämta de dokument som uppgifterna kommer ur")
    EXPORT = _("ta ut beslut och uppdrag som fil")
    READ_DRAFTS = _("läsa det som förbereds: dagordningar som inte har skickats")
    PREPARE = _("förbereda möten och göra handlingar")
    IMPORT = _("läsa in dokument, granska dem och föra in dem i registret")
    EDIT_RECORD = _("markera uppdrag som klara och rätta i registret")
    PERSONAL_DATA = _("lämna ut allt om en person som fil och radera kontaktuppgifter")
    READ_ACCESS = _("se vem som har vilken roll")
    READ_TRAIL = _("läsa händelseloggen: vem som har gjort vad")
    HAND_OVER = _("överlåta åt en kollega som är borta, och ta tillbaka en överlåtelse")
    APPOINT = _("ge och avsluta roller")


class Role(Enum):
    """A role: its Swedish name, how one gets it, and what it may do. The order is the order people list them in."""

    COORDINATOR = "coordinator"
    CHAIR = "chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    CO_OPTED = "co_opted"
    RAPPORTEUR = "rapporteur"
    OFFICIAL = "municipal_official"
    REGISTRAR = "registrar"
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
        return self not in BY_MANDATE.values()

    @property
    def for_municipality(self) -> bool:
        """Whether the role is given for one municipality."""
        return self is Role.OFFICIAL

    @property
    def permissions(self) -> frozenset[Permission]:
        """What the role may do."""
        return MAY[self]


# The role that follows from a decided mandate. A vice chair chairs when needed, and a convener leads a group.
BY_MANDATE: dict[str, Role] = {
    MandateRole.CHAIR: Role.CHAIR,
    MandateRole.VICE_CHAIR: Role.CHAIR,
    MandateRole.CONVENER: Role.CHAIR,
    MandateRole.MEMBER: Role.MEMBER,
    MandateRole.SUBSTITUTE: Role.SUBSTITUTE,
    MandateRole.CO_OPTED: Role.CO_OPTED,
    MandateRole.RAPPORTEUR: Role.RAPPORTEUR,
}

LABELS: dict[Role, Any] = {
    Role.COORDINATOR: _("samordnare"),
    Role.CHAIR: _("ordförande"),
    Role.MEMBER: _("ledamot"),
    Role.SUBSTITUTE: _("ersättare"),
    Role.CO_OPTED: _("adjungerad"),
    Role.RAPPORTEUR: _("rapportör"),
    Role.OFFICIAL: _("kommunal tjänsteperson"),
    Role.REGISTRAR: _("registrator"),
    Role.OBSERVER: _("observatör"),
    Role.ADMINISTRATOR: _("förvaltare"),
}

MEANINGS: dict[Role, Any] = {
    Role.COORDINATOR: _("Håller ihop samarbetet: läser in dokument, förbereder möten, rättar och följer upp."),
    Role.CHAIR: _("Leder styrelsen eller en grupp, som ordförande, vice ordförande eller sammankallande."),
    Role.MEMBER: _("Har en plats i styrelsen eller en grupp."),
    Role.SUBSTITUTE: _("Träder in när en ledamot inte kan vara med, och läser därför samma sak."),
    Role.CO_OPTED: _("Är med i en grupp utan att ha en plats, till exempel kommundirektörer i styrelsen."),
    Role.RAPPORTEUR: _("Följer en grupp och rapporterar från den till kommundirektörerna."),
    Role.OFFICIAL: _("Bereder ärenden hemma i en kommun och läser det som beredningen bygger på."),
    Role.REGISTRAR: _(
        "Tar hand om handlingarna: läser allt, även det som förbereds, hämtar filer, ser händelseloggen."
    ),
    Role.OBSERVER: _("Följer arbetet utan att ha ett uppdrag i någon grupp."),
    Role.ADMINISTRATOR: _("Sköter konton och roller men läser inte handlingarna. Kan inte överlåtas."),
}

_SEATED = frozenset({Permission.READ_RECORD, Permission.READ_SOURCES, Permission.EXPORT, Permission.READ_ACCESS})

MAY: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: frozenset(Permission) - {Permission.APPOINT},
    Role.CHAIR: _SEATED | {Permission.READ_DRAFTS},
    Role.MEMBER: _SEATED,
    Role.SUBSTITUTE: _SEATED,
    Role.CO_OPTED: _SEATED,
    Role.RAPPORTEUR: _SEATED,
    Role.OFFICIAL: _SEATED,
    Role.REGISTRAR: _SEATED | {Permission.READ_DRAFTS, Permission.READ_TRAIL},
    Role.OBSERVER: frozenset({Permission.READ_RECORD, Permission.READ_ACCESS}),
    Role.ADMINISTRATOR: frozenset(
        {Permission.READ_ACCESS, Permission.READ_TRAIL, Permission.HAND_OVER, Permission.APPOINT}
    ),
}

# What whoever stands in for a colleague does not get: rights over others' rights stay with the one who was trusted.
NOT_HANDED_OVER = frozenset({Permission.HAND_OVER, Permission.APPOINT})


def permitted(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything a set of roles may do together."""
    return frozenset().union(*(role.permissions for role in roles))


def handed_over(roles: frozenset[Role]) -> frozenset[Permission]:
    """What somebody with these roles can hand over to a colleague; nothing of the administrator's."""
    return permitted(roles - {Role.ADMINISTRATOR}) - NOT_HANDED_OVER
