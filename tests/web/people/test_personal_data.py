"""A person's data as one file, and contact details erased."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from radslag.base.accounts.erasing import erase_contact_details
from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_person
from radslag.base.people.describing import describe_person
from radslag.base.people.merging import merge_people
from radslag.base.people.models import Person
from radslag.base.people.ties import ties
from tests.cast import Cast
from tests.web.pages import read, words

MAIL = "ada.brandt@example.org"


@pytest.fixture
def ada(cast: Cast) -> Person:
    """Ada, who has had two addresses."""
    person = cast.people["Ada Brandt"]
    for address in ("ada@gammal.example.org", MAIL):
        describe_person(person=person, expected=person.revision, title="chef", email=address, phone="010-12", by=SYSTEM)
    return person


def address_of(person: Person) -> str:
    """The page of the person's data."""
    return f"/sjobygden/personer/{person.uuid}/personuppgifter/"


def opened(client: Client, person: Person) -> dict[str, str]:
    """The files in the file."""
    answer: Any = client.post(f"{address_of(person)}fil/")
    assert answer["Content-Disposition"] == 'attachment; filename="personuppgifter-ada-brandt.zip"'
    with ZipFile(BytesIO(answer.content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_the_file_holds_every_row_that_points_at_the_person(cast: Cast, ada: Person) -> None:
    told = json.loads(opened(cast.sign_in("coordinator"), ada)["uppgifter.json"])
    for tie in ties():
        stored = tie.model._base_manager.filter(**{tie.key.attname: ada.pk}).count()
        assert len(told["about"][tie.label]) == stored, tie.label
    assert told["person"]["email"] == MAIL
    assert told["accounts"][0]["email"] == cast.user("member").email
    assert "password" not in told["accounts"][0]
    assert told["days_seen"][0]["day"] == "2024-02-14"


def test_the_file_can_be_read_without_the_product(cast: Cast, ada: Person) -> None:
    files = opened(cast.sign_in("coordinator"), ada)
    page = files["uppgifter.html"]
    for said in (MAIL, "010-12", "allmänt intresse", "kartlägger möjliga vattentäkter", "2024-02-14"):
        assert said in page
    assert 'href="uppgifter.css"' in page
    assert "font-family" in files["uppgifter.css"]


def test_that_it_was_handed_out_stands_in_the_trail(cast: Cast, ada: Person) -> None:
    opened(cast.sign_in("coordinator"), ada)
    event = Event.objects.about("person", ada.uuid)[0]
    assert (event.verb, event.detail("actor")) == ("disclose", "Användare coordinator")


def test_the_page_says_on_what_ground_and_what_there_is(cast: Cast, ada: Person) -> None:
    text = read(cast.sign_in("coordinator"), address_of(ada))
    assert "allmänt intresse, inte för att någon har samtyckt" in text
    assert f"Du raderar {MAIL} och 010-12." in text
    assert "Jag vet att det inte går att ångra" in text


def test_erasing_needs_a_tick(cast: Cast, ada: Person) -> None:
    answer = cast.sign_in("coordinator").post(address_of(ada), follow=True)
    assert "Kryssa för att du vet" in words(answer)
    assert Person.objects.get(pk=ada.pk).email == MAIL


def test_erased_details_are_gone_from_record_and_trail_and_the_chain_holds(cast: Cast, ada: Person) -> None:
    answer = cast.sign_in("coordinator").post(address_of(ada), {"sure": "on"}, follow=True)
    assert "Kontaktuppgifterna är raderade, också i händelseloggen." in words(answer)
    found = Person.objects.get(pk=ada.pk)
    assert (found.name, found.title, found.email, found.phone) == ("Ada Brandt", "chef", "", "")
    kept = json.dumps([event.details for event in Event.objects.all()], ensure_ascii=False)
    assert not [said for said in (MAIL, "ada@gammal.example.org", "010-12") if said in kept]
    assert list(verify()) == []


def test_other_events_about_the_person_stay_readable(cast: Cast, ada: Person) -> None:
    before = Event.objects.filter(details__isnull=True).count()
    assert erase_contact_details(person=ada, by=SYSTEM) == 2
    assert Event.objects.filter(details__isnull=True).count() == before + 2
    assert Event.objects.about("person", ada.uuid).filter(verb="create", details__isnull=False).exists()


def test_what_a_merged_record_left_behind_goes_too(cast: Cast, ada: Person) -> None:
    twin = create_person(collaboration=cast.collaboration, name="Ada Brant", email="twin@example.org", by=SYSTEM)
    merge_people(kept=ada, gone=twin, by=SYSTEM)
    erase_contact_details(person=ada, by=SYSTEM)
    twin.refresh_from_db()
    assert twin.email == ""


def test_without_contact_details_nothing_is_erased(cast: Cast) -> None:
    events = Event.objects.count()
    assert erase_contact_details(person=cast.people["Åke Östling"], by=SYSTEM) == 0
    assert Event.objects.count() == events
