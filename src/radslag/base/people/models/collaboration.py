"""The collaboration, what belongs to it, and the municipalities that are its members."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models

from radslag.base.core.models import Dated, Identified, current
from radslag.base.core.sorting import swedish
from radslag.base.people.models.municipality import Municipality


class Collaboration(Identified):
    """A voluntary body of several municipalities; every other row belongs to one."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    time_zone = models.CharField(max_length=40, default="Europe/Stockholm")
    host_municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Collaboration]]

    def __str__(self) -> str:
        return self.name


_M = TypeVar("_M", bound=models.Model, covariant=True)


class OwnedQuerySet(models.QuerySet[_M]):
    """Every question starts from the collaboration."""

    def of(self, collaboration: Collaboration) -> Self:
        """The rows of one collaboration."""
        return self.filter(collaboration=collaboration)


class Owned(Identified):
    """A row of one collaboration. A guard in the database keeps its keys from crossing into another (core.guards)."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class MembershipQuerySet(OwnedQuerySet["Membership"]):
    """Questions about members."""

    def as_of(self, day: date) -> Self:
        """The memberships that hold on a day."""
        return self.filter(current(day))

    def ended(self, day: date) -> Self:
        """The memberships that are over on a day."""
        return self.filter(end__lte=day)

    def in_municipality(self, municipality: Municipality) -> Self:
        """The memberships one municipality has or has had, the latest first."""
        return self.filter(municipality=municipality).order_by("-start", "-pk")

    def with_municipality(self) -> Self:
        """With the municipality of each, in the same question."""
        return self.select_related("municipality")

    def sorted(self) -> Self:
        """With their municipalities, in the order of the Swedish alphabet."""
        return self.select_related("municipality").order_by(swedish("municipality__name"), "-start", "pk")


class Membership(Owned, Dated):
    """A municipality's membership, with entry and exit (W1)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="memberships")

    objects = MembershipQuerySet.as_manager()

    no_overlap = (("collaboration", "municipality"),)

    class Meta(Dated.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.municipality.name

    def holds(self, day: date) -> bool:
        """Whether the municipality is a member by it on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
