"""`radslag create`: a collaboration of one's own, its members, and the first person who can sign in."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from radslag.commands import Stop

if TYPE_CHECKING:
    from radslag.base.people.models import Municipality


def command(arguments: list[str]) -> int:
    """Make the collaboration and print the link with which its first user chooses a password."""
    parser = argparse.ArgumentParser(prog="./radslag create", description="Gör ett nytt, tomt samarbete.")
    parser.add_argument("name", metavar="NAMN", help="samarbetets namn")
    parser.add_argument(
        "--slug", required=True, help="samarbetets del av adressen: små bokstäver, siffror, bindestreck"
    )
    parser.add_argument("--admin", required=True, metavar="EPOST", help="den som blir förvaltare och samordnare")
    parser.add_argument("--admin-name", required=True, metavar="NAMN", help="vad den personen heter")
    parser.add_argument("--members", default="", metavar="KODER", help="medlemmarnas SCB-koder, till exempel 1980,0484")
    given = parser.parse_args(arguments)
    link = _found(given.name, given.slug, given.admin, given.admin_name, given.members.replace(",", " ").split())
    print(f"Samarbetet {given.name} finns. {given.admin} väljer lösenord här, en gång:\n{link}")
    return 0


def _found(name: str, slug: str, email: str, person: str, codes: list[str]) -> str:
    from django.core.management import call_command
    from django.db import transaction

    from radslag.base.accounts.actions import create_user
    from radslag.base.accounts.founding import Charter, found_collaboration
    from radslag.base.accounts.keys import password_link
    from radslag.base.accounts.models import User
    from radslag.base.accounts.roles import Role
    from radslag.base.core.actor import Actor

    call_command("migrate", verbosity=0, interactive=False)
    _check(slug, email)
    charter = Charter(name, slug, _municipalities(codes))
    by = Actor("system", None, "Kommandoraden")
    with transaction.atomic():
        user = User.objects.filter(email=email.lower()).first()
        user = user or create_user(email=email, name=person, password=None, by=by)
        found_collaboration(charter=charter, founder=user, roles=(Role.ADMINISTRATOR, Role.COORDINATOR), by=by)
    return password_link(user)


def _check(slug: str, email: str) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email, validate_slug

    from radslag.base.accounts.founding import is_free

    try:
        validate_slug(slug)
        validate_email(email)
    except ValidationError as wrong:
        raise Stop(f"{slug} eller {email} duger inte: {wrong.messages[0]}") from None
    if not is_free(slug):
        raise Stop(f"Adressen {slug} är upptagen. Välj en annan med --slug.")


def _municipalities(codes: list[str]) -> list[Municipality]:
    from radslag.base.people.models import Municipality

    found = {each.code: each for each in Municipality.objects.filter(code__in=codes)}
    if unknown := [code for code in codes if code not in found]:
        raise Stop(f"Ingen kommun har koden {', '.join(unknown)}. SCB:s koder har fyra siffror, till exempel 1980.")
    return [found[code] for code in dict.fromkeys(codes)]
