"""Where one lands, and the choices that follow one around."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import NotSignedIn, collaborations_of, enter
from radslag.base.accounts.founding import may_found
from radslag.base.accounts.models import User
from radslag.web.secretariat.frame import home_of
from radslag.web.secretariat.samples import component_samples

APPEARANCES = ("auto", "light", "dark")
YEAR = 365 * 24 * 3600


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """On to one's collaboration; a list when there are several; a sentence when there is none."""
    if not isinstance(request.user, User):
        raise NotSignedIn
    mine = collaborations_of(request.user)
    if len(mine) == 1:
        return redirect("secretariat:home", mine[0].slug)
    context = {"mine": mine, "may_found": may_found(request.user)}
    return render(request, "secretariat/start.html", context)


@require_GET
def home(request: HttpRequest, slug: str) -> HttpResponse:
    """On to the first page one may see; which page that is depends on the role, so no one permission opens it."""
    return redirect(home_of(enter(request, slug)))


@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device has it: remembered in a cookie, works without JavaScript."""
    chosen = request.POST.get("appearance", "auto")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    answer = redirect(back)
    if chosen in APPEARANCES:
        answer.set_cookie("appearance", chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    return answer


@require_GET
def keyboard(request: HttpRequest) -> HttpResponse:
    """The shortcuts as a page, for those who cannot open the dialog."""
    return render(request, "secretariat/keyboard.html")


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement the law asks for (2018:1937), open to all."""
    return render(request, "secretariat/accessibility.html")


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state; only where `DEBUG` is on, for those who build and test."""
    if not settings.DEBUG:
        raise Http404
    return render(request, "secretariat/components.html", component_samples())
