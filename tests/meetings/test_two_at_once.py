"""Two coordinators who move things at the same moment do it one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from radslag.base.audit.actions import verify
from radslag.base.core.actor import SYSTEM
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, Meeting
from tests.cast import make_cast
from tests.meetings.planning import item, plan

AT_ONCE = 4
EACH = 4


def _keep_moving(meeting: Meeting, title: str, barrier: Barrier) -> None:
    barrier.wait(10)
    try:
        for number in range(EACH):
            (actions.move_up if number % 2 else actions.move_down)(item=item(meeting, title), by=SYSTEM)
            actions.add_item(meeting=meeting, title=f"{title} {number}", by=SYSTEM)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_positions_and_numbers_stay_whole() -> None:
    titles = [f"Fråga {letter}" for letter in "ABCD"]
    meeting, barrier = plan(make_cast(), *titles), Barrier(AT_ONCE)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for done in [pool.submit(_keep_moving, meeting, title, barrier) for title in titles]:
            done.result(60)
    items = AgendaItem.objects.of_meeting(meeting).in_order()
    expected = list(range(1, AT_ONCE * (EACH + 1) + 1))
    assert [each.position for each in items] == expected
    assert [each.number for each in items] == [str(number) for number in expected]
    assert list(verify()) == []
