"""Grupper: the list, and one as of a day."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Body
from radslag.web.secretariat.components.lists import headings
from radslag.web.secretariat.forms.as_of import AsOfForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.body import COLUMNS, body_kinds, body_page
from radslag.web.secretariat.pages.body_history import body_history
from radslag.web.secretariat.pages.heads import body_head
from radslag.web.secretariat.pages.history import HISTORY


@require_GET
def bodies(request: HttpRequest, slug: str) -> HttpResponse:
    """The board, the groups and the networks that exist on the day."""
    access = enter(request, slug, Permission.READ_RECORD)
    as_of = AsOfForm(request)
    kinds = body_kinds(access.collaboration, as_of.day, Links(slug, as_of.day))
    context = {"kinds": kinds, "as_of_form": as_of, "headings": headings(COLUMNS, request.GET)}
    context["may_edit"] = access.may(Permission.EDIT_RECORD)
    return render(request, "secretariat/bodies/list.html", context)


@require_GET
def body(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who sits in a body on a day, as far as is known, and what it has met about."""
    found = load(request, Permission.READ_RECORD, Body.objects.with_names().with_successor(), slug=slug, uuid=uuid)
    as_of = AsOfForm(request)
    access, shown = entered(request), request.GET.get("visa", "")
    context: dict[str, Any] = {"as_of_form": as_of, "head": body_head(found, as_of.day, access, shown)}
    if shown == HISTORY:
        context["history"] = body_history(found, as_of.day, access)
        return render(request, "secretariat/bodies/body_history.html", context)
    context |= {"page": body_page(found, as_of.day, access), "may_edit": access.may(Permission.EDIT_RECORD)}
    return render(request, "secretariat/bodies/body.html", context)
