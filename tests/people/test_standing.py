"""What may be said of a mandate on a day: never more than is known."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.people.rules import Standing, standing

FIRST, LAST = date(2018, 3, 8), date(2020, 5, 27)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2018, 3, 7), None),
        (FIRST, Standing(decided=False, seen=True, last_seen=FIRST)),
        (date(2019, 6, 11), Standing(decided=False, seen=False, last_seen=FIRST)),
        (LAST, Standing(decided=False, seen=True, last_seen=LAST)),
        (date(2026, 1, 1), Standing(decided=False, seen=False, last_seen=LAST)),
    ],
)
def test_a_sighting_says_something_of_its_own_day_only(day: date, known: Standing | None) -> None:
    assert standing(FIRST, date(2020, 5, 28), True, {FIRST, LAST}, day) == known


@pytest.mark.parametrize(
    ("day", "decided"), [(date(2018, 12, 31), False), (date(2019, 1, 1), True), (date(2020, 12, 31), True)]
)
def test_a_decided_mandate_holds_from_its_first_day(day: date, decided: bool) -> None:
    found = standing(date(2019, 1, 1), date(2021, 1, 1), False, set(), day)
    assert bool(found and found.decided) == decided


def test_a_decided_mandate_does_not_hold_on_the_day_it_ends() -> None:
    assert standing(date(2019, 1, 1), date(2021, 1, 1), False, set(), date(2021, 1, 1)) is None


def test_having_been_seen_does_not_revive_a_decided_mandate_that_is_over() -> None:
    assert standing(date(2019, 1, 1), date(2021, 1, 1), False, {date(2020, 1, 1)}, date(2022, 1, 1)) is None


def test_a_decided_mandate_without_dates_holds_always_and_tells_when_it_was_seen() -> None:
    found = standing(None, None, False, {FIRST}, LAST)
    assert found == Standing(decided=True, seen=False, last_seen=FIRST)
    assert found.holds
