"""The record that `run` begins with holds what the chronicle says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from radslag.base.accounts.models import Login
from radslag.base.people.models import Collaboration, Membership, Person
from radslag.config.example.archive import Example
from radslag.config.example.building import build
from radslag.config.example.chronicle import Gathering
from radslag.config.firstrun import EXAMPLES
from radslag.domain.decisions.models import Assignment, Decision
from radslag.domain.meetings.models import AgendaItem, Meeting, ProposedDecision
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.queries import review_of

pytestmark = pytest.mark.slow
TODAY = date(2026, 11, 18)
ENOUGH = 0.97


@pytest.fixture(scope="module")
def example() -> Example:
    return Example(EXAMPLES, TODAY)


@pytest.fixture(scope="module", autouse=True)
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker, example: Example) -> Iterator[Collaboration]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(example)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def minuted(example: Example) -> list[Gathering]:
    return [each for each in example.chronicle.meetings if "minutes" in each.papers and not each.waits]


def _alike(found: Set[Any], meant: Set[Any]) -> None:
    assert len(found & meant) >= ENOUGH * len(meant), sorted(map(str, meant - found))
    assert found <= meant, sorted(map(str, found - meant))


def test_every_document_but_the_two_that_wait_is_entered(example: Example) -> None:
    waiting = [document.name for document in example.documents if document.waits]
    left = Staged.objects.exclude(state=StagedState.COMMITTED)
    assert len(waiting) == 2
    assert sorted(left.values_list("name", flat=True)) == sorted(waiting)


def test_those_that_wait_ask_who_somebody_is_and_which_body_met() -> None:
    left = Staged.objects.filter(state=StagedState.REVIEW)
    assert {doubt.kind for staged in left for doubt in review_of(staged).match.doubts} == {"person", "body"}
    assert all(staged.doubts for staged in left)


def test_the_meetings_are_those_of_the_chronicle(example: Example) -> None:
    known = {(each.day, example.chronicle.bodies[each.body]["name"]) for each in example.chronicle.meetings}
    found = set(Meeting.objects.values_list("date", "body__name"))
    waiting = {each.day for each in example.chronicle.meetings if each.waits or not each.papers}
    assert found <= known
    assert {day for day, _ in known - found} == waiting


def test_the_items_are_those_of_the_chronicle(example: Example) -> None:
    meant = {(each.day, item.title) for each in example.chronicle.meetings for item in each.items if not each.waits}
    _alike(set(AgendaItem.objects.values_list("meeting__date", "title")), meant)


def test_the_decisions_are_those_of_the_chronicle(minuted: list[Gathering]) -> None:
    meant = {(each.day, text) for each in minuted for item in each.items for text in item.decisions}
    _alike(set(Decision.objects.values_list("day", "text")), meant)


def test_the_assignments_have_their_owner_due_day_and_state(minuted: list[Gathering]) -> None:
    meant = {(each.day, task.owner, task.told, task.due, task.done) for each in minuted for task in each.tasks}
    rows = Assignment.objects.prefetch_related("assignees")
    found = {(row.day, _owners(row), row.what, row.due, row.done_on) for row in rows}
    _alike(found, meant)
    assert len(rows) == sum(len(each.tasks) for each in minuted)


def _owners(assignment: Assignment) -> str:
    return " och ".join(each.text for each in assignment.assignees.all())


def test_nearly_every_owner_is_somebody_the_register_knows() -> None:
    owned = Assignment.objects.exclude(assignees__text__startswith="Respektive")
    unknown = owned.filter(assignees__person=None, assignees__body=None, assignees__municipality=None)
    assert unknown.count() <= 0.05 * owned.count()


def test_what_a_coming_meeting_proposes_is_not_decided() -> None:
    ahead = Meeting.objects.filter(date__gt=TODAY)
    assert ahead.count() == 2
    assert ProposedDecision.objects.filter(item__meeting__in=ahead).count() == 5
    assert not Decision.objects.filter(meeting__in=ahead).exists()


def test_the_log_is_lived_in_something_is_late_and_something_tabled() -> None:
    assert Assignment.objects.in_state("done").count() >= 60
    assert 3 <= Assignment.objects.late(TODAY).count() <= 9
    assert Decision.objects.with_outcome("tabled").filter(day__gt=date(2026, 10, 1)).count() == 1


def test_the_twelfth_member_joined_while_the_papers_tell(made: Collaboration) -> None:
    joined = Membership.objects.of(made).get(municipality__name="Flen")
    assert Membership.objects.of(made).as_of(TODAY).count() == 12
    assert joined.start is not None
    assert Meeting.objects.filter(date__lt=joined.start).count() > 20


def test_two_people_share_a_name_and_each_account_is_somebody(made: Collaboration, example: Example) -> None:
    assert Person.objects.of(made).filter(name="Anna Lindroth").count() == 2
    assert Login.objects.filter(collaboration=made).count() == len(example.accounts)


def test_no_document_made_a_person_of_somebody_already_there(made: Collaboration, example: Example) -> None:
    guests = {each.name for meeting in example.chronicle.meetings for each in meeting.others}
    strangers = Person.objects.of(made).exclude(name__in=[each.name for each in example.structure.people.values()])
    assert set(strangers.values_list("name", flat=True)) <= guests
