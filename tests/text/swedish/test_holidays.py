"""The days nobody calls a meeting, each with its name in running text."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.text.swedish.holidays import holidays, why_closed


def test_the_days_of_the_law_have_their_names() -> None:
    names = set(holidays(2026).values())

    assert {"nyårsdagen", "trettondedag jul", "långfredagen", "annandag påsk", "första maj"} <= names
    assert {"Kristi himmelsfärdsdag", "nationaldagen", "midsommardagen", "alla helgons dag", "juldagen"} <= names


def test_a_common_sunday_is_no_holiday() -> None:
    assert date(2026, 9, 27) not in holidays(2026)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 3), "långfredagen"),
        (date(2026, 4, 2), "dagen före långfredagen"),
        (date(2026, 4, 30), "dagen före första maj"),
        (date(2026, 5, 15), "dagen efter Kristi himmelsfärdsdag"),
        (date(2026, 6, 17), "midsommarveckan"),
        (date(2026, 7, 1), "semestertid i juli"),
        (date(2026, 12, 29), "jul- och nyårshelgen"),
        (date(2026, 9, 26), "helg"),
        (date(2026, 9, 24), None),
    ],
)
def test_a_day_says_why_nobody_meets(day: date, why: str | None) -> None:
    assert why_closed(day) == why
