"""Swedish holidays: those documents use as deadlines, and the days nobody calls a meeting.

The days are those of law 1989:253 om allmänna helgdagar; the eves are holidays in all but the law's name.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


def midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June (law 1989:253 puts Midsummer Day on the Saturday after)."""
    first = date(year, 6, 19)
    return first + timedelta(days=(4 - first.weekday()) % 7)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (the anonymous algorithm of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def all_saints(year: int) -> date:
    """The Saturday between 31 October and 6 November."""
    first = date(year, 10, 31)
    return first + timedelta(days=(5 - first.weekday()) % 7)


@lru_cache(maxsize=64)
def holidays(year: int) -> dict[date, str]:
    """The public holidays of a year but the Sundays, each with its name."""
    sunday = easter(year)
    return {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        sunday - timedelta(days=2): "långfredagen",
        sunday: "påskdagen",
        sunday + timedelta(days=1): "annandag påsk",
        date(year, 5, 1): "första maj",
        sunday + timedelta(days=39): "Kristi himmelsfärdsdag",
        sunday + timedelta(days=49): "pingstdagen",
        date(year, 6, 6): "nationaldagen",
        midsummer_eve(year) + timedelta(days=1): "midsommardagen",
        all_saints(year): "alla helgons dag",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
    }


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
