"""Each document that has come in is read, or refused with a sentence; archives are unpacked into documents."""

from __future__ import annotations

import re
from dataclasses import replace

import structlog
from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils.translation import gettext_noop

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents import storage
from radslag.base.documents.actions import discard, extract
from radslag.base.documents.models import Version
from radslag.exchange.importing import drafts
from radslag.exchange.importing.archives import BadArchive, is_archive, is_office_file
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.patience import Impatient, at_most
from radslag.exchange.importing.tallying import TALLY, RegisterOnHand, tally
from radslag.exchange.importing.unpacking import enter_attachments, unpack
from radslag.text import reading

log = structlog.get_logger(__name__)

# Stored in Swedish, since readers differ; a page shows them in its own language.
OURS = gettext_noop(
    "Filen kunde inte läsas på grund av ett fel hos oss. Spara den i ett annat format, till exempel PDF, och försök."
)
GONE = gettext_noop("Filen finns inte längre i lagret. Välj den igen.")
STOPPED = gettext_noop(
    "Läsningen av filen avbröts flera gånger. Spara den i ett annat format, till exempel PDF, och försök."
)
TOO_LONG = gettext_noop("Filen tog för lång tid att läsa. Dela upp den eller spara den i ett annat format och försök.")
SENTENCES = {
    "plan": gettext_noop("Kan föras in när verksamhetsplaner finns i Rådslag."),
    "unknown": gettext_noop(
        "Det går inte att avgöra om dokumentet är en kallelse eller ett protokoll, så det kan inte föras in."
    ),
}
# How many times the reading of one file may be begun: each beyond the first means that the process was ended in it.
TRIES, ARCHIVE_TRIES = 3, 20
# Below the lease of a job, so that whoever reads is still the one who may.
SECONDS = 45.0


def read_staged(*, staged: Staged, by: Actor, registers: RegisterOnHand | None = None) -> Staged:
    """Read one document, or unpack one archive. Does nothing when that is done, so that two at once do no harm."""
    if staged.state != StagedState.WAITING or staged.version is None:
        return staged
    if not _begin(staged):
        return _refuse(staged, STOPPED, by)
    try:
        if _is_archive(staged, staged.version):
            return unpack(staged=staged, by=by)
        with at_most(SECONDS):
            data = storage.get(staged.version.stored)
            extraction, found = _read(data, staged.name)
    except (reading.Unreadable, BadArchive) as unreadable:
        return _refuse(staged, str(unreadable), by)
    except FileNotFoundError:
        return _refuse(staged, GONE, by)
    except Impatient:
        return _refuse(staged, TOO_LONG, by)
    except Exception:
        # One document that the reader cannot take must not keep the others of the batch from being read.
        log.exception("reader failed", staged=str(staged.uuid))
        return _refuse(staged, OURS, by)
    if extraction.media_type == "message/rfc822":
        enter_attachments(staged=staged, data=data, by=by)
    return _keep(staged, extraction, found, by, registers)


def _begin(staged: Staged) -> bool:
    """Note that the reading begins, before it does; False when it has begun often enough."""
    most = ARCHIVE_TRIES if is_archive(staged.name) else TRIES
    return bool(Staged.objects.filter(pk=staged.pk, tries__lt=most).update(tries=F("tries") + 1))


def _is_archive(staged: Staged, version: Version) -> bool:
    if not is_archive(staged.name):
        return False
    with storage.opened(version.stored) as file:
        return not is_office_file(file)


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
def _keep(
    staged: Staged,
    extraction: reading.Extraction,
    found: reading.Record,
    by: Actor,
    registers: RegisterOnHand | None,
) -> Staged:
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
    tally(current, registers)
    fields = ("extraction", "record", "draft", "kind", "state", "sentence", *TALLY)
    current.save_revised(expected=current.revision, fields=fields)
    after = {"kind": found.kind, "reader": extraction.reader_version}
    record(by=by, verb="read", about=current, collaboration=current.collaboration.uuid, after=after)
    return current


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
