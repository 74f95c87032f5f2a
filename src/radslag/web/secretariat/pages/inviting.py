"""Those who have been invited, and the key that is handed over when no mail can be sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.timezone import localdate

from radslag.base.accounts.access import Access
from radslag.base.accounts.inviting import is_only_here
from radslag.base.accounts.keys import last_day, password_link
from radslag.base.accounts.letters import leaves_the_house, welcome
from radslag.base.accounts.models import Appointment, User
from radslag.base.accounts.roles import Permission
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.states import plain_date


@dataclass(frozen=True)
class Invited:
    """Somebody who has not chosen a password yet; `roles` is empty for who gets none before a mandate."""

    name: str
    email: str
    roles: Sequence[str]
    since: str
    again_url: str
    back_url: str


@dataclass(frozen=True)
class KeyPage:
    """A link for somebody who gets no mail; empty when it would open more than this collaboration."""

    name: str
    email: str
    link: str
    last_day: str
    has_server: bool
    again_url: str


def invited(access: Access, roles: Iterable[tuple[str, str]]) -> list[Invited]:
    """Those invited, for who may do something about it. `roles`: (address, what the role is called)."""
    if not access.may(Permission.APPOINT):
        return []
    links, held = Links(access.collaboration.slug), list(roles)
    return [
        Invited(
            user.name,
            user.email,
            [words for email, words in held if email == user.email],
            plain_date(localdate(user.date_joined)),
            links.to("invite_again", user.uuid),
            links.to("invite_take_back", user.uuid),
        )
        for user in User.objects.invited_to(access.collaboration)
    ]


def send_welcome(access: Access, user: User, today: date | None = None) -> bool:
    """The mail with what the user may come in as; whether it went off."""
    roles = Appointment.objects.of(access.collaboration).of_user(user).not_ended(today or timezone.localdate())
    return welcome(user=user, collaboration=access.collaboration, roles=roles.with_municipality(), sender=access.actor)


def key_page(access: Access, user: User) -> KeyPage:
    """The link, once, for whoever invited: not when the account opens another collaboration, too."""
    return KeyPage(
        user.name,
        user.email,
        password_link(user) if is_only_here(user, access.collaboration) else "",
        plain_date(last_day()),
        leaves_the_house(),
        Links(access.collaboration.slug).to("invite_again", user.uuid),
    )
