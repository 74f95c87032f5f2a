"""Foundation 6: a stale save is refused and shows both versions, twice is once, and counting leaves no holes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from radslag.base.audit.actions import record, verify
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.base.jobs.actions import next_number
from radslag.base.jobs.models import Counter
from radslag.base.jobs.submissions import FIELD, once
from radslag.base.people.actions import create_collaboration
from radslag.base.people.models import Collaboration
from radslag.domain.decisions.actions import mark_done, reopen
from radslag.domain.decisions.models import Assignment, AssignmentState
from tests.cast import Cast

AT_ONCE = 6
EACH = 5


def test_the_second_of_two_savers_is_refused_and_sees_both_versions(cast: Cast) -> None:
    mine, theirs = (Assignment.objects.get(pk=cast.held.open.pk) for _ in range(2))
    theirs.due_text = "före sommaren"
    theirs.save_revised(expected=theirs.revision, fields=["due_text"])
    mine.due_text = "efter sommaren"
    with pytest.raises(Stale) as refused:
        mine.save_revised(expected=mine.revision, fields=["due_text"])
    assert isinstance(refused.value.current, Assignment)
    assert (mine.due_text, refused.value.current.due_text) == ("efter sommaren", "före sommaren")
    assert Assignment.objects.get(pk=mine.pk).due_text == "före sommaren"


def test_a_refused_save_leaves_no_event(cast: Cast) -> None:
    mine, theirs = (Assignment.objects.get(pk=cast.held.open.pk) for _ in range(2))
    mark_done(assignment=theirs, day=date(2024, 5, 1), by=SYSTEM)
    count = Event.objects.count()
    with pytest.raises(Stale):
        mark_done(assignment=mine, day=date(2024, 6, 1), by=SYSTEM)
    assert Event.objects.count() == count


def test_a_save_on_the_right_revision_counts_it_up(cast: Cast) -> None:
    task = Assignment.objects.get(pk=cast.held.open.pk)
    for expected in (task.revision + 1, task.revision + 2):
        (mark_done if task.state == AssignmentState.OPEN else _reopened)(
            assignment=task, day=date(2024, 5, 1), by=SYSTEM
        )
        assert (task.revision, Assignment.objects.get(pk=task.pk).revision) == (expected, expected)


def _reopened(*, assignment: Assignment, day: date, by: object) -> None:
    reopen(assignment=assignment, by=SYSTEM)


@contextmanager
def _together() -> Iterator[Callable[[Callable[[], object]], None]]:
    """Run something in several threads that start at the same moment, each on its own connection."""
    barrier = Barrier(AT_ONCE)

    def run(work: Callable[[], object]) -> None:
        barrier.wait(10)
        try:
            for _ in range(EACH):
                work()
        finally:
            connection.close()

    def start(work: Callable[[], object]) -> None:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for done in [pool.submit(run, work) for _ in range(AT_ONCE)]:
                done.result(60)

    yield start


@pytest.mark.django_db(transaction=True)
def test_counters_have_no_holes_when_many_count_at_once() -> None:
    given: list[int] = []
    owner = uuid4()
    with _together() as start:
        start(lambda: given.append(next_number(collaboration=owner, name="diarium")))
    assert sorted(given) == list(range(1, AT_ONCE * EACH + 1))


@pytest.mark.django_db(transaction=True)
def test_a_number_taken_in_a_transaction_that_fails_is_given_again() -> None:
    owner = uuid4()
    next_number(collaboration=owner, name="diarium")
    with transaction.atomic():
        next_number(collaboration=owner, name="diarium")
        transaction.set_rollback(True)
    assert next_number(collaboration=owner, name="diarium") == 2
    assert Counter.objects.get(collaboration_uuid=owner).value == 2


@pytest.mark.django_db(transaction=True)
def test_the_chain_holds_when_many_write_to_it_at_once() -> None:
    collaboration = create_collaboration(name="Sjöbygden", slug="sjobygden", by=SYSTEM)
    with _together() as start:
        start(lambda: _write_event(collaboration, collaboration.uuid))
    events = Event.objects.of_collaboration(collaboration.uuid)
    assert [event.sequence for event in events] == list(range(1, AT_ONCE * EACH + 2))
    assert list(verify()) == []


@pytest.mark.django_db(transaction=True)
def test_the_first_events_of_the_installation_make_one_chain() -> None:
    collaboration = Collaboration.objects.create(name="Sjöbygden", slug="sjobygden")
    with _together() as start:
        start(lambda: _write_event(collaboration, None))
    assert Event.objects.of_collaboration(None).count() == AT_ONCE * EACH
    assert list(verify()) == []


def _write_event(about: Collaboration, chain: UUID | None) -> None:
    with transaction.atomic():
        record(by=SYSTEM, verb="test", about=about, collaboration=chain)


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_once_is_performed_once(rf: RequestFactory) -> None:
    nonce, performed, locations = uuid4(), [], []

    def perform() -> HttpResponse:
        performed.append(1)
        return HttpResponseRedirect(f"/sedan/{len(performed)}/")

    def send() -> None:
        request = rf.post("/", {FIELD: str(nonce)})
        request.user = None  # type: ignore[assignment]  # nobody is signed in here
        locations.append(once(request, perform)["Location"])

    with _together() as start:
        start(send)
    assert (len(performed), set(locations)) == (1, {"/sedan/1/"})
