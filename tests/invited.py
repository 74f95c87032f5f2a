"""Somebody who has been invited and has not chosen a password yet."""

from __future__ import annotations

from radslag.base.accounts.inviting import Grant, Guest, invite
from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Collaboration

NAME = "Inga Inbjuden"


def invited_to(collaboration: Collaboration) -> User:
    """The one invited as an observer; made when first asked for."""
    email = f"inbjuden@{collaboration.slug}.example"
    standing = User.objects.filter(email=email).first()
    guest, grant = Guest(email, NAME), Grant(Role.OBSERVER)
    return standing or invite(collaboration=collaboration, guest=guest, grant=grant, by=SYSTEM)
