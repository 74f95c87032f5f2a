"""A change of the register is taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from radslag.base.accounts.access import entered, load, load_event
from radslag.base.accounts.roles import Permission
from radslag.base.people.changes import CannotUndo, undo_change
from radslag.base.people.models import Body, Mandate, OwnedQuerySet, Person
from radslag.web.secretariat.links import Links


@require_POST
def undo(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Undo the change an event tells of; `?till=` is the page to go back to."""
    event = load_event(request, Permission.EDIT_RECORD, slug=slug, uuid=uuid)
    rows = _rows(event.kind)
    if rows is None:
        raise Http404
    about = load(request, Permission.EDIT_RECORD, rows, slug=slug, uuid=event.object_uuid)
    try:
        undo_change(event=event, about=about, by=entered(request).actor)
    except CannotUndo as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Ändringen är ångrad."))
    back = request.GET.get("till", "")
    allowed = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if allowed else Links(slug).page("people"))


def _rows(kind: str) -> OwnedQuerySet[Any] | None:
    sets: dict[str, OwnedQuerySet[Any]] = {
        "person": Person.objects.all(),
        "mandate": Mandate.objects.all(),
        "body": Body.objects.all(),
    }
    return sets.get(kind)
