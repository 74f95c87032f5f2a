"""The example's calendar: everything lies so and so far from the day it is made, and nobody meets on a holiday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import holidays

from radslag.text.swedish.holidays import midsummer_eve

# ISO weeks in which Swedish municipalities hold no meetings: July, Christmas and New Year.
IDLE_WEEKS = frozenset({27, 28, 29, 30, 31, 52, 53, 1})
YEARS = 4  # to each side of today that the calendar covers
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Days counted from `today`. Weeks are counted among those in which anybody meets; week 0 is this or the last."""

    today: date

    @cached_property
    def _mondays(self) -> tuple[list[date], int]:
        first = self.today - timedelta(days=self.today.weekday(), weeks=52 * YEARS)
        every = (first + timedelta(weeks=week) for week in range(104 * YEARS))
        mondays = [monday for monday in every if monday.isocalendar().week not in IDLE_WEEKS]
        return mondays, max(place for place, monday in enumerate(mondays) if monday <= self.today)

    @cached_property
    def _holidays(self) -> frozenset[date]:
        years = range(self.today.year - YEARS - 1, self.today.year + YEARS + 2)
        eves = {eve for year in years for eve in (midsummer_eve(year), date(year, 12, 24), date(year, 12, 31))}
        return frozenset(holidays.country_holidays("SE", years=years)) | eves

    def week(self, number: int) -> date:
        """The Monday of a week so many working weeks from now."""
        mondays, here = self._mondays
        return mondays[here + number]

    def is_free(self, day: date) -> bool:
        """Whether nobody works on the day. The eves of midsummer, Christmas and New Year are free like holidays."""
        return day.weekday() >= 5 or day in self._holidays

    def meeting_day(self, week: int, weekday: int) -> date:
        """The weekday (0 is Monday) of a week; where that is free, the nearest working day of the same week."""
        monday = self.week(week)
        nearest = sorted(range(5), key=lambda each: (abs(each - weekday), each > weekday))
        return next(day for each in nearest if not self.is_free(day := monday + timedelta(days=each)))

    def working_day(self, day: date, step: int = 1) -> date:
        """The day itself when people work on it, else the nearest after it (or before it, with a step of -1)."""
        while self.is_free(day):
            day += step * DAY
        return day

    def ahead(self, days: int) -> date:
        """A working day so many days from today or a little farther; with a negative number, behind."""
        return self.working_day(self.today + timedelta(days=days), 1 if days > 0 else -1)
