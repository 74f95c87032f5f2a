"""Kommuner: the members as of a day, and one of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Membership
from radslag.web.secretariat.forms.as_of import AsOfForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.heads import municipality_head
from radslag.web.secretariat.pages.history import HISTORY
from radslag.web.secretariat.pages.municipality import facts_of, member_lines, municipality_page
from radslag.web.secretariat.pages.municipality_history import municipality_history


@require_GET
def municipalities(request: HttpRequest, slug: str) -> HttpResponse:
    """The members on the day, and those that were members before."""
    access = enter(request, slug, Permission.READ_RECORD)
    as_of = AsOfForm(request)
    members, former = member_lines(access.collaboration, as_of.day, Links(slug, as_of.day))
    context = {"members": members, "former": former, "as_of_form": as_of}
    return render(request, "secretariat/municipalities/list.html", context)


@require_GET
def municipality(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A member municipality, found by a membership: its people in the bodies, its assignments, who came for it."""
    rows = Membership.objects.with_municipality()
    found = load(request, Permission.READ_RECORD, rows, slug=slug, uuid=uuid)
    as_of = AsOfForm(request)
    access, shown = entered(request), request.GET.get("visa", "")
    context: dict[str, Any] = {"as_of_form": as_of}
    if shown == HISTORY:
        context["head"] = municipality_head(found, as_of.day, access, shown, facts_of(found, access))
        context["history"] = municipality_history(found.municipality, as_of.day, access)
        return render(request, "secretariat/municipalities/municipality_history.html", context)
    page = municipality_page(found, as_of.day, access)
    context |= {"page": page, "head": municipality_head(found, as_of.day, access, shown, facts_of(found, access))}
    return render(request, "secretariat/municipalities/municipality.html", context)
