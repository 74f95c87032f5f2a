"""Documents on their way in: a batch of files, each read and staged for a person to review before it is recorded."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Revised
from radslag.base.documents.models import Extraction, Version
from radslag.base.people.models import Owned, OwnedQuerySet
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.refusals import in_words


class Batch(Owned):
    """Files that came in together."""

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.CharField(max_length=120)
    # Files of the operating system and of programs (Thumbs.db, ~$…): left out, and counted so that it can be told.
    skipped = models.PositiveIntegerField(default=0)

    objects = OwnedQuerySet["Batch"].as_manager()

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d %H:%M}"


class StagedState(models.TextChoices):
    """Where a document on its way in is."""

    WAITING = "waiting", _("väntar på läsning")
    REFUSED = "refused", _("kunde inte läsas")
    KNOWN = "known", _("fanns redan")
    REVIEW = "review", _("att granska")
    REJECTED = "rejected", _("avvisat")
    COMMITTED = "committed", _("infört")
    UNPACKED = "unpacked", _("uppackat")


class StagedQuerySet(OwnedQuerySet["Staged"]):
    """Questions about documents on their way in."""

    def to_review(self) -> Self:
        """Those a person should look at."""
        return self.filter(state=StagedState.REVIEW)

    def documents(self) -> Self:
        """Those that are documents: not the archives they came in."""
        return self.exclude(state=StagedState.UNPACKED)

    def certain(self) -> Self:
        """Those that leave nothing to settle, as far as was known when they were last counted."""
        return self.to_review().filter(doubts=0, kind__in=("notice", "minutes"))

    def oldest_waiting(self) -> tuple[int, datetime | None]:
        """How many a person should look at, and when the one that has waited longest came in."""
        found = self.to_review().aggregate(count=models.Count("pk"), since=models.Min("batch__created_at"))
        return found["count"], found["since"]

    def came_in(self) -> Self:
        """Those whose file was kept, the newest first, each with its file and without what was read in it."""
        rows = self.filter(version__isnull=False).exclude(state__in=(StagedState.KNOWN, StagedState.REJECTED))
        return rows.select_related("version").defer("record", "draft").order_by("-pk")

    def in_record(self) -> Self:
        """Those that have been reviewed and have entered the record."""
        return self.filter(state=StagedState.COMMITTED)

    def with_all(self) -> Self:
        """With what the page of one of them needs, in the same question."""
        return self.select_related("collaboration", "batch", "version__file", "extraction", "meeting__body")

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-pk")


class Staged(Owned, Revised):
    """One file of a batch.

    `record` is what the reader saw and never changes; `draft` is the same with the reviewer's corrections and answers
    (drafts.py says its shape). Both are JSON with spans into `extraction.text`. A refused file was not stored: only its
    name and the sentence that says why remain. `folder` is where it lay; `parent` and `number` say which archive or
    mail it came out of, and its place there. `tries` counts the readings that were begun: one that ends the reading
    process itself is not begun for ever. `open_questions` are the doubts a person can settle for many documents at
    once, as [kind, key, written, whose]; `written_names` the keys of all names in it (questions.py).
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="staged")
    name = models.CharField(max_length=255)
    folder = models.CharField(max_length=500, blank=True)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="members")
    number = models.PositiveIntegerField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=StagedState.choices, default=StagedState.WAITING)
    sentence = models.TextField(blank=True)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="staged")
    extraction = models.ForeignKey(Extraction, on_delete=models.PROTECT, null=True, blank=True, related_name="staged")
    kind = models.CharField(max_length=10, blank=True)
    record = models.JSONField(default=dict)
    draft = models.JSONField(default=dict)
    doubts = models.PositiveIntegerField(default=0)
    open_questions = models.JSONField(default=list)
    written_names = models.JSONField(default=list)
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="staged")
    committed_at = models.DateTimeField(null=True, blank=True)

    objects = StagedQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["collaboration", "state"])]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["parent", "number"], name="importing_staged_member_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        """The sentence, in the language of the one who looks."""
        return in_words(self.sentence)


class LessonQuerySet(OwnedQuerySet["Lesson"]):
    """Questions about what has been learnt."""

    def in_force(self) -> Self:
        """Those not taken back."""
        return self.filter(taken_back_at=None)


class Lesson(Owned):
    """An answer that holds for every document: who is meant by a written name, or which body.

    `kind` and `key` are those of the question, `answer` a UUID of the register or "new" (somebody of their own, not one
    of those with a name like it). `made` are the rows it added, by model label; `batches` those that asked.
    """

    kind = models.CharField(max_length=10)
    key = models.CharField(max_length=400)
    written = models.CharField(max_length=200)
    answer = models.CharField(max_length=36)
    made = models.JSONField(default=dict)
    batches = models.JSONField(default=list)
    documents = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "kind", "key"],
                condition=models.Q(taken_back_at=None),
                name="importing_lesson_one_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.written
