"""Who was there, for which municipality, and who was not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.sorting import swedish
from radslag.base.people.models import MandateRole, Municipality, Owned, OwnedQuerySet, Person
from radslag.domain.meetings.models.meeting import Meeting


class Presence(models.TextChoices):
    """In what capacity somebody stands in the list."""

    PRESENT = "present", _("närvarande")
    OTHER = "other", _("övrig medverkande")
    ABSENT = "absent", _("anmält förhinder")


class AttendanceQuerySet(OwnedQuerySet["Attendance"]):
    """Questions about attendance."""

    def of_meeting(self, meeting: Meeting) -> Self:
        """Those of one meeting."""
        return self.filter(meeting=meeting)

    def of_person(self, person: Person) -> Self:
        """Those of one person."""
        return self.filter(person=person)

    def for_municipality(self, municipality: Municipality) -> Self:
        """Those who came, or sent word, for one municipality."""
        return self.filter(municipality=municipality).exclude(presence=Presence.OTHER)

    def at_meetings(self, meetings: Iterable[Meeting]) -> Self:
        """Those at some meetings, as the documents list them."""
        return self.filter(meeting__in=[meeting.pk for meeting in meetings]).in_order()

    def newest_first(self) -> Self:
        """With meeting and body, the newest meeting first."""
        return self.select_related("meeting__body").order_by("-meeting__date", "-pk")

    def in_order(self) -> Self:
        """As the document lists them."""
        return self.select_related("person", "municipality").order_by("presence", "position", "pk")

    def by_municipality(self) -> Self:
        """By municipality in the order of the Swedish alphabet, those without one last."""
        order = swedish("municipality__name")
        order.nulls_last = True
        return self.select_related("person", "municipality").order_by(order, "position", "pk")


class Attendance(Owned):
    """A person in the attendance list, as written there, and who and which municipality that is."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    presence = models.CharField(max_length=10, choices=Presence.choices)
    position = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=120)
    affiliation = models.CharField(max_length=200, blank=True)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=12, choices=MandateRole.choices, blank=True)
    note = models.CharField(max_length=300, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["meeting", "presence", "position"])]

    def __str__(self) -> str:
        return f"{self.name} · {self.meeting}"
