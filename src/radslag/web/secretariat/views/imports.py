"""Drop documents, find earlier ones."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from radslag.base.accounts.access import Access, enter
from radslag.base.accounts.roles import Permission
from radslag.base.core.actor import Actor
from radslag.base.documents.uploads import refused_uploads
from radslag.base.jobs.submissions import once
from radslag.base.people.models import Collaboration
from radslag.exchange.importing import actions
from radslag.exchange.importing.models import Batch, Staged
from radslag.exchange.importing.queries import review_queue
from radslag.web.secretariat.forms.imports import EarlierForm, UploadForm
from radslag.web.secretariat.reviewing.listing import earlier, lines, tabs_of

ON_A_PAGE = 50


@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest, slug: str) -> HttpResponse:
    """Where documents are dropped, and those that came in before."""
    access = enter(request, slug, Permission.IMPORT)
    if request.method == "POST":
        return once(request, lambda: _receive(request, access))
    return _page(request, access, UploadForm())


def _receive(request: HttpRequest, access: Access) -> HttpResponse:
    answer = take_in(request, access.collaboration, access.actor)
    return answer or _page(request, access, UploadForm(request.POST, request.FILES), status=422)


def take_in(
    request: HttpRequest, collaboration: Collaboration, by: Actor, batch: Batch | None = None
) -> HttpResponse | None:
    """Receive what was sent, into a batch that is there or a new one, and lead to it; nothing when none was sent."""
    # The names first: reading the files is what makes the limit refuse those that are too large.
    too_large = refused_uploads(request)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid() and not (too_large and not request.FILES):
        return None
    documents = form.cleaned_data.get("documents", [])
    # A browser's folder comes with the path of each file beside it; without JavaScript there are only names.
    paths = dict(enumerate(request.POST.getlist("paths")))
    files = [(paths.get(number) or file.name or "", file) for number, file in enumerate(documents)]
    into = actions.receive(collaboration=collaboration, files=files, by=by, batch=batch)
    for name in too_large:
        actions.refuse_upload(batch=into, name=name, by=by)
    return redirect("secretariat:batch", collaboration.slug, into.uuid)


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
        "waiting": review_queue(access.collaboration).exists(),
        "any": page.paginator.count or Staged.objects.of(access.collaboration).exists(),
        "summary": ngettext("%(n)s dokument", "%(n)s dokument", page.paginator.count) % {"n": page.paginator.count},
    }
    return render(request, "secretariat/imports/imports.html", context, status=status)
