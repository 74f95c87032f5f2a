"""Store a document, keep what was read out of it, and say where values stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import IntegrityError, transaction

from radslag.base.audit.actions import Traced, record
from radslag.base.core.actor import Actor
from radslag.base.core.models import kind_of
from radslag.base.documents import storage
from radslag.base.documents.models import Citation, Extraction, File, Version
from radslag.base.people.models import Collaboration


@dataclass(frozen=True)
class Place:
    """Where a value of an object stands: the field ("" for the object as a whole) and characters [start, end)."""

    about: Traced
    field: str
    start: int
    end: int


class Kept(NamedTuple):
    """Bytes in the storage: their name there, checksum and size."""

    stored: str
    sha256: str
    size: int


def store(*, collaboration: Collaboration, name: str, data: bytes, media_type: str, by: Actor) -> tuple[Version, bool]:
    """The version with these bytes, and whether it is new. Bytes known already keep their first name."""
    sha256 = storage.checksum(data)
    known = Version.objects.of(collaboration).filter(sha256=sha256).first()
    if known:
        return known, False
    stored = storage.place(collaboration.uuid, sha256)
    # Before the row: a row without its file would be worse than a file without its row.
    storage.put(stored, data)
    kept = Kept(stored, sha256, len(data))
    return store_kept(collaboration=collaboration, name=name, kept=kept, media_type=media_type, by=by)


def store_kept(
    *, collaboration: Collaboration, name: str, kept: Kept, media_type: str, by: Actor
) -> tuple[Version, bool]:
    """The version of bytes that `storage.keep` has written already, and whether it is new."""
    sha256 = kept.sha256
    known = Version.objects.of(collaboration).filter(sha256=sha256).first()
    if known:
        return known, False
    try:
        with transaction.atomic():
            file = File.objects.create(collaboration=collaboration, name=name)
            version = Version.objects.create(
                collaboration=collaboration,
                file=file,
                sha256=sha256,
                size=kept.size,
                media_type=media_type,
                stored=kept.stored,
            )
            after = {"name": name, "sha256": sha256, "size": kept.size}
            record(by=by, verb="store", about=file, collaboration=collaboration.uuid, after=after)
    except IntegrityError:
        # Someone stored the same bytes at the same moment.
        return Version.objects.of(collaboration).get(sha256=sha256), False
    return version, True


def extract(*, version: Version, reader_version: str, text: str) -> Extraction:
    """Keep the text a reader got out of the version; the same reader again gives the same row."""
    extraction, _ = Extraction.objects.get_or_create(
        collaboration=version.collaboration, version=version, reader_version=reader_version, defaults={"text": text}
    )
    return extraction


def cite(*, extraction: Extraction, places: Iterable[Place]) -> None:
    """Remember where values stand."""
    starts = _LineStarts(extraction.text)
    Citation.objects.bulk_create(
        Citation(
            collaboration_id=extraction.collaboration_id,
            object_kind=kind_of(place.about),
            object_uuid=place.about.uuid,
            field=place.field,
            extraction=extraction,
            start=place.start,
            end=place.end,
            line=starts.line(place.start),
        )
        for place in places
    )


class _LineStarts:
    def __init__(self, text: str) -> None:
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def line(self, position: int) -> int:
        return bisect_right(self.starts, position)


def discard(*, version: Version, by: Actor) -> None:
    """Take away a version nothing was made of, its bytes and its file; the event stays."""
    file, stored, collaboration = version.file, version.stored, version.collaboration
    with transaction.atomic():
        record(by=by, verb="discard", about=file, collaboration=collaboration.uuid, before={"sha256": version.sha256})
        version.delete()
        if not file.versions.exists():
            file.delete()
        transaction.on_commit(lambda: storage.remove(stored))
