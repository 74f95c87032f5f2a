"""The papers of a meeting in preparation: what has been made, whether it still holds, and whom it goes to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from radslag.base.documents.models import Paper, PaperFormat, PaperKind
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.papers import address_line, agenda_content, recipients
from radslag.web.secretariat.links import Links


@dataclass(frozen=True)
class FileLine:
    """A paper in one format."""

    label: str
    url: str
    size: int
    sha256: str


@dataclass(frozen=True)
class PaperLine:
    """A version of a paper."""

    number: int
    at: datetime
    by: str
    files: Sequence[FileLine]


@dataclass(frozen=True)
class Papers:
    """`changed`: what the latest says is not what the agenda says now. `unreached`: (name, address of the page)."""

    latest: PaperLine | None
    earlier: Sequence[PaperLine]
    changed: bool
    addresses: str
    reached: int
    unreached: Sequence[tuple[str, str]]


def papers_of(meeting: Meeting, links: Links) -> Papers:
    """The papers of a meeting, the newest first."""
    rows = Paper.objects.of(meeting.collaboration).about(PaperKind.AGENDA, meeting.uuid)
    made = list(rows.prefetch_related("files__version"))
    lines = [paper_line(paper, links) for paper in made]
    if not made:
        return Papers(None, (), False, "", 0, ())
    everyone = recipients(meeting)
    return Papers(
        latest=lines[0],
        earlier=lines[1:],
        changed=has_changed(made[0], meeting),
        addresses=address_line(everyone),
        reached=sum(bool(each.email) for each in everyone),
        unreached=[(each.name, links.person(each.person.uuid)) for each in everyone if not each.email],
    )


def has_changed(paper: Paper, meeting: Meeting) -> bool:
    """Whether the agenda no longer says what the paper does; the paper also holds what it was made with."""
    now = json.loads(json.dumps(agenda_content(meeting)))
    return any(paper.content.get(name) != value for name, value in now.items())


def paper_line(paper: Paper, links: Links) -> PaperLine:
    """A paper fetched with its files."""
    files = [
        FileLine(
            label=str(PaperFormat(file.format).label),
            url=links.to("paper_file", file.uuid),
            size=file.version.size,
            sha256=file.version.sha256,
        )
        for file in paper.files.all()
    ]
    return PaperLine(paper.number, paper.created_at, paper.created_by, files)
