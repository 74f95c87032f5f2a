"""Turns "nobody is signed in" into the sign-in page, and back to where one was going."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from radslag.base.accounts.access import NotSignedIn


class SignInMiddleware:
    """Answers `NotSignedIn` with a redirect to sign-in; an htmx request is told to leave the whole page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called by Django when a view raises."""
        if not isinstance(exception, NotSignedIn):
            return None
        target = request.get_full_path() if request.method == "GET" else "/"
        answer = redirect_to_login(target)
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": answer["Location"]})
        return answer
