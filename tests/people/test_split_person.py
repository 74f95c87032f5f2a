"""One record turns out to be two people."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import give_mandate, observe_mandate, spell_person
from radslag.base.people.changes import undo_change
from radslag.base.people.models import Mandate, Person, PersonName, Sighting
from radslag.base.people.splitting import CannotSplit, Share, split_person
from radslag.base.people.ties import Tie, ties
from radslag.domain.meetings.models import Attendance
from tests.cast import Cast
from tests.people.record_dump import dump

DAYS = (date(2022, 1, 1), date(2022, 2, 1), date(2022, 3, 1))


def tie(label: str) -> Tie:
    """The key of that name."""
    return next(each for each in ties() if each.label == label)


@pytest.fixture
def seen(cast: Cast) -> list[Sighting]:
    """Three days on which documents show Ylva on the board."""
    ylva = cast.people["Ylva Ängmark"]
    return [observe_mandate(person=ylva, body=cast.board, day=each, by=SYSTEM) for each in DAYS]


def attendance_of(person: Person) -> Share:
    """Everything the person is listed as present at."""
    keys = list(Attendance.objects.of_person(person).values_list("pk", flat=True))
    return Share(rows=[(tie("meetings.attendance.person"), keys)])


def seen_days(person: Person) -> list[list[date]]:
    """The days of each mandate, in order."""
    rows = Mandate.objects.held_by(person).order_by("start")
    return [sorted(each.day for each in row.sightings.all()) for row in rows]


def test_what_was_chosen_belongs_to_a_new_person(cast: Cast) -> None:
    ylva = cast.people["Ylva Ängmark"]
    count = Attendance.objects.of_person(ylva).count()
    other = split_person(person=ylva, other="Ylva Ängman", share=attendance_of(ylva), by=SYSTEM)
    assert other.sort_name == "Ängman, Ylva"
    assert Attendance.objects.of_person(other).count() == count > 0
    assert not Attendance.objects.of_person(ylva).exists()


def test_days_seen_leave_the_mandate_they_stood_in(cast: Cast, seen: list[Sighting]) -> None:
    ylva, ada = cast.people["Ylva Ängmark"], cast.people["Ada Brandt"]
    split_person(person=ylva, other=ada, share=Share(sightings=seen[1:]), by=SYSTEM)
    assert seen_days(ylva) == [[DAYS[0]]]
    assert list(DAYS[1:]) in seen_days(ada)
    mandate = Mandate.objects.get(person=ylva, body=cast.board)
    assert (mandate.start, mandate.end) == (DAYS[0], date(2022, 1, 2))


def test_the_last_day_takes_the_seen_mandate_with_it(cast: Cast, seen: list[Sighting]) -> None:
    ylva, ada = cast.people["Ylva Ängmark"], cast.people["Ada Brandt"]
    split_person(person=ylva, other=ada, share=Share(sightings=seen), by=SYSTEM)
    assert not Mandate.objects.held_by(ylva).exists()


def test_a_decided_mandate_goes_as_a_whole(cast: Cast, seen: list[Sighting]) -> None:
    ylva, ada = cast.people["Ylva Ängmark"], cast.people["Ada Brandt"]
    mandate = give_mandate(person=ylva, body=cast.board, start=DAYS[0], by=SYSTEM)
    split_person(person=ylva, other=ada, share=Share(mandates=[mandate]), by=SYSTEM)
    assert Mandate.objects.get(pk=mandate.pk).person == ada
    assert not Mandate.objects.held_by(ylva).exists()


def test_a_spelling_that_is_the_others_name_is_not_kept_beside_it(cast: Cast) -> None:
    ylva = cast.people["Ylva Ängmark"]
    spelling = spell_person(person=ylva, name="Ylva Ängman", by=SYSTEM)
    assert spelling is not None
    split_person(person=ylva, other="Ylva Ängman", share=Share(names=[spelling]), by=SYSTEM)
    assert not PersonName.objects.filter(name="Ylva Ängman").exists()


@pytest.mark.parametrize("new", [True, False])
def test_undoing_brings_everything_back(cast: Cast, seen: list[Sighting], new: bool) -> None:
    ylva = cast.people["Ylva Ängmark"]
    spelling = spell_person(person=ylva, name="Y. Ängmark", by=SYSTEM)
    assert spelling is not None
    before = dump()
    share = Share(rows=attendance_of(ylva).rows, names=[spelling], sightings=seen[:2])
    other = "Ylva Ängman" if new else cast.people["Åke Östling"]
    split_person(person=ylva, other=other, share=share, by=SYSTEM)
    assert dump() != before
    event = Event.objects.about("person", ylva.uuid).filter(verb="split")[0]
    undo_change(event=event, about=ylva, by=SYSTEM)
    assert dump() == before


def test_nothing_chosen_is_no_split(cast: Cast) -> None:
    with pytest.raises(CannotSplit):
        split_person(person=cast.people["Ylva Ängmark"], other="Någon Annan", share=Share(), by=SYSTEM)


def test_another_persons_days_cannot_be_chosen(cast: Cast, seen: list[Sighting]) -> None:
    with pytest.raises(CannotSplit):
        split_person(person=cast.people["Ada Brandt"], other="Någon Annan", share=Share(sightings=seen), by=SYSTEM)


def test_a_merged_record_gets_nothing(cast: Cast) -> None:
    ylva, ada = cast.people["Ylva Ängmark"], cast.people["Ada Brandt"]
    ada.merged_into = cast.people["Åke Östling"]
    with pytest.raises(CannotSplit):
        split_person(person=ylva, other=ada, share=attendance_of(ylva), by=SYSTEM)
