"""Constraints Django cannot write: no key crosses collaborations, periods do not overlap, rows stay as written.

They are triggers (on PostgreSQL also an exclusion constraint) outside the migrations: SQLite drops them when a
migration rebuilds their table and refuses to rebuild a table that another's trigger asks; PostgreSQL refuses to change
a column a trigger watches. So they stand aside while migrations run and are installed again afterwards, from what the
models declare:

- every foreign key between two models with a `collaboration` column is guarded, and no row changes its collaboration
  (foundation 1);
- `no_overlap = (("field", …), …)` on a model refuses overlapping periods for the same values (foundation 3);
- `frozen = ("field", …)` on a model refuses changes of those columns (foundations 4 and 7).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

KINDS = ("tenancy_", "overlap_", "frozen_")
STANDING = {
    "sqlite": "SELECT name, tbl_name, 'trigger' FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT tgname, tgrelid::regclass::text, 'trigger' FROM pg_trigger WHERE NOT tgisinternal"
        " UNION SELECT conname, conrelid::regclass::text, 'constraint' FROM pg_constraint WHERE contype = 'x'"
    ),
}


@dataclass(frozen=True)
class Guard:
    """One trigger or constraint: its name, its table, the columns it reads, and the SQL that makes it, ready to run."""

    name: str
    table: str
    columns: frozenset[str]
    sql: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """A guard the database has: "trigger" or "constraint"."""

    name: str
    table: str
    sort: str


def stand_aside(sender: Any, using: str = DEFAULT_DB_ALIAS, plan: Any = None, **_: Any) -> None:
    """Before migration: if there is anything to migrate, take the guards away while it is done."""
    if plan:
        remove(connections[using])


def return_to_post(sender: Any, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """After migration: put every guard in place. On a guarded database that is two questions."""
    install(connections[using])


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the guards that are missing or have changed, and drop those no model asks for any more."""
    columns = _Columns(connection)
    wanted = {guard.name: guard for guard in guards(connection.vendor)}
    found = {guard.name: guard for guard in standing(connection)}
    _drop(connection, [guard for name, guard in found.items() if name not in wanted])
    with connection.cursor() as cursor:
        for name, guard in wanted.items():
            # A database migrated back to an earlier release lacks columns; it gets what it can bear.
            if name not in found and guard.columns <= columns.of(guard.table):
                for statement in guard.sql:
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop every guard there is."""
    _drop(connection, standing(connection))


def standing(connection: BaseDatabaseWrapper) -> list[Standing]:
    """The guards the database has now. A guard's name tells what it says, so a changed one has another name."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        return [Standing(*row) for row in cursor.fetchall() if row[0].startswith(KINDS)]


def _drop(connection: BaseDatabaseWrapper, unwanted: list[Standing]) -> None:
    with connection.cursor() as cursor:
        for guard in unwanted:
            if guard.sort == "constraint":
                cursor.execute(f"ALTER TABLE {guard.table} DROP CONSTRAINT {guard.name}")
            elif connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {guard.name}")
            else:
                cursor.execute(f"DROP TRIGGER {guard.name} ON {guard.table}")
                cursor.execute(f"DROP FUNCTION {guard.name}()")


class _Columns:
    """The columns of the tables there are, each table asked for once."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.known: dict[str, frozenset[str]] = {}

    def of(self, table: str) -> frozenset[str]:
        if table not in self.known:
            self.known[table] = self._ask(table)
        return self.known[table]

    def _ask(self, table: str) -> frozenset[str]:
        with self.connection.cursor() as cursor:
            if table not in self.connection.introspection.table_names(cursor):
                return frozenset()
            described = self.connection.introspection.get_table_description(cursor, table)
        return frozenset(column.name for column in described)


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
        for event in ("INSERT", f"UPDATE OF {field.column}"):
            yield _trigger(vendor, "tenancy", table, (field.column,), event, crosses, message)


def _overlap(model: type[models.Model], vendor: str) -> Iterator[Guard]:
    table = model._meta.db_table
    for names in getattr(model, "no_overlap", ()):
        columns = tuple(_column(model, name) for name in names)
        if vendor == "postgresql":
            yield _exclusion(table, columns)
            continue
        same = " AND ".join(f"t.{column} IS NEW.{column}" for column in columns)
        overlaps = (
            f"EXISTS (SELECT 1 FROM {table} t WHERE t.id IS NOT NEW.id AND {same}"
            ' AND (t.start IS NULL OR NEW."end" IS NULL OR t.start < NEW."end")'
            ' AND (NEW.start IS NULL OR t."end" IS NULL OR NEW.start < t."end"))'
        )
        for event in ("INSERT", "UPDATE"):
            # AFTER: only then does a new row have its id.
            message = f"{table} periods overlap"
            yield _trigger(vendor, "overlap", table, (*columns, "start", "end"), event, overlaps, message, "AFTER")


def _exclusion(table: str, columns: tuple[str, ...]) -> Guard:
    # Two rows without a value are alike here, as they are for a reader.
    same = ", ".join(f"COALESCE({column}::text, '') WITH =" for column in columns)
    rule = f"EXCLUDE USING gist ({same}, daterange(start, \"end\", '[)') WITH &&)"
    name = _name("overlap", table, rule)
    return Guard(name, table, frozenset(columns), (f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}",))


def _frozen(model: type[models.Model], vendor: str) -> Iterator[Guard]:
    table = model._meta.db_table
    names = [*getattr(model, "frozen", ()), *(["collaboration"] if owned(model) else [])]
    columns = tuple(_column(model, name) for name in names)
    if columns:
        different = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
        changed = " OR ".join(f'NEW."{column}" {different} OLD."{column}"' for column in columns)
        yield _trigger(vendor, "frozen", table, columns, "UPDATE", changed, f"{table} is immutable")


def _trigger(
    vendor: str,
    kind: str,
    table: str,
    columns: tuple[str, ...],
    event: str,
    refused: str,
    message: str,
    when: str = "BEFORE",
) -> Guard:
    head = f"{when} {event} ON {table} FOR EACH ROW"
    if vendor == "sqlite":
        body = f"{head} BEGIN SELECT RAISE(ABORT, '{message}') WHERE {refused}; END"
        name = _name(kind, table, body)
        return Guard(name, table, frozenset(columns), (f"CREATE TRIGGER {name} {body}",))
    body = (
        f"RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {refused} THEN"
        f" RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    name = _name(kind, table, head + body)
    function = f"CREATE OR REPLACE FUNCTION {name}() {body}"
    return Guard(name, table, frozenset(columns), (function, f"CREATE TRIGGER {name} {head} EXECUTE FUNCTION {name}()"))


def _column(model: type[models.Model], name: str) -> str:
    field = model._meta.get_field(name)
    assert isinstance(field, models.Field)
    assert field.column
    return field.column


def _name(kind: str, table: str, sql: str) -> str:
    # At most 63 bytes, or PostgreSQL cuts it; the digest tells a changed guard from the one that stands.
    return f"{kind}_{table[:40]}_{hashlib.sha256(sql.encode()).hexdigest()[:12]}"
