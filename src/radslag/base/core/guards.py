"""Constraints Django cannot write: no key crosses collaborations, periods do not overlap, rows stay as written.

SQLite keeps them as triggers, and a migration that rebuilds a table drops its triggers; so all guards are installed
again after every migration, on both engines, from what the models declare:

- every foreign key between two models with a `collaboration` column is guarded (foundation 1);
- `no_overlap = (("field", …), …)` on a model refuses overlapping periods for the same values (foundation 3);
- `frozen = ("field", …)` on a model refuses changes of those columns (foundations 4 and 7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Guard:
    """One trigger or constraint: its name, its table, and the SQL that makes it, ready to run."""

    name: str
    table: str
    sql: tuple[str, ...]


def install_once(sender: Any, using: str = DEFAULT_DB_ALIAS, plan: Any = None, **_: Any) -> None:
    """After migration: put every guard in place. A run that migrated nothing on a guarded database costs one query."""
    connection = connections[using]
    install(connection)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the guards that are missing or have changed."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        standing = _standing(connection)
        for guard in guards(connection.vendor):
            if guard.table in tables and guard.name not in standing:
                for statement in guard.sql:
                    cursor.execute(statement)


def _standing(connection: BaseDatabaseWrapper) -> set[str]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal UNION SELECT conname FROM pg_constraint"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def guards(vendor: str) -> Iterator[Guard]:
    """Every guard the models ask for, in the dialect of `vendor`."""
    for model in apps.get_models():
        if model._meta.app_config.name.startswith("radslag."):
            yield from _tenancy(model, vendor)
            yield from _overlap(model, vendor)
            yield from _frozen(model, vendor)


def owned(model: type[models.Model]) -> bool:
    """Whether rows of the model belong to one collaboration by a column of their own."""
    return any(field.name == "collaboration" for field in model._meta.local_concrete_fields)


def owned_keys(model: type[models.Model]) -> Iterator[models.ForeignKey[Any, Any]]:
    """The foreign keys that must stay within the row's collaboration."""
    if owned(model):
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.ForeignKey) and owned(field.related_model):
                yield field


def _tenancy(model: type[models.Model], vendor: str) -> Iterator[Guard]:
    table = model._meta.db_table
    for field in owned_keys(model):
        target = field.related_model._meta.db_table
        crosses = (
            f"NEW.{field.column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} t"
            f" WHERE t.id = NEW.{field.column} AND t.collaboration_id = NEW.collaboration_id)"
        )
        message = f"{table}.{field.column} crosses collaborations"
        for event in ("INSERT", f"UPDATE OF {field.column}, collaboration_id"):
            name = _short(f"tenancy_{table}_{field.column}_{event[0]}")
            yield Guard(name, table, _trigger(vendor, name, table, event, crosses, message))


def _overlap(model: type[models.Model], vendor: str) -> Iterator[Guard]:
    table = model._meta.db_table
    for number, names in enumerate(getattr(model, "no_overlap", ())):
        columns = _columns(model, names)
        name = _short(f"overlap_{table}_{number}")
        if vendor == "postgresql":
            same = ", ".join(f"(COALESCE({column}::text, '')) WITH =" for column in columns)
            period = "daterange(start, \"end\", '[)') WITH &&"
            yield Guard(
                name, table, (f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({same}, {period})",)
            )
            continue
        same = " AND ".join(f"t.{column} IS NEW.{column}" for column in columns)
        overlaps = (
            f"EXISTS (SELECT 1 FROM {table} t WHERE t.id IS NOT NEW.id AND {same}"
            ' AND (t.start IS NULL OR NEW."end" IS NULL OR t.start < NEW."end")'
            ' AND (NEW.start IS NULL OR t."end" IS NULL OR NEW.start < t."end"))'
        )
        for event in ("INSERT", "UPDATE"):
            each = f"{name}_{event[0]}"
            # AFTER: only then does a new row have its id.
            yield Guard(each, table, _trigger(vendor, each, table, event, overlaps, f"{name} overlaps", when="AFTER"))


def _frozen(model: type[models.Model], vendor: str) -> Iterator[Guard]:
    table = model._meta.db_table
    columns = _columns(model, getattr(model, "frozen", ()))
    if columns:
        different = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
        changed = " OR ".join(f'NEW."{column}" {different} OLD."{column}"' for column in columns)
        name = _short(f"frozen_{table}")
        yield Guard(name, table, _trigger(vendor, name, table, "UPDATE", changed, f"{table} is immutable"))


def _columns(model: type[models.Model], names: Iterable[str]) -> list[str]:
    by_name = {field.name: str(field.column) for field in model._meta.local_concrete_fields}
    return [by_name[name] for name in names]


def _trigger(
    vendor: str, name: str, table: str, event: str, refused: str, message: str, *, when: str = "BEFORE"
) -> tuple[str, ...]:
    if vendor == "sqlite":
        body = f"SELECT RAISE(ABORT, '{message}') WHERE {refused};"
        return (f"CREATE TRIGGER {name} {when} {event} ON {table} FOR EACH ROW BEGIN {body} END",)
    function = (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {refused} THEN"
        f" RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    return (function, f"CREATE TRIGGER {name} {when} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _short(name: str) -> str:
    # PostgreSQL cuts identifiers at 63 bytes; a cut name would be installed again and again.
    return name if len(name) <= 60 else f"{name[:40]}_{sum(map(ord, name)):x}_{name[-12:]}"
