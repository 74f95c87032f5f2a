"""The 290 municipalities of the reference file, and putting them in the database."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import NamedTuple

from radslag.base.people.models.municipality import Municipality


class Row(NamedTuple):
    """One municipality of the file."""

    code: str
    name: str
    county_code: str
    county: str


def municipalities() -> list[Row]:
    """All rows of the reference file, in the order of their codes."""
    source = files("radslag.base.people") / "reference" / "municipalities.csv"
    with source.open(encoding="utf-8") as lines:
        return [Row(**row) for row in csv.DictReader(line for line in lines if not line.startswith("#"))]


def load_municipalities() -> int:
    """Add or rename municipalities so that the database says what the file says. Returns how many there are."""
    rows = municipalities()
    Municipality.objects.bulk_create(
        [Municipality(**row._asdict()) for row in rows],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "county_code", "county"],
    )
    return len(rows)
