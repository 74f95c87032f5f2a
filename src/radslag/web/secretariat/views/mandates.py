"""Mandates: given by decision, dated, confirmed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.base.accounts.access import entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.models import Stale
from radslag.base.jobs.submissions import once
from radslag.base.people.models import Body, Mandate, Membership, Person
from radslag.web.secretariat.forms.mandates import DateMandateForm, GiveMandateForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.mandate import mandate_page
from radslag.web.secretariat.undoing import tell_change


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Give a person a place in a body."""
    person = load(request, Permission.EDIT_RECORD, Person.objects.standing(), slug=slug, uuid=uuid)
    access, links = entered(request), Links(slug)
    bodies = list(Body.objects.of(access.collaboration).sorted())
    members = list(Membership.objects.of(access.collaboration).sorted())
    form = GiveMandateForm(bodies, members, request.POST or None, initial={"body": request.GET.get("grupp", "")})
    back = links.to("person_edit", person.uuid)

    def perform() -> HttpResponse:
        mandate = form.save(person, access.actor) if form.is_valid() else None
        if mandate is None:
            context = {"form": form, "person": person, "list_url": links.page("people"), "back": back}
            return render(request, "secretariat/people/mandate_new.html", context, status=422 if form.is_bound else 200)
        tell_change(request, _("Uppdraget är infört."), mandate, back, links)
        return redirect(back)

    return once(request, perform) if request.method == "POST" else perform()


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Date a mandate; one that has only been seen is thereby confirmed."""
    found = load(request, Permission.EDIT_RECORD, Mandate.objects.told(), slug=slug, uuid=uuid)
    access, links = entered(request), Links(slug)
    back = links.to("person_edit", found.person.uuid)
    if request.method != "POST":
        return _page(request, found, DateMandateForm.of(found))
    form, was_observed = DateMandateForm(request.POST), found.observed
    try:
        done = form.is_valid() and form.save(found, access.actor)
    except Stale:
        messages.error(request, _("Uppdraget har ändrats medan du hade sidan öppen. Så här ser det ut nu."))
        return redirect(links.to("mandate_edit", uuid))
    if not done:
        return _page(request, found, form, status=422)
    words = _("Uppdraget är bekräftat som beslutat.") if was_observed else _("Uppdragets tid är ändrad.")
    tell_change(request, words, found, back, links)
    return redirect(back)


def _page(request: HttpRequest, mandate: Mandate, form: DateMandateForm, status: int = 200) -> HttpResponse:
    context = {"page": mandate_page(mandate, entered(request)), "form": form}
    return render(request, "secretariat/people/mandate.html", context, status=status)
