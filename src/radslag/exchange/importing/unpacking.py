"""What lies in an archive, or came with a mail, becomes documents of the batch; done again, nothing comes twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents import storage
from radslag.base.documents.actions import discard
from radslag.base.documents.models import Version
from radslag.exchange.importing.archives import (
    NESTED,
    BadMember,
    Member,
    is_archive,
    is_system_file,
    members,
    split_path,
)
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.receiving import clean_folder, clean_name, take, too_large
from radslag.text import reading

# Small enough that a page which reads meanwhile does not wait, and that little is done again after a stop.
AT_ONCE = 10
EMPTY_ARCHIVE = gettext_noop("ZIP-filen innehåller inga dokument.")


def unpack(*, staged: Staged, by: Actor) -> Staged:
    """Make a row of every file in the archive. Raises `BadArchive` when it cannot be opened, or swells."""
    version = staged.version
    assert version is not None, "what waits has been stored"
    there = set(Staged.objects.filter(parent=staged).values_list("number", flat=True))
    skipped = 0
    with storage.opened(version.stored) as file:
        every = members(file)
        while chunk := list(islice(every, AT_ONCE)):
            skipped += sum(is_system_file(member.path) for member in chunk)
            _enter(staged, [each for each in chunk if each.number not in there], by)
    return _close(staged, version, skipped, by)


def enter_attachments(*, staged: Staged, data: bytes, by: Actor) -> None:
    """The files that came with a mail, unless they are in already."""
    if staged.parent is not None and staged.parent.name.lower().endswith(".eml"):
        # A mail in a mail in a mail: what is worth reading is saved for itself.
        return
    there = set(Staged.objects.filter(parent=staged).values_list("number", flat=True))
    found = [
        Member(number, name, _giving(content))
        for number, (name, content) in enumerate(reading.attachments_of_mail(data))
        if number not in there
    ]
    _enter(staged, found, by)


def _giving(content: bytes) -> Callable[[int], bytes]:
    return lambda most: content[: most + 1]


def _enter(staged: Staged, found: Iterable[Member], by: Actor) -> None:
    stored: list[str] = []
    wanted = [member for member in found if not is_system_file(member.path)]
    try:
        with transaction.atomic():
            current = Staged.objects.select_for_update(of=("self",)).get(pk=staged.pk)
            if current.state != StagedState.WAITING:
                return
            numbers = [member.number for member in wanted]
            there = set(current.members.filter(number__in=numbers).values_list("number", flat=True))
            for member in wanted:
                if member.number not in there:
                    _enter_one(staged, member, by, stored)
    except BaseException:
        for name in stored:
            storage.remove(name)
        raise


def _enter_one(parent: Staged, member: Member, by: Actor, stored: list[str]) -> None:
    inside, name = split_path(member.path)
    folder = "/".join(step for step in (parent.folder, parent.name, inside) if step)
    row = Staged(
        collaboration=parent.collaboration,
        batch=parent.batch,
        parent=parent,
        number=member.number,
        name=clean_name(name),
        folder=clean_folder(folder),
    )
    limit = settings.UPLOAD_TOTAL if is_archive(row.name) else settings.UPLOAD_LIMIT
    try:
        if is_archive(row.name) and parent.parent is not None:
            raise BadMember(NESTED)
        data = member.read(limit)
        if len(data) > limit:
            raise BadMember(too_large(limit))
        take(row, data, by, stored)
    except BadMember as bad:
        row.state, row.sentence = StagedState.REFUSED, str(bad)
    row.save()


@transaction.atomic
def _close(staged: Staged, version: Version, skipped: int, by: Actor) -> Staged:
    """The archive has given what it had: its documents are kept, itself not."""
    current = Staged.objects.select_for_update(of=("self",)).select_related("collaboration").get(pk=staged.pk)
    if current.state != StagedState.WAITING:
        return current
    count = current.members.count()
    current.state, current.version = StagedState.UNPACKED, None
    current.sentence = "" if count else EMPTY_ARCHIVE
    current.save_revised(expected=current.revision, fields=("state", "version", "sentence"))
    Batch.objects.filter(pk=current.batch_id).update(skipped=F("skipped") + skipped)
    after = {"documents": count, "skipped": skipped}
    record(by=by, verb="unpack", about=current, collaboration=current.collaboration.uuid, after=after)
    if not version.staged.exists():
        discard(version=version, by=by)
    return current
