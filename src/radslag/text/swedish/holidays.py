"""Swedish holidays: those documents use as deadlines, and the days nobody calls a meeting.

The days of law 1989:253 om allmänna helgdagar come from a library; the eves are holidays in all but the law's name.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


def midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June (law 1989:253 puts Midsummer Day on the Saturday after)."""
    first = date(year, 6, 19)
    return first + timedelta(days=(4 - first.weekday()) % 7)


@lru_cache(maxsize=64)
def holidays(year: int) -> dict[date, str]:
    """The public holidays of a year, each with its name as in running text; Sundays only when they have one."""
    # Loaded when first asked for: it takes a tenth of a second, and a reader of documents seldom needs it.
    from holidays import country_holidays

    named = country_holidays("SE", years=year, language="sv")
    return {day: _within_a_sentence(name) for day, name in named.items() if name != "Söndag"}


def _within_a_sentence(name: str) -> str:
    return name if name.startswith("Kristi") else name[:1].lower() + name[1:]


def why_closed(day: date) -> str | None:
    """What day or time it is, when no meeting is called on it ("midsommarveckan"); None for a working day.

    Weekends, public holidays and the days before them (and the Friday after Ascension Day), midsummer week, the
    weeks from Christmas to Epiphany, and July.
    """
    if day.weekday() >= 5:
        return "helg"
    if name := holidays(day.year).get(day):
        return name
    if day.month == 7:
        return "semestertid i juli"
    if day.isocalendar()[:2] == midsummer_eve(day.year).isocalendar()[:2]:
        return "midsommarveckan"
    if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 6):
        return "jul- och nyårshelgen"
    after = day + timedelta(days=1)
    if after.weekday() != 6 and (name := holidays(after.year).get(after)):
        return f"dagen före {name}"
    if holidays(day.year).get(day - timedelta(days=1)) == "Kristi himmelsfärdsdag":
        return "dagen efter Kristi himmelsfärdsdag"
    return None
