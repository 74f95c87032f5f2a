"""Handing over to a colleague for a time, taking it back, and letting it hold again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from radslag.base.accounts import delegating
from radslag.base.accounts.access import Access, enter, entered, load
from radslag.base.accounts.models import Delegation
from radslag.base.accounts.roles import Permission
from radslag.base.jobs.submissions import once
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.handing_over import COLLEAGUES, HandOverForm
from radslag.web.secretariat.pages.handing_over import hand_over_page


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """What one can hand over, to whom, and what has been; everyone who has a role here may come."""
    access = enter(request, slug)
    if request.method == "POST":
        return once(request, lambda: _hand_over(request, access))
    return _page(request, access, HandOverForm(None, access))


@require_POST
def take_back(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a delegation at once."""
    found = _load(request, slug, uuid)
    try:
        delegating.take_back(delegation=found, by=entered(request).actor)
    except delegating.AlreadyEnded:
        messages.info(request, _("Överlåtelsen gällde inte längre."))
    else:
        done = _("%(receiver)s står inte längre in för %(giver)s.") % _names(found)
        tell_undoable(request, done, reverse("secretariat:give_again", args=[slug, found.uuid]))
    return _back(request, found)


@require_POST
def give_again(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Let what was taken back hold for the rest of its time."""
    found = _load(request, slug, uuid)
    try:
        delegating.give_again(delegation=found, by=entered(request).actor)
    except (delegating.AlreadyEnded, delegating.AlreadyHandedOver):
        messages.info(request, _("Överlåtelsen går inte att ta upp igen. Gör en ny om den behövs."))
    else:
        messages.success(request, _("%(receiver)s står in för %(giver)s igen.") % _names(found))
    return _back(request, found)


def _load(request: HttpRequest, slug: str, uuid: UUID) -> Delegation:
    """One's own, or anybody's for those who may hand over for others."""
    access = enter(request, slug)
    rows = Delegation.objects.with_users()
    mine = rows if access.may(Permission.HAND_OVER) else rows.given_by(access.user)
    return load(request, None, mine, slug=slug, uuid=uuid)


def _hand_over(request: HttpRequest, access: Access) -> HttpResponse:
    form = HandOverForm(request.POST, access)
    made = form.perform() if form.is_valid() else None
    if made is None:
        return _page(request, access, form, status=422)
    began = made.start is not None and made.start <= timezone.localdate()
    sentence = (
        _("%(receiver)s står nu in för %(giver)s.") if began else _("%(receiver)s kommer att stå in för %(giver)s.")
    )
    take_it_back = reverse("secretariat:take_back", args=[access.collaboration.slug, made.uuid])
    tell_undoable(request, sentence % _names(made), take_it_back)
    return _back(request, made)


def _names(delegation: Delegation) -> dict[str, str]:
    return {"giver": delegation.giver.name, "receiver": delegation.receiver.name}


def _back(request: HttpRequest, delegation: Delegation) -> HttpResponse:
    """To one's own page; for another's, to where everybody's stand."""
    access = entered(request)
    if delegation.giver == access.user:
        return redirect("secretariat:hand_over", access.collaboration.slug)
    return redirect(reverse("secretariat:access", args=[access.collaboration.slug]) + "#overlatelser")


def _page(request: HttpRequest, access: Access, form: HandOverForm, status: int = 200) -> HttpResponse:
    page = hand_over_page(access, timezone.localdate())
    context = {"page": page, "form": form if form.givers and page.can else None, "colleagues": COLLEAGUES}
    return render(request, "secretariat/access/hand_over.html", context, status=status)
