"""The trail: who did what to which object, when; append-only and chained, with payloads that can be erased."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from radslag.base.core.models import Identified


class Chain(models.Model):
    """The end of one collaboration's chain; its row is the lock under which the next event gets its number."""

    collaboration_uuid = models.UUIDField(null=True, unique=True)
    last_sequence = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # To a unique column every null is another: the chain of the installation needs a rule of its own.
            models.UniqueConstraint(
                models.Case(models.When(collaboration_uuid__isnull=True, then=models.Value(1))),
                name="audit_chain_one_of_the_installation",
            )
        ]


class EventQuerySet(models.QuerySet["Event"]):
    """Questions to the trail."""

    def of_collaboration(self, collaboration: UUID | None) -> EventQuerySet:
        """The events of one collaboration (`None`: of the installation), oldest first."""
        return self.filter(collaboration_uuid=collaboration).order_by("sequence")

    def about(self, kind: str, uuid: UUID) -> EventQuerySet:
        """The history of one object, newest first."""
        return self.filter(kind=kind, object_uuid=uuid).order_by("-sequence")

    def about_any(self, uuids: Iterable[UUID]) -> EventQuerySet:
        """Those about some objects, by their UUIDs."""
        return self.filter(object_uuid__in=list(uuids))

    def newest_first(self, collaboration: UUID) -> EventQuerySet:
        """The events of one collaboration, the last one first."""
        return self.filter(collaboration_uuid=collaboration).order_by("-sequence")

    def readable(self, collaboration: UUID | None) -> EventQuerySet:
        """The events of one collaboration (`None`: of the installation) whose details have not been erased."""
        return self.of_collaboration(collaboration).filter(details__isnull=False)

    def of_kind(self, kind: str) -> EventQuerySet:
        """Those about one kind of object."""
        return self.filter(kind=kind)

    def recent(self, collaboration: UUID, reach: int) -> EventQuerySet:
        """The last `reach` events of a collaboration, newest first, so that a question costs the same in ten years."""
        last = self.newest_first(collaboration).values("pk")[:reach]
        return self.filter(pk__in=last).order_by("-sequence")

    def telling(self, deeds: Iterable[tuple[str, str]]) -> EventQuerySet:
        """Those of some deeds, as (verb, kind)."""
        wanted = Q()
        for verb, kind in deeds:
            wanted |= Q(verb=verb, kind=kind)
        return self.filter(wanted)

    def by_user(self, user: UUID) -> EventQuerySet:
        """Those of what one user did."""
        return self.filter(actor_kind="user", actor_uuid=user)

    def by_machine(self) -> EventQuerySet:
        """Those of what no signed-in user did: imports by command, jobs, the system itself."""
        return self.exclude(actor_kind="user")


class Event(Identified):
    """One action. Points by kind + UUID, never by foreign key, so that it outlives what it tells of.

    `details` holds everything personal (labels, before, after); its digest with `salt` is what the chain signs, so that
    details can be erased and the chain still be verified (foundation 7).
    """

    collaboration_uuid = models.UUIDField(null=True)
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor_uuid = models.UUIDField(null=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    object_uuid = models.UUIDField()
    details = models.JSONField(null=True)
    salt = models.CharField(max_length=32)
    details_digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    # A guard (core.guards) refuses changes of these columns in the database itself; details and salt may be erased.
    frozen = (
        "collaboration_uuid",
        "sequence",
        "at",
        "actor_kind",
        "actor_uuid",
        "verb",
        "kind",
        "object_uuid",
        "details_digest",
        "previous_hash",
        "hash",
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration_uuid", "sequence"], name="audit_event_one_per_number"),
            models.UniqueConstraint(
                fields=["sequence"],
                condition=Q(collaboration_uuid__isnull=True),
                name="audit_event_one_per_number_of_the_installation",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "object_uuid", "sequence"])]

    @property
    def erased(self) -> bool:
        """Whether the personal part has been taken away."""
        return self.details is None

    def detail(self, name: str) -> Any:
        """One of "actor", "label", "before", "after"; None when absent or erased."""
        return (self.details or {}).get(name)
