"""Items of an agenda in preparation: added, changed, moved, taken away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from radslag.base.documents.uploads import refused_uploads
from radslag.base.jobs.submissions import once
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, Meeting, SuggestionAnswer
from radslag.domain.meetings.refusal import Refused
from radslag.web.secretariat.forms.preparing import AddForm, ItemForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places
from radslag.web.secretariat.preparing.agenda import NO_SECTION, agenda_of
from radslag.web.secretariat.preparing.page import Editing, Told, met, show, upload_limit
from radslag.web.secretariat.preparing.replies import (
    actor_of,
    back,
    gone,
    here,
    item_said,
    meeting_of,
    not_added,
    refuse,
    said,
    section_said,
    told,
    undo_of,
    uuid_said,
)
from radslag.web.secretariat.preparing.saving import save_item

WRITTEN = ("title", "presenters", "notes", "proposals")


@require_POST
def item_add(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A new item by its title, in a part, or below another item."""
    meeting = meeting_of(request, slug, uuid)
    return once(request, lambda: _add(request, meeting))


def _add(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    form = AddForm(request.POST)
    parent, section = item_said(request, meeting, "parent"), section_said(request, meeting)
    if not form.is_valid():
        place = request.POST.get("section") or NO_SECTION
        return show(request, meeting, not_added(form, place, below=parent), status=422)
    title = form.cleaned_data["title"]
    try:
        item = actions.add_item(meeting=meeting, title=title, section=section, parent=parent, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    return back(request, meeting, f"punkt-{item.uuid}", closing=parent is not None)


@require_POST
def item_save(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Other words for an item, its presenters, proposals and annexes; with `detach` one annex goes as well."""
    # The names first: reading the files is what makes the limit refuse those that are too large.
    too_large = refused_uploads(request)
    meeting = meeting_of(request, slug, uuid)
    item = item_said(request, meeting)
    if item is None:
        return _lost(request, meeting)
    return once(request, lambda: _save(request, meeting, item, too_large))


def _save(request: HttpRequest, meeting: Meeting, item: AgendaItem, too_large: list[str]) -> HttpResponse:
    form = _form(request, meeting, item, too_large)
    if not form.is_valid():
        return show(request, meeting, Told(Editing("item", item.uuid, form)), status=422)
    try:
        rows = save_item(item, form, actor_of(request))
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, meeting, Told(Editing("item", item.uuid, form)), status=422)
    item.refresh_from_db()
    if rows:
        return show(request, meeting, Told(met(form, rows, mode="item", about=item)), status=409)
    if annex := uuid_said(request, "detach"):
        return _detach(request, meeting, item, annex)
    messages.success(request, _("Sparat."))
    return back(request, meeting, f"punkt-{item.uuid}", closing=True)


def _form(request: HttpRequest, meeting: Meeting, item: AgendaItem, too_large: list[str]) -> ItemForm:
    links = Links(meeting.collaboration.slug)
    agenda = agenda_of(meeting, (), Places(links), links)
    return ItemForm(
        request.POST,
        ItemForm.words(item),
        item.revision,
        agenda=agenda,
        item=item,
        files=request.FILES,
        too_large=too_large,
        limit=upload_limit(),
    )


def _detach(request: HttpRequest, meeting: Meeting, item: AgendaItem, uuid: UUID) -> HttpResponse:
    annex = item.attachments.filter(uuid=uuid).select_related("item__meeting").first()
    if annex is not None:
        removed = actions.detach(attachment=annex, by=actor_of(request))
        told(request, _("%(annex)s är borttagen.") % {"annex": removed.label}, undo_of(meeting, "bilaga", removed))
    return redirect(here(meeting, f"punkt-{item.uuid}", punkt=item.uuid))


def _lost(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The item went while somebody wrote in it: what was written is shown, to be copied."""
    written = []
    for name in WRITTEN:
        words = "\n".join(line for line in request.POST.getlist(name) if line.strip())
        if words:
            written.append((str(ItemForm.base_fields[name].label), words))
    return show(request, meeting, Told(lost=written), status=409) if written else gone(request, meeting)


@require_POST
def item_move(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One step up or down (`direction`)."""
    meeting = meeting_of(request, slug, uuid)
    item = item_said(request, meeting)
    if item is None:
        return gone(request, meeting)
    step = actions.move_up if said(request, "direction") == "up" else actions.move_down
    try:
        step(item=item, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    return back(request, meeting, f"punkt-{item.uuid}")


@require_POST
def item_remove(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take an item away with everything under it; the message offers to take that back."""
    meeting = meeting_of(request, slug, uuid)
    item = item_said(request, meeting)
    if item is None:
        return gone(request, meeting)
    suggested = SuggestionAnswer.objects.filter(item=item).exists()
    try:
        removed = actions.remove_item(item=item, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused)
    words = _("%(item)s är borttagen och står bland förslagen igen.") if suggested else _("%(item)s är borttagen.")
    told(request, words % {"item": removed.label}, undo_of(meeting, "punkt", removed))
    return back(request, meeting, "dagordning")
