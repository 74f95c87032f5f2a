"""Händelser: who did what, newest first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import enter
from radslag.base.accounts.roles import Permission
from radslag.web.secretariat.forms.filters import tidied
from radslag.web.secretariat.forms.trail import TrailFilter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.paging import page_of
from radslag.web.secretariat.pages.trail import by_day, told


@require_GET
def trail(request: HttpRequest, slug: str) -> HttpResponse:
    """The trail of the collaboration."""
    access = enter(request, slug, Permission.READ_TRAIL)
    if address := tidied(request):
        return redirect(address)
    form = TrailFilter(request.GET, access.collaboration)
    page = page_of(form.found(), request)
    # What one may not open is told without a link.
    links = Links(slug) if access.may(Permission.READ_RECORD) else None
    context = {"form": form, "page": page, "days": by_day(told(page.object_list, links))}
    return render(request, "secretariat/trail/trail.html", context)
