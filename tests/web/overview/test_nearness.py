"""How far off a day is, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from radslag.web.secretariat.pages.overview.nearness import nearness

TODAY = date(2026, 9, 24)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "i dag"),
        (1, "i morgon"),
        (-1, "i går"),
        (2, "om 2 dagar"),
        (14, "om 14 dagar"),
        (15, "om 2 veckor"),
        (69, "om 10 veckor"),
        (70, "om 2 månader"),
        (-400, "för 13 månader sedan"),
        (-1100, "för 3 år sedan"),
    ],
)
def test_it_is_said_in_the_unit_that_tells_most(days: int, words: str) -> None:
    assert nearness(TODAY + timedelta(days=days), TODAY) == words
