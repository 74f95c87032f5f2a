"""Översikt: where one lands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import enter
from radslag.base.accounts.roles import Permission
from radslag.web.secretariat.pages.overview import overview_page


@require_GET
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """What is next, what waits for the reader, what has been."""
    access = enter(request, slug, Permission.READ_RECORD)
    return render(request, "secretariat/overview/overview.html", {"page": overview_page(access)})
