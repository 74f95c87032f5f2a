"""The next meeting in the making: what documents said of it, how the body meets, and what became of suggestions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Dated, Revised, current
from radslag.base.people.models import Body, Owned, OwnedQuerySet
from radslag.domain.meetings.models.agenda import AgendaItem
from radslag.domain.meetings.models.meeting import Meeting


class AnnouncedMeetingQuerySet(OwnedQuerySet["AnnouncedMeeting"]):
    """Questions about meetings that documents announce."""

    def for_body(self, body: Body) -> Self:
        """Those of one body, whichever body's document announces them."""
        return self.filter(body=body)

    def after(self, day: date) -> Self:
        """Those on a day after this one."""
        return self.filter(day__gt=day)

    def first_of_each(self, day: date) -> dict[int, date]:
        """The first day after this one that documents announce, by the body's key."""
        rows = self.after(day).exclude(body__isnull=True).order_by().values_list("body")
        return dict(rows.annotate(models.Min("day")))

    def told_by(self, meeting: Meeting) -> Self:
        """Those the documents of one meeting announce, in their order."""
        return self.filter(meeting=meeting).order_by("position", "pk")


class AnnouncedMeeting(Owned):
    """A meeting to come that a document of `meeting` names. `text` is what it is called there; `body` when known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="announced_meetings")
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="announced_meetings")
    day = models.DateField(null=True, blank=True)

    objects = AnnouncedMeetingQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class RequestedTopicQuerySet(OwnedQuerySet["RequestedTopic"]):
    """Questions about topics asked for."""

    def asked_of(self, body: Body, since: date, before: date) -> Self:
        """What documents of meetings in a time ask a body to take up, with who asked; the latest request first."""
        rows = self.filter(announced__body=body, announced__meeting__date__gte=since)
        rows = rows.filter(announced__meeting__date__lt=before).select_related("announced__meeting__body")
        return rows.order_by("-announced__meeting__date", "announced", "position", "pk")


class RequestedTopic(Owned):
    """A topic the document asks a meeting to come to take up (W23)."""

    announced = models.ForeignKey(AnnouncedMeeting, on_delete=models.CASCADE, related_name="topics")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()

    objects = RequestedTopicQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class SuggestionState(models.TextChoices):
    """What the coordinator did with a suggestion."""

    TAKEN = "taken", _("tagen")
    DROPPED = "dropped", _("avstådd")


class SuggestionAnswerQuerySet(OwnedQuerySet["SuggestionAnswer"]):
    """Questions about what became of suggestions."""

    def of_meeting(self, meeting: Meeting) -> Self:
        """Those given at one planned meeting, with the items taken."""
        return self.filter(meeting=meeting).select_related("item").order_by("pk")

    def in_state(self, state: str) -> Self:
        """Those taken, or those dropped."""
        return self.filter(state=state)

    def built_on(self, uuids: Iterable[str]) -> Self:
        """Those taken up because of some objects."""
        return self.filter(state=SuggestionState.TAKEN, object_uuid__in=list(uuids))


class SuggestionAnswer(Owned):
    """What became of a suggestion to take something up at a planned meeting.

    Suggestions are computed anew each time (`suggesting.Suggested`); `key` says which one this answers. `reason` is the
    sentence it was suggested with, kept because the item must still say why it is there when the reason has passed.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="suggestion_answers")
    key = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=SuggestionState.choices)
    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="suggestion_answers"
    )
    reason = models.TextField(blank=True)
    object_kind = models.CharField(max_length=40, blank=True)
    object_uuid = models.UUIDField(null=True, blank=True)
    dropped_because = models.TextField(blank=True)

    objects = SuggestionAnswerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "key"], name="meetings_suggestion_answered_once"),
            models.CheckConstraint(
                condition=models.Q(state=SuggestionState.DROPPED, item__isnull=True)
                | models.Q(state=SuggestionState.TAKEN, item__isnull=False),
                name="meetings_suggestion_taken_has_an_item",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class AnnexRule(models.TextChoices):
    """How a body numbers annexes (W25)."""

    BY_ITEM = "by_item", _("efter punktens nummer (bilaga 3, 3.2)")
    SEQUENTIAL = "sequential", _("i löpande följd (bilaga 1, 2, 3)")


class MeetingRulesQuerySet(OwnedQuerySet["MeetingRules"]):
    """Questions about how bodies meet."""

    def of_body(self, body: Body, day: date) -> MeetingRules | None:
        """What holds for a body on a day; None when nothing has been set."""
        return self.filter(current(day), body=body).first()


class MeetingRules(Owned, Dated, Revised):
    """How a body meets, for a period: its annex rule, usual times and place, and standing items (W21).

    `standing` is a list of {"title", "type", "place": "first" | "last", "proposal", "presenter"} in agenda order.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="meeting_rules")
    annex_rule = models.CharField(max_length=12, choices=AnnexRule.choices, default=AnnexRule.BY_ITEM)
    start_time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    standing = models.JSONField(default=list)

    objects = MeetingRulesQuerySet.as_manager()

    no_overlap = (("body",),)

    class Meta(Dated.Meta):
        abstract = False

    def __str__(self) -> str:
        return str(self.body)
