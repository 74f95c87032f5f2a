"""Boards, groups and networks, and the names documents give them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Dated, current
from radslag.base.core.sorting import swedish
from radslag.base.people.models.collaboration import Owned, OwnedQuerySet


class BodyKind(models.TextChoices):
    """What sort of body; the order is the order people list them in."""

    BOARD = "board", _("styrelse")
    CHIEF_EXECUTIVES = "chief_executives", _("kommundirektörsgrupp")
    STEERING_GROUP = "steering_group", _("styrgrupp")
    WORKING_GROUP = "working_group", _("arbetsgrupp")
    PROJECT_GROUP = "project_group", _("projektgrupp")
    NETWORK = "network", _("nätverk")


class BodyQuerySet(OwnedQuerySet["Body"]):
    """Questions about bodies."""

    def as_of(self, day: date) -> Self:
        """Those that exist on a day; where no period is known they always do."""
        return self.filter(current(day))

    def sorted(self) -> Self:
        """The board first, then the chief executives, then the others by name."""
        rank = models.Case(
            models.When(kind=BodyKind.BOARD, then=0), models.When(kind=BodyKind.CHIEF_EXECUTIVES, then=1), default=2
        )
        return self.order_by(rank, swedish("name"), "pk")


class Body(Owned, Dated):
    """A board, group or network. Its period is when it exists; both ends are often unknown."""

    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True)
    chair_rule = models.TextField(blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.name


class BodyNameQuerySet(OwnedQuerySet["BodyName"]):
    """Questions about the names of bodies."""

    def of_body(self, body: Body) -> Self:
        """The other names of one body, in the order of the Swedish alphabet."""
        return self.filter(body=body).order_by(swedish("name"))


class BodyName(Owned):
    """Another name some document uses for the body, a former one or a spelling."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=160)

    objects = BodyNameQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "name"], name="people_body_name_once")
        ]

    def __str__(self) -> str:
        return self.name
