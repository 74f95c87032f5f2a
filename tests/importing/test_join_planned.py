"""A notice or minutes of a meeting that was planned here joins it, and nothing the coordinator wrote is lost."""

from __future__ import annotations

from datetime import time

import pytest

from radslag.domain.meetings import actions as preparing
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from radslag.exchange.importing.actions import Refused, commit, undo_commit
from radslag.exchange.importing.models import Staged
from tests.importing import papers
from tests.importing.conftest import BY, Place

TITLES = ("Föregående protokoll", "Ålfisket", "Den gemensamma beredskapen", "Övrigt")


@pytest.fixture
def planned(place: Place) -> Meeting:
    """The meeting of the papers, planned with a matter they do not have and with background to another."""
    meeting = preparing.plan_meeting(body=place.body, day=papers.DAY, start_time=time(12, 0), place="Tornet", by=BY)
    for title in TITLES:
        preparing.add_item(meeting=meeting, title=title, by=BY)
    item = AgendaItem.objects.get(title=TITLES[2])
    preparing.change_item(item=item, expected=item.revision, notes="Övningen sköts upp i våras.", by=BY)
    preparing.set_presenters(item=item, presenters=[("Ada Brandt", place.ada), ("Gästen", None)], by=BY)
    preparing.attach(item=item, title="Övningsplan", by=BY)
    return meeting


def enter(place: Place, data: bytes) -> Staged:
    """The document read and committed."""
    (staged,) = place.stage(data)
    commit(staged=staged, expected=staged.revision, by=BY)
    return staged


def state(meeting: Meeting) -> list[tuple[str, str, int]]:
    """Number, title and position of each item."""
    rows = AgendaItem.objects.of_meeting(meeting).in_order()
    return [(row.number, row.title, row.position) for row in rows]


def test_the_notice_makes_it_called_and_joins_what_is_the_same(place: Place, planned: Meeting) -> None:
    enter(place, papers.notice())
    planned.refresh_from_db()

    assert (planned.state, planned.start_time, planned.place) == (MeetingState.CALLED, time(12, 0), "Tornet")
    assert [row[:2] for row in state(planned)] == [
        ("1", "Föregående protokoll"),
        ("", "Ålfisket"),
        ("2", "Den gemensamma beredskapen"),
        ("3", "Kommande remisser"),
        ("4", "Övrigt"),
    ]


def test_what_was_written_by_hand_stays(place: Place, planned: Meeting) -> None:
    enter(place, papers.notice())
    enter(place, papers.minutes())
    item = AgendaItem.objects.get(title=TITLES[2])

    assert item.notes.startswith("Övningen sköts upp i våras.\n\n")
    assert "Gruppen gick igenom läget" in item.notes
    assert [each.name for each in item.presenters.all()] == ["Ada Brandt", "Gästen"]
    assert item.attachments.filter(title="Övningsplan").count() == 1
    assert Meeting.objects.get().state == MeetingState.HELD


def test_the_minutes_join_it_too(place: Place, planned: Meeting) -> None:
    enter(place, papers.minutes())
    planned.refresh_from_db()
    assert (planned.state, planned.place) == (MeetingState.HELD, "Sjösalen, Örebro")
    assert "Ålfisket" in [row[1] for row in state(planned)]


@pytest.mark.parametrize("paper", [papers.notice, papers.minutes], ids=["notice", "minutes"])
def test_taken_back_the_plan_is_as_it_was(place: Place, planned: Meeting, paper: type) -> None:
    before, notes = state(planned), AgendaItem.objects.get(title=TITLES[2]).notes
    staged = enter(place, paper())
    undo_commit(staged=staged, by=BY)
    planned.refresh_from_db()

    assert (planned.state, planned.place, planned.start_time) == (MeetingState.PLANNED, "Tornet", time(12, 0))
    assert (state(planned), AgendaItem.objects.get(title=TITLES[2]).notes) == (before, notes)


def test_a_called_meeting_somebody_has_added_to_is_not_taken_away_with_its_notice(place: Place) -> None:
    staged = enter(place, papers.notice())
    own = preparing.add_item(meeting=Meeting.objects.get(), title="Egen fråga", by=BY)
    with pytest.raises(Refused, match="Egen fråga"):
        undo_commit(staged=staged, by=BY)
    preparing.remove_item(item=own, by=BY)
    undo_commit(staged=staged, by=BY)
    assert not Meeting.objects.exists()
