"""Foundation 3: periods end the day before `end`, do not overlap, and never claim more than is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Basis, Dated
from radslag.base.people.actions import forget_sighting, give_mandate, observe_mandate
from radslag.base.people.models import Mandate, Municipality
from tests.cast import HELD_ON, Cast
from tests.furnished import furnished

DATED = [model for model in apps.get_models() if issubclass(model, Dated)]
GUARDED = [model for model in apps.get_models() if hasattr(model, "no_overlap")]
# (first, second, overlaps?); a missing end is open.
PERIODS = [
    ((date(2030, 1, 1), date(2031, 1, 1)), (date(2031, 1, 1), date(2032, 1, 1)), False),
    ((date(2030, 1, 1), date(2031, 1, 1)), (date(2030, 12, 31), date(2032, 1, 1)), True),
    ((date(2030, 1, 1), date(2031, 1, 1)), (date(2030, 3, 1), date(2030, 4, 1)), True),
    ((date(2030, 1, 1), None), (date(2040, 1, 1), None), True),
    ((None, date(2030, 1, 1)), (date(2029, 12, 31), date(2031, 1, 1)), True),
    ((None, date(2030, 1, 1)), (date(2030, 1, 1), None), False),
    ((None, None), (date(2030, 1, 1), date(2030, 1, 2)), True),
]
DAYS = ("2021-04-30", "2021-05-01", "2021-05-02", "2021-12-24", "2022-05-01", "2022-05-02")


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """With something in every table."""
    return furnished(cast)


def _label(value: Any) -> str:
    return str(value._meta.label) if hasattr(value, "_meta") else ""


def _last(cast: Cast, model: Any) -> Any:
    return model._base_manager.filter(collaboration=cast.collaboration).order_by("pk").last()


def _lasting(cast: Cast, model: Any, start: date | None, end: date | None) -> Any:
    row = _last(cast, model)
    row.start, row.end = start, end
    row.save()
    return row


def _another(row: Any, start: date | None, end: date | None) -> Any:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.local_concrete_fields}
    del values["id"], values["uuid"]
    return type(row)._base_manager.create(**{**values, "start": start, "end": end})


def test_the_models_that_must_not_overlap_are_the_ones_we_think() -> None:
    assert {_label(model) for model in GUARDED} == {
        "people.Mandate",
        "people.Membership",
        "accounts.Appointment",
        "meetings.MeetingRules",
    }


def test_overlapping_periods_are_refused_on_insert(cast: Cast) -> None:
    for model in GUARDED:
        for first, second, overlaps in PERIODS:
            row = _lasting(cast, model, *first)
            assert _refused(_another, row, *second) == overlaps, (model, first, second)


def test_overlapping_periods_are_refused_on_update(cast: Cast) -> None:
    for model in GUARDED:
        row = _lasting(cast, model, date(2030, 1, 1), date(2031, 1, 1))
        later = model._base_manager.filter(pk=_another(row, date(2031, 1, 1), None).pk)
        assert _refused(later.update, start=date(2030, 12, 31)), model


def test_a_period_ends_after_it_starts(cast: Cast) -> None:
    for model in DATED:
        row = model._base_manager.filter(pk=_last(cast, model).pk)
        assert _refused(row.update, start=date(2030, 1, 1), end=date(2030, 1, 1)), model


def _refused(attempt: Callable[..., object], *row: Any, **values: object) -> bool:
    """Whether the database refused; what was done is taken back in either case."""
    try:
        with transaction.atomic():
            attempt(*row, **values)
            raise TakenBack
    except TakenBack:
        return False
    except IntegrityError:
        return True


class TakenBack(Exception):
    pass


def test_two_mandates_without_a_municipality_overlap_too(cast: Cast) -> None:
    person, body = cast.people["Ylva Ängmark"], cast.board
    give_mandate(person=person, body=body, start=date(2030, 1, 1), by=SYSTEM)
    with pytest.raises(IntegrityError, match="overlap"), transaction.atomic():
        give_mandate(person=person, body=body, start=date(2031, 1, 1), by=SYSTEM)


def test_the_same_person_may_return_to_the_same_seat(cast: Cast) -> None:
    person, body = cast.people["Ylva Ängmark"], cast.board
    for start, end in ((date(2019, 1, 1), date(2020, 1, 1)), (date(2023, 1, 1), None)):
        give_mandate(person=person, body=body, start=start, end=end, by=SYSTEM)
    assert Mandate.objects.filter(person=person, body=body).count() == 2


def test_a_mandate_holds_up_to_but_not_on_its_end(cast: Cast) -> None:
    mandate = give_mandate(
        person=cast.people["Ylva Ängmark"], body=cast.board, start=date(2030, 1, 1), end=date(2031, 1, 1), by=SYSTEM
    )
    holds = {day: mandate in Mandate.objects.decided(day) for day in (date(2030, 1, 1), date(2030, 12, 31))}
    assert holds == {date(2030, 1, 1): True, date(2030, 12, 31): True}
    assert mandate not in Mandate.objects.decided(date(2031, 1, 1))
    assert mandate not in Mandate.objects.decided(date(2029, 12, 31))


def test_what_was_seen_on_two_days_is_not_claimed_between_them(cast: Cast) -> None:
    person = cast.people["Ylva Ängmark"]
    for day in (date(2021, 5, 1), date(2022, 5, 1)):
        observe_mandate(person=person, body=cast.board, day=day, by=SYSTEM)
    known = {day: Mandate.objects.known(day).filter(person=person).exists() for day in map(date.fromisoformat, DAYS)}
    assert [day.isoformat() for day, holds in known.items() if holds] == ["2021-05-01", "2022-05-01"]
    mandate = Mandate.objects.get(person=person)
    assert (mandate.start, mandate.end, mandate.start_basis) == (date(2021, 5, 1), date(2022, 5, 2), Basis.OBSERVED)


def test_what_was_only_seen_gives_no_right(cast: Cast) -> None:
    person = cast.people["Ylva Ängmark"]
    observe_mandate(person=person, body=cast.board, day=HELD_ON, by=SYSTEM)
    assert not Mandate.objects.decided(HELD_ON).filter(person=person).exists()


def test_a_sighting_within_a_decided_mandate_adds_no_mandate(cast: Cast) -> None:
    person = cast.people["Ada Brandt"]
    mandates = Mandate.objects.filter(person=person)
    assert mandates.get().sightings.get().day == HELD_ON


def test_a_sighting_does_not_stretch_across_a_decided_mandate(cast: Cast) -> None:
    person, askersund = cast.people["Ylva Ängmark"], Municipality.objects.get(name="Askersund")
    seat: Any = {"person": person, "body": cast.board, "on_behalf_of": askersund, "by": SYSTEM}
    observe_mandate(day=date(2020, 1, 1), **seat)
    give_mandate(start=date(2021, 1, 1), end=date(2022, 1, 1), **seat)
    observe_mandate(day=date(2023, 1, 1), **seat)
    starts = Mandate.objects.filter(person=person).order_by("start").values_list("start_basis", flat=True)
    assert list(starts) == [Basis.OBSERVED, Basis.DECIDED, Basis.OBSERVED]


def test_a_forgotten_sighting_shrinks_what_we_claim(cast: Cast) -> None:
    person = cast.people["Ylva Ängmark"]
    first = observe_mandate(person=person, body=cast.board, day=date(2021, 5, 1), by=SYSTEM)
    last = observe_mandate(person=person, body=cast.board, day=date(2022, 5, 1), by=SYSTEM)
    forget_sighting(sighting=last, by=SYSTEM)
    mandate = Mandate.objects.get(person=person)
    assert (mandate.start, mandate.end) == (date(2021, 5, 1), date(2021, 5, 2))
    first.refresh_from_db()
    forget_sighting(sighting=first, by=SYSTEM)
    assert not Mandate.objects.filter(person=person).exists()
