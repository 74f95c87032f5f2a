"""Foundation 5: a meeting keeps its local date, time and zone; what happened at an instant is kept in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.utils import timezone

from radslag.base.accounts.access import roles_of
from radslag.base.accounts.actions import appoint
from radslag.base.accounts.roles import Role
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.domain.meetings.models import Meeting, MeetingState
from tests.cast import Cast

# The clock is put forward on 2026-03-29 and back on 2026-10-25: half past two happens never, and twice.
NEVER, TWICE = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize("day", [NEVER, TWICE])
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_a_meeting_stands_at_its_own_clock_wherever_it_is_read(cast: Cast, day: date, zone: str) -> None:
    with timezone.override(zone):
        made = Meeting.objects.create(
            collaboration=cast.collaboration,
            body=cast.board,
            date=day,
            start_time=time(2, 30),
            end_time=time(3, 30),
            state=MeetingState.HELD,
        )
    found = Meeting.objects.get(pk=made.pk)
    kept = (found.date, found.start_time, found.end_time, found.time_zone)
    assert kept == (day, time(2, 30), time(3, 30), "Europe/Stockholm")


def test_the_same_clock_is_another_instant_after_the_change() -> None:
    zone = ZoneInfo(Meeting._meta.get_field("time_zone").default)
    before, after = (datetime.combine(day, time(13), zone) for day in (NEVER - timedelta(days=1), NEVER))
    assert [moment.astimezone(UTC).hour for moment in (before, after)] == [12, 11]


def test_an_instant_is_read_back_in_utc(cast: Cast) -> None:
    with time_machine.travel(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), tick=False):
        appoint(user=cast.user("nobody"), collaboration=cast.collaboration, role=Role.OBSERVER, by=SYSTEM)
    event = Event.objects.of_collaboration(cast.collaboration.uuid).last()
    assert event is not None
    assert event.at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert event.at.utcoffset() == timedelta(0)


def test_no_meeting_is_kept_as_an_instant() -> None:
    kinds = {type(field) for field in Meeting._meta.local_concrete_fields}
    assert {models.DateField, models.TimeField} <= kinds
    assert models.DateTimeField not in kinds


def test_today_is_the_day_in_sweden_not_in_greenwich(cast: Cast) -> None:
    user, new_year = cast.user("nobody"), date(2026, 1, 1)
    appoint(user=user, collaboration=cast.collaboration, role=Role.OBSERVER, start=new_year, by=SYSTEM)
    with time_machine.travel(datetime(2025, 12, 31, 23, 30, tzinfo=UTC), tick=False):
        assert timezone.localdate() == new_year
        assert cast.sign_in("nobody").get("/sjobygden/").status_code == 302
    assert roles_of(user, cast.collaboration, new_year - timedelta(days=1)) == frozenset()


def test_instants_of_our_models_are_aware(cast: Cast) -> None:
    for model in apps.get_models():
        names = [field.name for field in model._meta.local_concrete_fields if isinstance(field, models.DateTimeField)]
        row = model._base_manager.first() if names and model._meta.app_config.name.startswith("radslag.") else None
        for name in names if row else []:
            moment = getattr(row, name)
            assert moment is None or moment.tzinfo is not None, f"{model._meta.label}.{name}"
