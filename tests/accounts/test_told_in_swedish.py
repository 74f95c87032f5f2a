"""The trail outlives the language somebody happened to read the pages in."""

from __future__ import annotations

from django.utils import translation

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.roles import Role
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from tests.cast import Cast


def test_a_role_given_by_somebody_reading_english_is_told_of_in_swedish(cast: Cast) -> None:
    with translation.override("en"):
        given = appoint(user=cast.user("nobody"), collaboration=cast.collaboration, role=Role.OBSERVER, by=SYSTEM)
        assert str(given).endswith("observer")

    told = Event.objects.about("appointment", given.uuid).get()

    assert told.detail("label").endswith("observatör")
