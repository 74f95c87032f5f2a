"""Vad varje kommun är skyldig: the page, and its paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import Access, enter
from radslag.base.accounts.roles import Permission
from radslag.base.documents.rendering import RenderingFailed
from radslag.base.jobs.submissions import once
from radslag.domain.decisions.papers import make_owed
from radslag.web.secretariat.forms.as_of import AsOfForm
from radslag.web.secretariat.forms.owed import OwedFilter
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.owed import owed_page


@require_GET
def owed(request: HttpRequest, slug: str) -> HttpResponse:
    """Open assignments by municipality, by body, and those nobody owns, as of a day."""
    access = enter(request, slug, Permission.READ_RECORD)
    as_of, narrowing = AsOfForm(request), OwedFilter(request.GET, access.collaboration)
    page = owed_page(access, as_of.day, narrowing.body)
    return render(request, "secretariat/owed/owed.html", {"page": page, "as_of_form": as_of, "form": narrowing})


@require_POST
def owed_make(request: HttpRequest, slug: str) -> HttpResponse:
    """The paper as of today; the same assignments again give the same version."""
    access = enter(request, slug, Permission.PREPARE)
    return once(request, lambda: _make(request, access))


def _make(request: HttpRequest, access: Access) -> HttpResponse:
    back = Links(access.collaboration.slug).page("owed")
    try:
        paper = make_owed(collaboration=access.collaboration, day=timezone.localdate(), by=access.actor)
    except RenderingFailed as failed:
        messages.error(request, str(failed))
    else:
        messages.success(request, _("Sammanställningen är gjord: version %(n)s.") % {"n": paper.number})
    return redirect(f"{back}#handlingar")
