"""When a body would meet next, from when it has met before. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from radslag.text.swedish.holidays import why_closed

WEEK = timedelta(days=7)
REMEMBERED = 9  # the meetings a habit is read from: a year or a little more
LONGEST = 30  # weeks; two meetings farther apart are no rhythm but a pause
UNUSED = 6  # weeks to the next meeting where no rhythm can be seen
WARNING = timedelta(days=14)  # so that there is time to call the meeting
TUESDAY, FRIDAY = 1, 4
# How far to look, in weeks from the usual day: later first, but a week earlier rather than two later.
STEPS = (0, 1, -1, *range(2, 60))


class Basis(StrEnum):
    """What a proposed day rests on."""

    ANNOUNCED = "announced"
    RHYTHM = "rhythm"
    ONE_MEETING = "one"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Proposal:
    """A day and why. `weeks` between meetings and `weekday` (0 Monday) as usual, None where no habit can be seen.

    `passed_over`: days that would have come first, each with why it was not taken.
    """

    day: date
    basis: Basis
    weeks: int | None
    weekday: int | None
    passed_over: tuple[tuple[date, str], ...] = ()


def propose(
    dates: Sequence[date],
    *,
    today: date,
    announced: date | None,
    avoid: Callable[[date], str | None],
) -> Proposal:
    """A working day after today and after the last of DATES.

    A day a document announces is taken as it is, also when AVOID has something against it: somebody has decided it.
    Only a day when nobody meets (a Sunday, a holiday) is passed over: then the document is wrong.
    """
    days = sorted(set(dates))
    earliest = max([today, *days[-1:]])
    weeks, weekday = usual_interval(days), usual_weekday(days)
    passed: list[tuple[date, str]] = []
    if announced is not None and announced > earliest:
        against = why_closed(announced)
        if against is None:
            return Proposal(announced, Basis.ANNOUNCED, weeks, weekday)
        passed.append((announced, against))
    target = announced if passed and announced is not None else _target(days, today, weeks)
    basis = Basis.NOTHING if not days else Basis.RHYTHM if weeks else Basis.ONE_MEETING
    target = _on(target, weekday if weekday is not None else TUESDAY)
    day = _first_free(target, earliest, avoid, passed)
    return Proposal(day, basis, weeks, weekday, tuple(passed))


def _target(days: Sequence[date], today: date, weeks: int | None) -> date:
    target = days[-1] + (weeks or UNUSED) * WEEK if days else today + UNUSED * WEEK
    # A rhythm that was broken off is taken up again, with time left to call the meeting.
    return target if target > today else today + WARNING


def _on(day: date, weekday: int) -> date:
    """The day of the same week that is this weekday."""
    return day + timedelta(days=weekday - day.weekday())


def _first_free(
    target: date, earliest: date, avoid: Callable[[date], str | None], passed: list[tuple[date, str]]
) -> date:
    for candidate in _candidates(target, earliest):
        against = why_closed(candidate) or avoid(candidate)
        if against is None:
            return candidate
        passed.append((candidate, against))
    # Somebody meets every week: then only the calendar is asked.
    return next(day for day in _candidates(target, earliest) if why_closed(day) is None)


def _candidates(target: date, earliest: date) -> Iterator[date]:
    return (day for step in STEPS if (day := target + step * WEEK) > earliest)


def usual_interval(days: Sequence[date]) -> int | None:
    """Weeks between meetings, as a rule; None when it has met once, or never within half a year."""
    recent = sorted(set(days))[-REMEMBERED:]
    gaps = [round((later - before).days / 7) for before, later in pairwise(recent)]
    close = [gap for gap in gaps if 1 <= gap <= LONGEST]
    return max(1, round(median(close))) if close else None


def usual_weekday(days: Sequence[date]) -> int | None:
    """The working day it most often meets on (0 Monday), the latest habit where two are as usual; None for none."""
    recent = [day.weekday() for day in sorted(set(days), reverse=True)[:REMEMBERED] if day.weekday() <= FRIDAY]
    counts = Counter(recent)
    return max(counts, key=lambda weekday: (counts[weekday], -recent.index(weekday))) if counts else None
