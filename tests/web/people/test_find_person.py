"""Finding a person in the list."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import observe_mandate, spell_person
from radslag.base.people.models import Person
from tests.cast import Cast
from tests.web.pages import links, read

LIST = "/sjobygden/personer/"


def test_people_stand_by_surname_in_swedish_order(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LIST)
    names = ["Brandt, Ada", "Ekdahl, Örjan", "Lindqvist, Zacharias", "Sundin, Ärla", "Ängmark, Ylva", "Östling, Åke"]
    places = [text.index(name) for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "name"),
    [("åke", "Östling, Åke"), ("ÖSTL", "Östling, Åke"), ("ada brandt", "Brandt, Ada"), ("lind zach", "Lindqvist")],
)
def test_part_of_a_name_finds_whatever_the_capitals(cast: Cast, words: str, name: str) -> None:
    text = read(cast.sign_in("observer"), f"{LIST}?namn={words}")
    assert "1 person " in text
    assert name in text


def test_another_spelling_finds(cast: Cast) -> None:
    spell_person(person=cast.people["Ada Brandt"], name="Adda Brant", by=SYSTEM)
    assert "Brandt, Ada" in read(cast.sign_in("observer"), f"{LIST}?namn=adda")


@pytest.mark.parametrize("words", ["(", "a.*", "[", "\\", "%"])
def test_signs_are_looked_for_as_they_stand(cast: Cast, words: str) -> None:
    assert "Ingen heter så" in read(cast.sign_in("observer"), LIST + "?namn=" + words.replace("%", "%25"))


def test_a_merged_record_is_not_listed(cast: Cast) -> None:
    Person.objects.filter(name="Ylva Ängmark").update(merged_into=cast.people["Ada Brandt"])
    assert "Ängmark" not in read(cast.sign_in("observer"), LIST)


def test_a_line_says_where_the_person_sits_on_the_day(cast: Cast) -> None:
    client = cast.sign_in("observer")
    assert "Brandt, Ada kommundirektör Kommundirektörsgruppen, Askersund" in read(client, LIST)
    assert "Kommundirektörsgruppen, Askersund" not in read(client, f"{LIST}?den=2018-01-01")


def test_each_line_leads_to_the_person_on_the_same_day(cast: Cast) -> None:
    found = links(cast.sign_in("observer").get(f"{LIST}?den=2020-05-27"))
    assert f"{LIST}{cast.people['Ada Brandt'].uuid}/?den=2020-05-27" in found


def test_another_collaborations_people_never_show(cast: Cast) -> None:
    assert "Slätt, Sten" not in read(cast.sign_in("coordinator"), LIST)


def test_who_is_known_nowhere_that_day_is_shown_where_last_seen(cast: Cast) -> None:
    observe_mandate(person=cast.people["Ylva Ängmark"], body=cast.board, day=date(2020, 5, 27), by=SYSTEM)
    text = read(cast.sign_in("observer"), f"{LIST}?namn=ängmark&den=2021-01-01")
    assert "Ängmark, Ylva senast sedd 27 maj 2020 i Sjöbygdens styrelse" in text
    assert "senast sedd" not in read(cast.sign_in("observer"), f"{LIST}?namn=ängmark&den=2020-05-26")
