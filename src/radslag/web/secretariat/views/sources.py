"""The documents values come out of: their text with the place marked, and the original file."""

from __future__ import annotations

from uuid import UUID

import structlog
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import Access, enter, load
from radslag.base.accounts.roles import Permission
from radslag.base.documents import storage
from radslag.base.documents.models import Extraction, Version
from radslag.base.people.models import OwnedQuerySet
from radslag.domain.meetings.models import Attachment, Meeting, Notice
from radslag.domain.minutes.models import Minutes
from radslag.web.secretariat.components.marked_text import Mark

PLACE = "stalle"
log = structlog.get_logger(__name__)


@require_GET
def source(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A document's text with numbered lines; `?fran=&till=` marks those characters, at `#stalle`."""
    access = enter(request, slug, Permission.READ_SOURCES)
    extraction = load(request, Permission.READ_SOURCES, _readable_texts(access), slug=slug, uuid=uuid)
    mark = _asked_for(request, extraction.text)
    context = {
        "extraction": extraction,
        "meetings": _meetings_of(access, extraction.version),
        "marks": [mark] if mark else [],
        "line": extraction.line_of(mark.start) if mark else None,
        "lines": extraction.text.count("\n") + 1,
    }
    return render(request, "secretariat/imports/source.html", context)


@require_GET
def download(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The original file, always as a download: whatever it holds, no browser opens it as a page of ours."""
    access = enter(request, slug, Permission.READ_SOURCES)
    version = load(request, Permission.READ_SOURCES, _readable_files(access), slug=slug, uuid=uuid)
    try:
        data = storage.get(version.stored)
    except FileNotFoundError as missing:
        log.exception("a stored file is missing", version=str(version.uuid))
        raise Http404 from missing
    response = HttpResponse(data, content_type=version.media_type or "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, version.file.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _readable_texts(access: Access) -> OwnedQuerySet[Extraction]:
    rows = Extraction.objects.select_related("version__file")
    return rows if access.may(Permission.IMPORT) else rows.filter(_in_record(access, "version"))


def _readable_files(access: Access) -> OwnedQuerySet[Version]:
    rows = Version.objects.select_related("file")
    return rows if access.may(Permission.IMPORT) else rows.filter(_in_record(access, "pk"))


def _in_record(access: Access, field: str) -> Q:
    """What is reviewed or prepared still is for those who do so; the others read what has entered the record."""
    seen = Meeting.objects.of(access.collaboration).visible_to(access.may(Permission.READ_DRAFTS))
    annexes = Attachment.objects.filter(item__meeting__in=seen)
    holders: tuple[QuerySet[Model], ...] = (
        Notice.objects.filter(meeting__in=seen),
        Minutes.objects.filter(meeting__in=seen),
        annexes,
    )
    found = Q()
    for rows in holders:
        found |= Q(Exists(rows.filter(version=OuterRef(field))))
    return found


def _meetings_of(access: Access, version: Version) -> list[Meeting]:
    papers = Q(notices__version=version) | Q(minutes__version=version)
    return list(Meeting.objects.of(access.collaboration).with_body().filter(papers).distinct())


def _asked_for(request: HttpRequest, text: str) -> Mark | None:
    """The characters the address asks for; what is no place in the text marks nothing."""
    try:
        start, end = int(request.GET.get("fran", "")), int(request.GET.get("till", ""))
    except ValueError:
        return None
    return Mark(start, end, PLACE, _("stället uppgiften kommer från")) if 0 <= start < end <= len(text) else None
