"""The days nobody calls a meeting, against a library of holidays that is not ours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays import country_holidays

from radslag.text.swedish.holidays import easter, holidays, why_closed

YEARS = range(2000, 2100)


def test_every_public_holiday_of_a_century_is_known() -> None:
    for year in YEARS:
        theirs = {day for day, name in country_holidays("SE", years=year).items() if name != "Söndag"}
        # The National Day has been a holiday since 2005; before that nobody is hurt by keeping it free.
        ours = set(holidays(year)) - ({date(year, 6, 6)} if year < 2005 else set())
        assert theirs - ours <= {date(year, 5, 31)} | {easter(year) + timedelta(days=50)}
        assert ours <= theirs


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
