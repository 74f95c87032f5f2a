"""When a body would meet next: found in its habits, whatever they are, never on a day when nobody meets."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.meetings.rhythm import Basis, Proposal, propose
from radslag.text.swedish.holidays import why_closed

TODAY = date(2026, 3, 2)
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))


def proposed(*dates: date, announced: date | None = None, busy: frozenset[date] = frozenset()) -> Proposal:
    """What is proposed when others meet on the busy days."""
    return propose(dates, today=TODAY, announced=announced, avoid=lambda day: "upptaget" if day in busy else None)


def every(weeks: int, last: date, times: int = 6) -> list[date]:
    """Meetings at a steady interval up to the last."""
    return [last - timedelta(weeks=weeks * number) for number in range(times)]


@given(st.lists(DAYS, max_size=30), DAYS, st.none() | DAYS, st.frozensets(DAYS, max_size=40))
def test_the_day_is_a_working_day_after_today_and_after_the_last_meeting(
    dates: list[date], today: date, announced: date | None, busy: frozenset[date]
) -> None:
    avoid = dict.fromkeys(busy, "upptaget")
    found = propose(dates, today=today, announced=announced, avoid=avoid.get)
    assert why_closed(found.day) is None
    assert found.day > max([today, *dates])
    assert found.day not in busy or found.basis == Basis.ANNOUNCED


@given(st.integers(1, 20), st.integers(0, 4), st.integers(2, 9))
def test_a_steady_habit_is_recognised(weeks: int, weekday: int, times: int) -> None:
    last = TODAY + timedelta(days=weekday) - timedelta(weeks=1)
    found = proposed(*every(weeks, last, times))
    assert (found.weeks, found.weekday, found.day.weekday(), found.basis) == (weeks, weekday, weekday, Basis.RHYTHM)


def test_seven_weeks_after_the_last_on_the_usual_weekday() -> None:
    found = proposed(*every(7, date(2026, 2, 18)))
    assert (found.day, found.passed_over) == (date(2026, 4, 8), ())


def test_easter_is_passed_over_and_told() -> None:
    found = proposed(*every(6, date(2026, 2, 19)))
    assert found.day == date(2026, 4, 9)
    assert found.passed_over == ((date(2026, 4, 2), "dagen före långfredagen"),)


def test_july_is_passed_over_towards_autumn() -> None:
    assert proposed(*every(20, date(2026, 2, 25))).day == date(2026, 8, 5)


def test_a_day_on_which_others_with_the_same_members_meet_is_passed_over() -> None:
    usual = date(2026, 4, 8)
    found = proposed(*every(7, date(2026, 2, 18)), busy=frozenset({usual}))
    assert (found.day, found.passed_over[0]) == (date(2026, 4, 15), (usual, "upptaget"))


def test_a_day_a_document_announces_comes_before_the_habit() -> None:
    found = proposed(*every(7, date(2026, 2, 18)), announced=date(2026, 4, 24))
    assert (found.day, found.basis) == (date(2026, 4, 24), Basis.ANNOUNCED)


def test_an_announced_sunday_is_a_mistake() -> None:
    sunday = date(2026, 4, 19)
    found = proposed(*every(7, date(2026, 2, 18)), announced=sunday)
    assert found.day.weekday() == 2
    assert found.passed_over[0] == (sunday, "helg")


@pytest.mark.parametrize(("dates", "basis"), [([], Basis.NOTHING), ([date(2026, 2, 18)], Basis.ONE_MEETING)])
def test_without_habits_it_says_that_the_day_is_only_a_beginning(dates: list[date], basis: Basis) -> None:
    found = proposed(*dates)
    assert (found.basis, found.weeks) == (basis, None)


def test_a_rhythm_broken_off_leaves_time_to_call_the_meeting() -> None:
    assert proposed(*every(7, date(2024, 2, 14))).day >= TODAY + timedelta(days=7)
