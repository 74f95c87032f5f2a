"""A commit is taken back: all it made goes, unless something was built on it."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps

from radslag.base.audit.actions import erase_details, verify
from radslag.base.people.models import Mandate, Person, PersonName
from radslag.domain.decisions.actions import mark_done, reopen
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing import actions
from radslag.exchange.importing.actions import Refused, commit, undo_commit
from radslag.exchange.importing.models import Staged, StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place

APPS = ("people", "meetings", "decisions", "minutes", "documents")


def counts() -> dict[str, int]:
    """How many rows of everything there are."""
    return {
        model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.app_label in APPS
    }


def test_every_table_is_as_before(staged: Staged) -> None:
    before = counts()
    commit(staged=staged, expected=1, by=BY)
    assert counts() != before
    undo_commit(staged=staged, by=BY)

    assert counts() == before
    assert list(verify()) == []


def test_the_document_is_back_in_review_with_its_corrections(staged: Staged) -> None:
    actions.correct(staged=staged, expected=1, path="place", value="Lilla salen", by=BY)
    commit(staged=staged, expected=2, by=BY)
    undo_commit(staged=staged, by=BY)
    saved = Staged.objects.get(pk=staged.pk)

    assert (saved.state, saved.meeting, saved.draft["place"]) == (StagedState.REVIEW, None, "Lilla salen")
    assert staged.revision == saved.revision
    assert commit(staged=staged, expected=staged.revision, by=BY).place == "Lilla salen"


def test_corrections_can_be_undone_after_a_commit_was_taken_back(staged: Staged) -> None:
    actions.correct(staged=staged, expected=1, path="place", value="Lilla salen", by=BY)
    commit(staged=staged, expected=2, by=BY)
    undo_commit(staged=staged, by=BY)

    assert actions.undo(staged=staged, expected=staged.revision, by=BY).draft["place"] == "Sjösalen, Örebro"


def test_a_done_assignment_stands_in_the_way_until_it_is_opened_again(staged: Staged) -> None:
    commit(staged=staged, expected=1, by=BY)
    mark_done(assignment=Assignment.objects.get(), day=date(2024, 9, 1), by=BY)
    with pytest.raises(Refused, match="markerat som klart"):
        undo_commit(staged=staged, by=BY)
    assert Meeting.objects.count() == 1
    reopen(assignment=Assignment.objects.get(), by=BY)
    undo_commit(staged=staged, by=BY)

    assert Meeting.objects.count() == 0


def test_a_person_another_document_has_come_to_need_stays(place: Place, staged: Staged) -> None:
    commit(staged=staged, expected=1, by=BY)
    later = place.stage(papers.minutes(day=date(2024, 6, 15), others="Ärla Sundin (Älmhult)"))[0]
    commit(staged=later, expected=1, by=BY)
    undo_commit(staged=staged, by=BY)
    names = set(Person.objects.values_list("name", flat=True))

    assert {"Åke Östling", "Örjan Ekdahl", "Ärla Sundin"} <= names
    assert "Siv Lundgren" not in names
    assert set(Mandate.objects.values_list("start", "end")) == {(date(2024, 6, 15), date(2024, 6, 16))}


def test_a_person_who_took_the_minutes_of_another_meeting_stays(place: Place, staged: Staged) -> None:
    commit(staged=staged, expected=1, by=BY)
    later = place.stage(papers.minutes(day=date(2024, 6, 15), secretary="Siv Lundgren"))[0]
    commit(staged=later, expected=1, by=BY)
    undo_commit(staged=staged, by=BY)

    assert Person.objects.filter(name="Siv Lundgren").exists()


def test_what_was_learnt_is_forgotten_with_the_answer_that_taught_it(place: Place) -> None:
    staged = place.stage(papers.minutes(present="Ada Brant (Askersund)", presenter="Siv Lundgren"))[0]
    actions.answer_person(staged=staged, expected=1, person="p1", answer=str(place.ada.uuid), by=BY)
    commit(staged=staged, expected=2, by=BY)
    undo_commit(staged=staged, by=BY)

    assert PersonName.objects.count() == 0
    assert Person.objects.filter(pk=place.ada.pk).exists()


def test_a_body_made_by_the_commit_goes_with_it(place: Place) -> None:
    staged = place.stage(papers.minutes())[0]
    answer = {"new": {"name": "Ny grupp", "kind": "network"}}
    actions.answer_body(staged=staged, expected=1, answer=answer, by=BY)
    before = counts()
    commit(staged=staged, expected=2, by=BY)
    undo_commit(staged=staged, by=BY)

    assert counts() == before


def test_it_is_refused_when_the_trail_has_been_erased(place: Place, staged: Staged) -> None:
    commit(staged=staged, expected=1, by=BY)
    erase_details(kind="staged", uuid=staged.uuid, by=BY, collaboration=place.collaboration.uuid)

    with pytest.raises(Refused, match="har raderats"):
        undo_commit(staged=staged, by=BY)


def test_only_a_committed_document_can_be_taken_back(staged: Staged) -> None:
    with pytest.raises(Refused, match="redan under granskning"):
        undo_commit(staged=staged, by=BY)
