"""A person's data: what is kept and why, all of it as a file, and the contact details erased."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from radslag.base.accounts.access import entered, load
from radslag.base.accounts.erasing import erase_contact_details
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Person
from radslag.web.secretariat.pages.personal_data import data_file, privacy_page


@require_http_methods(["GET", "POST"])
def privacy(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What is kept about a person and on what ground; POST erases the contact details for good."""
    person = load(request, Permission.PERSONAL_DATA, Person.objects.standing(), slug=slug, uuid=uuid)
    access = entered(request)
    if request.method == "POST":
        if request.POST.get("sure") != "on":
            messages.error(request, _("Kryssa för att du vet att uppgifterna inte kommer tillbaka."))
        else:
            erase_contact_details(person=person, by=access.actor)
            messages.success(request, _("Kontaktuppgifterna är raderade, också i händelseloggen."))
        return redirect("secretariat:person_privacy", slug, uuid)
    return render(request, "secretariat/people/privacy.html", {"page": privacy_page(person, access)})


@require_POST
def download(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Everything about a person as one file; the trail tells that it was handed out."""
    person = load(request, Permission.PERSONAL_DATA, Person.objects.standing(), slug=slug, uuid=uuid)
    name = f"personuppgifter-{slugify(person.name) or person.uuid}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data_file(person, entered(request)), content_type="application/zip", headers=headers)
