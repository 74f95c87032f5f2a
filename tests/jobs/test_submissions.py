"""A form sent twice counts once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from radslag.base.accounts.models import User
from radslag.base.jobs.models import Counter, Submission
from radslag.base.jobs.submissions import new_nonce, once

WHERE = "/mote/1/"


def _post(nonce: object, user: User | None = None) -> HttpRequest:
    request = RequestFactory().post("/form/", {"nonce": str(nonce)} if nonce else {})
    request.user = user or User(uuid=UUID(int=1))
    return request


def _count() -> HttpResponse:
    """What a form does here: one more counter."""
    Counter.objects.create(collaboration_uuid=uuid4(), name="sent")
    return redirect(WHERE)


def _done() -> int:
    return Counter.objects.filter(name="sent").count()


def _fails() -> HttpResponse:
    _count()
    raise RuntimeError("the power went")


@pytest.mark.django_db
def test_the_second_is_led_where_the_first_was_and_changes_nothing() -> None:
    nonce = new_nonce()
    first, second = once(_post(nonce), _count), once(_post(nonce), _fails)
    assert first["Location"] == second["Location"] == WHERE
    assert _done() == 1


@pytest.mark.django_db
def test_two_forms_are_two() -> None:
    once(_post(new_nonce()), _count)
    once(_post(new_nonce()), _count)
    assert _done() == 2


@pytest.mark.django_db
def test_a_failure_leaves_the_form_unsent() -> None:
    nonce = new_nonce()
    with pytest.raises(RuntimeError):
        once(_post(nonce), _fails)
    assert (_done(), Submission.objects.count()) == (0, 0)
    assert once(_post(nonce), _count)["Location"] == WHERE


@pytest.mark.django_db
def test_a_form_that_came_back_with_an_error_may_be_sent_again() -> None:
    nonce = new_nonce()
    assert once(_post(nonce), lambda: HttpResponse("Skriv något.", status=422)).status_code == 422
    assert once(_post(nonce), _count).status_code == 302
    assert _done() == 1


@pytest.mark.django_db
def test_a_form_without_a_nonce_is_performed_as_it_is() -> None:
    once(_post(None), _count)
    assert (_done(), Submission.objects.count()) == (1, 0)


@pytest.mark.django_db
def test_somebody_elses_nonce_leads_nowhere() -> None:
    nonce = new_nonce()
    once(_post(nonce), _count)
    with pytest.raises(SuspiciousOperation):
        once(_post(nonce, User(uuid=UUID(int=2))), _count)
    assert _done() == 1


@pytest.mark.django_db
def test_a_nonce_that_is_none_is_refused() -> None:
    with pytest.raises(SuspiciousOperation):
        once(_post("hej"), _count)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_very_same_moment_are_one() -> None:
    nonce, together = new_nonce(), Barrier(2)

    def send(_number: int) -> Any:
        try:
            together.wait(timeout=10)
            return once(_post(nonce), _count)["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        assert list(both.map(send, range(2))) == [WHERE, WHERE]
    assert _done() == 1
