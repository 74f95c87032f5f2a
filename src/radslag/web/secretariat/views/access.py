"""Rättigheter: who may do what, who has which role, giving a role and ending one, and undoing either."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import Access, enter, entered, load
from radslag.base.accounts.actions import ChangedSince, LastAdministrator, reopen_appointment, withdraw_appointment
from radslag.base.accounts.models import Appointment
from radslag.base.accounts.roles import Permission
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.access import AppointForm, EndForm
from radslag.web.secretariat.forms.inviting import InviteForm
from radslag.web.secretariat.pages.access import access_page
from radslag.web.secretariat.pages.inviting import send_welcome
from radslag.web.secretariat.views.inviting import invitation_page


@require_GET
def access(request: HttpRequest, slug: str) -> HttpResponse:
    """The table of roles and permissions, and who has which."""
    entering = enter(request, slug, Permission.READ_ACCESS)
    return _page(request, entering, AppointForm(None, entering.collaboration))


@require_POST
def appoint(request: HttpRequest, slug: str) -> HttpResponse:
    """Give someone a role for a period; an address without an account is led on to being invited."""
    entering = enter(request, slug, Permission.APPOINT)
    form = AppointForm(request.POST, entering.collaboration)
    given = form.give(entering.actor) if form.is_valid() else None
    if given is not None:
        _tell_given(request, entering, given, form.is_newcomer)
        return redirect("secretariat:access", slug)
    if form.is_unknown:
        invitation = InviteForm(None, entering.collaboration, request.POST.dict())
        return invitation_page(request, invitation, 422, unknown=request.POST["email"])
    return _page(request, entering, form, status=422)


@require_POST
def end_role(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a role with a day."""
    found = _load(request, slug, uuid)
    form = EndForm(request.POST, found)
    if form.end(by=entered(request).actor):
        said = _("Rollen är avslutad för %(name)s.") % {"name": found.user.name}
        tell_undoable(request, said, reverse("secretariat:reopen_role", args=[slug, uuid]))
    else:
        messages.error(request, " ".join(str(error) for error in form.errors["last"]))
    return redirect("secretariat:access", slug)


@require_POST
def withdraw_role(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Undo the giving of a role."""
    found = _load(request, slug, uuid)
    try:
        withdraw_appointment(appointment=found, by=entered(request).actor)
    except ChangedSince:
        messages.error(request, _("Rollen är ändrad sedan den gavs. Avsluta den i stället."))
    except LastAdministrator:
        messages.error(request, _("Ingen annan förvaltare är kvar. Ge någon annan rollen först."))
    else:
        messages.success(request, _("%(name)s fick inte rollen.") % {"name": found.user.name})
    return redirect("secretariat:access", slug)


@require_POST
def reopen_role(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Undo the ending of a role."""
    found = _load(request, slug, uuid)
    try:
        with transaction.atomic():
            reopen_appointment(appointment=found, by=entered(request).actor)
    except (ChangedSince, IntegrityError):
        messages.error(request, _("Rollen är ändrad sedan den avslutades. Ge den på nytt om den behövs."))
    else:
        messages.success(request, _("%(name)s har kvar rollen som förut.") % {"name": found.user.name})
    return redirect("secretariat:access", slug)


def _load(request: HttpRequest, slug: str, uuid: UUID) -> Appointment:
    return load(request, Permission.APPOINT, Appointment.objects.with_user(), slug=slug, uuid=uuid)


def _tell_given(request: HttpRequest, access: Access, given: Appointment, is_newcomer: bool) -> None:
    """Say so, with a mail to who had nothing to do with the collaboration before."""
    said = _("%(name)s har fått rollen.")
    if is_newcomer and send_welcome(access, given.user):
        said = _("%(name)s har fått rollen, och ett mejl om det har gått till %(email)s.")
    undo = reverse("secretariat:withdraw_role", args=[access.collaboration.slug, given.uuid])
    tell_undoable(request, said % {"name": given.user.name, "email": given.user.email}, undo)


def _page(request: HttpRequest, entering: Access, form: AppointForm, status: int = 200) -> HttpResponse:
    context = {
        "page": access_page(entering, timezone.localdate()),
        "form": form if entering.may(Permission.APPOINT) else None,
    }
    return render(request, "secretariat/access/access.html", context, status=status)
