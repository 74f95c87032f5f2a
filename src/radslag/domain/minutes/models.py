"""The minutes of a meeting as a paper: which document, in which profile, how far approved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.documents.models import Extraction, Version
from radslag.base.people.models import Owned, OwnedQuerySet, Person
from radslag.domain.meetings.models import Meeting


class Profile(models.TextChoices):
    """Notes are approved at the next meeting; a protocol has numbered paragraphs and adjusters."""

    NOTES = "notes", _("minnesanteckningar")
    PROTOCOL = "protocol", _("protokoll")


class MinutesQuerySet(OwnedQuerySet["Minutes"]):
    """Questions about minutes."""

    def of_meeting(self, meeting: Meeting) -> Self:
        """Those of one meeting."""
        return self.filter(meeting=meeting)

    def kept_of(self, meetings: Iterable[Meeting]) -> set[int]:
        """The keys of those among some meetings whose minutes we have."""
        rows = self.filter(meeting__in=[meeting.pk for meeting in meetings])
        return set(rows.order_by().values_list("meeting", flat=True))


class Minutes(Owned):
    """The minutes as they were when imported; the file is the original, the record is read from it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes")
    profile = models.CharField(max_length=10, choices=Profile.choices, default=Profile.NOTES)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    extraction = models.ForeignKey(Extraction, on_delete=models.PROTECT, related_name="+")
    minute_taker_name = models.CharField(max_length=120, blank=True)
    minute_taker = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = MinutesQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "version"], name="minutes_minutes_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_profile_display()} · {self.meeting}"
