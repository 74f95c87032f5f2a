"""Whom a notice goes to, and the line of addresses to copy."""

from __future__ import annotations

from datetime import date

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import give_mandate
from radslag.base.people.models import Person
from radslag.domain.meetings.papers import Recipient, address_line, recipients
from tests.cast import Cast


def test_those_with_a_decided_mandate_that_day_by_municipality(cast: Cast) -> None:
    found = [(each.name, each.municipality, each.seen_on) for each in recipients(cast.called)]
    assert found == [
        ("Ada Brandt", "Askersund", None),
        ("Åke Östling", "Åmål", None),
        ("Ärla Sundin", "Älmhult", None),
        ("Örjan Ekdahl", "Örebro", None),
    ]


def test_a_mandate_that_has_ended_gets_no_notice(cast: Cast) -> None:
    cast.people["Ada Brandt"].mandates.update(end=date(2024, 3, 1))
    assert "Ada Brandt" not in [each.name for each in recipients(cast.called)]


def test_two_mandates_in_the_body_are_one_recipient(cast: Cast) -> None:
    ada = cast.people["Ada Brandt"]
    give_mandate(person=ada, body=cast.chief_executives, role="chair", start=date(2024, 1, 1), by=SYSTEM)
    assert [each.name for each in recipients(cast.called)].count("Ada Brandt") == 1


def test_where_nothing_is_decided_those_of_the_last_meeting_are_told_with_its_day(cast: Cast) -> None:
    for person in Person.objects.of(cast.collaboration):
        person.mandates.all().delete()
    found = recipients(cast.called)
    assert {each.seen_on for each in found} == {cast.meeting.date}
    assert "Örjan Ekdahl" in [each.name for each in found]
    assert "Ylva Ängmark" not in [each.name for each in found]


def test_the_line_holds_each_address_once_and_quotes_what_divides(cast: Cast) -> None:
    ada = cast.people["Ada Brandt"]
    rows = [
        Recipient(ada, "Ada Brandt", "ada@example.org"),
        Recipient(ada, "Brandt, Ada", "ADA@example.org"),
        Recipient(ada, "Åke Östling", "ake@example.org"),
        Recipient(ada, "Ärla", ""),
    ]
    assert address_line(rows) == '"Brandt, Ada" <ADA@example.org>; Åke Östling <ake@example.org>'
