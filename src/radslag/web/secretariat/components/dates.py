"""Dates, times and numbers as they are written in the active language."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from radslag.text.swedish import dates as swedish

THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"


def _in_english() -> bool:
    return (get_language() or "sv").startswith("en")


def _day(value: dt.date) -> dt.date:
    """The day of an instant in the time zone of the page; a plain day as it is."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def _time(value: dt.time | dt.datetime) -> dt.time:
    if isinstance(value, dt.datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).time()
    return value


def long_date(value: dt.date | None) -> str:
    """ "torsdag 24 september 2026", or "Thursday 24 September 2026"; nothing for nothing."""
    if not value:
        return ""
    day = _day(value)
    return date_format(day, "l j F Y") if _in_english() else swedish.long_date(day)


def short_date(value: dt.date | None) -> str:
    """ "2026-09-24" in both languages: the form for tables."""
    return _day(value).isoformat() if value else ""


def clock(value: dt.time | dt.datetime | str | None) -> str:
    """ "13.30" in Swedish, "13:30" in English. What a template lacks comes as "": nothing."""
    if value is None or isinstance(value, str):
        return ""
    moment = _time(value)
    return moment.strftime("%H:%M") if _in_english() else swedish.clock(moment)


def times(start: dt.time | dt.datetime | None, end: dt.time | dt.datetime | None = None) -> str:
    """ "13.30–17.00"; the start alone when the end is not known."""
    return "–".join(word for word in (clock(start), clock(end)) if word)


def number(value: float | str | None) -> str:
    """ "12 500" with a narrow no-break space in Swedish, "12,500" in English."""
    if value is None or isinstance(value, str):
        return ""
    text = f"{value:,}"
    return text if _in_english() else text.replace(",", THIN_SPACE).replace(".", ",")
