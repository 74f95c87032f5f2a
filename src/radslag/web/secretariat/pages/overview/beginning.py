"""How to begin with a collaboration that has no meetings yet: three steps, each with what is done of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.people.models import Mandate
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.links import Links


@dataclass(frozen=True)
class Beginning:
    """A step: what to do, why, where, and whether it is done."""

    title: str
    words: str
    label: str
    url: str
    done: bool


def beginning(access: Access, links: Links) -> list[Beginning]:
    """The three steps, in the order that saves most work: documents bring people with them."""
    return [
        Beginning(
            _("Läs in era senaste minnesanteckningar"),
            _("Rådslag läser ut närvaro, punkter, beslut och uppdrag. Du granskar, och personerna kommer med."),
            _("Läs in minnesanteckningar"),
            links.page("imports"),
            Staged.objects.of(access.collaboration).exists(),
        ),
        Beginning(
            _("Lägg till personer"),
            _("Vilka sitter i styrelsen och grupperna, för vilken kommun, sedan när. Det går att göra lite i taget."),
            _("Till personerna"),
            links.page("people"),
            Mandate.objects.of(access.collaboration).exists(),
        ),
        Beginning(
            _("Förbered första mötet"),
            _("Dagordningen får förslag ur det som är öppet, och handlingarna blir klara i er egen mall."),
            _("Förbered första mötet"),
            links.page("plan"),
            False,
        ),
    ]
