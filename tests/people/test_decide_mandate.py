"""Giving a mandate, dating it, and confirming one that has only been seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from radslag.base.accounts.access import roles_of
from radslag.base.accounts.roles import Role
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.base.people.actions import give_mandate, observe_mandate
from radslag.base.people.changes import undo_change
from radslag.base.people.mandating import Overlaps, date_mandate
from radslag.base.people.models import Mandate, Person
from tests.cast import Cast
from tests.people.record_dump import dump

Confirm = Callable[..., None]


@pytest.fixture
def ylva(cast: Cast) -> Person:
    """Seen on the board in January, March and May of 2022."""
    person = cast.people["Ylva Ängmark"]
    for month in (1, 3, 5):
        observe_mandate(person=person, body=cast.board, day=date(2022, month, 1), by=SYSTEM)
    return person


def told(person: Person) -> list[tuple[Any, ...]]:
    """Start, end, whether only seen, and the months of the days seen."""
    rows = Mandate.objects.held_by(person).order_by("start")
    return [(row.start, row.end, row.observed, sorted(each.day.month for each in row.sightings.all())) for row in rows]


def redate(mandate: Mandate, start: date | None, end: date | None) -> None:
    """Date it as it stands."""
    date_mandate(mandate=mandate, expected=mandate.revision, start=start, end=end, by=SYSTEM)


def test_confirming_makes_it_decided_for_the_period(ylva: Person) -> None:
    redate(Mandate.objects.get(person=ylva), date(2021, 12, 1), None)
    assert told(ylva) == [(date(2021, 12, 1), None, False, [1, 3, 5])]


def test_days_outside_the_period_stay_as_seen_only(ylva: Person) -> None:
    redate(Mandate.objects.get(person=ylva), date(2022, 2, 1), date(2022, 4, 1))
    assert [(observed, months) for _s, _e, observed, months in told(ylva)] == [(True, [1]), (False, [3]), (True, [5])]


def test_giving_takes_in_what_was_seen_in_that_time(cast: Cast, ylva: Person) -> None:
    give_mandate(person=ylva, body=cast.board, start=date(2022, 2, 1), by=SYSTEM)
    assert [(observed, months) for _s, _e, observed, months in told(ylva)] == [(True, [1]), (False, [3, 5])]


def test_a_confirmed_mandate_gives_rights_that_a_seen_one_did_not(cast: Cast, ylva: Person) -> None:
    user = cast.user("nobody")
    user.logins.create(collaboration=cast.collaboration, person=ylva)
    assert Role.MEMBER not in roles_of(user, cast.collaboration, date(2022, 3, 1))
    redate(Mandate.objects.get(person=ylva), date(2022, 1, 1), None)
    assert Role.MEMBER in roles_of(user, cast.collaboration, date(2022, 3, 1))


def test_ending_takes_it_from_that_day_on(cast: Cast) -> None:
    mandate = Mandate.objects.get(person=cast.people["Ada Brandt"], body=cast.chief_executives)
    redate(mandate, mandate.start, date(2023, 1, 1))
    assert Mandate.objects.decided(date(2022, 12, 31)).filter(pk=mandate.pk).exists()
    # The day in 2024 on which a document shows her is then only seen.
    held_on = date(2024, 2, 14)
    assert [row.observed for row in Mandate.objects.known(held_on).filter(person=mandate.person)] == [True]


def test_two_decided_ones_at_once_are_refused(cast: Cast, ylva: Person) -> None:
    give_mandate(person=ylva, body=cast.board, start=date(2030, 1, 1), by=SYSTEM)
    before = dump()
    with pytest.raises(Overlaps) as refusal:
        give_mandate(person=ylva, body=cast.board, start=date(2022, 1, 1), by=SYSTEM)
    assert refusal.value.mandate.start == date(2030, 1, 1)
    assert dump() == before


def test_a_mandate_changed_meanwhile_is_left(ylva: Person) -> None:
    mandate = Mandate.objects.get(person=ylva)
    Mandate.objects.filter(pk=mandate.pk).update(revision=3)
    with pytest.raises(Stale):
        redate(mandate, date(2022, 1, 1), None)


@pytest.mark.parametrize("start", [date(2022, 2, 1), date(2021, 1, 1), None])
def test_each_can_be_undone(cast: Cast, ylva: Person, start: date | None) -> None:
    before = dump()
    mandate = give_mandate(person=ylva, body=cast.board, start=start, end=date(2022, 4, 1), by=SYSTEM)
    event = Event.objects.about("mandate", mandate.uuid).filter(verb="give")[0]
    undo_change(event=event, about=mandate, by=SYSTEM)
    assert dump() == before
