"""The overview asks as often whatever the record holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from radslag.domain.decisions.models import Assignee, Assignment
from tests.cast import Cast
from tests.paperwork import call_meeting, logged_assignment, make_meeting
from tests.web.pages import statements

OVERVIEW = "/sjobygden/oversikt/"


def _fill(cast: Cast, rows: int) -> None:
    """Assignments of every kind, on somebody and nobody; meetings behind and ahead in both bodies."""
    today = timezone.localdate()
    people = list(cast.people.values())
    for number, body in enumerate((cast.board, cast.chief_executives)):
        make_meeting(body=body, day=today - timedelta(days=10 + number), people=people, items=2)
        call_meeting(body=body, day=today + timedelta(days=10 + number), people=people)
    tasks = [
        logged_assignment(cast.held.items[0], f"uppgift {number}", today + timedelta(days=number % 60 - 30))
        for number in range(rows)
    ]
    Assignment.objects.bulk_create(tasks)
    Assignee.objects.bulk_create(
        Assignee(
            collaboration=cast.collaboration,
            assignment=task,
            text="Ada",
            words="ada",
            person=people[number % 3] if number % 2 else None,
            body=None if number % 2 else cast.chief_executives,
        )
        for number, task in enumerate(tasks)
    )


@pytest.mark.slow
@pytest.mark.parametrize("role", ["coordinator", "member", "official"])
def test_ten_thousand_assignments_take_no_more_statements_than_a_hundred(cast: Cast, role: str) -> None:
    client = cast.sign_in(role)
    _fill(cast, 100)
    few = statements(client, OVERVIEW)
    today = timezone.localdate()
    Assignment.objects.bulk_create(
        logged_assignment(cast.held.items[0], f"fler {number}", today - timedelta(days=number % 50))
        for number in range(9_900)
    )
    assert statements(client, OVERVIEW) <= few
