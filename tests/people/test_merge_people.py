"""Two records of one person become one, and two again when that was wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from radslag.base.accounts.models import Login
from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.base.people.actions import create_person, give_mandate, observe_mandate, spell_person
from radslag.base.people.changes import CannotUndo, undo_change
from radslag.base.people.merging import CannotMerge, merge_people
from radslag.base.people.models import Mandate, Municipality, Person, Sighting
from radslag.base.people.ties import ties
from radslag.domain.decisions.models import Assignee, Assignment
from radslag.domain.meetings.models import Attendance, Presenter
from radslag.domain.minutes.models import Minutes
from tests.cast import Cast
from tests.people.record_dump import dump


def merge(kept: Person, gone: Person) -> Event:
    """Merge, and give the event."""
    merge_people(kept=Person.objects.get(pk=kept.pk), gone=Person.objects.get(pk=gone.pk), by=SYSTEM)
    return Event.objects.about("person", kept.uuid).filter(verb="merge")[0]


def undo(event: Event, person: Person) -> None:
    """Take a change of a person back."""
    undo_change(event=event, about=person, by=SYSTEM)


def periods(person: Person) -> list[tuple[Any, ...]]:
    """The person's mandates: start, end, observed, days seen."""
    rows = Mandate.objects.held_by(person).order_by("start")
    return [(row.start, row.end, row.observed, sorted(each.day for each in row.sightings.all())) for row in rows]


def day(month: int, number: int = 1) -> date:
    """A day of 2022."""
    return date(2022, month, number)


def seen(cast: Cast, person: Person, *days: date) -> None:
    """Documents of these days show the person on the board for Åmål."""
    for each in days:
        behalf = Municipality.objects.get(name="Åmål")
        observe_mandate(person=person, body=cast.board, day=each, on_behalf_of=behalf, by=SYSTEM)


def decided(cast: Cast, person: Person, start: date | None, end: date | None = None) -> Mandate:
    """A decided mandate of the same kind."""
    behalf = Municipality.objects.get(name="Åmål")
    return give_mandate(person=person, body=cast.board, on_behalf_of=behalf, start=start, end=end, by=SYSTEM)


@pytest.fixture
def two(cast: Cast) -> tuple[Person, Person]:
    """Two records, empty so far."""
    names = ("Disa Falk", "Disa Falck")
    first, second = (create_person(collaboration=cast.collaboration, name=name, by=SYSTEM) for name in names)
    return first, second


def test_every_key_to_a_person_has_a_way() -> None:
    assert {tie.label: tie.way for tie in ties() if tie.way is None} == {}
    labels = {tie.label for tie in ties()}
    assert {"minutes.minutes.minute_taker", "meetings.presenter.person", "accounts.login.person"} <= labels


def test_everything_about_either_is_about_the_one_that_stands(cast: Cast) -> None:
    kept, gone = cast.people["Ada Brandt"], cast.people["Ylva Ängmark"]
    merge(kept, gone)
    for tie in ties():
        assert not tie.model._base_manager.filter(**{tie.key.attname: gone.pk}).exists(), tie.label
    assert Presenter.objects.of_person(kept).exists()
    assert Minutes.objects.filter(minute_taker=kept).exists()
    assert Attendance.objects.of_person(kept).count() > 1


def test_the_other_name_stays_as_a_spelling_and_is_not_kept_twice(cast: Cast) -> None:
    kept, gone = cast.people["Ada Brandt"], cast.people["Ylva Ängmark"]
    spell_person(person=kept, name="A. Brandt", by=SYSTEM)
    spell_person(person=gone, name="A. Brandt", by=SYSTEM)
    merge(kept, gone)
    assert sorted(row.name for row in kept.names.all()) == ["A. Brandt", "ADA BRANDT", "Ylva Ängmark"]


def test_contact_details_fill_in_what_is_lacking(two: tuple[Person, Person]) -> None:
    kept, gone = two
    Person.objects.filter(pk=kept.pk).update(title="ordförande")
    Person.objects.filter(pk=gone.pk).update(title="ledamot", phone="012-345")
    merge(kept, gone)
    kept.refresh_from_db()
    assert (kept.title, kept.phone) == ("ordförande", "012-345")


def test_an_account_follows(cast: Cast) -> None:
    kept, gone = cast.people["Ylva Ängmark"], cast.people["Ada Brandt"]
    merge(kept, gone)
    assert Login.objects.get(user=cast.user("member")).person == kept


def test_an_owner_is_found_by_the_standing_name_too(cast: Cast) -> None:
    kept, gone = cast.people["Ylva Ängmark"], cast.people["Ada Brandt"]
    merge(kept, gone)
    assert Assignment.objects.owned_by("ängmark").filter(pk=cast.held.open.pk).exists()
    assert Assignee.objects.filter(person=gone).count() == 0


@pytest.mark.parametrize("turned", [False, True])
def test_overlapping_decided_mandates_become_one(cast: Cast, two: tuple[Person, Person], turned: bool) -> None:
    kept, gone = two[::-1] if turned else two
    decided(cast, kept, day(1), day(6))
    decided(cast, gone, day(4), day(9))
    seen(cast, gone, day(8))
    merge(kept, gone)
    assert periods(kept) == [(day(1), day(9), False, [day(8)])]


def test_what_was_seen_within_a_decided_mandate_is_seen_of_that(cast: Cast, two: tuple[Person, Person]) -> None:
    kept, gone = two
    seen(cast, kept, day(1), day(3), day(9))
    decided(cast, gone, day(2), day(6))
    merge(kept, gone)
    assert [row[2:] for row in periods(kept)] == [(True, [day(1)]), (False, [day(3)]), (True, [day(9)])]


def test_seen_mandates_reach_over_each_other_but_not_over_a_decided_one(cast: Cast, two: tuple[Person, Person]) -> None:
    kept, gone = two
    decided(cast, kept, day(4), day(6))
    seen(cast, kept, day(1), day(7), day(9))
    seen(cast, gone, day(2), day(5), day(7), day(8))
    merge(kept, gone)
    told = [(observed, days) for _start, _end, observed, days in periods(kept)]
    assert told == [(True, [day(1), day(2)]), (False, [day(5)]), (True, [day(7), day(8), day(9)])]


def test_mandates_apart_stay_apart(cast: Cast, two: tuple[Person, Person]) -> None:
    kept, gone = two
    decided(cast, kept, day(1), day(3))
    decided(cast, gone, day(3), day(6))
    merge(kept, gone)
    assert [row[:2] for row in periods(kept)] == [(day(1), day(3)), (day(3), day(6))]


@pytest.mark.parametrize("start", [None, day(2), day(5)])
def test_undoing_brings_everything_back(cast: Cast, start: date | None) -> None:
    kept, gone = cast.people["Ada Brandt"], cast.people["Ylva Ängmark"]
    seen(cast, kept, day(1), day(4), day(9))
    seen(cast, gone, day(2), day(4))
    decided(cast, gone, start, day(7)) if start != day(2) else decided(cast, gone, day(10))
    spell_person(person=gone, name="ADA BRANDT", by=SYSTEM)
    before = dump()
    event = merge(kept, gone)
    assert dump() != before
    undo(event, kept)
    assert dump() == before
    assert list(verify()) == []


def test_undoing_is_done_once(two: tuple[Person, Person]) -> None:
    event = merge(*two)
    undo(event, two[0])
    with pytest.raises(CannotUndo, match="redan ångrad"):
        undo(event, two[0])


def test_what_has_been_built_upon_is_left_as_it_is(cast: Cast, two: tuple[Person, Person]) -> None:
    kept, gone = two
    seen(cast, kept, day(1), day(4))
    seen(cast, gone, day(3), day(6))
    event = merge(kept, gone)
    seen(cast, kept, day(9))
    before = dump()
    with pytest.raises(CannotUndo, match="har ändrats sedan dess"):
        undo(event, kept)
    assert dump() == before


def test_erased_details_cannot_be_undone(two: tuple[Person, Person]) -> None:
    event = merge(*two)
    event.details = None
    with pytest.raises(CannotUndo, match="raderats"):
        undo(event, two[0])


def test_a_record_is_not_merged_with_itself_nor_twice(two: tuple[Person, Person]) -> None:
    kept, gone = two
    with pytest.raises(CannotMerge):
        merge(kept, kept)
    merge(kept, gone)
    with pytest.raises(CannotMerge):
        merge(kept, gone)


def test_a_record_changed_meanwhile_is_not_merged(two: tuple[Person, Person]) -> None:
    kept, gone = two
    Person.objects.filter(pk=gone.pk).update(revision=7)
    with pytest.raises(Stale):
        merge_people(kept=kept, gone=gone, by=SYSTEM)


def test_what_leads_to_a_merged_record_still_leads_on(cast: Cast, two: tuple[Person, Person]) -> None:
    first, second = two
    merge(second, first)
    merge(cast.people["Ada Brandt"], second)
    assert Person.objects.with_signpost().get(pk=first.pk).standing == cast.people["Ada Brandt"]


def test_no_sighting_is_lost(cast: Cast, two: tuple[Person, Person]) -> None:
    kept, gone = two
    seen(cast, kept, day(1), day(3))
    seen(cast, gone, day(2), day(3))
    days = set(Sighting.objects.filter(mandate__person__in=two).values_list("day", flat=True))
    merge(kept, gone)
    assert set(Sighting.objects.filter(mandate__person=kept).values_list("day", flat=True)) == days


def test_the_trail_says_who_merged_whom(two: tuple[Person, Person]) -> None:
    event = merge(*two)
    assert event.detail("after")["gone"] == "Disa Falck"
    assert Event.objects.about("person", two[0].uuid)[0].pk == event.pk
