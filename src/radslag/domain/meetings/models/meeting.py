"""A meeting of a body, and the notice that called it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Revised
from radslag.base.documents.models import Extraction, Version
from radslag.base.people.models import Body, Owned, OwnedQuerySet


class MeetingState(models.TextChoices):
    """How far the meeting has come, as far as documents tell."""

    PLANNED = "planned", _("förbereds")
    CALLED = "called", _("kallat")
    HELD = "held", _("genomfört")


@dataclass(frozen=True)
class LastMet:
    """The last days a body was called to meet and is known to have met; None when it never was."""

    called: date | None
    held: date | None


class MeetingQuerySet(OwnedQuerySet["Meeting"]):
    """Questions about meetings."""

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-date", "-start_time", "-pk")

    def in_year(self, year: int) -> Self:
        """Those of a calendar year."""
        return self.filter(date__gte=date(year, 1, 1), date__lt=date(year + 1, 1, 1))

    def of_body(self, body: Body) -> Self:
        """Those of one body."""
        return self.filter(body=body)

    def in_state(self, state: str) -> Self:
        """Those that have come so far."""
        return self.filter(state=state)

    def visible_to(self, may_read_drafts: bool) -> Self:
        """All for who may read what is being prepared; for others none that is only planned."""
        return self if may_read_drafts else self.exclude(state=MeetingState.PLANNED)

    def planned(self) -> Self:
        """Those being prepared, the nearest first."""
        return self.filter(state=MeetingState.PLANNED).order_by("date", "start_time", "pk")

    def hold(self, meeting: Meeting) -> Meeting | None:
        """The meeting as it is now, held for us until the transaction ends; None when it has gone."""
        rows = Meeting.objects.select_for_update(of=("self",)).select_related("body", "collaboration")
        return rows.filter(pk=meeting.pk).first()

    def met_before(self, meeting: Meeting) -> LastMet:
        """When the body of a meeting last met before it. One statement."""
        rows = self.of_body(meeting.body).filter(date__lt=meeting.date).exclude(state=MeetingState.PLANNED)
        held = models.Max("date", filter=models.Q(state=MeetingState.HELD))
        return LastMet(**rows.order_by().aggregate(called=models.Max("date"), held=held))

    def with_neighbours(self, drafts: bool = False) -> Self:
        """With UUID and date of the body's meeting before and after, as `previous_uuid`, `next_date` and so on.

        `drafts`: meetings that are only planned count too.
        """
        seen = Meeting.objects.visible_to(drafts).filter(body=models.OuterRef("body"))
        before = seen.filter(date__lt=models.OuterRef("date")).order_by("-date")
        after = seen.filter(date__gt=models.OuterRef("date")).order_by("date")
        return self.annotate(
            previous_uuid=models.Subquery(before.values("uuid")[:1]),
            previous_date=models.Subquery(before.values("date")[:1]),
            next_uuid=models.Subquery(after.values("uuid")[:1]),
            next_date=models.Subquery(after.values("date")[:1]),
        )

    def until(self, day: date) -> Self:
        """Those on the day or before."""
        return self.filter(date__lte=day)

    def ahead(self, day: date) -> Self:
        """Those on the day or after, the nearest first."""
        return self.filter(date__gte=day).order_by("date", "start_time", "pk")

    def of_bodies(self, bodies: Iterable[int]) -> Self:
        """Those of some bodies, by their keys."""
        return self.filter(body__in=list(bodies))

    def last_of_each(self, bodies: Iterable[int], day: date, state: str = "") -> Self:
        """The last meeting (in a state) before the day of each of some bodies, by their keys; the newest first."""
        before = Meeting.objects.filter(body=models.OuterRef("pk"), date__lt=day).order_by("-date")
        before = before.filter(state=state) if state else before
        last = Body.objects.filter(pk__in=list(bodies)).annotate(last=models.Subquery(before.values("pk")[:1]))
        return self.filter(pk__in=last.values("last")).order_by("-date", "pk")

    def with_attendance(self) -> Self:
        """Those where somebody is noted as present: of the others nothing can be said about who came."""
        return self.filter(attendances__isnull=False).distinct()

    def per_body(self) -> dict[int, int]:
        """How many there are, by the body's key."""
        return dict(self.order_by().values_list("body").annotate(models.Count("pk")))

    def years(self) -> list[int]:
        """From the year of the last meeting down to that of the first."""
        ends = self.aggregate(first=models.Min("date"), last=models.Max("date"))
        return list(range(ends["last"].year, ends["first"].year - 1, -1)) if ends["first"] else []

    def with_body(self) -> Self:
        """With the body each belongs to, in the same question."""
        return self.select_related("body")


class Meeting(Owned, Revised):
    """A meeting keeps its local date, times and zone (foundation 5); there may be no time, never no date.

    `link` is for those who take part from afar (W27); `practical` is what the notice says beside the agenda:
    lunch, when and whom to answer, the way there (W18).
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    date = models.DateField()
    start_time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=40, default="Europe/Stockholm")
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    practical = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=MeetingState.choices)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "date"], name="meetings_meeting_once_a_day")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["collaboration", "-date"])]

    def __str__(self) -> str:
        return f"{self.body} {self.date}"


class NoticeQuerySet(OwnedQuerySet["Notice"]):
    """Questions about the papers that call meetings."""

    def of_meeting(self, meeting: Meeting) -> Self:
        """Those of one meeting."""
        return self.filter(meeting=meeting)


class Notice(Owned):
    """The paper that called a meeting. Its decisions are proposals only."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notices")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    extraction = models.ForeignKey(Extraction, on_delete=models.PROTECT, related_name="+")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "version"], name="meetings_notice_once")
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.version}"
