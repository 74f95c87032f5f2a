"""Personer: the list with its search, and one as of a day."""

from __future__ import annotations

from typing import Any
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
from radslag.web.secretariat.pages.heads import person_head
from radslag.web.secretariat.pages.history import HISTORY
from radslag.web.secretariat.pages.likeness import likely_pairs
from radslag.web.secretariat.pages.paging import page_of, rows_of
from radslag.web.secretariat.pages.people import COLUMNS, person_lines
from radslag.web.secretariat.pages.person import person_page
from radslag.web.secretariat.pages.person_history import person_history


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
    context["may_edit"] = access.may(Permission.EDIT_RECORD)
    # Only where nothing else is asked for: the question costs more than the list itself.
    if context["may_edit"] and not form.is_narrowing and page.number == 1 and as_of.is_today:
        context["pairs"] = likely_pairs(access.collaboration, Links(slug))
    return render(request, "secretariat/people/list.html", context)


@require_GET
def person(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A person; the address of a merged record leads to the one that stands."""
    rows = Person.objects.with_signpost().with_names()
    found = load(request, Permission.READ_RECORD, rows, slug=slug, uuid=uuid)
    as_of = AsOfForm(request)
    if found.standing != found:
        return redirect(Links(slug, as_of.day).person(found.standing.uuid), permanent=True)
    access, shown = entered(request), request.GET.get("visa", "")
    context: dict[str, Any] = {"as_of_form": as_of, "head": person_head(found, as_of.day, access, shown)}
    if shown == HISTORY:
        context["history"] = person_history(found, as_of.day, access)
        return render(request, "secretariat/people/person_history.html", context)
    context["page"] = person_page(found, as_of.day, access)
    return render(request, "secretariat/people/person.html", context)
