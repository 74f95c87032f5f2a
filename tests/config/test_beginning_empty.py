"""`run --empty`: no example, and a key to the page where the first collaboration is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import LazySettings

from radslag.base.accounts.actions import create_user
from radslag.base.core import opening
from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Collaboration
from radslag.commands.run import Start, greeting
from radslag.config.firstrun import Account, opening_key, prepare

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Here:
    """An environment on this machine with a home of its own."""

    home: Path
    loopback: bool = True


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: LazySettings) -> Path:
    settings.ENVIRONMENT = Here(tmp_path)
    return tmp_path


def test_empty_makes_no_example_and_nobody_to_sign_in_as(home: Path) -> None:
    assert prepare(home, empty=True) == []
    assert not Collaboration.objects.exists()


def test_the_key_is_good_until_it_is_used() -> None:
    key = opening_key()
    assert opening.valid(key)
    opening.spend()
    assert not opening.valid(key)


def test_a_new_start_gives_a_new_key_and_the_old_one_is_no_longer_good() -> None:
    first, second = opening_key(), opening_key()
    assert not opening.valid(first)
    assert opening.valid(second)


def test_there_is_no_key_once_somebody_has_an_account() -> None:
    create_user(email="ann@exempel.example", name="Ann Ek", password="x", by=SYSTEM)
    assert opening_key() == ""


def test_the_greeting_leads_to_the_page_with_the_key() -> None:
    told = greeting(Start("http://127.0.0.1:8000", key="abc-_"), 1.5)
    assert told.splitlines()[-1].strip() == "http://127.0.0.1:8000/borja/?nyckel=abc-_"
    assert "gäller en gång" in told


def test_the_greeting_of_an_example_lists_the_accounts_and_no_key() -> None:
    told = greeting(Start("http://127.0.0.1:8000", [Account("ledamot", "Bo Alm", "bo@alm.example", "ek-al-1")]), 1.5)
    assert "nyckel" not in told
    assert told.splitlines()[-1].split() == ["ledamot", "Bo", "Alm", "bo@alm.example", "ek-al-1"]
