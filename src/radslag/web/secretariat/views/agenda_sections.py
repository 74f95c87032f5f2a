"""Parts of an agenda in preparation: added, changed, moved, taken away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from radslag.base.jobs.submissions import once
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.refusal import Refused
from radslag.web.secretariat.forms.preparing import AddPartForm, SectionForm
from radslag.web.secretariat.preparing.page import NEW_PART, Editing, Told, met, show
from radslag.web.secretariat.preparing.replies import (
    actor_of,
    back,
    gone,
    meeting_of,
    not_added,
    refuse,
    said,
    section_said,
    told,
    undo_of,
)
from radslag.web.secretariat.preparing.saving import save_section


@require_POST
def section_add(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A new part, last."""
    meeting = meeting_of(request, slug, uuid)
    return once(request, lambda: _add(request, meeting))


def _add(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    form = AddPartForm(request.POST)
    if not form.is_valid():
        return show(request, meeting, not_added(form, NEW_PART), status=422)
    try:
        section = actions.add_section(meeting=meeting, title=form.cleaned_data["title"], by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    return back(request, meeting, f"del-{section.uuid}")


@require_POST
def section_save(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Another title or other times, and whether it is minuted."""
    meeting = meeting_of(request, slug, uuid)
    section = section_said(request, meeting)
    if section is None:
        return gone(request, meeting)
    words = SectionForm.words(section)
    form = SectionForm(request.POST, words, section.revision, prefix_id=f"del-{section.uuid}")
    if form.is_valid():
        try:
            rows = save_section(section, form, actor_of(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            if rows:
                return show(request, meeting, Told(met(form, rows, mode="section", about=section)), status=409)
            messages.success(request, _("Sparat."))
            return back(request, meeting, f"del-{section.uuid}", closing=True)
    return show(request, meeting, Told(Editing("section", section.uuid, form)), status=422)


@require_POST
def section_move(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One step up or down (`direction`), its items along."""
    meeting = meeting_of(request, slug, uuid)
    section = section_said(request, meeting)
    if section is None:
        return gone(request, meeting)
    step = -1 if said(request, "direction") == "up" else 1
    try:
        actions.move_section(section=section, to=section.position + step, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    return back(request, meeting, f"del-{section.uuid}")


@require_POST
def section_remove(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a part away; its items stay, and the message offers to take it back."""
    meeting = meeting_of(request, slug, uuid)
    section = section_said(request, meeting)
    if section is None:
        return gone(request, meeting)
    try:
        removed = actions.remove_section(section=section, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    words = _("Delen %(part)s är borttagen, punkterna är kvar.") % {"part": removed.label}
    told(request, words, undo_of(meeting, "del", removed))
    return back(request, meeting, "dagordning")
