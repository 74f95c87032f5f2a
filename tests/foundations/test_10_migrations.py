"""Foundation 10: the last release's data comes along, and the guards stand after every migration, also a rebuild."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from radslag.base.core import guards
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_body, create_collaboration, create_person, give_mandate
from radslag.base.people.models import Mandate
from radslag.text.swedish.sorting import swedish_compare
from tests.foundations.commands import radslag

RELEASE = Path(__file__).with_name("release_0_1.sql")
TABLES = (
    "people_person",
    "people_mandate",
    "meetings_meeting",
    "decisions_decision",
    "documents_citation",
    "audit_event",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the data of release 0.1."""
    with sqlite3.connect(tmp_path / "radslag.sqlite3") as database:
        database.create_collation("swedish", swedish_compare)
        database.executescript(RELEASE.read_text(encoding="utf-8"))
    return tmp_path


def _counts(home: Path) -> dict[str, int]:
    with sqlite3.connect(home / "radslag.sqlite3") as database:
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def _triggers(home: Path) -> set[str]:
    with sqlite3.connect(home / "radslag.sqlite3") as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}


@pytest.mark.slow
@pytest.mark.once
def test_the_data_of_release_0_1_comes_along(home: Path) -> None:
    before = _counts(home)
    assert min(before.values()) > 0
    migrated = radslag("migrate", home=str(home))
    assert migrated.returncode == 0, migrated.stderr
    assert _counts(home) == before
    assert _triggers(home) == {guard.name for guard in guards.guards("sqlite")}
    checked = radslag("audit", "verify", home=str(home))
    assert (checked.returncode, "Kedjan håller" in checked.stdout) == (0, True), checked.stdout


@pytest.mark.slow
@pytest.mark.once
def test_the_guards_stand_again_after_migrating_back_and_forth(home: Path) -> None:
    for words in (("migrate", "audit", "0001"), ("migrate",)):
        migrated = radslag(*words, home=str(home))
        assert migrated.returncode == 0, migrated.stderr
    assert _triggers(home) == {guard.name for guard in guards.guards("sqlite")}
    assert radslag("audit", "verify", home=str(home)).returncode == 0


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_after_all_migrations_every_guard_stands() -> None:
    wanted = {guard.name for guard in guards.guards(connection.vendor)}
    assert len(wanted) > 80
    assert {guard.name for guard in guards.standing(connection)} == wanted


@pytest.mark.django_db
def test_a_guard_no_model_asks_for_is_dropped_and_a_missing_one_made() -> None:
    wanted = {guard.name for guard in guards.standing(connection)}
    guards.remove(connection)
    assert guards.standing(connection) == []
    guards.install(connection)
    assert {guard.name for guard in guards.standing(connection)} == wanted


@pytest.mark.django_db(transaction=True)
def test_a_table_is_rebuilt_and_guarded_again() -> None:
    old = Mandate._meta.get_field("role")
    wider = models.CharField(max_length=99)
    wider.set_attributes_from_name("role")
    guards.stand_aside(None, plan=["something"])
    with connection.schema_editor() as editor:
        editor.alter_field(Mandate, old, wider)
        editor.alter_field(Mandate, wider, old)
    guards.return_to_post(None)
    _refuses_an_overlap()


def _refuses_an_overlap() -> None:
    collaboration = create_collaboration(name="Sjöbygden", slug="sjobygden", by=SYSTEM)
    person = create_person(collaboration=collaboration, name="Ada Brandt", by=SYSTEM)
    body = create_body(collaboration=collaboration, name="Styrelsen", by=SYSTEM)
    give_mandate(person=person, body=body, start=date(2024, 1, 1), by=SYSTEM)
    with pytest.raises(IntegrityError, match="overlap"), transaction.atomic():
        give_mandate(person=person, body=body, start=date(2025, 1, 1), by=SYSTEM)


@pytest.mark.django_db(transaction=True)
def test_a_migration_with_nothing_to_do_leaves_the_guards_alone() -> None:
    before = guards.standing(connection)
    guards.stand_aside(None, plan=[])
    assert guards.standing(connection) == before
