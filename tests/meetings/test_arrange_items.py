"""Items are added, moved, taken away and brought back; numbers follow."""

from __future__ import annotations

from typing import Any

import pytest

from radslag.base.audit.actions import verify
from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import (
    AgendaItem,
    Attachment,
    Presenter,
    ProposedDecision,
    SuggestionAnswer,
    SuggestionState,
)
from radslag.domain.meetings.refusal import Refused
from tests.cast import Cast
from tests.meetings.planning import agenda, item, plan


def test_a_matter_of_ones_own_stands_before_the_closing_items(cast: Cast) -> None:
    meeting = plan(cast, "Övriga frågor", "Nästa möte", "Regionplanen", "Föregående protokoll", "Ålfisket")
    assert agenda(meeting) == [
        "1 Föregående protokoll",
        "2 Regionplanen",
        "3 Ålfisket",
        "4 Övriga frågor",
        "5 Nästa möte",
    ]


def test_sub_items_get_letters_and_follow_their_parent(cast: Cast) -> None:
    meeting = plan(cast, "Ett", "Två", "Tre")
    for title in ("b-frågan", "c-frågan"):
        actions.add_item(meeting=meeting, title=title, parent=item(meeting, "Två"), by=SYSTEM)
    actions.move_item(item=item(meeting, "Två"), by=SYSTEM)
    assert agenda(meeting) == ["1 Två", "1a b-frågan", "1b c-frågan", "2 Ett", "3 Tre"]
    actions.move_item(item=item(meeting, "c-frågan"), after=item(meeting, "Ett"), by=SYSTEM)
    assert agenda(meeting) == ["1 Två", "1a b-frågan", "2 Ett", "3 c-frågan", "4 Tre"]


def test_up_and_down_are_steps_on_the_same_level(cast: Cast) -> None:
    meeting = plan(cast, "Ett", "Två", "Tre")
    actions.move_up(item=item(meeting, "Tre"), by=SYSTEM)
    assert agenda(meeting) == ["1 Ett", "2 Tre", "3 Två"]
    actions.move_down(item=item(meeting, "Ett"), by=SYSTEM)
    actions.move_up(item=item(meeting, "Tre"), by=SYSTEM)
    assert agenda(meeting) == ["1 Tre", "2 Ett", "3 Två"]


def test_a_step_beyond_the_first_of_a_section_goes_to_the_section_before(cast: Cast) -> None:
    meeting = plan(cast)
    first, second = (actions.add_section(meeting=meeting, title=title, by=SYSTEM) for title in ("Del 1", "Del 2"))
    for title, section in (("A", first), ("B", second), ("C", second)):
        actions.add_item(meeting=meeting, title=title, section=section, by=SYSTEM)
    actions.move_up(item=item(meeting, "B"), by=SYSTEM)
    assert item(meeting, "B").section == first
    actions.move_up(item=item(meeting, "B"), by=SYSTEM)
    actions.move_down(item=item(meeting, "A"), by=SYSTEM)
    assert (agenda(meeting), item(meeting, "A").section) == (["1 B", "2 A", "3 C"], second)


def test_nothing_is_moved_below_itself_or_deeper_than_sub_items(cast: Cast) -> None:
    meeting = plan(cast, "Ett", "Två")
    under = actions.add_item(meeting=meeting, title="Under", parent=item(meeting, "Ett"), by=SYSTEM)
    for moved, parent in (("Ett", under), ("Två", under), ("Ett", item(meeting, "Två"))):
        with pytest.raises(Refused):
            actions.move_item(item=item(meeting, moved), parent=parent, by=SYSTEM)
    assert agenda(meeting) == ["1 Ett", "1a Under", "2 Två"]


def fill(cast: Cast, top: AgendaItem) -> None:
    """A presenter, a proposal, an annex, a sub-item with its own annex, and the answer to a suggestion."""
    under = actions.add_item(meeting=top.meeting, title="Under", parent=top, by=SYSTEM)
    person = cast.people["Ada Brandt"]
    actions.set_presenters(item=top, presenters=[("Ada", person), ("Gästen", None)], by=SYSTEM)
    actions.set_proposals(item=top, texts=["Gruppen godkänner planen."], by=SYSTEM)
    actions.attach(item=top, title="Planen", version=cast.version, by=SYSTEM)
    actions.attach(item=under, title="Kalkylen", by=SYSTEM)
    SuggestionAnswer.objects.create(
        collaboration=cast.collaboration, meeting=top.meeting, item=top, key="k", state=SuggestionState.TAKEN
    )


def rows() -> list[list[tuple[str, str]]]:
    """Every row under agendas, without keys and counters."""
    managers: list[Any] = [
        model._base_manager for model in (AgendaItem, Presenter, ProposedDecision, Attachment, SuggestionAnswer)
    ]
    keys = {"id", "item_id", "parent_id", "revision"}
    found = [row for manager in managers for row in manager.order_by("uuid").values()]
    return [sorted((name, str(value)) for name, value in row.items() if name not in keys) for row in found]


def test_taking_back_a_removal_brings_everything_under_it(cast: Cast) -> None:
    meeting = plan(cast, "Ett", "Två", "Tre")
    fill(cast, item(meeting, "Två"))
    before = rows()
    removed = actions.remove_item(item=item(meeting, "Två"), by=SYSTEM)
    assert agenda(meeting) == ["1 Ett", "2 Tre"]
    again = actions.restore_item(meeting=meeting, event=removed.event, by=SYSTEM)
    assert rows() == before
    assert actions.restore_item(meeting=meeting, event=removed.event, by=SYSTEM) == again
    assert list(verify()) == []


def test_what_is_changed_by_another_first_is_refused(cast: Cast) -> None:
    meeting = plan(cast, "Ett")
    mine = theirs = item(meeting, "Ett").revision
    actions.change_item(item=item(meeting, "Ett"), expected=theirs, title="Ett och ett", by=SYSTEM)
    with pytest.raises(Stale):
        actions.change_item(item=item(meeting, "Ett och ett"), expected=mine, notes="Bakgrund", by=SYSTEM)
    assert item(meeting, "Ett och ett").notes == ""


def test_a_held_meeting_keeps_its_agenda(cast: Cast) -> None:
    with pytest.raises(Refused, match="har hållits"):
        actions.add_item(meeting=cast.meeting, title="För sent", by=SYSTEM)
    with pytest.raises(Refused, match="har hållits"):
        actions.remove_item(item=cast.held.items[0], by=SYSTEM)


def test_a_called_meeting_keeps_the_numbers_of_its_paper(cast: Cast) -> None:
    actions.add_item(meeting=cast.called, title="Ytterligare en fråga", by=SYSTEM)
    assert agenda(cast.called) == ["1 Gemensam upphandling", "Ytterligare en fråga"]


@pytest.mark.parametrize("size", [3, 60])
def test_moving_takes_as_many_statements_whatever_the_size(
    cast: Cast, size: int, django_assert_max_num_queries: object
) -> None:
    meeting = plan(cast, *(f"Fråga {number}" for number in range(size)))
    last = item(meeting, f"Fråga {size - 1}")
    with django_assert_max_num_queries(18):  # type: ignore[operator]  # pytest-django's fixture is not typed
        actions.move_item(item=last, by=SYSTEM)
    assert agenda(meeting)[0] == f"1 Fråga {size - 1}"
