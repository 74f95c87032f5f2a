"""A form that is sent twice counts once: its nonce is kept with where its sender was sent on (foundation 6)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from radslag.base.jobs.models import Submission

FIELD = "nonce"
LONGEST = Submission._meta.get_field("location").max_length or 0


def new_nonce() -> UUID:
    """What a form carries in the hidden field named `FIELD`, fresh for each time it is shown."""
    return uuid4()


def once(request: HttpRequest, perform: Callable[[], HttpResponse]) -> HttpResponse:
    """What `perform` answers; a second POST with the same nonce is led where the first was, and performs nothing.

    Everything is one transaction: a second sender waits for the first, and a failure leaves the nonce unused. An answer
    that is no redirect (a form with an error) changed nothing, so the same form may be sent again. A form without a
    nonce is performed as it is; one with somebody else's is refused with 400.
    """
    nonce = _nonce(request)
    if nonce is None:
        return perform()
    with transaction.atomic():
        submission = _begin(nonce, _user(request))
        if submission is None:
            return _again(nonce, _user(request))
        response = perform()
        if not isinstance(response, HttpResponseRedirect) or len(response.url) > LONGEST:
            submission.delete()
            return response
        submission.location = response.url
        submission.save(update_fields=["location"])
        return response


def _nonce(request: HttpRequest) -> UUID | None:
    written = request.POST.get(FIELD, "")
    if not written:
        return None
    try:
        return UUID(written)
    except ValueError as wrong:
        raise SuspiciousOperation("the nonce of the form is not one of ours") from wrong


def _user(request: HttpRequest) -> UUID | None:
    return getattr(request.user, "uuid", None)


def _begin(nonce: UUID, user: UUID | None) -> Submission | None:
    try:
        # A savepoint: PostgreSQL lets nothing more happen in a transaction in which an insert failed.
        with transaction.atomic():
            return Submission.objects.create(nonce=nonce, user_uuid=user)
    except IntegrityError:
        return None


def _again(nonce: UUID, user: UUID | None) -> HttpResponse:
    first = Submission.objects.filter(nonce=nonce, user_uuid=user).first()
    if first is None:
        raise SuspiciousOperation("the nonce belongs to another user")
    return redirect(first.location)
