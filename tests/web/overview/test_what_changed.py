"""What has changed lately, in sentences, many alike in one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from radslag.base.core.actor import Actor
from radslag.base.people.actions import create_body
from radslag.domain.decisions.actions import mark_done
from radslag.domain.meetings.actions import plan_meeting
from tests.cast import Cast
from tests.paperwork import logged_assignment
from tests.web.pages import read

OVERVIEW = "/sjobygden/oversikt/"
EVA = Actor("user", None, "Eva Ek")


def _finish(cast: Cast, count: int) -> None:
    for number in range(count):
        task = logged_assignment(cast.held.items[0], f"blir klar {number}")
        task.save()
        mark_done(assignment=task, day=date(2024, 5, 2), by=EVA)


def test_one_thing_is_told_as_it_is_and_can_be_opened(cast: Cast) -> None:
    _finish(cast, 1)
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert "Eva Ek markerade ett uppdrag som klart: blir klar 0 Visa uppdrag" in page


def test_many_alike_on_a_day_are_one_line(cast: Cast) -> None:
    _finish(cast, 5)
    create_body(collaboration=cast.collaboration, name="Nya gruppen", by=EVA)
    _finish(cast, 7)
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert page.count("Eva Ek markerade") == 1
    assert "Eva Ek markerade 12 uppdrag som klara." in page
    assert "Eva Ek lade till gruppen Nya gruppen." in page


@pytest.mark.parametrize("role", ["member", "observer", "chair"])
def test_who_may_not_read_the_trail_is_not_told(cast: Cast, role: str) -> None:
    _finish(cast, 1)
    assert "Eva Ek" not in read(cast.sign_in(role), OVERVIEW)


def test_a_plan_is_told_to_who_may_read_drafts_and_to_nobody_else(cast: Cast) -> None:
    plan_meeting(body=cast.board, day=timezone.localdate() + timedelta(days=30), by=EVA)
    sentence = "Eva Ek började förbereda mötet"
    assert sentence in read(cast.sign_in("coordinator"), OVERVIEW)
    assert sentence in read(cast.sign_in("registrar"), OVERVIEW)
    assert sentence not in read(cast.sign_in("member"), OVERVIEW)
