"""Nästa möte: planning one for a body, and taking a plan away or back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from radslag.base.accounts.access import Access, enter, load
from radslag.base.accounts.roles import Permission
from radslag.base.audit.models import Event
from radslag.base.jobs.submissions import once
from radslag.base.people.models import Body
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.refusal import Refused
from radslag.domain.meetings.suggesting import Cause
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.planning import PlanForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.planning import PlanPage, body_choices, latest_of, plan_page
from radslag.web.secretariat.pages.suggestions import suggested_for
from radslag.web.secretariat.preparing.replies import actor_of, meeting_of, refuse, said, uuid_said

FIELDS = ("day", "start_time", "end_time", "place")


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to prepare the next meeting of the body in `?grupp=`; without one, choose it."""
    access = enter(request, slug, Permission.PREPARE)
    body = _body(request, access)
    if body is None:
        return render(
            request, "secretariat/prepare/choose.html", {"choices": body_choices(access.collaboration, Links(slug))}
        )
    page = plan_page(body, Links(slug))
    if request.method == "POST":
        return once(request, lambda: _plan(request, access, page))
    start = page.start
    proposed = {"day": start.day, "start_time": start.start_time, "end_time": start.end_time, "place": start.place}
    return _show(request, page, PlanForm(may_copy=page.last is not None, initial=proposed))


def _body(request: HttpRequest, access: Access) -> Body | None:
    if not said(request, "grupp"):
        return None
    uuid = uuid_said(request, "grupp")
    if uuid is None:
        raise Http404
    return load(request, Permission.PREPARE, Body.objects.all(), slug=access.collaboration.slug, uuid=uuid)


def _show(request: HttpRequest, page: PlanPage, form: PlanForm, status: int = 200) -> HttpResponse:
    return render(request, "secretariat/prepare/plan.html", {"page": page, "form": form}, status=status)


def _plan(request: HttpRequest, access: Access, page: PlanPage) -> HttpResponse:
    form = PlanForm(request.POST, may_copy=page.last is not None)
    if form.is_valid():
        try:
            meeting = _begin(page.body, form, access)
        except Refused as refused:
            form.add_error("day", str(refused))
        else:
            return redirect("secretariat:prepare", access.collaboration.slug, meeting.uuid)
    return _show(request, page, form, status=422)


@transaction.atomic
def _begin(body: Body, form: PlanForm, access: Access) -> Meeting:
    """The meeting with what its agenda begins with: a copy of the last, or what is always taken up."""
    given: dict[str, Any] = {name: form.cleaned_data[name] for name in FIELDS}
    source = latest_of(body) if form.copies else None
    meeting = actions.plan_meeting(body=body, copy_of=source, by=access.actor, **given)
    for suggested in suggested_for(meeting, timezone.localdate()):
        if suggested.cause == Cause.STANDING:
            actions.take(meeting=meeting, suggested=suggested, by=access.actor)
    return meeting


@require_POST
def plan_cancel(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a planned meeting away with its agenda; the message offers to take that back."""
    meeting = meeting_of(request, slug, uuid)
    body, day = meeting.body, meeting.date
    try:
        removed = actions.cancel_plan(meeting=meeting, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    words = _("Förberedelsen av %(body)s %(day)s är borttagen.")
    undo = reverse("secretariat:plan_restore", args=[slug, removed.event])
    tell_undoable(request, words % {"body": body.name, "day": date_format(day, "j F Y")}, undo)
    return redirect(Links(slug).body(body.uuid))


@require_POST
def plan_restore(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take back a plan that was taken away; `uuid` is the event of its going."""
    access = enter(request, slug, Permission.PREPARE)
    if not Event.objects.of_collaboration(access.collaboration.uuid).filter(uuid=uuid, kind="meeting").exists():
        raise Http404
    try:
        meeting = actions.restore_plan(collaboration=access.collaboration, event=uuid, by=access.actor)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("secretariat:meetings", slug)
    messages.success(request, _("Förberedelsen är tillbaka som den var."))
    return redirect("secretariat:prepare", slug, meeting.uuid)
