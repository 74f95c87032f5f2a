"""A body is added, described, renamed; other names come and go."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from radslag.base.accounts.access import enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.models import Stale
from radslag.base.jobs.submissions import once
from radslag.base.people.actions import create_body
from radslag.base.people.models import Body, BodyName
from radslag.base.people.naming import remove_name
from radslag.web.secretariat.forms.register import AddNameForm, DescribeBodyForm, NewBodyForm, RenameForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.body_edit import BodyForms, body_edit_page, body_forms
from radslag.web.secretariat.undoing import latest_change, tell_change


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a body to the register."""
    access, links = enter(request, slug, Permission.EDIT_RECORD), Links(slug)
    form = NewBodyForm(request.POST or None)

    def perform() -> HttpResponse:
        said = form.cleaned_data
        body = create_body(
            collaboration=access.collaboration,
            name=" ".join(said["name"].split()),
            kind=said["kind"],
            short_name=said["short_name"].strip(),
            start=said["start"],
            by=access.actor,
        )
        return redirect(links.body(body.uuid))

    if form.is_bound and form.is_valid():
        return once(request, perform)
    context = {"form": form, "list_url": links.page("bodies")}
    return render(request, "secretariat/bodies/new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Kind, period, successor and names of a body; each part has a form of its own (`vad`)."""
    body = load(request, Permission.EDIT_RECORD, Body.objects.with_successor(), slug=slug, uuid=uuid)
    forms = body_forms(body)
    if request.method != "POST":
        return _shown(request, body, forms)
    since = latest_change(body)
    try:
        said = _said(request, body, forms, request.POST.get("vad", ""))
    except Stale:
        saved = load(request, Permission.EDIT_RECORD, Body.objects.with_successor(), slug=slug, uuid=uuid)
        return _shown(request, saved, forms.renewed(saved.revision), status=409, saved=saved)
    if not said:
        return _shown(request, body, forms, status=422)
    back = Links(slug).to("body_edit", uuid)
    tell_change(request, said, body, back, Links(slug), since=since)
    return redirect(back)


def _said(request: HttpRequest, body: Body, forms: BodyForms, what: str) -> str:
    """What was done, in a sentence; empty when a form has an error."""
    by = entered(request).actor
    if what == "namn":
        forms.rename = RenameForm(request.POST, prefix="namn")
        done = forms.rename.is_valid() and forms.rename.save(body, by)
        return _("Namnet är nu %(name)s.") % {"name": body.name} if done else ""
    if what == "annat":
        forms.add = AddNameForm(request.POST, prefix="annat")
        done = forms.add.is_valid() and forms.add.save(body, by)
        return _("Namnet är tillagt.") if done else ""
    forms.describe = DescribeBodyForm(forms.describe.bodies, request.POST, prefix="om")
    return _("Uppgifterna är sparade.") if forms.describe.is_valid() and forms.describe.save(body, by) else ""


def _shown(
    request: HttpRequest, body: Body, forms: BodyForms, status: int = 200, saved: Body | None = None
) -> HttpResponse:
    context = {"page": body_edit_page(body, entered(request)), "forms": forms, "saved": saved}
    return render(request, "secretariat/bodies/edit.html", context, status=status)


@require_POST
def remove(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a former name or another name away."""
    row = load(request, Permission.EDIT_RECORD, BodyName.objects.all(), slug=slug, uuid=uuid)
    body, links = row.body, Links(slug)
    words = _("%(name)s är borttaget.") % {"name": row.name}
    remove_name(row=row, by=entered(request).actor)
    back = links.to("body_edit", body.uuid)
    tell_change(request, words, body, back, links)
    return redirect(back)
