"""What a meeting takes up: sections, items, presenters, annexes, proposals and views."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Revised
from radslag.base.documents.models import Version
from radslag.base.people.models import Body, Owned, OwnedQuerySet, Person
from radslag.domain.meetings.models.meeting import Meeting, MeetingState


class ItemType(models.TextChoices):
    """What an item is for."""

    INFORMATION = "information", _("information")
    DISCUSSION = "discussion", _("diskussion")
    DECISION = "decision", _("beslut")
    NOTIFICATION = "notification", _("anmälan")


class AgendaSection(Owned, Revised):
    """A part of an agenda with items and times of its own ("Del 2"); not every part is minuted (W19)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    start_time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    minuted = models.BooleanField(default=True)

    objects = OwnedQuerySet["AgendaSection"].as_manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title


class AgendaItemQuerySet(OwnedQuerySet["AgendaItem"]):
    """Questions about items."""

    def of_meeting(self, meeting: Meeting) -> Self:
        """Those of one meeting."""
        return self.filter(meeting=meeting)

    def in_order(self) -> Self:
        """As the agenda has them, with their sections; a sub-item comes after its parent."""
        return self.select_related("section").order_by("position", "pk")

    def at_held(self, body: Body, after: date, before: date) -> list[AgendaItem]:
        """Those of a body's held meetings on days between, with their meetings; the first meeting first."""
        rows = self.filter(meeting__body=body, meeting__state=MeetingState.HELD, meeting__date__gt=after)
        return list(rows.filter(meeting__date__lt=before).select_related("meeting").order_by("meeting__date", "pk"))

    def per_meeting(self, meetings: Iterable[int]) -> dict[int, int]:
        """How many items some meetings have, by the meeting's key."""
        return tally(self.filter(meeting__in=list(meetings)))

    def without_presenter(self) -> Self:
        """Those nobody is to present; what only holds sub-items needs nobody of its own."""
        return self.filter(presenters__isnull=True, sub_items__isnull=True)


def tally(rows: models.QuerySet[Any]) -> dict[int, int]:
    """How many of the rows belong to each meeting."""
    return dict(rows.order_by().values_list("meeting").annotate(models.Count("pk")))


class AgendaItem(Owned, Revised):
    """An item or sub-item. `number` is as the document writes it and may be missing; `notes` is what was said."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    section = models.ForeignKey(AgendaSection, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="sub_items")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=500)
    type = models.CharField(max_length=12, choices=ItemType.choices, blank=True)
    notes = models.TextField(blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["meeting", "position"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class PresenterQuerySet(OwnedQuerySet["Presenter"]):
    """Questions about who presented what."""

    def of_person(self, person: Person) -> Self:
        """What one person presented; not what is only being prepared, which is not for all to see."""
        return self.filter(person=person).exclude(item__meeting__state=MeetingState.PLANNED)

    def of_people(self, people: Iterable[Person]) -> Self:
        """What some people presented or are to present."""
        return self.filter(person__in=[person.pk for person in people])

    def at_meetings(self, meetings: models.QuerySet[Meeting]) -> Self:
        """With item, meeting and body, at some meetings; the first meeting first."""
        rows = self.filter(item__meeting__in=meetings.order_by()).select_related("item__meeting__body")
        return rows.order_by("item__meeting__date", "item__position", "pk")

    def newest_first(self) -> Self:
        """With item and meeting, the newest meeting first."""
        return self.select_related("item__meeting").order_by("-item__meeting__date", "item__position", "pk")


class Presenter(Owned):
    """Who presents an item, as the document writes it; `person` when it is known who that is."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="presenters")
    position = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="presentations")

    objects = PresenterQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class Attachment(Owned):
    """An annex an item refers to; `version` when we have the document itself."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="attachments")
    position = models.PositiveIntegerField(default=0)
    label = models.CharField(max_length=200)
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=500, blank=True)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OwnedQuerySet["Attachment"].as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.label} {self.title}".strip()


class ProposedDecision(Owned):
    """A proposal put to the meeting."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="proposed_decisions")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()

    objects = OwnedQuerySet["ProposedDecision"].as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Contribution(Owned):
    """A view on an item ("inspel", "reflektion"), kept apart from what was decided (W42)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="contributions")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()

    objects = OwnedQuerySet["Contribution"].as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text
