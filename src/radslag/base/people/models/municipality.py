"""Sweden's 290 municipalities: reference data, shared by all collaborations."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from radslag.base.core.models import Identified
from radslag.base.core.sorting import swedish


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    """Questions about municipalities."""

    def sorted(self) -> MunicipalityQuerySet:
        """In the order of the Swedish alphabet."""
        return self.order_by(swedish("name"))


class Municipality(Identified):
    """A municipality with Statistics Sweden's four-digit code; its first two digits are the county's."""

    code = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=60)
    county_code = models.CharField(max_length=2)
    county = models.CharField(max_length=60)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["name"])]

    def __str__(self) -> str:
        return self.name
