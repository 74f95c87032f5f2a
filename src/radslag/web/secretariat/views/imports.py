"""Drop documents, watch them being read, find earlier ones."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from radslag.base.accounts.access import Access, enter, load
from radslag.base.accounts.roles import Permission
from radslag.base.documents.uploads import refused_uploads
from radslag.base.jobs.submissions import once
from radslag.exchange.importing import actions
from radslag.exchange.importing.models import Batch, Staged
from radslag.web.secretariat.forms.imports import EarlierForm, UploadForm
from radslag.web.secretariat.reviewing.listing import earlier, lines, outcomes, tabs_of

ON_A_PAGE = 50


@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest, slug: str) -> HttpResponse:
    """Where documents are dropped, and those that came in before."""
    access = enter(request, slug, Permission.IMPORT)
    if request.method == "POST":
        return once(request, lambda: _receive(request, access))
    return _page(request, access, UploadForm())


@require_GET
def batch(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """How far the reading has come, and what became of each document."""
    found = load(request, Permission.IMPORT, Batch.objects.all(), slug=slug, uuid=uuid)
    template = (
        "secretariat/imports/outcome.html" if request.headers.get("HX-Request") else "secretariat/imports/batch.html"
    )
    return render(request, template, {"batch": found, "outcome": outcomes(found)})


def _receive(request: HttpRequest, access: Access) -> HttpResponse:
    # The names first: reading the files is what makes the limit refuse those that are too large.
    too_large = refused_uploads(request)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid() and not (too_large and not request.FILES):
        return _page(request, access, form, status=422)
    files = [(file.name or "", file.read()) for file in form.cleaned_data.get("documents", [])]
    batch = actions.receive(collaboration=access.collaboration, files=files, by=access.actor)
    for name in too_large:
        actions.refuse_upload(batch=batch, name=name, by=access.actor)
    return redirect("secretariat:batch", access.collaboration.slug, batch.uuid)


def _page(request: HttpRequest, access: Access, form: UploadForm, status: int = 200) -> HttpResponse:
    narrowing = EarlierForm(request.GET)
    chosen = narrowing.cleaned_data if narrowing.is_valid() else {}
    rows = earlier(access.collaboration, state=chosen.get("tillstand", ""), words=chosen.get("ord", ""))
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "form": form,
        "limit": settings.UPLOAD_LIMIT // (1024 * 1024),
        "total": settings.UPLOAD_TOTAL // (1024 * 1024),
        "narrowing": narrowing,
        "tabs": tabs_of(request, access.collaboration, chosen.get("tillstand", "")),
        "page": page,
        "lines": lines(page.object_list),
        "any": page.paginator.count or Staged.objects.of(access.collaboration).exists(),
        "summary": ngettext("%(n)s dokument", "%(n)s dokument", page.paginator.count) % {"n": page.paginator.count},
    }
    return render(request, "secretariat/imports/imports.html", context, status=status)
