"""Inviting a colleague, sending the mail anew, and taking the invitation back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from radslag.base.accounts import inviting
from radslag.base.accounts.access import Access, enter, entered, load_user
from radslag.base.accounts.actions import LastAdministrator
from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Permission
from radslag.base.jobs.submissions import once
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.inviting import InviteForm
from radslag.web.secretariat.pages.inviting import key_page, send_welcome


@never_cache
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is invited, and as what."""
    access = enter(request, slug, Permission.APPOINT)
    if request.method == "GET":
        return invitation_page(request, InviteForm(None, access.collaboration))
    made: list[User] = []
    answer = once(request, lambda: _invite(request, access, made))
    # The mail goes when all is written: a slow mail server must not keep others from writing.
    return _welcome(request, access, made[0], answer) if made else answer


@never_cache
@require_POST
def invite_again(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Send the mail anew, with a new link."""
    user = load_user(request, Permission.APPOINT, slug=slug, uuid=uuid)
    access = entered(request)
    try:
        inviting.invite_again(user=user, collaboration=access.collaboration, by=access.actor)
    except inviting.NothingToTakeBack:
        messages.info(request, _("%(name)s har redan valt ett lösenord.") % {"name": user.name})
    else:
        if not send_welcome(access, user):
            return _key(request, access, user)
        words = {"name": user.name, "email": user.email}
        messages.success(request, _("Ett nytt mejl till %(name)s har gått till %(email)s.") % words)
    return _list(slug)


@require_POST
def invite_take_back(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take an invitation back; its link opens nothing any more."""
    user = load_user(request, Permission.APPOINT, slug=slug, uuid=uuid)
    access = entered(request)
    try:
        inviting.take_back_invitation(user=user, collaboration=access.collaboration, by=access.actor)
    except inviting.NothingToTakeBack:
        messages.error(request, _("%(name)s har loggat in sedan dess. Avsluta rollen i stället.") % {"name": user.name})
    except LastAdministrator:
        messages.error(request, _("Ingen annan förvaltare är kvar. Ge någon annan rollen först."))
    else:
        messages.success(request, _("Inbjudan till %(name)s är tillbakatagen.") % {"name": user.name})
    return _list(slug)


def invitation_page(request: HttpRequest, form: InviteForm, status: int = 200, *, unknown: str = "") -> HttpResponse:
    """The form. `unknown`: an address that was meant to get a role and has no account yet."""
    return render(request, "secretariat/access/invite.html", {"form": form, "unknown": unknown}, status=status)


def _invite(request: HttpRequest, access: Access, made: list[User]) -> HttpResponse:
    form = InviteForm(request.POST, access.collaboration)
    user = form.perform(access.actor) if form.is_valid() else None
    if user is None:
        return invitation_page(request, form, status=422)
    made.append(user)
    return _list(access.collaboration.slug)


def _welcome(request: HttpRequest, access: Access, user: User, answer: HttpResponse) -> HttpResponse:
    """Send the mail, and say what came of it."""
    sent = send_welcome(access, user)
    if user.invited and not sent:
        return _key(request, access, user)
    if user.invited:
        said = _("Ett mejl har gått till %(email)s, så att %(name)s kan välja ett lösenord.")
    elif sent:
        said = _("%(name)s hade redan ett konto och loggar in som vanligt. Ett mejl om det har gått till %(email)s.")
    else:
        said = _("%(name)s hade redan ett konto och loggar in som vanligt. Mejlet om det gick inte att skicka.")
    take_back = reverse("secretariat:invite_take_back", args=[access.collaboration.slug, user.uuid])
    tell_undoable(request, said % {"name": user.name, "email": user.email}, take_back)
    return answer


def _key(request: HttpRequest, access: Access, user: User) -> HttpResponse:
    return render(request, "secretariat/access/key.html", {"page": key_page(access, user)})


def _list(slug: str) -> HttpResponse:
    return redirect(reverse("secretariat:access", args=[slug]) + "#inbjudna")
