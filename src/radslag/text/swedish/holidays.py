"""Swedish holidays that documents use as deadlines."""

from __future__ import annotations

from datetime import date, timedelta


def midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June (law 1989:253 puts Midsummer Day on the Saturday after)."""
    first = date(year, 6, 19)
    return first + timedelta(days=(4 - first.weekday()) % 7)
