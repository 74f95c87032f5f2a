"""What a commit makes and changes, noted as it goes, so that it can be told in the trail and taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from radslag.base.documents.actions import Place
from radslag.base.people.models import Owned


class Ledger:
    """The rows a commit made, the values it changed, and where every value stands in the document."""

    def __init__(self) -> None:
        self.made: dict[str, list[str]] = defaultdict(list)
        self.changed: list[dict[str, Any]] = []
        self.places: list[Place] = []

    def make(self, rows: Iterable[Owned]) -> None:
        """Note new rows."""
        for row in rows:
            self.made[row._meta.label_lower].append(str(row.uuid))

    def change(self, row: Owned, before: Mapping[str, Any]) -> None:
        """Note the values a row had."""
        self.changed.append({"model": row._meta.label_lower, "uuid": str(row.uuid), "before": dict(before)})

    def cite(self, row: Owned, field: str, span: Sequence[int] | None) -> None:
        """Note where a value stands; nothing when a person added it, or it has no length."""
        if span and span[0] < span[1]:
            self.places.append(Place(row, field, span[0], span[1]))


def fit(model: type[models.Model], field: str, text: str | None) -> str:
    """The text, cut with an ellipsis where the column is shorter. What was cut is still found at its place."""
    written = text or ""
    longest: int | None = getattr(model._meta.get_field(field), "max_length", None)
    if longest is None or len(written) <= longest:
        return written
    return written[: longest - 1] + "…"
