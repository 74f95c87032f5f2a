"""Which assignments are late, due, and whose: the questions the log asks."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.domain.decisions.actions import mark_done, reopen
from radslag.domain.decisions.models import Assignment, Decision, Strength
from tests.cast import Cast

DUE = date(2024, 5, 31)


@pytest.mark.parametrize(("day", "late"), [(date(2024, 5, 31), False), (date(2024, 6, 1), True)])
def test_late_begins_the_day_after_the_due_date(cast: Cast, day: date, late: bool) -> None:
    assert cast.held.late.due == DUE
    assert cast.held.late.late(day) == late
    assert Assignment.objects.late(day).filter(pk=cast.held.late.pk).exists() == late


def test_what_is_done_or_only_proposed_is_never_late(cast: Cast) -> None:
    Assignment.objects.filter(pk=cast.held.late.pk).update(strength=Strength.PROPOSED)
    assert not Assignment.objects.of(cast.collaboration).late(date(2030, 1, 1)).exists()


def test_due_by_a_day_counts_that_day(cast: Cast) -> None:
    rows = Assignment.objects.of(cast.collaboration)
    assert list(rows.due_by(DUE)) == [cast.held.late]
    assert not rows.due_by(date(2024, 5, 30)).exists()


@pytest.mark.parametrize("words", ["brandt", "ADA BRANDT", "ada  bra"])
def test_an_owner_is_found_by_part_of_the_name(cast: Cast, words: str) -> None:
    found = Assignment.objects.of(cast.collaboration).owned_by(words)
    assert {task.pk for task in found} == {cast.held.open.pk, cast.held.soft.pk}


def test_an_owner_is_found_by_the_municipality_it_is_known_as(cast: Cast) -> None:
    assert list(Assignment.objects.of(cast.collaboration).owned_by("åmål")) == [cast.held.late]
    assert not Assignment.objects.of(cast.collaboration).owned_by("amal").exists()


def test_words_are_found_in_the_decision_and_in_its_item(cast: Cast) -> None:
    rows = Decision.objects.of(cast.collaboration)
    assert list(rows.with_words("RESERVVATTEN gemensam")) == [cast.held.decision]
    assert list(rows.with_words("ålfiske")) == [cast.held.rejected]
    assert not rows.with_words("100%").exists()


def test_finishing_twice_changes_nothing_the_second_time(cast: Cast) -> None:
    mark_done(assignment=cast.held.open, day=DUE, by=SYSTEM)
    revision = cast.held.open.revision
    mark_done(assignment=cast.held.open, day=date(2024, 6, 1), by=SYSTEM)
    stored = Assignment.objects.get(pk=cast.held.open.pk)
    assert (stored.done_on, stored.revision) == (DUE, revision)


def test_an_opened_task_has_no_day_of_completion(cast: Cast) -> None:
    reopen(assignment=cast.held.done, by=SYSTEM)
    assert Assignment.objects.get(pk=cast.held.done.pk).done_on is None
