"""Dates and times as Swedish documents write them, found and written.

An own parser: a general one turned "11 juni" into June 2011 without a word. What is not a fixed day stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from radslag.text.swedish.holidays import midsummer_eve

SEASONS = {"våren": (5, 31), "sommaren": (8, 31), "hösten": (11, 30), "jul": (12, 23), "nyår": (12, 30)}
Span = tuple[int, int]
Day = date  # the class below has a field of that name

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
SHORT_MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")

_WEEKDAY = r"(?:(?P<weekday>(?:mån|tis|ons|tors|fre|lör|sön)dag)(?:en)?,? (?:den )?)?"
_DAY = r"(?P<day>[0-3]?\d)(?::?e|:de|:a)?"
_TO = r"(?: ?(?:-|–|—|till|och) ?[0-3]?\d(?::?e)?)?"
_MONTH = (
    r"(?P<month>jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)


@dataclass(frozen=True)
class Pattern:
    """One way of writing a date, with an example a test reads."""

    name: str
    example: str
    regex: re.Pattern[str]


def _pattern(name: str, example: str, regex: str) -> Pattern:
    return Pattern(name, example, re.compile(regex, re.IGNORECASE))


FIXED = (
    _pattern("iso", "2020-05-27", rf"{_WEEKDAY}(?<![\d-])(?P<year>(?:19|"
        rf"20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"),
    _pattern("compact", "20200527", r"(?<![\d-])(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|"
        r"3[01])(?!\d|-\d{4})"),
    _pattern(
        "words",
        "onsdagen den 27 maj 2020",
        rf"{_WEEKDAY}(?:den )?(?<![\d/.:-]){_DAY}{_TO} {_MONTH}(?:,? (?P<year>(?:19|20)\d\d)(?![\d/]))?",
    ),
    _pattern("slash", "23/4 2020", rf"{_WEEKDAY}(?:den )?(?<![\d/])(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/]|"
        rf"\.\d)(?:[ -](?P<year>20\d\d)(?!\d))?"),
    _pattern(
        "code",
        "datetime(year: 2020, month: 5, day: 27)",
        r"\byear: (?P<year>20\d\d), month: (?P<month>\d{1,2}), day: (?P<day>\d{1,2})\b",
    ),
    _pattern("dots", "27.5.2020", r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>20\d\d)(?!\d)"),
)  # fmt: skip
FUZZY = (
    _pattern("midsummer", "senast till midsommar", r"(?:senast )?(?:till|före|innan|efter|vid|inför) midsommar\w*"),
    _pattern("season", "efter sommaren", r"(?:senast )?(?:till|före|innan|efter|under|inför|i|vid) (?P<season>våren|"
        r"sommaren|hösten|vintern|semestern|semestrarna|jul|nyår|påsk)(?: (?P<year>20\d\d))?\b"),
    _pattern("turn of the year", "vid årsskiftet", r"(?:senast )?(?:till|före|innan|efter|vid|inför) (?:kommande |"
        r"nästa )?årsskiftet(?: 20\d\d/20\d\d)?"),
    _pattern(
        "week",
        "v. 36",
        r"(?:senast )?(?:under )?(?:\bv\.? ?|\bvecka )(?P<week>[0-5]?\d)\b(?: (?P<year>20\d\d))?",
    ),
    _pattern("quarter", "Q2", r"\b(?:Q(?P<quarter>[1-4])|(?:första|andra|tredje|"
        r"fjärde) kvartalet)(?: (?P<year>20\d\d))?\b"),
    _pattern("end of", "i slutet av maj", r"(?:i|till|under) (?:början|mitten|slutet) (?:av|på) (?:\w+ )?\w+"),
    _pattern("next meeting", "till nästa möte", r"(?:senast )?(?:till|på|vid|inför|innan|före|under) (?:nästa|"
        r"nästkommande|kommande|näst följande) (?:ordinarie )?\w*(?:möte|möten|mötet|"
        r"sammanträde|sammanträdet|träff|träffen)\b"),
    _pattern("meeting of a month", "på mötet i december", r"(?:senast )?(?:till|på|vid|inför|före) (?:\w*möte(?:t)?|"
        r"\w*sammanträde(?:t)?) i (?:" + "|".join(MONTHS) + r")\b|(?:senast )?(?:till|på|vid|inför|före) (?:"
        + "|".join(MONTHS) + r")(?:mötet|sammanträdet|träffen)\b"),
    _pattern("relative", "om en månad", r"\b(?:nästa|kommande) (?:vecka|månad|år|termin)\b|\bom (?:en|två|tre|fyra|"
        r"sex|\d) (?:vecka|veckor|månad|månader|år)\b"),
    _pattern("recurring", "regelbundet", r"\b(?:regelbundet|löpande|kontinuerligt|fortlöpande|årligen|tills vidare|"
        r"tillsvidare|snarast(?: möjligt)?|omgående|så snart som möjligt)\b"),
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A time in a text. `date` is None where the text does not fix the day (a fuzzy time, or no year and no reference).

    `kind` is "date", "range" (then the first day) or "fuzzy"; `inferred_year`: the year is not written;
    `suggested`: for a fuzzy time, a day on which to look again; `weekday` (0 Monday): what is written, if any;
    `contradicts`: the written weekday is not that of the written date.
    """

    date: Day | None
    span: Span
    text: str
    kind: str
    inferred_year: bool = False
    suggested: Day | None = None
    day_month: tuple[int, int] | None = None
    weekday: int | None = None
    contradicts: bool = False


def find_dates(text: str, *, near: date | None, ahead: bool = False) -> list[Found]:
    """Every date and fuzzy time in TEXT, in order, none overlapping.

    A year that is not written is the one that comes closest to NEAR (with AHEAD: the first not before it), agreeing
    with a written weekday within four years; without NEAR it stays unknown.
    """
    taken: list[Found] = []
    for found in sorted([*_fixed(text, near, ahead), *_fuzzy(text, near)], key=lambda found: found.span[0]):
        if not taken or found.span[0] >= taken[-1].span[1]:
            taken.append(found)
    return taken


def _fixed(text: str, near: date | None, ahead: bool) -> Iterator[Found]:
    for pattern in FIXED:
        for match in pattern.regex.finditer(text):
            found = _found(match, near, ahead)
            if found is not None:
                yield found


def _found(match: re.Match[str], near: date | None, ahead: bool) -> Found | None:
    parts = match.groupdict()
    day, month = int(parts["day"]), _month(parts["month"])
    if not _is_day(2000, month, day):
        return None
    weekday = _weekday(parts.get("weekday"))
    written = int(parts["year"]) if parts.get("year") else None
    if written is not None and not _is_day(written, month, day):
        return None
    chosen = date(written, month, day) if written else _nearest(month, day, weekday, near, ahead)
    return Found(
        date=chosen,
        span=match.span(),
        text=match[0],
        kind="range" if re.search(r"\d(?::?e)? ?(?:-|–|—|till|och) ?\d+(?::?e)? [a-z]", match[0]) else "date",
        inferred_year=written is None and chosen is not None,
        day_month=(day, month),
        weekday=weekday,
        contradicts=written is not None and weekday is not None and date(written, month, day).weekday() != weekday,
    )


def _fuzzy(text: str, near: date | None) -> Iterator[Found]:
    for pattern in FUZZY:
        for match in pattern.regex.finditer(text):
            yield Found(None, match.span(), match[0], "fuzzy", suggested=_suggested(pattern.name, match, near))


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _weekday(word: str | None) -> int | None:
    return WEEKDAYS.index(word.lower()) if word else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _nearest(month: int, day: int, weekday: int | None, near: date | None, ahead: bool) -> date | None:
    if near is None:
        return None
    years = [year for year in range(max(1, near.year - 4), min(9999, near.year + 4) + 1) if _is_day(year, month, day)]
    days = [date(year, month, day) for year in years]
    fitting = [each for each in days if weekday is None or each.weekday() == weekday] or days
    if ahead:
        fitting = [each for each in fitting if each >= near] or fitting
    return min(fitting, key=lambda each: abs(each - near))


def _suggested(name: str, match: re.Match[str], near: date | None) -> date | None:
    """A day to look again for the fuzzy times that have a plain one; the coordinator may change it."""
    if near is None or near.year > 9990:
        return None
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else near.year
    ends = [day for each in (year, year + 1) if (day := _end_of(name, parts, each))]
    return next((each for each in ends if each >= near), ends[-1] if ends else None)


def _end_of(name: str, parts: dict[str, str | None], year: int) -> date | None:
    """The last day of a fuzzy time in the year."""
    if name == "midsummer":
        return midsummer_eve(year)
    if name == "turn of the year":
        return date(year, 12, 31)
    if name == "week" and 1 <= int(parts["week"] or 0) <= 52:
        return date.fromisocalendar(year, int(parts["week"] or 1), 5)
    if name == "quarter" and parts["quarter"]:
        return _end_of_quarter(year, int(parts["quarter"]))
    end = SEASONS.get((parts.get("season") or "").lower())
    return date(year, *end) if end else None


def _end_of_quarter(year: int, quarter: int) -> date:
    return date(year + quarter // 4, quarter * 3 % 12 + 1, 1) - timedelta(days=1)


def long_date(day: date) -> str:
    """ "torsdag 24 september 2026" """
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """ "24 sep 2026" """
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def clock(moment: time) -> str:
    """ "13.30" """
    return f"{moment.hour}.{moment.minute:02}"
