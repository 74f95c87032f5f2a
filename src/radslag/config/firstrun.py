"""What `run` does to a database before it answers: on an empty one, make the example collaboration."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from radslag.base.accounts.actions import lock
from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Role
from radslag.base.core import opening
from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Collaboration
from radslag.config.example.archive import Example
from radslag.config.example.building import Told, build, nobody_is_told

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
MARKS = "example-accounts.json"


@dataclass(frozen=True)
class Account:
    """Someone to sign in as: the role and name in Swedish, the address and the password as they are typed."""

    role: str
    name: str
    email: str
    password: str


def prepare(home: Path, *, empty: bool = False, told: Told = nobody_is_told) -> list[Account]:
    """Make the example on an empty database; the example accounts whose passwords are still the known ones.

    `empty`: without the example. `told` is called now and then while it is made. Off loopback no example is made, and
    accounts left with known passwords are locked: anyone can read those passwords.
    """
    example = Example(EXAMPLES, timezone.localdate())
    if settings.ENVIRONMENT.loopback and not empty and not Collaboration.objects.exists():
        build(example, told)
        _mark(home, example)
    standing = _standing(home, example)
    if not settings.ENVIRONMENT.loopback:
        _lock(standing)
        return []
    return standing


def opening_key() -> str:
    """A key to the page where the first collaboration is made, good for one use; empty when there is an account."""
    return "" if User.objects.exists() else opening.issue()


def _mark(home: Path, example: Example) -> None:
    # A mark is a digest of the stored hash: comparing it costs nothing, while checking a password is slow on purpose.
    users = User.objects.filter(email__in=[account.email for account in example.accounts])
    marks = {user.email: _digest(user) for user in users}
    (home / MARKS).write_text(json.dumps(marks, indent=1), encoding="utf-8")


def _standing(home: Path, example: Example) -> list[Account]:
    try:
        marks = json.loads((home / MARKS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    users = {user.email: user for user in User.objects.filter(email__in=list(marks))}
    return [
        Account(str(Role(account.role).label), users[account.email].name, account.email, account.password)
        for account in example.accounts
        if account.email in users and marks.get(account.email) == _digest(users[account.email])
    ]


@transaction.atomic
def _lock(accounts: list[Account]) -> None:
    for user in User.objects.filter(email__in=[account.email for account in accounts]):
        lock(user=user, by=SYSTEM)


def _digest(user: User) -> str:
    return hashlib.sha256(user.password.encode()).hexdigest()
