"""What every change of a review answers: where it leads back to, what it says, who did it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.base.accounts.access import access_of
from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.components.notice import tell_undoable


def actor_of(request: HttpRequest) -> Actor:
    """The user, whom `load` has let in."""
    access = access_of(request)
    assert access is not None
    return access.actor


def expected_of(request: HttpRequest) -> int:
    """The revision the user saw."""
    try:
        return int(request.POST.get("revision") or request.GET.get("revision") or "")
    except ValueError as wrong:
        raise SuspiciousOperation("the form carries no revision") from wrong


def back_to(staged: Staged, anchor: str = "") -> HttpResponse:
    """The review page, at a place of it."""
    address = reverse("secretariat:review", args=[staged.collaboration.slug, staged.uuid])
    return redirect(f"{address}#{anchor}" if anchor else address)


def done(request: HttpRequest, staged: Staged, sentence: str) -> None:
    """Say what was done, with the way to take it back."""
    undo = reverse("secretariat:review_undo", args=[staged.collaboration.slug, staged.uuid])
    tell_undoable(request, sentence, f"{undo}?revision={staged.revision}")


def why_not(refusal: Stale | Refused) -> str:
    """Why nothing was done."""
    if isinstance(refusal, Refused):
        return str(refusal)
    return _("Någon annan ändrade dokumentet under tiden, så inget gjordes. Se hur det står nu och gör om.")


def refuse(request: HttpRequest, refusal: Stale | Refused) -> None:
    """Say why nothing was done."""
    if isinstance(refusal, Refused):
        messages.error(request, why_not(refusal))
    else:
        messages.warning(request, why_not(refusal))
