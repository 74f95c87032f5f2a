"""When something is to be done, from the words of a document. No database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.decisions.due import Due, MeetingDay, due_of, is_promise

BOARD, CHIEFS = 1, 2
GIVEN = date(2026, 3, 25)
MEETINGS = [
    MeetingDay(CHIEFS, date(2026, 1, 14)),
    MeetingDay(CHIEFS, GIVEN),
    MeetingDay(BOARD, date(2026, 4, 28)),
    MeetingDay(CHIEFS, date(2026, 5, 27)),
    MeetingDay(CHIEFS, date(2026, 12, 2)),
]
NAMES = {"kommundirektör": CHIEFS, "styrelse": BOARD}


def due(words: str, day: date | None = None, meetings: list[MeetingDay] | None = None) -> Due:
    """Given by the chief executives on 25 March."""
    known = MEETINGS if meetings is None else meetings
    return due_of(due=day, words=words, given=GIVEN, giver=CHIEFS, meetings=known, body_named=NAMES.get)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("till nästa möte", date(2026, 5, 27)),
        ("Vid nästa kommundirektörsmöte", date(2026, 5, 27)),
        ("senast till nästa styrelsemöte", date(2026, 4, 28)),
        ("på kommande ordinarie sammanträde", date(2026, 5, 27)),
        ("inför nästa okändmöte", date(2026, 5, 27)),
        ("på mötet i december", date(2026, 12, 2)),
        ("till decembermötet", date(2026, 12, 2)),
    ],
)
def test_a_meeting_that_is_named_is_that_bodys_next(words: str, day: date) -> None:
    assert due(words) == Due(day, meeting=True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("senast till midsommar", date(2026, 6, 19)),
        ("efter sommaren", date(2026, 8, 31)),
        ("på mötet i oktober", date(2026, 10, 31)),
        ("vid mötet i februari", date(2027, 2, 28)),
        ("senast den 15 april", date(2026, 4, 15)),
    ],
)
def test_a_time_without_a_meeting_has_a_day_to_look_again(words: str, day: date) -> None:
    assert due(words) == Due(day)


def test_the_day_a_document_fixes_comes_before_its_words() -> None:
    assert due("till nästa möte", day=date(2026, 4, 1)).day == date(2026, 4, 1)


def test_a_meeting_that_is_not_there_yet_is_waited_for() -> None:
    assert due("till nästa styrelsemöte", meetings=[]) == Due(waits_for=BOARD)
    assert due("till nästa möte", meetings=[]) == Due(waits_for=CHIEFS)


@pytest.mark.parametrize("words", ["", "innan arbetet påbörjas", "regelbundet", "så snart som möjligt"])
def test_no_time_is_no_time(words: str) -> None:
    assert not due(words).known


@pytest.mark.parametrize("what", ["återkommer med besked", "återkopplar till gruppen", "återrapporterar läget"])
def test_somebody_who_comes_back_has_promised(what: str) -> None:
    assert is_promise(what, "")
    assert not is_promise("tar fram en kalkyl", "till hösten")


@given(st.text(max_size=80))
def test_any_words_have_an_answer(words: str) -> None:
    found = due(words)
    assert found.waits_for in (None, BOARD, CHIEFS)
    is_promise(words, words)
