"""Files come in: each is stored and staged, or refused with a sentence. Reading them is the worker's."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_noop

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents import storage
from radslag.base.documents.actions import Kept, store_kept
from radslag.base.documents.models import Version
from radslag.base.jobs.actions import enqueue
from radslag.base.people.models import Collaboration
from radslag.exchange.importing.archives import is_archive, is_system_file, split_path
from radslag.exchange.importing.models import Batch, Staged, StagedState

Upload = tuple[str, bytes | storage.Source]

READ_BATCH = "importing.read_batch"
UNKNOWN_TYPE = "application/octet-stream"
# Stored in Swedish, since readers differ; a page shows them in its own language.
EMPTY = gettext_noop("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def receive(*, collaboration: Collaboration, files: Iterable[Upload], by: Actor, batch: Batch | None = None) -> Batch:
    """Take in files as (name, bytes or open file); the name may hold the folder. Into `batch`, when more of it comes.

    They are stored before the job that reads them is asked for. Files of the operating system are left out and counted.
    """
    stored: list[str] = []
    try:
        with transaction.atomic():
            into = batch or Batch.objects.create(collaboration=collaboration, created_by=by.label[:120])
            files, skipped = _without_system_files(files)
            staged = [_receive_one(into, name, source, by, stored) for name, source in files]
            if skipped:
                Batch.objects.filter(pk=into.pk).update(skipped=F("skipped") + skipped)
            after = {"files": [each.name for each in staged]}
            record(by=by, verb="receive", about=into, collaboration=collaboration.uuid, after=after)
            ask_for_reading(into, staged)
    except BaseException:
        # The rows are gone with the transaction; the bytes must not stay without them.
        for name in stored:
            storage.remove(name)
        raise
    return into


def ask_for_reading(batch: Batch, staged: list[Staged]) -> None:
    """The job that reads what has come in. What comes later gets a job of its own: the first may be done by then."""
    waiting = [each for each in staged if each.state == StagedState.WAITING]
    if waiting:
        enqueue(
            name=READ_BATCH,
            key=f"{READ_BATCH}:{batch.uuid}:{waiting[0].pk}",
            payload={"batch": str(batch.uuid)},
            collaboration=batch.collaboration.uuid,
        )


def _without_system_files(files: Iterable[Upload]) -> tuple[list[Upload], int]:
    every = list(files)
    kept = [(name, source) for name, source in every if not is_system_file(name)]
    return kept, len(every) - len(kept)


def _receive_one(batch: Batch, path: str, source: bytes | storage.Source, by: Actor, stored: list[str]) -> Staged:
    folder, name = split_path(path)
    staged = Staged(collaboration=batch.collaboration, batch=batch, name=clean_name(name), folder=clean_folder(folder))
    take(staged, source, by, stored)
    staged.save()
    return staged


def take(staged: Staged, source: bytes | storage.Source, by: Actor, stored: list[str]) -> None:
    """Store what a new row is about, or say why not. New stored names are added to `stored`."""
    collaboration = staged.collaboration
    most = settings.UPLOAD_TOTAL if is_archive(staged.name) else settings.UPLOAD_LIMIT
    try:
        file = io.BytesIO(source) if isinstance(source, bytes) else source
        kept = Kept(*storage.keep(collaboration.uuid, file, most=most))
    except storage.TooLarge:
        staged.state, staged.sentence = StagedState.REFUSED, too_large(most)
        return
    if not kept.size:
        staged.state, staged.sentence = StagedState.REFUSED, EMPTY
        storage.remove(kept.stored)
        return
    version, new = store_kept(collaboration=collaboration, name=staged.name, kept=kept, media_type=UNKNOWN_TYPE, by=by)
    staged.version = version
    if new:
        stored.append(version.stored)
    elif before := _first_with(version):
        staged.state, staged.sentence = StagedState.KNOWN, _known(before)


def too_large(limit: int) -> str:
    """The sentence about a file over the limit (bytes)."""
    return f"Filen är större än {limit // (1024 * 1024)} MB. Dela upp den eller ta bort bilderna och försök igen."


def refuse_upload(*, batch: Batch, name: str, by: Actor) -> Staged:
    """Remember in the batch a file that was refused while it streamed: its name and why."""
    limit = settings.UPLOAD_TOTAL if is_archive(name) else settings.UPLOAD_LIMIT
    with transaction.atomic():
        staged = Staged.objects.create(
            collaboration=batch.collaboration,
            batch=batch,
            name=clean_name(name),
            state=StagedState.REFUSED,
            sentence=too_large(limit),
        )
        record(by=by, verb="refuse", about=staged, collaboration=batch.collaboration.uuid)
    return staged


def clean_folder(folder: str) -> str:
    """A folder as it may be stored."""
    return _CONTROL.sub("", folder).strip()[-500:]


def clean_name(name: str) -> str:
    """A file's name without its folder and without what no database stores."""
    bare = _CONTROL.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    return bare[-255:] or "namnlös"


def _first_with(version: Version) -> Staged | None:
    """The document on its way in, or in, that has these bytes."""
    staged = Staged.objects.filter(version=version).exclude(state__in=(StagedState.KNOWN, StagedState.REFUSED))
    return staged.select_related("batch", "meeting__body").order_by("pk").first()


def _known(before: Staged) -> str:
    day = timezone.localdate(before.batch.created_at).isoformat()
    where = {
        StagedState.WAITING: "väntar på att läsas",
        StagedState.REVIEW: "väntar på granskning",
        StagedState.REJECTED: "är avvisad, men går att återställa",
        StagedState.COMMITTED: f"är införd i {before.meeting}" if before.meeting else "är införd",
    }[StagedState(before.state)]
    return f"Samma fil kom in {day} som {before.name} och {where}. Inget ändrades."
