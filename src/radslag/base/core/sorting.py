"""Ordering by the Swedish alphabet in the database, the same on both engines."""

from __future__ import annotations

from django.db.models import F
from django.db.models.expressions import OrderBy
from django.db.models.functions import Collate


def swedish(field: str, *, descending: bool = False) -> OrderBy:
    """An expression for `order_by`: å, ä and ö last, case and accents as tie-breakers only."""
    return OrderBy(Collate(F(field), "swedish"), descending=descending)
