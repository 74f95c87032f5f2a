"""What SQLite needs at every connection to behave as PostgreSQL does with ICU: the Swedish collation."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from radslag.text.swedish.sorting import swedish_compare


def prepare(sender: Any, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Register the collation "swedish" (PostgreSQL has it from a migration)."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation("swedish", swedish_compare)
