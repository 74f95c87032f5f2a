"""Keep a paper that has been made: numbered, with the data it was made of and its files by checksum."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from radslag.base.audit.actions import Traced, record
from radslag.base.core.actor import Actor
from radslag.base.core.models import kind_of
from radslag.base.documents.actions import store
from radslag.base.documents.models import Paper, PaperFile, PaperFormat, PaperKind
from radslag.base.people.models import Collaboration

Files = Mapping[PaperFormat, bytes]

MEDIA_TYPES = {
    PaperFormat.PDF: "application/pdf",
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperFormat.HTML: "text/html",
    PaperFormat.TEXT: "text/plain",
    PaperFormat.ICS: "text/calendar",
}
# What some file system or mail program refuses in a file's name.
UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME = 150


@transaction.atomic
def keep_paper(
    *,
    collaboration: Collaboration,
    kind: PaperKind,
    subject: Traced,
    name: str,
    content: Mapping[str, Any],
    files: Callable[[int], Files],
    by: Actor,
) -> Paper:
    """The paper with this content about the subject. The same content as last time is the same paper.

    FILES makes the files of the version with this number; it is called only when there is something new to keep.
    """
    # One at a time in a collaboration, so that numbers neither skip nor repeat.
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration.pk)
    plain = json.loads(json.dumps(content))
    latest = Paper.objects.of(collaboration).about(kind, subject.uuid).first()
    if latest is not None and latest.content == plain:
        return latest
    paper = Paper.objects.create(
        collaboration=collaboration,
        paper_kind=kind,
        subject_kind=kind_of(subject),
        subject_uuid=subject.uuid,
        number=latest.number + 1 if latest else 1,
        name=name[: Paper._meta.get_field("name").max_length],
        content=plain,
        created_by=by.label[: Paper._meta.get_field("created_by").max_length],
    )
    kept = {made: _keep_file(paper, made, data, by) for made, data in files(paper.number).items()}
    after = {"number": paper.number, "files": {made.value: file.version.sha256 for made, file in kept.items()}}
    record(by=by, verb="make_paper", about=paper, collaboration=collaboration.uuid, after=after)
    return paper


def _keep_file(paper: Paper, made: PaperFormat, data: bytes, by: Actor) -> PaperFile:
    name = file_name(f"{paper.name} v{paper.number}", made)
    version, _ = store(collaboration=paper.collaboration, name=name, data=data, media_type=MEDIA_TYPES[made], by=by)
    return PaperFile.objects.create(
        collaboration=paper.collaboration, paper=paper, format=made, name=name, version=version
    )


def file_name(name: str, made: PaperFormat) -> str:
    """A name every file system takes: "Kallelse Styrelsen 2026-09-24 v2.pdf"."""
    safe = " ".join(UNSAFE.sub(" ", name).split())
    ending = "txt" if made == PaperFormat.TEXT else made.value
    return f"{safe[:LONGEST_NAME].strip(' .')}.{ending}"
