"""Beslut and Uppdrag: the two logs, an assignment of its own, and saying that one is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import Access, enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.models import Stale
from radslag.domain.decisions.models import Assignment
from radslag.web.secretariat.components.lists import FORMAT, headings
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.assignments import MoveForm
from radslag.web.secretariat.forms.filters import tidied
from radslag.web.secretariat.forms.logs import LATEST_FIRST, AssignmentFilter, DecisionFilter, LogFilter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.assignment import assignment_page, last_actor
from radslag.web.secretariat.pages.logs import Line, assignment_lines, decision_lines
from radslag.web.secretariat.pages.paging import keys_of, page_of
from radslag.web.secretariat.pages.sheets import assignment_sheet, decision_sheet
from radslag.web.secretariat.views.exports import exported


@require_GET
def decisions(request: HttpRequest, slug: str) -> HttpResponse:
    """The decision log; with `?format=csv` or `xlsx` the whole of it as a file."""
    access = enter(request, slug, Permission.READ_RECORD)
    if address := tidied(request):
        return redirect(address)
    form = DecisionFilter(request.GET, access.collaboration)
    if FORMAT in request.GET:
        _require(access, Permission.EXPORT)
        return exported(request, decision_sheet(form.found(), request, slug))
    page = page_of(form.found(), request)
    lines = decision_lines(form.rows.for_log().with_keys(keys_of(page)), access)
    return render(request, "secretariat/logs/decisions.html", _log(request, form, page, lines, access))


@require_GET
def assignments(request: HttpRequest, slug: str) -> HttpResponse:
    """The assignment log; with `?format=csv` or `xlsx` the whole of it as a file."""
    access = enter(request, slug, Permission.READ_RECORD)
    if address := tidied(request):
        return redirect(address)
    form = AssignmentFilter(request.GET, access.collaboration)
    if FORMAT in request.GET:
        _require(access, Permission.EXPORT)
        return exported(request, assignment_sheet(form.found(), request, slug))
    page = page_of(form.found(), request)
    lines = assignment_lines(form.rows.for_log().with_keys(keys_of(page)), access)
    context = _log(request, form, page, lines, access)
    context["may_edit"] = access.may(Permission.EDIT_RECORD)
    return render(request, "secretariat/logs/assignments.html", context)


@require_GET
def assignment(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One assignment: what, who, by when, from which decision, and what has happened to it."""
    rows = Assignment.objects.for_log()
    found = load(request, Permission.READ_RECORD, rows, slug=slug, uuid=uuid)
    access = entered(request)
    return render(request, "secretariat/logs/assignment.html", {"page": assignment_page(found, access)})


@require_POST
def finish(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say that an assignment is done."""
    return _move(request, slug, uuid, done=True)


@require_POST
def reopen_assignment(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say that an assignment is not done after all."""
    return _move(request, slug, uuid, done=False)


def _move(request: HttpRequest, slug: str, uuid: UUID, *, done: bool) -> HttpResponse:
    found = load(request, Permission.EDIT_RECORD, Assignment.objects.given().for_log(), slug=slug, uuid=uuid)
    access = entered(request)
    form = MoveForm(request, found)
    links = Links(slug)
    if not form.is_valid():
        messages.error(request, form.sentence)
        return redirect(links.assignment(uuid))
    try:
        form.move(done=done, by=access.actor)
    except Stale as stale:
        return _conflict(request, cast(Assignment, stale.current), access, wanted=done)
    words = _("Uppdraget är markerat som klart.") if done else _("Uppdraget är öppet igen.")
    inverse = links.to("reopen" if done else "finish", uuid)
    tell_undoable(request, words, f"{inverse}?revision={found.revision}")
    return redirect(_back(request) or links.assignment(uuid))


def _conflict(request: HttpRequest, saved: Assignment, access: Access, *, wanted: bool) -> HttpResponse:
    context = {"page": assignment_page(saved, access), "wanted": wanted, "saved_by": last_actor(saved)}
    return render(request, "secretariat/logs/conflict.html", context, status=409)


def _back(request: HttpRequest) -> str:
    """Where the button was pressed, when that is a page of ours."""
    back = request.POST.get("next", "")
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()) else ""


def _require(access: Access, permission: Permission) -> None:
    if not access.may(permission):
        raise PermissionDenied


def _log(
    request: HttpRequest, form: LogFilter[Any], page: Page[Any], lines: Sequence[Line], access: Access
) -> dict[str, Any]:
    return {
        "form": form,
        "page": page,
        "lines": lines,
        "headings": headings(form.columns, request.GET, LATEST_FIRST),
        "filtered": form.is_narrowing,
        "may_export": access.may(Permission.EXPORT),
        "may_import": access.may(Permission.IMPORT),
    }
