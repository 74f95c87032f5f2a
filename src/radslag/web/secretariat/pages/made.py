"""A paper made here, as other pages than its own show it."""

from __future__ import annotations

from uuid import UUID

from radslag.base.accounts.access import Access
from radslag.base.documents.models import Paper, PaperKind
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.preparing.papers import PaperLine, has_changed, paper_line

__all__ = ["PaperLine", "latest_paper", "stands"]


def latest_paper(kind: str, subject: UUID, access: Access, links: Links) -> PaperLine | None:
    """The latest version with its files, in three statements."""
    rows = Paper.objects.of(access.collaboration).about(kind, subject)
    found = rows.defer("content").prefetch_related("files__version").first()
    return paper_line(found, links) if found else None


def stands(meeting: Meeting) -> bool | None:
    """Whether the latest agenda made of a meeting says what the agenda says now; None while none has been made."""
    found = Paper.objects.of(meeting.collaboration).about(PaperKind.AGENDA, meeting.uuid).first()
    return None if found is None else not has_changed(found, meeting)
