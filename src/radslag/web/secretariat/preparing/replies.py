"""What every change of an agenda answers: where it leads back to, what it says, what it is about."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.base.accounts.access import entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.actor import Actor
from radslag.base.people.models import Owned, OwnedQuerySet
from radslag.domain.meetings.actions import Removed
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.preparing.page import Editing, Told

M = TypeVar("M", bound=Owned)
# What says, in the address, that a form is open on the page.
OPEN = ("punkt", "del", "under", "andra")


def meeting_of(request: HttpRequest, slug: str, uuid: UUID) -> Meeting:
    """The meeting in preparation, for who may prepare it."""
    return load(request, Permission.PREPARE, Meeting.objects.with_body(), slug=slug, uuid=uuid)


def actor_of(request: HttpRequest) -> Actor:
    """The user, whom `load` has let in."""
    return entered(request).actor


def said(request: HttpRequest, key: str) -> str:
    """What the form, or the address of an undo button, says."""
    return request.POST.get(key) or request.GET.get(key) or ""


def uuid_said(request: HttpRequest, key: str) -> UUID | None:
    """The UUID the form names; None for what is none."""
    try:
        return UUID(said(request, key))
    except ValueError:
        return None


def item_said(request: HttpRequest, meeting: Meeting, key: str = "item") -> AgendaItem | None:
    """The item of this meeting the form names; None when it is gone."""
    rows = AgendaItem.objects.of_meeting(meeting).in_order().prefetch_related("presenters", "proposed_decisions")
    return _one(rows.select_related("section", "parent", "meeting__body"), uuid_said(request, key))


def section_said(request: HttpRequest, meeting: Meeting, key: str = "section") -> AgendaSection | None:
    """The part of this meeting's agenda the form names; None when it is gone or none is named."""
    return _one(AgendaSection.objects.filter(meeting=meeting).select_related("meeting"), uuid_said(request, key))


def _one(rows: OwnedQuerySet[M], uuid: UUID | None) -> M | None:
    return rows.filter(uuid=uuid).first() if uuid else None


def here(meeting: Meeting, anchor: str = "", **query: object) -> str:
    """The address of the page, with a form open on it or at a place of it."""
    address = reverse("secretariat:prepare", args=[meeting.collaboration.slug, meeting.uuid])
    return f"{address}{'?' + urlencode(query) if query else ''}{'#' + anchor if anchor else ''}"


def back(request: HttpRequest, meeting: Meeting, anchor: str = "", *, closing: bool = False) -> HttpResponse:
    """The page again. A form that is open elsewhere on it stays open, unless this was the one (`closing`)."""
    query = {} if closing else _open_now(request)
    return redirect(here(meeting, anchor, **query))


def _open_now(request: HttpRequest) -> dict[str, str]:
    asked = parse_qs(urlsplit(request.headers.get("HX-Current-URL", "")).query)
    return {key: asked[key][0] for key in OPEN if key in asked}


def undo_of(meeting: Meeting, what: str, removed: Removed) -> str:
    """Where a POST takes back what was removed: WHAT is "punkt", "del" or "bilaga"."""
    address = reverse("secretariat:prepare_restore", args=[meeting.collaboration.slug, meeting.uuid])
    return f"{address}?{urlencode({'vad': what, 'handelse': removed.event})}"


def gone(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Say that somebody was first, and show how it stands."""
    messages.warning(request, _("Det finns inte kvar: någon annan tog bort det. Så här står dagordningen nu."))
    return back(request, meeting)


def not_added(form: forms.Form, place: str, *, below: AgendaItem | None = None) -> Told:
    """Why something new was not added, beside what was typed: at a PLACE of the page, or below an item."""
    wrong = " ".join(str(error) for errors in form.errors.values() for error in errors)
    text = form.data.get("title", "")
    if below is None:
        return Told(wrong=wrong, wrong_place=place, wrong_text=text)
    return Told(Editing("sub", below.uuid), wrong=wrong, wrong_place=f"punkt-{below.uuid}", wrong_text=text)


def refuse(request: HttpRequest, meeting: Meeting, refused: Exception, anchor: str = "") -> HttpResponse:
    """Say why nothing was done."""
    messages.error(request, str(refused))
    return back(request, meeting, anchor)


def told(request: HttpRequest, words: str, undo: str) -> None:
    """Say what was done, with the way to take it back."""
    tell_undoable(request, words, undo)
