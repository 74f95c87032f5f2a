"""Files, their versions, what was read out of them, and the places values stand at (foundation 4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.people.models import Owned, OwnedQuerySet


class File(Owned):
    """A document; what it contains is in its versions."""

    name = models.CharField(max_length=255)

    objects = OwnedQuerySet["File"].as_manager()

    def __str__(self) -> str:
        return self.name


class Version(Owned):
    """The bytes of a file at one time, found by their checksum. The same bytes are stored once in a collaboration."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    stored = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OwnedQuerySet["Version"].as_manager()

    frozen = ("file", "number", "sha256", "size", "stored")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration", "sha256"], name="documents_version_once"),
            models.UniqueConstraint(fields=["file", "number"], name="documents_version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.file} ({self.number})"


class Extraction(Owned):
    """The text a reader got out of a version. Immutable: a better reader makes another extraction beside it."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="extractions")
    reader_version = models.CharField(max_length=40)
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OwnedQuerySet["Extraction"].as_manager()

    frozen = ("version", "reader_version", "text")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "reader_version"], name="documents_extraction_once_a_reader")
        ]

    def __str__(self) -> str:
        return f"{self.version} · {self.reader_version}"

    def line_of(self, position: int) -> int:
        """The line (1, 2, …) a character position stands on."""
        return self.text.count("\n", 0, position) + 1


class CitationQuerySet(OwnedQuerySet["Citation"]):
    """Questions about where values stand."""

    def about(self, kind: str, uuids: Iterable[UUID]) -> Self:
        """The citations of some objects of one kind, without the text they point into."""
        return self.filter(object_kind=kind, object_uuid__in=list(uuids)).order_by("pk")

    def within(self, extractions: Iterable[int]) -> Self:
        """The citations of everything that was read out of some extractions, by their keys."""
        return self.filter(extraction__in=list(extractions)).order_by("pk")


class Citation(Owned):
    """A value of an object stands here: characters [start, end) of an extraction's text; `line` counts from 1."""

    object_kind = models.CharField(max_length=40, db_column="kind")
    object_uuid = models.UUIDField()
    field = models.CharField(max_length=40, blank=True)
    extraction = models.ForeignKey(Extraction, on_delete=models.CASCADE, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    line = models.PositiveIntegerField()

    objects = CitationQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["object_kind", "object_uuid"])]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="documents_citation_start_before_end"
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_kind}.{self.field} {self.start}–{self.end}"


class PaperKind(models.TextChoices):
    """What the house itself makes papers of."""

    AGENDA = "agenda", _("kallelse och dagordning")
    OWED = "owed", _("vad varje kommun är skyldig")


class PaperQuerySet(OwnedQuerySet["Paper"]):
    """Questions about papers we have made."""

    def about(self, kind: str, subject: UUID) -> Self:
        """Those of one kind about one object, the newest first."""
        return self.filter(paper_kind=kind, subject_uuid=subject).order_by("-number")


class Paper(Owned):
    """A paper made here, as it was then: the data it was made of and, as `files`, the same in several formats.

    Never changed, only superseded by the next number (foundation 8). The subject is pointed at by kind and UUID, since
    what it is about lies on a floor above.
    """

    paper_kind = models.CharField(max_length=10, choices=PaperKind.choices)
    subject_kind = models.CharField(max_length=40)
    subject_uuid = models.UUIDField()
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    content = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.CharField(max_length=120)

    objects = PaperQuerySet.as_manager()

    frozen = ("paper_kind", "subject_uuid", "number", "name", "content")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "paper_kind", "subject_uuid", "number"], name="documents_paper_number_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PaperFormat(models.TextChoices):
    """What a paper can be had as."""

    PDF = "pdf", _("PDF")
    DOCX = "docx", _("Word")
    HTML = "html", _("webbsida")
    TEXT = "text", _("text")
    ICS = "ics", _("kalenderfil")


class PaperFile(Owned):
    """A paper in one format; the bytes and their checksum are the version's."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=5, choices=PaperFormat.choices)
    name = models.CharField(max_length=255)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")

    objects = OwnedQuerySet["PaperFile"].as_manager()

    frozen = ("paper", "format", "name", "version")

    class Meta:
        ordering = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["paper", "format"], name="documents_paper_file_once_a_format")
        ]

    def __str__(self) -> str:
        return self.name


class TemplateQuerySet(OwnedQuerySet["Template"]):
    """Questions about the collaboration's own templates."""

    def in_use(self, kind: str) -> Template | None:
        """The one papers of a kind are made with today; None means the one that ships with Rådslag."""
        return self.filter(paper_kind=kind, retired_at__isnull=True).order_by("-pk").first()


class Template(Owned):
    """A Word template the collaboration has uploaded. `fields` are those it uses, as found when it was checked."""

    paper_kind = models.CharField(max_length=10, choices=PaperKind.choices)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    fields = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.CharField(max_length=120)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = TemplateQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
