"""The guide: open to all, within the frame of the collaboration one came from."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import Access, NotSignedIn, enter
from radslag.web.secretariat import guide


@require_GET
def chapters(request: HttpRequest) -> HttpResponse:
    """The chapters, each with a sentence."""
    return _page(request, f"{guide.FOLDER}/chapters.html", None)


@require_GET
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """One chapter, in the reader's language."""
    found = guide.chapter_named(name)
    if found is None:
        raise Http404
    return _page(request, f"{guide.FOLDER}/chapter.html", found)


def _page(request: HttpRequest, template: str, shown: guide.Chapter | None) -> HttpResponse:
    access = _came_from(request)
    slug = access.collaboration.slug if access else ""
    place = guide.CHAPTERS.index(shown) if shown else -1
    context = {
        "base": "secretariat/base.html" if access else "secretariat/entrance.html",
        "chapter": shown,
        "text": f"{guide.FOLDER}/{guide.language()}/{shown.name}.html" if shown else "",
        "chapters": [(each, guide.address(each, slug)) for each in guide.CHAPTERS],
        "all_url": guide.address(None, slug),
        "next": next(((each, guide.address(each, slug)) for each in guide.CHAPTERS[place + 1 :]), None),
        "places": guide.places(access),
    }
    return render(request, template, context)


def _came_from(request: HttpRequest) -> Access | None:
    """The collaboration in the address, if the reader has a role there. Otherwise nothing is told of it."""
    slug = request.GET.get(guide.FROM, "")
    try:
        return enter(request, slug) if slug else None
    except (NotSignedIn, Http404):
        return None
