"""Förbered: the page of a meeting in preparation, its facts, and taking back what was taken away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.domain.meetings import actions
from radslag.domain.meetings.models import MeetingState
from radslag.domain.meetings.refusal import Refused
from radslag.web.secretariat.forms.preparing import HeadForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.preparing.page import Editing, Told, met, show
from radslag.web.secretariat.preparing.replies import actor_of, back, meeting_of, refuse, said, uuid_said
from radslag.web.secretariat.preparing.saving import save_head

RESTORE = {
    "punkt": actions.restore_item,
    "del": actions.restore_section,
    "bilaga": actions.restore_attachment,
}


@require_GET
def prepare(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The agenda beside what is suggested for it. A meeting that has been held is read, not prepared."""
    meeting = meeting_of(request, slug, uuid)
    if meeting.state == MeetingState.HELD:
        return redirect(Links(slug).meeting(uuid))
    return show(request, meeting)


@require_POST
def head(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Another day, time, place or link, or what the notice says beside the agenda."""
    meeting = meeting_of(request, slug, uuid)
    form = HeadForm(request.POST, meeting)
    if form.is_valid():
        try:
            rows = save_head(meeting, form, actor_of(request))
        except Refused as refused:
            form.add_error("day" if "day" in form.fields else None, str(refused))
        else:
            meeting.refresh_from_db()
            if rows:
                return show(request, meeting, Told(met(form, rows, mode="head", about=meeting)), status=409)
            messages.success(request, _("Sparat."))
            return back(request, meeting, "dagordning", closing=True)
    return show(request, meeting, Told(Editing("head", None, form)), status=422)


@require_POST
def restore(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take back an item, a part or an annex: `?vad=punkt&handelse=` names what and the event of its going."""
    meeting = meeting_of(request, slug, uuid)
    verb, event = RESTORE.get(said(request, "vad")), uuid_said(request, "handelse")
    if verb is None or event is None:
        return refuse(request, meeting, Refused(_("Det går inte att ta tillbaka härifrån.")))
    try:
        found = verb(meeting=meeting, event=event, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    messages.success(request, _("Tillbaka på sin plats."))
    place = {"punkt": "punkt", "del": "del"}.get(said(request, "vad"))
    return back(request, meeting, f"{place}-{found.uuid}" if place else "")
