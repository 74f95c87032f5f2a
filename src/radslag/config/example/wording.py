"""Placeholders in the example's texts: days of meetings, years, and days counted from today.

`<kd3>` is the day of the meeting with that id ("12 februari 2025"), `<kd3+21>` a working day three weeks later,
`<kd3:kort>` the day without its year, `<nu+1>` the next working day from today, `<år:kd3>` the year of a meeting and
`<år:kd3+1>` the year after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from radslag.config.example.days import Calendar
from radslag.text.swedish.dates import MONTHS, WEEKDAYS

PLACEHOLDER = re.compile(r"<(?P<year>år:)?(?P<id>[a-z]+\d*)(?P<shift>[+-]\d+)?(?::(?P<form>kort|iso))?>")
NOW = "nu"


@dataclass(frozen=True)
class Wording:
    """Fills placeholders from a calendar and the days of all meetings."""

    calendar: Calendar
    days: Mapping[str, date]

    def fill(self, text: str) -> str:
        """The text with every placeholder replaced. Raises `KeyError` for a meeting there is not."""
        return PLACEHOLDER.sub(lambda match: self._written(match), text)

    def first_day(self, text: str) -> date | None:
        """The day the first placeholder of a day stands for."""
        match = next((match for match in PLACEHOLDER.finditer(text) if not match["year"]), None)
        return self._day(match["id"], int(match["shift"] or 0)) if match else None

    def _written(self, match: re.Match[str]) -> str:
        if match["year"]:
            return str(self._day(match["id"], 0).year + int(match["shift"] or 0))
        day = self._day(match["id"], int(match["shift"] or 0))
        if match["form"] == "iso":
            return day.isoformat()
        return short(day) if match["form"] == "kort" else long(day)

    def _day(self, name: str, shift: int) -> date:
        if name == NOW:
            return self.calendar.ahead(shift)
        day = self.days[name]
        return self.calendar.working_day(day + timedelta(days=shift)) if shift else day


def short(day: date) -> str:
    """ "12 februari" """
    return f"{day.day} {MONTHS[day.month - 1]}"


def long(day: date) -> str:
    """ "12 februari 2025" """
    return f"{short(day)} {day.year}"


def with_weekday(day: date) -> str:
    """ "onsdagen den 12 februari 2025" """
    return f"{WEEKDAYS[day.weekday()]}en den {long(day)}"
