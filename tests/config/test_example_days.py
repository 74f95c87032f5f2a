"""The example is dated from the day it is made: whatever day that is, its days are days somebody would choose."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from radslag.config.example.archive import Example
from radslag.config.example.chronicle import Gathering
from radslag.config.example.days import Calendar
from radslag.config.firstrun import EXAMPLES

EVERY_WEEKDAY = [date(2026, 11, 16) + timedelta(days=each) for each in range(7)]
AWKWARD = [
    date(2026, 12, 24),
    date(2027, 1, 1),
    date(2027, 6, 25),
    date(2027, 7, 14),
    date(2028, 2, 29),
    date(2027, 3, 26),
]
TODAYS = [*EVERY_WEEKDAY, *AWKWARD]
TWO_WEEKS = timedelta(days=14)


@pytest.fixture(scope="module", params=TODAYS, ids=str)
def example(request: pytest.FixtureRequest) -> Example:
    return Example(EXAMPLES, request.param)


def _dues(example: Example) -> list[date]:
    return [task.due for meeting in example.chronicle.meetings for task in meeting.tasks if task.due and not task.done]


def test_nobody_meets_on_a_weekend_a_holiday_or_in_the_idle_weeks(example: Example) -> None:
    calendar = Calendar(example.today)
    for meeting in example.chronicle.meetings:
        assert not calendar.is_free(meeting.day)
        assert meeting.day.isocalendar().week not in {27, 28, 29, 30, 31, 52, 53, 1}


def test_nothing_is_due_or_done_on_a_day_nobody_works(example: Example) -> None:
    calendar = Calendar(example.today)
    for task in (task for meeting in example.chronicle.meetings for task in meeting.tasks):
        assert not any(calendar.is_free(day) for day in (task.due, task.done) if day)


def test_something_is_due_on_the_next_working_day(example: Example) -> None:
    assert Calendar(example.today).ahead(1) in _dues(example)


def test_something_is_late_since_the_week_before(example: Example) -> None:
    assert any(example.today - TWO_WEEKS <= due < example.today for due in _dues(example))


def test_what_has_minutes_is_past_and_what_is_only_called_lies_ahead(example: Example) -> None:
    for meeting in example.chronicle.meetings:
        assert (meeting.day < example.today) == ("minutes" in meeting.papers)


def test_every_task_is_due_after_the_meeting_that_gave_it_and_done_by_now(example: Example) -> None:
    for meeting in example.chronicle.meetings:
        for task in meeting.tasks:
            assert task.due is None or task.due > meeting.day, f"{meeting.id}: {task.told}"
            assert task.done is None or meeting.day < task.done <= example.today, f"{meeting.id}: {task.told}"


def test_a_body_meets_once_a_week_at_most(example: Example) -> None:
    by_body: dict[str, list[Gathering]] = {}
    for meeting in example.chronicle.meetings:
        by_body.setdefault(meeting.body, []).append(meeting)
    for meetings in by_body.values():
        assert all(before.day + timedelta(days=5) < after.day for before, after in pairwise(meetings))
        assert [meeting.id for meeting in meetings] == sorted((each.id for each in meetings), key=_number)


def _number(name: str) -> int:
    return int("".join(filter(str.isdigit, name)))


def test_the_three_years_before_today_are_covered(example: Example) -> None:
    first, last = example.chronicle.meetings[0].day, example.chronicle.meetings[-1].day
    assert 2.7 * 365 < (example.today - first).days < 3.3 * 365
    assert last > example.today
