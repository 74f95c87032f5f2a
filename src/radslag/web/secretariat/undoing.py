"""Telling what was done in the register, with the button that takes it back."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from radslag.base.audit.models import Event
from radslag.base.people.changes import can_be_undone
from radslag.base.people.models import Owned
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.links import Links


def undo_address(links: Links, event: Event, back: str) -> str:
    """Where a POST takes a change back; then the page at `back` is shown."""
    return f"{links.to('register_undo', event.uuid)}?{urlencode({'till': back})}"


def latest_change(about: Owned) -> int:
    """The number in the trail of what last happened to an object; 0 when nothing has."""
    event = _latest(about)
    return event.sequence if event else 0


def tell_change(request: HttpRequest, words: str, about: Owned, back: str, links: Links, *, since: int = 0) -> None:
    """Say that a change of an object was made, and offer to undo it; or that nothing changed `since` that number."""
    event = _latest(about)
    if event is None or event.sequence == since:
        messages.info(request, _("Inget var ändrat."))
    elif can_be_undone(event):
        tell_undoable(request, words, undo_address(links, event, back))


def _latest(about: Owned) -> Event | None:
    return Event.objects.about(about._meta.model_name or "", about.uuid).first()
