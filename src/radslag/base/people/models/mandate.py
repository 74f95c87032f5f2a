"""Who sits where, on whose behalf, since when, and what we know it from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Basis, Dated, Revised, current
from radslag.base.core.sorting import swedish
from radslag.base.people.models.body import Body
from radslag.base.people.models.collaboration import Owned, OwnedQuerySet
from radslag.base.people.models.municipality import Municipality
from radslag.base.people.models.person import Person
from radslag.base.people.rules import Standing, standing


class MandateRole(models.TextChoices):
    """The role a mandate gives in its body."""

    CHAIR = "chair", _("ordförande")
    VICE_CHAIR = "vice_chair", _("vice ordförande")
    MEMBER = "member", _("ledamot")
    SUBSTITUTE = "substitute", _("ersättare")
    CO_OPTED = "co_opted", _("adjungerad")
    CONVENER = "convener", _("sammankallande")
    RAPPORTEUR = "rapporteur", _("rapportör")


class MandateQuerySet(OwnedQuerySet["Mandate"]):
    """Questions about mandates. Seen and decided are never mixed up."""

    def decided(self, day: date) -> Self:
        """The mandates a decision says hold on the day. These, and only these, give rights."""
        return self.exclude(start_basis=Basis.OBSERVED).filter(current(day))

    def known(self, day: date) -> Self:
        """Decided to hold on the day, or seen in a document of that very day: never more than that."""
        seen = Sighting.objects.filter(mandate=OuterRef("pk"), day=day)
        decided = ~Q(start_basis=Basis.OBSERVED) & current(day)
        return self.filter(decided | Exists(seen))

    def told(self) -> Self:
        """With person, body, municipality, every sighting and name: what it takes to say what is known of them."""
        rows = self.select_related("person", "body", "on_behalf_of")
        return rows.prefetch_related("sightings", "person__names", "body__names")

    def in_body(self, body: Body) -> Self:
        """Those in one body."""
        return self.filter(body=body)

    def held_by_any(self, people: Iterable[Person]) -> Self:
        """Those of some people."""
        return self.filter(person__in=[person.pk for person in people])

    def with_body(self) -> Self:
        """With body and municipality, in the same question."""
        return self.select_related("body", "on_behalf_of")

    def held_by(self, person: Person) -> Self:
        """Those of one person."""
        return self.filter(person=person)

    def for_municipality(self, municipality: Municipality) -> Self:
        """Those held on behalf of one municipality."""
        return self.filter(on_behalf_of=municipality)

    def people_per_body(self) -> dict[int, int]:
        """How many people hold them, by the body's key."""
        return dict(self.order_by().values_list("body").annotate(Count("person", distinct=True)))

    def people_per_municipality(self) -> dict[int, int]:
        """How many people hold them, by the key of the municipality they are held for."""
        rows = self.exclude(on_behalf_of__isnull=True).order_by()
        return dict(rows.values_list("on_behalf_of").annotate(Count("person", distinct=True)))

    def by_body(self) -> Self:
        """By body, then surname, in the order of the Swedish alphabet."""
        return self.order_by(swedish("body__name"), swedish("person__sort_name"), "pk")

    def by_municipality(self) -> Self:
        """By municipality, then surname, in the order of the Swedish alphabet."""
        return self.order_by(swedish("on_behalf_of__name"), swedish("person__sort_name"), "pk")


class Mandate(Owned, Dated, Revised):
    """A person in a body, in a role, for a municipality, for a period.

    An observed mandate runs from the first to the last sighting and says nothing about the days between: as-of answers
    ask the sightings. The same person may hold the same role for the same municipality again later: another row.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=12, choices=MandateRole.choices, default=MandateRole.MEMBER)
    on_behalf_of = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = MandateQuerySet.as_manager()

    no_overlap = (("person", "body", "role", "on_behalf_of"),)

    class Meta(Dated.Meta):
        abstract = False
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["body", "start"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.body}"

    def standing(self, day: date) -> Standing | None:
        """What is known of it on a day; None when nothing is. Reads `sightings`, so fetch mandates with `told()`."""
        return standing(self.start, self.end, self.observed, {seen.day for seen in self.sightings.all()}, day)

    @property
    def observed(self) -> bool:
        """Whether all we know is that a document shows the person there."""
        return self.start_basis == Basis.OBSERVED


class Sighting(Owned):
    """A day on which a document shows a mandate held. The document is found by the citations of the sighting."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="sightings")
    day = models.DateField()

    objects = OwnedQuerySet["Sighting"].as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["mandate", "day"], name="people_sighting_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.mandate} {self.day}"
