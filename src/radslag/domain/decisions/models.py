"""What was decided, and what somebody was asked to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Revised
from radslag.base.core.sorting import swedish
from radslag.base.people.models import Body, Municipality, Owned, OwnedQuerySet, Person
from radslag.domain.meetings.models import AgendaItem, Meeting, tally
from radslag.text.swedish.sorting import fold


class Outcome(models.TextChoices):
    """What became of a proposal, as data beside the sentence (W35)."""

    APPROVED = "approved", _("godkänt")
    APPROVED_WITH_CHANGES = "approved_with_changes", _("godkänt med ändringar")
    REJECTED = "rejected", _("avslaget")
    TABLED = "tabled", _("bordlagt")
    REFERRED_BACK = "referred_back", _("återremitterat")
    FILED = "filed", _("lagt till handlingarna")


class Logged(models.Model):
    """What the logs have in common: the item, and copies of the meeting's body and day to filter and sort by."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="%(class)ss")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="%(class)ss")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    position = models.PositiveIntegerField(default=0)
    words = models.TextField(editable=False, blank=True)

    class Meta:
        abstract = True


_M = TypeVar("_M", bound=models.Model, covariant=True)
AS_IN_AGENDA = ("meeting", "item__position", "position", "pk")


class LoggedQuerySet(OwnedQuerySet[_M]):
    """The questions both logs answer."""

    def in_year(self, year: int) -> Self:
        """Those of meetings in a calendar year."""
        return self.filter(day__gte=date(year, 1, 1), day__lt=date(year + 1, 1, 1))

    def with_words(self, words: str) -> Self:
        """Those that hold every word, whole or part, å/ä/ö told apart from a/o, capitals not."""
        rows = self
        for word in fold(words).split():
            rows = rows.filter(words__contains=word)
        return rows

    def of_body(self, body: Body) -> Self:
        """Those of one body's meetings."""
        return self.filter(body=body)

    def at_item(self, item: AgendaItem) -> Self:
        """Those of one item."""
        return self.filter(item=item)

    def of_meeting(self, meeting: Meeting) -> Self:
        """Those of one meeting."""
        return self.filter(meeting=meeting)

    def of_meetings(self, meetings: Iterable[Meeting]) -> Self:
        """Those of some meetings."""
        return self.filter(meeting__in=[meeting.pk for meeting in meetings])

    def in_agenda_order(self) -> Self:
        """Those of one item together, in their order there."""
        return self.order_by("item", "position", "pk")

    def per_meeting(self, meetings: Iterable[int]) -> dict[int, int]:
        """How many some meetings have, by the meeting's key."""
        return tally(self.filter(meeting__in=list(meetings)))

    def with_keys(self, keys: Iterable[int]) -> list[_M]:
        """The rows with these keys, in the order of the keys."""
        wanted = list(keys)
        found = self.in_bulk(wanted)
        return [found[key] for key in wanted if key in found]

    def latest_first(self) -> Self:
        """The newest meeting first, then as the agenda has them."""
        return self.order_by("-day", *AS_IN_AGENDA)

    def oldest_first(self) -> Self:
        """The oldest meeting first, then as the agenda has them."""
        return self.order_by("day", *AS_IN_AGENDA)

    def in_order_of(self, bodies: Sequence[Body], *, descending: bool = False) -> Self:
        """By body in the order given, newest first within each. By rank, so that nothing is joined to sort a log."""
        ranks = [models.When(body=body, then=rank) for rank, body in enumerate(bodies)]
        rank = models.Case(*ranks, default=len(ranks), output_field=models.IntegerField())
        return self.order_by(rank.desc() if descending else rank.asc(), "-day", *AS_IN_AGENDA)


class DecisionQuerySet(LoggedQuerySet["Decision"]):
    """Questions about decisions."""

    def for_log(self) -> Self:
        """With what a line of the log shows, in the same question."""
        return self.select_related("item", "body", "meeting")

    def put_off(self, body: Body, before: date) -> Self:
        """What a body tabled or referred back before a day, with its item; the latest first."""
        rows = self.filter(body=body, day__lt=before, outcome__in=(Outcome.TABLED, Outcome.REFERRED_BACK))
        return rows.select_related("item").latest_first()

    def with_outcome(self, outcome: str) -> Self:
        """Those with one outcome."""
        return self.filter(outcome=outcome)


class Decision(Owned, Revised, Logged):
    """The sentence that was decided, and its outcome as data."""

    text = models.TextField()
    outcome = models.CharField(max_length=24, choices=Outcome.choices, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["collaboration", "-day"]),
            models.Index(fields=["meeting", "position"]),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        self.index()
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is four loose keywords

    def index(self) -> None:
        """Set the words the log finds the decision by; needed before a bulk insert, which does not call `save`."""
        self.words = fold(f"{self.text} {self.item.title}")


class Strength(models.TextChoices):
    """How binding an assignment is (W40)."""

    DECIDED = "decided", _("beslutat")
    SOFT = "soft", _("medskick")
    PROPOSED = "proposed", _("föreslaget")


class AssignmentState(models.TextChoices):
    """Whether there is anything left to do. Late is not a state: it follows from the due date."""

    OPEN = "open", _("öppet")
    DONE = "done", _("klart")


# How documents begin the owner of what falls on everyone in the body, folded as `Assignee.words` is.
EVERYONE = ("samtliga", "alla", "respektive", "varje", "var och en")


@dataclass(frozen=True)
class Concerned:
    """On whose behalf assignments are looked for: keys of people, bodies and municipalities."""

    people: Collection[int] = ()
    bodies: Collection[int] = ()
    municipalities: Collection[int] = ()


class AssignmentQuerySet(LoggedQuerySet["Assignment"]):
    """Questions about assignments."""

    def for_log(self) -> Self:
        """With what a line of the log shows; owners in one question more."""
        return self.select_related("item", "body", "meeting").prefetch_related(
            "assignees__person", "assignees__body", "assignees__municipality"
        )

    def late(self, day: date) -> Self:
        """Open, binding, and due before the day."""
        return self.filter(state=AssignmentState.OPEN, due__lt=day).exclude(strength=Strength.PROPOSED)

    def to_report(self, body: Body, before: date) -> Self:
        """Open, given or proposed before a day, and to be reported to a body: it gave them, or it is to do them.

        With item, meeting, giver and owners; the latest first. What one of its members is to do for another body is
        reported there.
        """
        owed = Exists(Assignee.objects.filter(assignment=OuterRef("pk"), body=body))
        rows = self.filter(Q(body=body) | owed, state=AssignmentState.OPEN, day__lt=before)
        return rows.select_related("item", "meeting", "body").prefetch_related("assignees__person").latest_first()

    def due_by(self, day: date) -> Self:
        """Open and due on the day or before."""
        return self.filter(state=AssignmentState.OPEN, due__lte=day)

    def due_between(self, first: date, last: date) -> Self:
        """Open, binding, and due from the first day to the last."""
        return self.filter(state=AssignmentState.OPEN, due__range=(first, last)).exclude(strength=Strength.PROPOSED)

    def concerning(self, keys: Concerned) -> Self:
        """Those that fall on somebody: by name, by a body or a municipality, or on all in a body the person sits in.

        Asked from the owners, of which somebody has few, and not of every assignment there is.
        """
        owned = Assignee.objects.filter(
            Q(person__in=keys.people) | Q(body__in=keys.bodies) | Q(municipality__in=keys.municipalities)
        )
        everyone = Q()
        for word in EVERYONE:
            everyone |= Q(words=word) | Q(words__startswith=f"{word} ")
        nobody_named = Q(person__isnull=True, body__isnull=True, municipality__isnull=True)
        shared = Assignee.objects.filter(everyone, nobody_named, assignment__body__in=keys.bodies)
        return self.filter(Q(pk__in=owned.values("assignment")) | Q(pk__in=shared.values("assignment")))

    def count_with_late(self, day: date) -> tuple[int, int]:
        """How many of these open ones there are, and how many of them were due before the day."""
        found = self.aggregate(every=models.Count("pk"), late=models.Count("pk", filter=Q(due__lt=day)))
        return found["every"], found["late"]

    def in_state(self, state: str) -> Self:
        """Those open, or those done. What was only proposed is neither."""
        return self.given().filter(state=state)

    def given(self) -> Self:
        """Those somebody has been asked to do; what was only proposed has not been given to anybody."""
        return self.exclude(strength=Strength.PROPOSED)

    def of_strength(self, strength: str) -> Self:
        """Those as binding as this."""
        return self.filter(strength=strength)

    def owned_by(self, words: str) -> Self:
        """Those with an owner written so, whole or part, or known under that name."""
        rows = self
        for word in fold(words).split():
            owner = Assignee.objects.filter(assignment=OuterRef("pk"), words__contains=word)
            rows = rows.filter(Exists(owner))
        return rows

    def of_person(self, person: Person) -> Self:
        """Those a person is to do."""
        return self.filter(Exists(Assignee.objects.filter(assignment=OuterRef("pk"), person=person)))

    def of_municipality(self, municipality: Municipality) -> Self:
        """Those a municipality is to do."""
        return self.filter(Exists(Assignee.objects.filter(assignment=OuterRef("pk"), municipality=municipality)))

    def by_due(self, *, descending: bool = False) -> Self:
        """By due date, those without one last either way."""
        due = F("due").desc(nulls_last=True) if descending else F("due").asc(nulls_last=True)
        return self.order_by(due, "-day", *AS_IN_AGENDA)

    def nearest_due(self) -> Self:
        """By due date alone, as the index has it: the first few of many are found without sorting them all."""
        return self.order_by("due", "pk")

    def last_due(self) -> Self:
        """By due date, the latest first, as the index has it."""
        return self.order_by("-due", "-pk")

    def by_owner(self, *, descending: bool = False) -> Self:
        """By the first owner as written, in the order of the Swedish alphabet; those without one last."""
        first = Assignee.objects.filter(assignment=OuterRef("pk")).order_by("position", "pk").values("text")[:1]
        order = swedish("first_owner", descending=descending)
        order.nulls_last = True
        return self.annotate(first_owner=Subquery(first)).order_by(order, "-day", *AS_IN_AGENDA)


class Assignment(Owned, Revised, Logged):
    """A task given. `due` only when the document fixes the day; `due_text` is how it says it (W37)."""

    what = models.TextField()
    due = models.DateField(null=True, blank=True)
    due_text = models.CharField(max_length=300, blank=True)
    strength = models.CharField(max_length=10, choices=Strength.choices, default=Strength.DECIDED)
    state = models.CharField(max_length=10, choices=AssignmentState.choices, default=AssignmentState.OPEN)
    done_on = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["collaboration", "-day"]),
            models.Index(fields=["collaboration", "state", "due"]),
            models.Index(fields=["meeting", "position"]),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state=AssignmentState.DONE, done_on__isnull=False)
                | Q(state=AssignmentState.OPEN, done_on__isnull=True),
                name="decisions_assignment_done_has_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.what

    def save(self, *args: object, **kwargs: object) -> None:
        self.index()
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is four loose keywords

    def index(self) -> None:
        """Set the words the log finds the assignment by; needed before a bulk insert, which does not call `save`."""
        self.words = fold(f"{self.what} {self.due_text} {self.item.title}")

    def late(self, day: date) -> bool:
        """Whether it should have been done before the day."""
        waiting = self.state == AssignmentState.OPEN and self.strength != Strength.PROPOSED
        return waiting and self.due is not None and self.due < day


class Assignee(Owned):
    """Who is to do it, as written; and the person, body or municipality that is, when known (W38)."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="assignees")
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=300)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(editable=False, blank=True)

    objects = OwnedQuerySet["Assignee"].as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        self.index()
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is four loose keywords

    def index(self) -> None:
        """Set the words an owner is found by; needed before a bulk insert, which does not call `save`."""
        known = [str(name) for name in (self.person, self.body, self.municipality) if name]
        self.words = fold(" ".join([self.text, *known]))
