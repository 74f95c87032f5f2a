"""The papers of a meeting: made, and fetched."""

from __future__ import annotations

from uuid import UUID

import structlog
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import enter, load
from radslag.base.accounts.roles import Permission
from radslag.base.documents import storage
from radslag.base.documents.models import PaperFile, PaperKind
from radslag.base.documents.rendering import RenderingFailed
from radslag.base.jobs.submissions import once
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.papers import make_agenda
from radslag.domain.meetings.refusal import Refused
from radslag.web.secretariat.preparing.replies import actor_of, back, meeting_of

log = structlog.get_logger(__name__)


@require_POST
def papers_make(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The agenda as PDF, Word, web page and calendar file; the same agenda again gives the same version."""
    meeting = meeting_of(request, slug, uuid)
    return once(request, lambda: _make(request, meeting))


def _make(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    try:
        paper = make_agenda(meeting=meeting, by=actor_of(request))
    except (RenderingFailed, Refused) as failed:
        messages.error(request, str(failed))
        return back(request, meeting, "handlingar")
    messages.success(request, _("Handlingarna är gjorda: version %(n)s.") % {"n": paper.number})
    return back(request, meeting, "handlingar")


@require_GET
def paper_file(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A paper in one format, as a download: no browser opens it as a page of ours.

    An agenda is for those who may read drafts; to the others it is not there.
    """
    access = enter(request, slug, Permission.READ_RECORD)
    rows = PaperFile.objects.select_related("version")
    if not access.may(Permission.READ_DRAFTS):
        rows = rows.exclude(paper__paper_kind=PaperKind.AGENDA)
    found = load(request, Permission.READ_RECORD, rows, slug=slug, uuid=uuid)
    try:
        data = storage.get(found.version.stored)
    except FileNotFoundError as missing:
        log.exception("a stored paper is missing", file=str(found.uuid))
        raise Http404 from missing
    response = HttpResponse(data, content_type=found.version.media_type or "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
