"""Möten: the list, and the page of one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import enter, load
from radslag.base.accounts.roles import Permission
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.components.lists import headings
from radslag.web.secretariat.forms.filters import tidied
from radslag.web.secretariat.forms.meetings import MeetingFilter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.meeting import meeting_page
from radslag.web.secretariat.pages.meetings import COLUMNS, by_year, meeting_lines
from radslag.web.secretariat.pages.paging import page_of, rows_of


@require_GET
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every meeting, by year."""
    access = enter(request, slug, Permission.READ_RECORD)
    if address := tidied(request):
        return redirect(address)
    form = MeetingFilter(request.GET, access.collaboration, drafts=access.may(Permission.READ_DRAFTS))
    page = page_of(form.found(), request)
    years = by_year(meeting_lines(rows_of(page), Links(slug)))
    context = {
        "form": form,
        "page": page,
        "years": years,
        "headings": headings(COLUMNS, request.GET),
        "may_import": access.may(Permission.IMPORT),
        "may_prepare": access.may(Permission.PREPARE),
    }
    return render(request, "secretariat/meetings/list.html", context)


@require_GET
def meeting(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A meeting with everything that is known of it."""
    access = enter(request, slug, Permission.READ_RECORD)
    drafts = access.may(Permission.READ_DRAFTS)
    rows = Meeting.objects.with_body().with_neighbours(drafts).visible_to(drafts)
    found = load(request, Permission.READ_RECORD, rows, slug=slug, uuid=uuid)
    return render(request, "secretariat/meetings/meeting.html", {"page": meeting_page(found, access)})
