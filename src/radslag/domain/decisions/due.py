"""When something is to be done, from what a document says. Pure.

A day stands in the document; or a meeting is named ("till nästa styrelsemöte", "på mötet i december"); or the words
have a day to look again ("till midsommar", "efter sommaren"); or there is nothing but a promise to come back (W37).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from radslag.text.swedish.dates import MONTHS, find_dates

NEXT = re.compile(
    r"\b(?:nästa|kommande|nästkommande|näst följande)\s+(?:ordinarie\s+)?"
    r"(?P<named>\w*?)s?(?:möten|mötet|möte|sammanträdet|sammanträde|träffen|träff)\b",
    re.IGNORECASE,
)
_MONTH = "|".join(MONTHS)
OF_MONTH = re.compile(
    rf"\b\w*(?:möte|mötet|sammanträde|sammanträdet|träff|träffen)\s+i\s+(?P<month>{_MONTH})\b"
    rf"|\b(?P<month2>{_MONTH})(?:möte|sammanträde|träff)\w*",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"återkom|återkoppl|återrapport|avrapport|återredovis|återför|rapporter(?:a|as|ar)\b|löpande|regelbundet"
)


@dataclass(frozen=True)
class MeetingDay:
    """A meeting there is, or one that is planned: of which body (its key), on which day."""

    body: int
    day: date


@dataclass(frozen=True)
class Due:
    """`day`: when it is to be done. `meeting`: that day is a meeting's. `waits_for`: the key of the body whose next
    meeting it is to be done by, when there is no such meeting yet. All empty: no time is given.
    """

    day: date | None = None
    meeting: bool = False
    waits_for: int | None = None

    @property
    def known(self) -> bool:
        """Whether a time was given at all."""
        return self.day is not None or self.waits_for is not None


def due_of(
    *,
    due: date | None,
    words: str,
    given: date,
    giver: int,
    meetings: Sequence[MeetingDay],
    body_named: Callable[[str], int | None],
) -> Due:
    """When something given on a day by a body (its key) is to be done.

    `body_named` answers which body the first part of "styrelsemöte" means, None when that is not certain.
    """
    if due is not None:
        return Due(due, any(each.day == due and each.body == giver for each in meetings))
    if named := NEXT.search(words):
        body = body_named(named["named"]) if named["named"] else giver
        # A name nobody knows: "nästa gruppmöte" in the group's own minutes is its own.
        return _next(body or giver, given, meetings)
    if of_month := OF_MONTH.search(words):
        month = MONTHS.index((of_month["month"] or of_month["month2"]).lower()) + 1
        return _in_month(month, giver, given, meetings)
    return _worded(words, given)


def _worded(words: str, given: date) -> Due:
    """A day in the words, or one on which to look again."""
    found = next((each for each in find_dates(words, near=given, ahead=True) if each.date or each.suggested), None)
    return Due(found.date or found.suggested) if found is not None else Due()


def _next(body: int, given: date, meetings: Sequence[MeetingDay]) -> Due:
    days = [each.day for each in meetings if each.body == body and each.day > given]
    return Due(min(days), True) if days else Due(waits_for=body)


def _in_month(month: int, body: int, given: date, meetings: Sequence[MeetingDay]) -> Due:
    year = given.year if month >= given.month else given.year + 1
    days = [each.day for each in meetings if each.body == body and (each.day.year, each.day.month) == (year, month)]
    last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    return Due(min(days), True) if days else Due(date.fromordinal(last))


def is_promise(what: str, words: str) -> bool:
    """Whether somebody is to come back with it, whatever the time."""
    return bool(PROMISE.search(f"{what} {words}".casefold()))
