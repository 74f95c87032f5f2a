"""Rättigheter: who may do what, who has which role, giving a role and ending one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import Access, enter, entered, load
from radslag.base.accounts.models import Appointment
from radslag.base.accounts.roles import Permission
from radslag.web.secretariat.forms.access import AppointForm, EndForm
from radslag.web.secretariat.pages.access import access_page


@require_GET
def access(request: HttpRequest, slug: str) -> HttpResponse:
    """The table of roles and permissions, and who has which."""
    entering = enter(request, slug, Permission.READ_ACCESS)
    return _page(request, entering, AppointForm(None, entering.collaboration))


@require_POST
def appoint(request: HttpRequest, slug: str) -> HttpResponse:
    """Give someone a role for a period."""
    entering = enter(request, slug, Permission.APPOINT)
    form = AppointForm(request.POST, entering.collaboration)
    given = form.give(entering.collaboration, entering.actor) if form.is_valid() else None
    if given is None:
        return _page(request, entering, form, status=422)
    messages.success(request, _("%(name)s har fått rollen.") % {"name": given.user.name})
    return redirect("secretariat:access", slug)


@require_POST
def end_role(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a role with a day."""
    rows = Appointment.objects.with_user()
    found = load(request, Permission.APPOINT, rows, slug=slug, uuid=uuid)
    form = EndForm(request.POST, found)
    if form.end(by=entered(request).actor):
        messages.success(request, _("Rollen är avslutad för %(name)s.") % {"name": found.user.name})
    else:
        messages.error(request, " ".join(str(error) for error in form.errors["last"]))
    return redirect("secretariat:access", slug)


def _page(request: HttpRequest, entering: Access, form: AppointForm, status: int = 200) -> HttpResponse:
    context = {
        "page": access_page(entering, timezone.localdate()),
        "form": form if entering.may(Permission.APPOINT) else None,
    }
    return render(request, "secretariat/access/access.html", context, status=status)
