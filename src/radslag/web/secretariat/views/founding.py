"""A new collaboration on one page: for who runs one already, and for the first one on an empty installation."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from radslag.base.accounts.access import NotSignedIn
from radslag.base.accounts.founding import found_collaboration, found_with_first_user, may_found
from radslag.base.accounts.models import User
from radslag.base.core import opening as key_of_opening
from radslag.base.core.actor import Actor
from radslag.base.jobs.submissions import once
from radslag.base.people.models import Collaboration
from radslag.web.secretariat.forms.founding import FoundingForm, OpeningForm

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_http_methods(["GET", "POST"])
def new_collaboration(request: HttpRequest) -> HttpResponse:
    """Found a collaboration and go to its overview."""
    if not isinstance(request.user, User):
        raise NotSignedIn
    if not may_found(request.user):
        raise PermissionDenied
    founder = request.user
    if request.method == "POST":
        return once(request, lambda: _found(request, founder))
    return _page(request, FoundingForm())


def _found(request: HttpRequest, founder: User) -> HttpResponse:
    form = FoundingForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    made = found_collaboration(charter=form.charter, founder=founder, roles=form.roles, by=founder.actor)
    return _on(request, made)


@never_cache
@sensitive_post_parameters("password", "again", "nyckel")
@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """The first collaboration and the first account, with the key that was printed where Rådslag was started."""
    if request.method == "POST":
        return once(request, lambda: _open(request))
    if not _is_open(request.GET.get("nyckel", "")):
        return _closed(request)
    return _page(request, OpeningForm(), key=request.GET["nyckel"])


def _open(request: HttpRequest) -> HttpResponse:
    key = request.POST.get("nyckel", "")
    if not _is_open(key):
        return _closed(request)
    form = OpeningForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422, key=key)
    try:
        with transaction.atomic():
            made, founder = _begin(form)
            key_of_opening.spend()
    except FileNotFoundError:
        # Two at once with the same key: the other one was first.
        return _closed(request)
    login(request, founder, backend=BACKEND)
    return _on(request, made)


def _begin(form: OpeningForm) -> tuple[Collaboration, User]:
    said = form.cleaned_data
    return found_with_first_user(
        charter=form.charter,
        roles=form.roles,
        email=said["email"],
        name=said["person"],
        password=said["password"],
        by=Actor("system", None, said["person"]),
    )


def _is_open(key: str) -> bool:
    return not User.objects.exists() and key_of_opening.valid(key)


def _closed(request: HttpRequest) -> HttpResponse:
    has_users = User.objects.exists()
    return render(request, "secretariat/founding/closed.html", {"has_users": has_users}, status=404)


def _on(request: HttpRequest, made: Collaboration) -> HttpResponse:
    messages.success(request, _("Samarbetet %(name)s finns nu.") % {"name": made.name})
    return redirect("secretariat:home", made.slug)


def _page(request: HttpRequest, form: FoundingForm, status: int = 200, key: str = "") -> HttpResponse:
    context = {"form": form, "counties": form.counties(), "key": key, "is_opening": isinstance(form, OpeningForm)}
    return render(request, "secretariat/founding/founding.html", context, status=status)
