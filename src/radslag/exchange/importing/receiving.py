"""Files come in: each is stored and staged, or refused with a sentence; then each is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext_noop

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents import storage
from radslag.base.documents.actions import discard, extract, store
from radslag.base.documents.models import Version
from radslag.base.jobs.actions import enqueue
from radslag.base.people.models import Collaboration
from radslag.exchange.importing import drafts
from radslag.exchange.importing.matching import day_of, doubts
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.register import register_of
from radslag.text import reading

log = structlog.get_logger(__name__)

READ_BATCH = "importing.read_batch"
UNKNOWN_TYPE = "application/octet-stream"
# Stored in Swedish, since readers differ; a page shows them in its own language.
EMPTY = gettext_noop("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.")
OURS = gettext_noop(
    "Filen kunde inte läsas på grund av ett fel hos oss. Spara den i ett annat format, till exempel PDF, och försök."
)
GONE = gettext_noop("Filen finns inte längre i lagret. Välj den igen.")
SENTENCES = {
    "plan": gettext_noop("Kan föras in när verksamhetsplaner finns i Rådslag."),
    "unknown": gettext_noop(
        "Det går inte att avgöra om dokumentet är en kallelse eller ett protokoll, så det kan inte föras in."
    ),
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def receive(*, collaboration: Collaboration, files: Iterable[tuple[str, bytes]], by: Actor) -> Batch:
    """Take in files as (name, bytes). They are stored before the job that reads them is asked for."""
    stored: list[str] = []
    try:
        with transaction.atomic():
            batch = Batch.objects.create(collaboration=collaboration, created_by=by.label[:120])
            staged = [_receive_one(batch, _clean_name(name), data, by, stored) for name, data in files]
            after = {"files": [each.name for each in staged]}
            record(by=by, verb="receive", about=batch, collaboration=collaboration.uuid, after=after)
            if any(each.state == StagedState.WAITING for each in staged):
                payload = {"batch": str(batch.uuid)}
                enqueue(
                    name=READ_BATCH,
                    key=f"{READ_BATCH}:{batch.uuid}",
                    payload=payload,
                    collaboration=collaboration.uuid,
                )
    except BaseException:
        # The rows are gone with the transaction; the bytes must not stay without them.
        for name in stored:
            storage.remove(name)
        raise
    return batch


def _receive_one(batch: Batch, name: str, data: bytes, by: Actor, stored: list[str]) -> Staged:
    staged = Staged(collaboration=batch.collaboration, batch=batch, name=name)
    if not data:
        staged.state, staged.sentence = StagedState.REFUSED, EMPTY
    elif len(data) > settings.UPLOAD_LIMIT:
        staged.state, staged.sentence = StagedState.REFUSED, too_large(settings.UPLOAD_LIMIT)
    else:
        version, new = store(collaboration=batch.collaboration, name=name, data=data, media_type=UNKNOWN_TYPE, by=by)
        staged.version = version
        if new:
            stored.append(version.stored)
        elif before := _first_with(version):
            staged.state, staged.sentence = StagedState.KNOWN, _known(before)
    staged.save()
    return staged


def too_large(limit: int) -> str:
    """The sentence about a file over the limit (bytes)."""
    return f"Filen är större än {limit // (1024 * 1024)} MB. Dela upp den eller ta bort bilderna och försök igen."


def refuse_upload(*, batch: Batch, name: str, by: Actor) -> Staged:
    """Remember in the batch a file that was refused while it streamed: its name and why."""
    with transaction.atomic():
        staged = Staged.objects.create(
            collaboration=batch.collaboration,
            batch=batch,
            name=_clean_name(name),
            state=StagedState.REFUSED,
            sentence=too_large(settings.UPLOAD_LIMIT),
        )
        record(by=by, verb="refuse", about=staged, collaboration=batch.collaboration.uuid)
    return staged


def _clean_name(name: str) -> str:
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


def read_staged(*, staged: Staged, by: Actor) -> Staged:
    """Read one document. Does nothing when it has been read already, so that two who read at once do no harm."""
    if staged.state != StagedState.WAITING or staged.version is None:
        return staged
    try:
        extraction, found = _read(storage.get(staged.version.stored), staged.name)
    except reading.Unreadable as unreadable:
        return _refuse(staged, str(unreadable), by)
    except FileNotFoundError:
        return _refuse(staged, GONE, by)
    except Exception:
        # One document that the reader cannot take must not keep the others of the batch from being read.
        log.exception("reader failed", staged=str(staged.uuid))
        return _refuse(staged, OURS, by)
    return _keep(staged, extraction, found, by)


def _read(data: bytes, name: str) -> tuple[reading.Extraction, reading.Record]:
    extraction = reading.extract(data, name)
    # What no database stores is taken out before anything points into the text; the length stays.
    clean = _unstorable(extraction.text)
    extraction = extraction if clean == extraction.text else replace(extraction, text=clean)
    return extraction, reading.interpret(extraction)


def _unstorable(text: str) -> str:
    return re.sub(r"[\x00\ud800-\udfff]", " ", text)


def _waiting(staged: Staged) -> Staged | None:
    """The row as it is now, held until the transaction ends; None when somebody else has read it."""
    rows = Staged.objects.select_for_update(of=("self",)).select_related("collaboration", "version__file")
    current = rows.get(pk=staged.pk)
    return current if current.state == StagedState.WAITING and current.version is not None else None


@transaction.atomic
def _keep(staged: Staged, extraction: reading.Extraction, found: reading.Record, by: Actor) -> Staged:
    current = _waiting(staged)
    if current is None or current.version is None:
        return Staged.objects.get(pk=staged.pk)
    version = current.version
    current.extraction = extract(version=version, reader_version=extraction.reader_version, text=extraction.text)
    if version.media_type != extraction.media_type:
        version.media_type = extraction.media_type
        version.save(update_fields=["media_type"])
    if current.extraction.text != extraction.text:
        # An extraction is never changed: values point into what this version of the reader once got out of the bytes.
        found = reading.interpret(replace(extraction, text=current.extraction.text))
    current.record = found.to_json(with_text=False)
    current.draft = drafts.draft_of(current.record)
    current.kind = found.kind
    current.state = StagedState.REVIEW
    current.sentence = SENTENCES.get(found.kind, "")
    current.doubts = count_doubts(current)
    current.save_revised(
        expected=current.revision,
        fields=("extraction", "record", "draft", "kind", "state", "sentence", "doubts"),
    )
    after = {"kind": found.kind, "reader": extraction.reader_version}
    record(by=by, verb="read", about=current, collaboration=current.collaboration.uuid, after=after)
    return current


def count_doubts(staged: Staged) -> int:
    """How many things a person must settle in a staged document, as the register is now."""
    if staged.kind not in ("notice", "minutes"):
        return 0
    day = day_of(staged.draft)
    return len(doubts(staged.draft, register_of(staged.collaboration, [day] if day else [])))


def recount(staged: Staged) -> None:
    """Count again, as long as nobody has changed the draft meanwhile. The count is no edit: the revision stays."""
    found = count_doubts(staged)
    if found != staged.doubts:
        Staged.objects.filter(pk=staged.pk, revision=staged.revision).update(doubts=found)


@transaction.atomic
def _refuse(staged: Staged, sentence: str, by: Actor) -> Staged:
    """Nothing is kept of it but its name and why; its double in another batch, if any, goes the same way."""
    current = _waiting(staged)
    if current is None or current.version is None:
        return Staged.objects.get(pk=staged.pk)
    version = current.version
    for each in [current, *Staged.objects.filter(version=version, state=StagedState.KNOWN)]:
        each.state, each.sentence, each.version = StagedState.REFUSED, sentence, None
        each.save_revised(expected=each.revision, fields=("state", "sentence", "version"))
        after = {"sentence": sentence}
        record(by=by, verb="refuse", about=each, collaboration=current.collaboration.uuid, after=after)
    if not version.staged.exists() and not version.extractions.exists():
        try:
            with transaction.atomic():
                discard(version=version, by=by)
        except ProtectedError:
            log.info("kept: an attachment", version=str(version.uuid))
    return current
