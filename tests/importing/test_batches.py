"""A batch enters the record as far as it is certain, and goes out again as a whole."""

from __future__ import annotations

import pytest
from django.apps import apps

from radslag.base.jobs import actions as jobs
from radslag.base.jobs.models import Job, State
from radslag.base.people.models import Person
from radslag.domain.decisions.actions import mark_done
from radslag.domain.decisions.models import Assignment
from radslag.exchange.importing.actions import (
    Refused,
    answer_person_question,
    ask_for,
    commit,
    commit_certain,
    undo_batch,
    undo_commit,
)
from radslag.exchange.importing.batches import COMMIT_BATCH, UNDO_BATCH
from radslag.exchange.importing.models import Batch, Staged, StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place

KEPT = ("importing", "audit", "jobs", "documents", "django_tasks_database", "sessions", "contenttypes", "admin")


def everything() -> dict[str, int]:
    """How many rows there are of each kind in the register and the record."""
    models = (model for model in apps.get_models() if model._meta.app_label not in KEPT)
    return {model._meta.label: model._default_manager.count() for model in models}


def finish_all(**which: object) -> None:
    """Assignments are reported as done."""
    for assignment in Assignment.objects.filter(**which):
        mark_done(assignment=assignment, day=papers.DAY, by=BY)


@pytest.fixture
def batch(place: Place) -> Batch:
    """Notice and minutes of one meeting, and minutes of another that misspell a name."""
    other = papers.minutes(day=papers.DAY.replace(day=29), present="Ada Brant (Askersund)")
    staged = place.stage(papers.notice(), papers.minutes(), other)
    Staged.objects.filter(pk=staged[0].pk).update(doubts=0)
    return staged[0].batch


def test_undone_the_collaboration_is_what_it_was(place: Place, batch: Batch) -> None:
    before = everything()
    answer_person_question(collaboration=place.collaboration, key="ada brant|1882", answer=str(place.ada.uuid), by=BY)
    committed = commit_certain(batch=batch, by=BY)
    assert everything() != before
    undone = undo_batch(batch=batch, by=BY)

    assert (len(committed), len(undone.staged), undone.kept) == (3, 3, [])
    assert everything() == before


def test_the_notice_enters_before_the_minutes_whatever_came_first(place: Place) -> None:
    minutes, notice = place.stage(papers.minutes(), papers.notice())
    Staged.objects.filter(batch=minutes.batch).update(doubts=0)

    assert commit_certain(batch=minutes.batch, by=BY) == [notice, minutes]


def test_a_notice_committed_after_its_minutes_goes_with_the_batch(place: Place, batch: Batch) -> None:
    before = everything()
    notice, minutes, _other = batch.staged.order_by("pk")
    commit(staged=minutes, expected=minutes.revision, by=BY)
    notice.refresh_from_db()
    commit(staged=notice, expected=notice.revision, by=BY)
    undone = undo_batch(batch=batch, by=BY)

    assert (undone.staged, undone.kept) == ([notice, minutes], [])
    assert everything() == before


def test_what_single_undoings_left_goes_with_the_batch(place: Place, batch: Batch) -> None:
    before = everything()
    committed = commit_certain(batch=batch, by=BY)
    undo_commit(staged=committed[-1], by=BY)
    undo_batch(batch=batch, by=BY)

    assert everything() == before


def test_what_was_built_on_is_named_and_nothing_is_undone(batch: Batch) -> None:
    commit_certain(batch=batch, by=BY)
    finish_all()
    with pytest.raises(Refused, match="markerat som klart"):
        undo_batch(batch=batch, by=BY)

    assert batch.staged.filter(state=StagedState.COMMITTED).count() == 2


def test_the_others_can_be_undone_all_the_same(place: Place, batch: Batch) -> None:
    answer_person_question(collaboration=place.collaboration, key="ada brant|1882", answer=str(place.ada.uuid), by=BY)
    commit_certain(batch=batch, by=BY)
    finish_all(item__meeting__date=papers.DAY)
    undone = undo_batch(batch=batch, by=BY, others=True)

    assert len(undone.staged) == 1
    assert Person.objects.filter(name="Åke Östling").exists()


def test_the_job_enters_what_is_certain_and_leaves_the_rest(batch: Batch) -> None:
    job = ask_for(work=COMMIT_BATCH, batch=batch, by=BY)
    assert ask_for(work=COMMIT_BATCH, batch=batch, by=BY) == job
    jobs.run(job.uuid)

    assert sorted(batch.staged.values_list("state", flat=True)) == ["committed", "committed", "review"]


def test_the_job_that_may_not_undo_says_why(batch: Batch) -> None:
    commit_certain(batch=batch, by=BY)
    finish_all()
    job = ask_for(work=UNDO_BATCH, batch=batch, by=BY)
    jobs.run(job.uuid)
    job = Job.objects.get(pk=job.pk)

    assert (job.state, "Inget är ångrat" in job.sentence) == (State.FAILED, True)
