"""Boards, groups and networks, and the names documents give them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Dated, Revised, current
from radslag.base.core.sorting import swedish
from radslag.base.people.models.collaboration import Owned, OwnedQuerySet
from radslag.base.people.models.person import NameKind
from radslag.base.people.rules import name_on


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

    def with_names(self) -> Self:
        """With former names and spellings: what it takes to say what each was called on a day."""
        return self.prefetch_related("names")

    def with_successor(self) -> Self:
        """With the body each was taken over by."""
        return self.select_related("successor")

    def taken_over_by(self, body: Body) -> Self:
        """Those whose work one body took over."""
        return self.filter(successor=body).sorted()

    def sorted(self) -> Self:
        """The board first, then the chief executives, then the others by name."""
        rank = models.Case(
            models.When(kind=BodyKind.BOARD, then=0), models.When(kind=BodyKind.CHIEF_EXECUTIVES, then=1), default=2
        )
        return self.order_by(rank, swedish("name"), "pk")


class Body(Owned, Dated, Revised):
    """A board, group or network. Its period is when it exists; both ends are often unknown.

    `successor`: the body that took over its work, when it was merged into another or replaced by one (W8).
    """

    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True)
    chair_rule = models.TextField(blank=True)
    successor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors")

    objects = BodyQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """What the body was called on a day. Reads `names`, so fetch bodies with `with_names()`."""
        return name_on(self.name, [(row.name, row.end) for row in self.names.all() if row.is_former], day)


class BodyNameQuerySet(OwnedQuerySet["BodyName"]):
    """Questions about the names of bodies."""

    def of_body(self, body: Body) -> Self:
        """The other names of one body, in the order of the Swedish alphabet."""
        return self.filter(body=body).order_by(swedish("name"))


class BodyName(Owned):
    """Another name some document uses for the body, a former one or a spelling.

    `end`: the first day a former name was no longer the name; None when that is not known.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=NameKind.choices, default=NameKind.SPELLING)
    end = models.DateField(null=True, blank=True)

    objects = BodyNameQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "name"], name="people_body_name_once"),
            models.CheckConstraint(
                condition=models.Q(kind="former") | models.Q(end__isnull=True), name="people_body_name_end_of_former"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_former(self) -> bool:
        """Whether it was the name once, rather than a way of writing it."""
        return self.kind == NameKind.FORMER
