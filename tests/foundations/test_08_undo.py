"""Foundation 8: what was done can be undone from what the trail says stood before; what is final stays as it was."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps

from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.core.guards import owned
from radslag.domain.decisions.actions import mark_done, reopen
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing import actions as importing
from radslag.exchange.importing.models import Staged, StagedState
from tests.cast import Cast

REGISTER = [model for model in apps.get_models() if owned(model)]


def _counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in REGISTER}


def _commit(cast: Cast) -> Meeting:
    return importing.commit(staged=cast.staged, expected=cast.staged.revision, by=SYSTEM)


def test_a_finished_task_is_opened_again_as_it_stood(cast: Cast) -> None:
    task = cast.held.open
    mark_done(assignment=task, day=date(2024, 5, 1), by=SYSTEM)
    before = Event.objects.about("assignment", task.uuid)[0].detail("before")
    reopen(assignment=task, by=SYSTEM)
    stored = Assignment.objects.get(pk=task.pk)
    assert {"state": stored.state, "done_on": stored.done_on} == before


def test_an_undone_import_leaves_the_register_as_it_was(cast: Cast) -> None:
    before = _counts()
    _commit(cast)
    assert _counts()["meetings.Meeting"] == before["meetings.Meeting"] + 1
    importing.undo_commit(staged=Staged.objects.get(pk=cast.staged.pk), by=SYSTEM)
    assert _counts() == before
    assert Staged.objects.get(pk=cast.staged.pk).state == StagedState.REVIEW


def test_both_the_import_and_its_undoing_stay_in_the_trail(cast: Cast) -> None:
    count = Event.objects.count()
    _commit(cast)
    importing.undo_commit(staged=Staged.objects.get(pk=cast.staged.pk), by=SYSTEM)
    assert Event.objects.count() >= count + 2
    assert list(verify()) == []


def test_an_undone_import_can_be_committed_again(cast: Cast) -> None:
    first = _commit(cast).date
    again = importing.undo_commit(staged=Staged.objects.get(pk=cast.staged.pk), by=SYSTEM)
    assert importing.commit(staged=again, expected=again.revision, by=SYSTEM).date == first


def test_an_import_something_was_built_on_is_not_undone(cast: Cast) -> None:
    meeting = _commit(cast)
    mark_done(assignment=Assignment.objects.get(meeting=meeting), day=date(2024, 6, 1), by=SYSTEM)
    before = _counts()
    with pytest.raises(importing.Refused):
        importing.undo_commit(staged=Staged.objects.get(pk=cast.staged.pk), by=SYSTEM)
    assert _counts() == before


def test_an_undone_correction_gives_the_draft_back(cast: Cast) -> None:
    staged = cast.staged
    before: Any = Staged.objects.get(pk=staged.pk).draft
    changed = importing.correct(staged=staged, expected=staged.revision, path="place", value="Rådhuset", by=SYSTEM)
    assert Staged.objects.get(pk=staged.pk).draft["place"] == "Rådhuset"
    importing.undo(staged=changed, expected=changed.revision, by=SYSTEM)
    assert Staged.objects.get(pk=staged.pk).draft == before


def test_what_the_reader_saw_never_changes(cast: Cast) -> None:
    before = cast.staged.record
    importing.correct(staged=cast.staged, expected=cast.staged.revision, path="place", value="Rådhuset", by=SYSTEM)
    assert Staged.objects.get(pk=cast.staged.pk).record == before
