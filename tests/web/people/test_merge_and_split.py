"""Two records become one and one becomes two, on the pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_person
from radslag.base.people.models import Person
from radslag.domain.meetings.models import Attendance
from tests.cast import Cast
from tests.people.record_dump import dump
from tests.web.pages import read, statements, words
from tests.web.people.test_change_person import BASE, post, undo_of


@pytest.fixture
def client(cast: Cast) -> Client:
    """The coordinator's."""
    return cast.sign_in("coordinator")


@pytest.fixture
def twin(cast: Cast) -> Person:
    """Ylva once more, with another spelling."""
    return create_person(collaboration=cast.collaboration, name="Ylva Engmark", by=SYSTEM)


def merge_url(kept: Person, gone: Person) -> str:
    """Where the two are compared."""
    return f"{BASE}{kept.uuid}/sla-ihop/?med={gone.uuid}"


def test_the_likest_names_come_first(cast: Cast, client: Client, twin: Person) -> None:
    text = read(client, f"{BASE}{twin.uuid}/sla-ihop/")
    assert "Liknande namn" in text
    assert "Ylva Ängmark stavat annorlunda" in text


def test_any_other_name_can_be_searched(cast: Cast, client: Client, twin: Person) -> None:
    assert "Örjan Ekdahl" in read(client, f"{BASE}{twin.uuid}/sla-ihop/?sok=ekdahl")
    assert "Ingen annan heter så" in read(client, f"{BASE}{twin.uuid}/sla-ihop/?sok=finnsinte")


def test_the_list_tells_of_records_that_may_be_one(cast: Cast, client: Client, twin: Person) -> None:
    assert "1 person kan finnas två gånger Ylva Engmark och Ylva Ängmark" in read(client, BASE)
    assert "kan finnas två gånger" not in read(cast.sign_in("observer"), BASE)


def test_those_listed_at_one_meeting_are_not_taken_for_one(cast: Cast, client: Client, twin: Person) -> None:
    Attendance.objects.filter(person=cast.people["Åke Östling"]).update(person=twin)
    assert "kan finnas två gånger" not in read(client, BASE)
    text = read(client, merge_url(cast.people["Ylva Ängmark"], twin))
    assert "Båda står i närvarolistan för samma möte" in text


def test_the_two_are_shown_before_anything_is_done(cast: Cast, client: Client, twin: Person) -> None:
    before = dump()
    text = read(client, merge_url(cast.people["Ylva Ängmark"], twin))
    assert "Allt om Ylva Engmark flyttas till Ylva Ängmark. Det går att ångra." in text
    assert "Ylva Engmark blir kvar som en annan stavning." in text
    assert dump() == before


def test_merging_leads_to_the_one_that_stands_and_can_be_undone(cast: Cast, client: Client, twin: Person) -> None:
    ylva, before = cast.people["Ylva Ängmark"], dump()
    revisions = {"revision": twin.revision, "other_revision": ylva.revision}
    answer = post(client, merge_url(twin, ylva), **revisions)
    assert "Ylva Ängmark är nu sammanslagen med Ylva Engmark." in words(answer)
    assert client.get(f"{BASE}{ylva.uuid}/").status_code == 301
    post(client, f"/sjobygden/registret/{undo_of(answer)}")
    assert dump() == before


def test_a_page_too_old_merges_nothing(cast: Cast, client: Client, twin: Person) -> None:
    before = dump()
    answer = post(client, merge_url(twin, cast.people["Ylva Ängmark"]), revision=7, other_revision=0)
    assert "har ändrats medan du hade sidan öppen" in words(answer)
    assert dump() == before


def split(client: Client, person: Person, chosen: list[str], **who: Any) -> Any:
    """Tick and send."""
    return client.post(f"{BASE}{person.uuid}/dela-upp/", {"chosen": chosen, **who}, follow=True)


def listed(person: Person) -> list[str]:
    """The values of the person's attendance."""
    return [f"meetings.attendance.person:{row.uuid}" for row in Attendance.objects.of_person(person)]


def test_what_is_ticked_goes_to_a_new_person_with_the_day_seen(cast: Cast, client: Client) -> None:
    ada, before = cast.people["Ada Brandt"], dump()
    page = read(client, f"{BASE}{ada.uuid}/dela-upp/")
    assert "Rader i närvarolistor" in page
    answer = split(client, ada, listed(ada), name="Ada Bratt")
    assert "Det du valde hör nu till Ada Bratt." in words(answer)
    other = Person.objects.get(name="Ada Bratt")
    assert other.mandates.get().observed
    post(client, f"/sjobygden/registret/{undo_of(answer)}")
    assert dump() == before


def test_what_is_ticked_goes_to_somebody_known(cast: Cast, client: Client, twin: Person) -> None:
    ylva = cast.people["Ylva Ängmark"]
    split(client, ylva, listed(ylva), other=str(twin.uuid))
    assert Attendance.objects.of_person(twin).exists()


@pytest.mark.parametrize(
    ("chosen", "who", "told"),
    [
        (False, {"name": "Ada Bratt"}, "Kryssa för det som gäller den andra personen."),
        (True, {}, "Välj en person i listan, eller skriv namnet på en ny."),
    ],
)
def test_what_is_lacking_is_told(cast: Cast, client: Client, chosen: bool, who: dict[str, str], told: str) -> None:
    ada = cast.people["Ada Brandt"]
    answer = split(client, ada, listed(ada) if chosen else [], **who)
    assert answer.status_code == 422
    assert told in words(answer)


def test_the_statements_do_not_grow_with_what_there_is(cast: Cast, client: Client) -> None:
    ada = cast.people["Ada Brandt"]
    url = f"{BASE}{ada.uuid}/dela-upp/"
    few = statements(client, url)
    row = Attendance.objects.of_person(ada)[0]
    for position in range(9):
        row.pk, row.uuid, row.position = None, Person().uuid, position
        row.save(force_insert=True)
    assert statements(client, url) <= few
