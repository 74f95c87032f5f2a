"""Abstract models: identity, revision, period. No tables here."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Identified(models.Model):
    """A row with a bigint key inside and a UUID in addresses (foundation 2)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    @property
    def kind(self) -> str:
        """The name of the model as events and citations write it, e.g. "decision"."""
        return self._meta.model_name or ""


def kind_of(thing: Any) -> str:
    """What events and citations call it. Asks the model, because a model may have a column named `kind` of its own."""
    meta = getattr(thing, "_meta", None)
    return str(meta.model_name if meta else thing.kind)


class Stale(Exception):
    """Someone else saved first. `current` is the row as it is now, so that both versions can be shown."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(f"{current._meta.model_name} {current.pk} has been changed by someone else")
        self.current = current


class Revised(models.Model):
    """What people edit carries a revision; a save names the revision it started from (foundation 6)."""

    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def save_revised(self, *, expected: int, fields: Iterable[str]) -> None:
        """Write `fields` if the stored revision is still `expected`, and count it up. Raises `Stale` otherwise."""
        values = {name: getattr(self, name) for name in fields}
        rows = type(self)._base_manager.filter(pk=self.pk, revision=expected)
        if not rows.update(revision=F("revision") + 1, **values):
            raise Stale(type(self)._base_manager.get(pk=self.pk))
        self.revision = expected + 1


class Basis(models.TextChoices):
    """On what a date rests (foundation 3)."""

    DECIDED = "decided", _("beslutat")
    OBSERVED = "observed", _("sett i ett dokument")
    ASSUMED = "assumed", _("antaget")


class Dated(models.Model):
    """A period: `start` inclusive, `end` exclusive, either open. Shown with "t.o.m." the day before `end`."""

    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    start_basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.DECIDED)
    end_basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.DECIDED)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(start__lt=F("end")),
                name="%(app_label)s_%(class)s_start_before_end",
            )
        ]


def current(day: date, prefix: str = "") -> Q:
    """The condition that a period (of a relation, with `prefix`) holds on `day`; open ends count as holding."""
    started = Q(**{f"{prefix}start__isnull": True}) | Q(**{f"{prefix}start__lte": day})
    not_ended = Q(**{f"{prefix}end__isnull": True}) | Q(**{f"{prefix}end__gt": day})
    return started & not_ended
