"""Reading who sits in a body as of a day: decided and seen apart, and never more than is known."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.actions import Place, cite
from radslag.base.people.actions import observe_mandate
from radslag.base.people.models import Membership, Municipality, Person, Sighting
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements

EARLY, LATE = date(2016, 3, 8), date(2018, 5, 27)


def page_of(cast: Cast, day: date | str = "") -> str:
    query = f"?den={day}" if day else ""
    return f"/sjobygden/grupper/{cast.chief_executives.uuid}/{query}"


def see(cast: Cast, name: str, day: date) -> Sighting:
    """A document of the day shows the person among the chief executives, for Örebro."""
    return observe_mandate(
        person=cast.people[name],
        body=cast.chief_executives,
        day=day,
        on_behalf_of=Municipality.objects.get(name="Örebro"),
        by=SYSTEM,
    )


@pytest.fixture(autouse=True)
def _members_since_long_ago(cast: Cast) -> None:
    Membership.objects.update(start=date(2010, 1, 1))


def test_a_decided_mandate_says_since_when(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast))
    assert "Askersund Ada Brandt ledamot sedan 1 januari 2019" in text


def test_different_people_are_seen_on_different_days(cast: Cast) -> None:
    see(cast, "Ylva Ängmark", EARLY)
    see(cast, "Zacharias Lindqvist", LATE)
    client = cast.sign_in("observer")
    early, late = read(client, page_of(cast, EARLY)), read(client, page_of(cast, LATE))
    assert "Örebro Ylva Ängmark i en handling" in early
    assert "Zacharias Lindqvist" not in early
    assert "Örebro Zacharias Lindqvist i en handling Ylva Ängmark 8 mars 2016 i en handling" in late


def test_between_two_sightings_only_the_last_one_is_told(cast: Cast) -> None:
    see(cast, "Ylva Ängmark", EARLY)
    see(cast, "Ylva Ängmark", LATE)
    text = read(cast.sign_in("observer"), page_of(cast, date(2017, 1, 1)))
    assert "Örebro ingen känd Ylva Ängmark 8 mars 2016 i en handling" in text
    assert "27 maj 2018" not in text


def test_before_the_first_sighting_nothing_is_claimed(cast: Cast) -> None:
    see(cast, "Ylva Ängmark", LATE)
    text = read(cast.sign_in("observer"), page_of(cast, EARLY))
    assert "Ylva Ängmark" not in text
    assert "ingen handling från den dagen eller tidigare" in text


def test_a_sighting_names_its_paper_and_leads_to_its_line(cast: Cast) -> None:
    sighting = see(cast, "Ylva Ängmark", LATE)
    cite(extraction=cast.extraction, places=[Place(sighting, "", 0, 10)])
    client = cast.sign_in("member")
    assert "Ylva Ängmark i minnesanteckningarna Källa: rad 1" in read(client, page_of(cast, LATE))
    place = f"/sjobygden/kalla/{cast.extraction.uuid}/?fran=0&till=10#rad-1"
    assert place in links(client.get(page_of(cast, LATE)))
    assert place not in links(cast.sign_in("observer").get(page_of(cast, LATE)))


def test_a_member_municipality_without_anyone_is_a_vacancy(cast: Cast) -> None:
    Person.objects.get(name="Örjan Ekdahl").mandates.all().delete()
    assert "Örebro ingen känd" in read(cast.sign_in("observer"), page_of(cast))


def test_the_names_documents_have_used_are_listed(cast: Cast) -> None:
    assert "Andra namn och stavningar KD-gruppen annan stavning" in read(cast.sign_in("observer"), page_of(cast))


def test_the_day_follows_to_the_pages_one_goes_on_to(cast: Cast) -> None:
    found = links(cast.sign_in("observer").get(page_of(cast, "2020-05-27")))
    assert f"/sjobygden/personer/{cast.people['Ada Brandt'].uuid}/?den=2020-05-27" in found
    assert "/sjobygden/grupper/?den=2020-05-27" in found
    assert any(link.startswith("/sjobygden/kommuner/") and link.endswith("?den=2020-05-27") for link in found)


@pytest.mark.parametrize("wrong", ["2020-13-01", "i-går", "0000-00-00"])
def test_a_day_that_is_none_is_told_and_today_is_shown(cast: Cast, wrong: str) -> None:
    text = read(cast.sign_in("observer"), page_of(cast, wrong))
    assert "Det är inte ett datum. Skriv till exempel 2020-05-27. Sidan visar i dag." in text
    assert "Ada Brandt ledamot sedan" in text


def test_the_meetings_of_the_body_are_listed(cast: Cast) -> None:
    assert "onsdag 14 februari 2024 4 punkter, 2 beslut, 4 uppdrag" in read(cast.sign_in("observer"), page_of(cast))


def test_the_statements_do_not_grow_with_people_and_meetings(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, page_of(cast))
    for month in range(1, 9):
        make_meeting(body=cast.chief_executives, day=date(2023, month, 1), people=list(cast.people.values()), items=1)
        see(cast, "Ylva Ängmark", date(2023, month, 1))
    assert statements(client, page_of(cast)) <= few


def test_another_collaborations_body_is_not_found(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    assert client.get(f"/sjobygden/grupper/{cast.other_body.uuid}/").status_code == 404


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("administrator", 403)])
def test_who_may_not_read_the_record_is_refused(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(page_of(cast)).status_code == status


def test_the_day_follows_in_the_menu_too(cast: Cast) -> None:
    found = links(cast.sign_in("observer").get(page_of(cast, "2020-05-27")))
    assert "/sjobygden/personer/?den=2020-05-27" in found
    assert "/sjobygden/moten/" in found
