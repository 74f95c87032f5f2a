"""What is late or due soon, for the one who follows it up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from radslag.domain.decisions.models import Assignment, Strength
from tests.cast import Cast
from tests.paperwork import logged_assignment
from tests.web.pages import links, read, words

OVERVIEW = "/sjobygden/oversikt/"


def _due(cast: Cast, what: str, day: date, strength: str = Strength.DECIDED) -> Assignment:
    task = logged_assignment(cast.held.items[0], what, day)
    task.strength = strength
    task.save()
    return task


@pytest.mark.parametrize(
    ("days", "told"), [(-1, "2 försenade"), (0, "1 ska vara klart inom två veckor"), (14, "1 ska")]
)
def test_late_and_soon_are_counted_apart(cast: Cast, days: int, told: str) -> None:
    _due(cast, "skriver klart", timezone.localdate() + timedelta(days=days))
    assert told in read(cast.sign_in("coordinator"), OVERVIEW)


def test_what_is_due_later_is_not_told_of(cast: Cast) -> None:
    _due(cast, "väntar länge till", timezone.localdate() + timedelta(days=15))
    assert "Väntar länge till" not in read(cast.sign_in("coordinator"), OVERVIEW)


def test_what_was_only_proposed_is_nobodys_yet(cast: Cast) -> None:
    _due(cast, "föreslås göra något", timezone.localdate(), Strength.PROPOSED)
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert "Föreslås göra något" not in page
    assert "inom två veckor" not in page


def test_a_line_says_what_who_by_when_and_where_it_stands(cast: Cast) -> None:
    answer = cast.sign_in("coordinator").get(OVERVIEW)
    assert "Tar fram en gemensam kostnadskalkyl försenat Åmål · Kommundirektörsgruppen 2024-02-14" in words(answer)
    assert "senast 31 maj 2024" in words(answer)
    assert f"/sjobygden/uppdrag/{cast.held.late.uuid}/" in links(answer)
    assert any(link.startswith("/sjobygden/kalla/") for link in links(answer))


def test_many_late_ones_leave_room_for_those_due_soon(cast: Cast) -> None:
    today = timezone.localdate()
    for number in range(20):
        _due(cast, f"sen nummer {number:02}", today - timedelta(days=40 - number))
        _due(cast, f"snart nummer {number:02}", today + timedelta(days=1))
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert (page.count("Sen nummer"), page.count("Snart nummer")) == (4, 4)
    assert page.index("Sen nummer 16") < page.index("Sen nummer 19") < page.index("Snart nummer")


def test_the_counts_lead_to_the_log_filtered(cast: Cast) -> None:
    found = links(cast.sign_in("coordinator").get(OVERVIEW))
    assert "/sjobygden/uppdrag/?status=forsenat&sort=senast" in found
    assert "/sjobygden/uppdrag/?status=oppet&sort=senast" in found


def test_nothing_late_is_said_in_a_sentence(cast: Cast) -> None:
    Assignment.objects.of(cast.collaboration).update(due=None)
    assert "Inget uppdrag är försenat, och inget ska" in read(cast.sign_in("coordinator"), OVERVIEW)
