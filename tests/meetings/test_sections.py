"""Parts of an agenda: added, changed, moved; taken away without their items, and brought back with them."""

from __future__ import annotations

from datetime import time

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaSection, Meeting
from radslag.domain.meetings.refusal import Refused
from tests.cast import Cast
from tests.meetings.planning import agenda, item, plan


@pytest.fixture
def parted(cast: Cast) -> Meeting:
    """Two parts, the first not minuted, with an item and two."""
    meeting = plan(cast)
    first = actions.add_section(meeting=meeting, title="Utbyte", minuted=False, by=SYSTEM)
    actions.add_section(meeting=meeting, title="Gemensamma frågor", by=SYSTEM)
    actions.add_item(meeting=meeting, title="Runda", section=first, by=SYSTEM)
    for title in ("Ålfisket", "Övriga frågor"):
        actions.add_item(meeting=meeting, title=title, by=SYSTEM)
    return meeting


def section(meeting: Meeting, title: str) -> AgendaSection:
    """The part with this title."""
    return AgendaSection.objects.get(meeting=meeting, title=title)


def test_what_is_added_goes_to_the_last_part_that_is_minuted(parted: Meeting) -> None:
    assert agenda(parted) == ["1 Runda", "2 Ålfisket", "3 Övriga frågor"]
    assert item(parted, "Ålfisket").section == section(parted, "Gemensamma frågor")


def test_items_follow_their_part(parted: Meeting) -> None:
    actions.move_section(section=section(parted, "Gemensamma frågor"), to=1, by=SYSTEM)
    assert agenda(parted) == ["1 Ålfisket", "2 Övriga frågor", "3 Runda"]


def test_a_part_taken_away_leaves_its_items_and_gets_them_back(parted: Meeting) -> None:
    second = section(parted, "Gemensamma frågor")
    removed = actions.remove_section(section=second, by=SYSTEM)
    assert {each.section for each in parted.items.all()} == {section(parted, "Utbyte")}
    again = actions.restore_section(meeting=parted, event=removed.event, by=SYSTEM)
    assert again.uuid == second.uuid
    assert [each.section.title for each in parted.items.in_order() if each.section] == ["Utbyte", *[second.title] * 2]
    assert actions.restore_section(meeting=parted, event=removed.event, by=SYSTEM) == again


def test_the_only_part_taken_away_leaves_its_items_outside(cast: Cast) -> None:
    meeting = plan(cast)
    only = actions.add_section(meeting=meeting, title="Del 1", by=SYSTEM)
    actions.add_item(meeting=meeting, title="Runda", by=SYSTEM)
    actions.remove_section(section=only, by=SYSTEM)
    assert (agenda(meeting), item(meeting, "Runda").section) == (["1 Runda"], None)


def test_times_and_title_change_under_a_revision(parted: Meeting) -> None:
    first = section(parted, "Utbyte")
    actions.change_section(section=first, expected=0, title="Kollegialt utbyte", start_time=time(13, 0), by=SYSTEM)
    assert (first.title, first.revision) == ("Kollegialt utbyte", 1)
    with pytest.raises(Stale):
        actions.change_section(section=first, expected=0, title="Annat", by=SYSTEM)
    with pytest.raises(Refused, match="Skriv en rubrik"):
        actions.change_section(section=first, expected=1, title=" ", by=SYSTEM)


def test_an_item_is_moved_to_another_part(parted: Meeting) -> None:
    runda = item(parted, "Runda")
    actions.change_item(item=runda, expected=runda.revision, section=section(parted, "Gemensamma frågor"), by=SYSTEM)
    assert agenda(parted) == ["1 Ålfisket", "2 Runda", "3 Övriga frågor"]
