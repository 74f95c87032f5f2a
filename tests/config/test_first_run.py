"""What a start does to accounts whose passwords stand in our own files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from radslag.base.accounts.actions import create_user
from radslag.base.accounts.models import User
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.config import firstrun
from radslag.config.example.archive import Example

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Elsewhere:
    """An environment others can reach."""

    loopback: bool = False


def test_off_loopback_accounts_with_known_passwords_are_locked_and_the_trail_tells(
    tmp_path: Path, settings: LazySettings
) -> None:
    example = Example(firstrun.EXAMPLES, date(2026, 11, 18))
    known = example.accounts[0]
    create_user(email=known.email, name="Ann Känd", password=known.password, by=SYSTEM)
    firstrun._mark(tmp_path, example)
    settings.ENVIRONMENT = Elsewhere()
    assert firstrun.prepare(tmp_path) == []
    user = User.objects.get()
    assert not user.has_usable_password()
    assert [event.verb for event in Event.objects.about("user", user.uuid)] == ["lock", "create"]
