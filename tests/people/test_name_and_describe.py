"""What people and bodies are called, and what is said of them."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.base.people.changes import undo_change
from radslag.base.people.describing import Circular, describe_body, describe_person
from radslag.base.people.models import Body, BodyKind, NameKind, Person
from radslag.base.people.naming import NameTaken, add_name, remove_name, rename
from radslag.domain.decisions.models import Assignment
from tests.cast import Cast
from tests.people.record_dump import dump

MARRIED = date(2021, 7, 1)


@pytest.fixture
def ada(cast: Cast) -> Person:
    """Ada, who marries."""
    return cast.people["Ada Brandt"]


def marry(person: Person, was: NameKind | None = NameKind.FORMER) -> None:
    """A new surname from July on."""
    rename(named=person, expected=person.revision, name="Ada Ahl", was=was, end=MARRIED, by=SYSTEM)


def undo_last(person: Person) -> None:
    """Take the last change back."""
    undo_change(event=Event.objects.about("person", person.uuid)[0], about=person, by=SYSTEM)


def test_each_name_holds_on_its_days(ada: Person) -> None:
    marry(ada)
    assert [ada.name_on(day) for day in (date(2021, 6, 30), MARRIED)] == ["Ada Brandt", "Ada Ahl"]
    assert Person.objects.get(pk=ada.pk).sort_name == "Ahl, Ada"


def test_of_several_former_names_the_one_of_the_day_holds(ada: Person) -> None:
    add_name(named=ada, name="Ada Alm", kind=NameKind.FORMER, end=date(2015, 1, 1), by=SYSTEM)
    add_name(named=ada, name="Ada Ask", kind=NameKind.FORMER, by=SYSTEM)
    marry(ada)
    days = (date(2014, 12, 31), date(2015, 1, 1), date(2022, 1, 1))
    assert [ada.name_on(day) for day in days] == ["Ada Alm", "Ada Brandt", "Ada Ahl"]


def test_a_mistake_leaves_no_name_behind(ada: Person) -> None:
    marry(ada, was=None)
    assert [row.name for row in ada.names.all()] == ["ADA BRANDT"]


def test_owners_are_found_by_the_new_name_and_by_the_old_after_undoing(cast: Cast, ada: Person) -> None:
    before = dump()
    marry(ada)
    assert Assignment.objects.owned_by("ahl").filter(pk=cast.held.open.pk).exists()
    undo_last(ada)
    assert dump() == before


def test_the_old_name_is_one_of_the_others_and_the_new_no_longer(ada: Person) -> None:
    add_name(named=ada, name="Ada Ahl", kind=NameKind.SPELLING, by=SYSTEM)
    marry(ada)
    assert sorted(row.name for row in ada.names.all()) == ["ADA BRANDT", "Ada Brandt"]


def test_a_name_is_known_once(ada: Person) -> None:
    with pytest.raises(NameTaken):
        add_name(named=ada, name="ADA BRANDT", kind=NameKind.FORMER, by=SYSTEM)
    with pytest.raises(NameTaken):
        rename(named=ada, expected=ada.revision, name="Ada Brandt", by=SYSTEM)


def test_a_name_taken_away_comes_back(ada: Person) -> None:
    before = dump()
    remove_name(row=ada.names.get(), by=SYSTEM)
    assert not ada.names.exists()
    undo_last(ada)
    assert dump() == before


def test_a_body_is_called_otherwise_before(cast: Cast) -> None:
    board = cast.board
    rename(named=board, expected=0, name="Sjörådet", end=MARRIED, by=SYSTEM)
    assert [board.name_on(day) for day in (date(2020, 1, 1), MARRIED)] == ["Sjöbygdens styrelse", "Sjörådet"]


def test_contact_details_change_and_change_back(ada: Person) -> None:
    before = dump()
    describe_person(person=ada, expected=0, title="direktör", email="ada@example.org", phone="010-1", by=SYSTEM)
    assert Person.objects.get(pk=ada.pk).email == "ada@example.org"
    undo_last(ada)
    assert dump() == before


def test_nothing_new_leaves_no_trail(ada: Person) -> None:
    events = Event.objects.count()
    assert not describe_person(person=ada, expected=0, title=ada.title, email="", phone="", by=SYSTEM)
    assert Event.objects.count() == events


def test_an_old_page_changes_nothing(ada: Person) -> None:
    marry(ada)
    with pytest.raises(Stale):
        describe_person(person=ada, expected=0, title="", email="", phone="", by=SYSTEM)
    with pytest.raises(Stale):
        rename(named=ada, expected=0, name="Ada Ek", by=SYSTEM)


def succeed(body: Body, successor: Body | None, end: date | None = None) -> None:
    """The body is taken over by another."""
    describe_body(
        body=body,
        expected=body.revision,
        kind=BodyKind.BOARD,
        short_name="",
        start=None,
        end=end,
        successor=successor,
        by=SYSTEM,
    )


def test_a_body_ends_and_is_taken_over(cast: Cast) -> None:
    succeed(cast.board, cast.chief_executives, MARRIED)
    assert not Body.objects.as_of(MARRIED).filter(pk=cast.board.pk).exists()
    assert list(Body.objects.taken_over_by(cast.chief_executives)) == [cast.board]


def test_no_body_takes_itself_over_even_by_way_of_another(cast: Cast) -> None:
    succeed(cast.board, cast.chief_executives)
    for body, successor in ((cast.board, cast.board), (cast.chief_executives, cast.board)):
        with pytest.raises(Circular):
            succeed(body, successor)
