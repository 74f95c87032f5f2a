"""Swedish dates: found with their place, never guessed without saying so."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.text.swedish.dates import FIXED, FUZZY, clock, find_dates, long_date, short_date
from radslag.text.swedish.holidays import midsummer_eve

NEAR = date(2019, 6, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-05-27", date(2020, 5, 27)),
        ("27 maj 2020", date(2020, 5, 27)),
        ("den 23 april", date(2019, 4, 23)),
        ("23/4", date(2019, 4, 23)),
        ("23/4 2021", date(2021, 4, 23)),
        ("onsdagen den 25 mars", date(2020, 3, 25)),
        ("5-6 september", date(2019, 9, 5)),
        ("13 september kl 9", date(2019, 9, 13)),
        ("den 1:e mars", date(2019, 3, 1)),
        ("11 juni", date(2019, 6, 11)),
    ],
)
def test_a_day_is_found(text: str, expected: date) -> None:
    (found,) = find_dates(text, near=NEAR)
    assert found.date == expected


@pytest.mark.parametrize(
    "text", ["8.45-9.50", "kl. 13.30", "AB-2024-00037", "212000-1256", "30 februari", "2015/2016", "rum 6057"]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, near=NEAR) == []


def test_a_day_without_a_year_says_that_the_year_is_inferred() -> None:
    (found,) = find_dates("Mötet den 24 september", near=NEAR)
    assert found.inferred_year
    assert not find_dates("24 september 2019", near=NEAR)[0].inferred_year


def test_without_a_reference_the_year_stays_unknown() -> None:
    (found,) = find_dates("den 11 juni", near=None)
    assert (found.date, found.day_month) == (None, (11, 6))


def test_a_deadline_lies_ahead() -> None:
    (found,) = find_dates("till den 2 maj", near=NEAR, ahead=True)
    assert found.date == date(2020, 5, 2)


def test_a_range_is_its_first_day() -> None:
    (found,) = find_dates("studieresan 5-6 september", near=NEAR)
    assert (found.kind, found.date) == ("range", date(2019, 9, 5))


def test_a_weekday_that_is_not_that_days_contradicts() -> None:
    assert find_dates("måndag 2020-05-27", near=None)[0].contradicts
    assert not find_dates("onsdag 2020-05-27", near=None)[0].contradicts


@pytest.mark.parametrize(
    ("text", "look_again"),
    [
        ("senast till midsommar", date(2019, 6, 21)),
        ("efter sommaren", date(2019, 8, 31)),
        ("v. 36", date(2019, 9, 6)),
        ("Q4", date(2019, 12, 31)),
        ("vid årsskiftet", date(2019, 12, 31)),
        ("till nästa möte", None),
        ("regelbundet", None),
    ],
)
def test_a_fuzzy_time_stays_text_with_a_day_to_look_again(text: str, look_again: date | None) -> None:
    (found,) = find_dates(text, near=NEAR)
    assert (found.kind, found.date, found.text, found.suggested) == ("fuzzy", None, text, look_again)


@pytest.mark.parametrize("pattern", [*FIXED, *FUZZY], ids=lambda pattern: pattern.name)
def test_each_pattern_finds_its_own_example(pattern: object) -> None:
    assert pattern.regex.search(pattern.example)  # type: ignore[attr-defined]  # parametrize hides the type


def test_midsummer_eve_is_a_friday_in_the_right_week() -> None:
    for year in range(1990, 2060):
        eve = midsummer_eve(year)
        assert eve.weekday() == 4
        assert 19 <= eve.day <= 25


def test_dates_and_times_are_written_the_swedish_way() -> None:
    assert long_date(date(2026, 9, 24)) == "torsdag 24 september 2026"
    assert short_date(date(2026, 9, 24)) == "24 sep 2026"
    assert clock(time(13, 30)) == "13.30"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_what_is_written_long_is_read_again(day: date) -> None:
    (found,) = find_dates(long_date(day), near=None)
    assert (found.date, found.contradicts) == (day, False)


@given(st.text(alphabet=st.sampled_from("0123456789 -/.:majden§årvtil\n"), max_size=200))
def test_places_are_in_order_and_hold_their_text(text: str) -> None:
    found = find_dates(text, near=NEAR)
    assert all(text[each.span[0] : each.span[1]] == each.text for each in found)
    assert all(one.span[1] <= other.span[0] for one, other in pairwise(found))
