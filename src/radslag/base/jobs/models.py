"""Background work as people see it: what, how far, how it went. The queue below it is django-tasks' in the database."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Identified


class State(models.TextChoices):
    """Where a job is."""

    QUEUED = "queued", _("väntar")
    RUNNING = "running", _("pågår")
    DONE = "done", _("klart")
    FAILED = "failed", _("misslyckades")


class Job(Identified):
    """One piece of work. `key` makes asking twice harmless; the lease says which worker holds it and until when."""

    collaboration_uuid = models.UUIDField(null=True)
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    sentence = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "lease_until"])]


class Counter(models.Model):
    """A number that never skips and never repeats within a collaboration; its row is the lock (foundation 6)."""

    collaboration_uuid = models.UUIDField()
    name = models.CharField(max_length=60)
    value = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration_uuid", "name"], name="jobs_counter_one_per_name")
        ]


class Submission(models.Model):
    """A form that has been received: the nonce it carried and where its sender was sent on, so that twice is once."""

    nonce = models.UUIDField(unique=True)
    user_uuid = models.UUIDField(null=True)
    location = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
