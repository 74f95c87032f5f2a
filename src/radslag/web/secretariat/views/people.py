"""Personer: the list with its search, and one as of a day."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Person
from radslag.web.secretariat.components.lists import headings
from radslag.web.secretariat.forms.as_of import AsOfForm
from radslag.web.secretariat.forms.filters import tidied
from radslag.web.secretariat.forms.people import PersonFilter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.paging import page_of, rows_of
from radslag.web.secretariat.pages.people import COLUMNS, person_lines
from radslag.web.secretariat.pages.person import person_page


@require_GET
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Everyone by surname, with what is known of them on the day."""
    access = enter(request, slug, Permission.READ_RECORD)
    if address := tidied(request):
        return redirect(address)
    as_of = AsOfForm(request)
    form = PersonFilter(request.GET, access.collaboration)
    page = page_of(form.found(), request)
    lines = person_lines(rows_of(page), as_of.day, Links(slug, as_of.day))
    columns = headings(COLUMNS, request.GET)
    context = {"form": form, "page": page, "lines": lines, "as_of_form": as_of, "headings": columns}
    return render(request, "secretariat/people/list.html", context)


@require_GET
def person(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A person; the address of a merged record leads to the one that stands."""
    rows = Person.objects.with_signpost()
    found = load(request, Permission.READ_RECORD, rows, slug=slug, uuid=uuid)
    as_of = AsOfForm(request)
    if found.standing != found:
        return redirect(Links(slug, as_of.day).person(found.standing.uuid), permanent=True)
    page = person_page(found, as_of.day, entered(request))
    return render(request, "secretariat/people/person.html", {"page": page, "as_of_form": as_of})
