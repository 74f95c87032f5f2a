"""Whatever is taken off an agenda comes back to the very place it had."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from radslag.base.core.actor import SYSTEM
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, Meeting
from tests.cast import Cast
from tests.meetings.planning import agenda, plan

# What stands outside the parts, then each part: how many sub-items every item has.
SHAPES = st.lists(st.lists(st.integers(0, 2), max_size=3), min_size=1, max_size=3).filter(any)


def shaped(cast: Cast, shape: list[list[int]]) -> Meeting:
    """A planned meeting with items of this shape."""
    meeting = plan(cast)
    for number, items in enumerate(shape):
        part = actions.add_section(meeting=meeting, title=f"Del {number}", by=SYSTEM) if number else None
        for place, below in enumerate(items):
            top = _item(meeting, part, f"{number}-{place}", place)
            for letter in range(below):
                _item(meeting, part, f"{top.title}-{letter}", letter, top)
    return meeting


def _item(meeting: Meeting, part: Any, title: str, position: int, parent: AgendaItem | None = None) -> AgendaItem:
    return AgendaItem.objects.create(
        collaboration=meeting.collaboration,
        meeting=meeting,
        section=part,
        parent=parent,
        position=1000 + AgendaItem.objects.of_meeting(meeting).count(),
        title=title,
    )


def standing(meeting: Meeting) -> list[tuple[object, ...]]:
    """Every item with its number, part and parent, in order."""
    rows = AgendaItem.objects.of_meeting(meeting).order_by("position", "pk")
    return list(rows.values_list("position", "number", "title", "section__title", "parent__title"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shape=SHAPES, data=st.data())
def test_any_items_removed_and_taken_back_stand_where_they_stood(
    cast: Cast, shape: list[list[int]], data: st.DataObject
) -> None:
    Meeting.objects.planned().delete()
    meeting = shaped(cast, shape)
    _settle(meeting)
    before, gone = standing(meeting), []
    for _turn in range(data.draw(st.integers(1, 2))):
        items = list(AgendaItem.objects.of_meeting(meeting).order_by("position"))
        if items:
            item = items[data.draw(st.integers(0, len(items) - 1))]
            gone.append(actions.remove_item(item=item, by=SYSTEM).event)
    for event in reversed(gone):
        actions.restore_item(meeting=meeting, event=event, by=SYSTEM)
    assert standing(meeting) == before


def _settle(meeting: Meeting) -> None:
    """Give every item its number and place."""
    extra = actions.add_item(meeting=meeting, title="Tillfällig", by=SYSTEM)
    actions.remove_item(item=extra, by=SYSTEM)


def test_the_first_item_of_a_part_comes_back_first(cast: Cast) -> None:
    meeting = plan(cast, "A")
    part = actions.add_section(meeting=meeting, title="Del 2", by=SYSTEM)
    first = actions.add_item(meeting=meeting, title="B", section=part, by=SYSTEM)
    actions.add_item(meeting=meeting, title="C", section=part, by=SYSTEM)
    removed = actions.remove_item(item=first, by=SYSTEM)
    actions.restore_item(meeting=meeting, event=removed.event, by=SYSTEM)
    assert agenda(meeting) == ["1 A", "2 B", "3 C"]


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_a_sub_item_comes_back_with_its_letter(cast: Cast, letter: str) -> None:
    meeting = plan(cast, "Ett")
    top = AgendaItem.objects.get(meeting=meeting)
    for title in "abc":
        actions.add_item(meeting=meeting, title=title, parent=top, by=SYSTEM)
    removed = actions.remove_item(item=AgendaItem.objects.get(meeting=meeting, title=letter), by=SYSTEM)
    actions.restore_item(meeting=meeting, event=removed.event, by=SYSTEM)
    assert agenda(meeting) == ["1 Ett", "1a a", "1b b", "1c c"]


def test_when_those_before_it_went_after_it_the_ones_still_there_tell_the_place(cast: Cast) -> None:
    meeting = plan(cast, "Ett", "Två", "Tre", "Fyra")
    items = {each.title: each for each in AgendaItem.objects.of_meeting(meeting)}
    events = [actions.remove_item(item=items[title], by=SYSTEM).event for title in ("Tre", "Två")]
    for event in events:
        actions.restore_item(meeting=meeting, event=event, by=SYSTEM)
    assert agenda(meeting) == ["1 Ett", "2 Två", "3 Tre", "4 Fyra"]
