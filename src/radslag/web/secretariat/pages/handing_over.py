"""What one can hand over to a colleague, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.models import Delegation, User
from radslag.base.accounts.roles import Permission, handed_over
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import plain_date


@dataclass(frozen=True)
class Handover:
    """A delegation as a line; `back_url` is empty for who may not take it back."""

    giver: str
    receiver: str
    period: str
    state: str
    word: str
    back_url: str


@dataclass(frozen=True)
class HandOverPage:
    """What the colleague may do, who it could be, and the delegations that concern the reader."""

    can: bool
    own: Sequence[str | Promise]
    colleagues: Sequence[User]
    lines: Sequence[Handover]


def hand_over_page(access: Access, today: date) -> HandOverPage:
    """The page of whoever has entered; the colleagues only for who may see who has which role."""
    own = handed_over(access.roles)
    rows = Delegation.objects.of(access.collaboration).concerning([access.user]).not_ended(today).with_users()
    known = User.objects.known_in(access.collaboration).filter(is_active=True).exclude(pk=access.user.pk)
    return HandOverPage(
        can=bool(own) or access.may(Permission.HAND_OVER),
        own=[permission.value for permission in Permission if permission in own],
        colleagues=list(known) if access.may(Permission.READ_ACCESS) else [],
        lines=handovers(rows, access, today),
    )


def handovers(rows: Iterable[Delegation], access: Access, today: date) -> list[Handover]:
    """Delegations that have not ended, as lines; fetch them with `with_users()`."""
    links, any_of_them = Links(access.collaboration.slug), access.may(Permission.HAND_OVER)
    return [
        Handover(
            giver=row.giver.name,
            receiver=row.receiver.name,
            period=_period(row),
            state="ok" if _begun(row, today) else "neutral",
            word=_("gäller nu") if _begun(row, today) else _("har inte börjat"),
            back_url=links.to("take_back", row.uuid) if any_of_them or row.giver == access.user else "",
        )
        for row in rows
    ]


def _begun(row: Delegation, today: date) -> bool:
    return row.start is None or row.start <= today


def _period(row: Delegation) -> str:
    assert row.start is not None
    return _("från %(start)s t.o.m. %(last)s") % {"start": plain_date(row.start), "last": plain_date(row.last)}
