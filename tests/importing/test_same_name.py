"""Two people with the same name: told apart by municipality, never silently one."""

from __future__ import annotations

import pytest

from radslag.base.audit.models import Event
from radslag.base.people.actions import give_mandate
from radslag.base.people.models import Municipality, Person
from radslag.domain.meetings.models import Attendance
from radslag.exchange.importing import drafts
from radslag.exchange.importing.actions import answer_person, commit, commit_certain
from radslag.exchange.importing.matching import match
from radslag.exchange.importing.models import StagedState
from radslag.exchange.importing.register import register_of
from tests.importing import papers
from tests.importing.conftest import BY, Place
from tests.importing.test_matching import draft_with, matched, only_doubt

TWICE = papers.minutes(present="Eva Ek (Askersund), Eva Ek (Älmhult), Örjan Ekdahl (Örebro)", others="Siv Lundgren")


@pytest.fixture
def ada_for_amal(place: Place) -> Place:
    """Ada Brandt has been known for Åmål."""
    give_mandate(person=place.ada, body=place.body, on_behalf_of=Municipality.objects.get(name="Åmål"), by=BY)
    return place


def test_the_same_name_for_another_municipality_is_asked_about(ada_for_amal: Place) -> None:
    doubt = only_doubt(ada_for_amal, ("Ada Brandt", "Askersund"))

    assert doubt.sentence == (
        "Samma person som Ada Brandt? Står här för Askersund men har tidigare varit med för Åmål."
    )
    assert [choice.value for choice in doubt.choices] == [str(ada_for_amal.ada.uuid), "new"]


@pytest.mark.parametrize("affiliation", ["Åmål", "Åmåls kommun", "Länsstyrelsen", None])
def test_the_same_name_settles_itself_where_no_municipality_speaks_against_it(
    ada_for_amal: Place, affiliation: str | None
) -> None:
    found = matched(ada_for_amal, ("Ada Brandt", affiliation))

    assert (found.doubts, found.people["p1"].settled) == ((), "known")


def test_who_only_sent_word_for_a_municipality_is_known_for_it(place: Place) -> None:
    staged = place.stage(papers.minutes(present="Siv Lundgren (Örebro)", others="Åke Östling"))[0]
    meeting = commit(staged=staged, expected=staged.revision, by=BY)
    Attendance.objects.filter(meeting=meeting, person__name="Åke Östling").update(
        municipality=Municipality.objects.get(name="Åmål"), presence="absent"
    )

    assert "varit med för Åmål" in only_doubt(place, ("Åke Östling", "Älmhult"), date="2024-06-15").sentence


def test_what_is_not_certain_is_not_committed_without_a_person(ada_for_amal: Place) -> None:
    staged = ada_for_amal.stage(papers.minutes())[0]

    assert commit_certain(batch=staged.batch, by=BY) == []
    assert staged.state == StagedState.REVIEW


def test_a_person_settled_by_their_name_can_still_be_said_to_be_another(place: Place) -> None:
    draft, register = draft_with(("Ada Brandt", "Askersund")), register_of(place.collaboration)
    choices = match(draft, register).people["p1"].choices
    assert [(each.value, each.certainty) for each in choices] == [(str(place.ada.uuid), "exact")]

    assert match(drafts.answer_person(draft, "p1", "new"), register).people["p1"].settled == "new"


def test_one_name_for_two_municipalities_is_asked_about_once(place: Place) -> None:
    doubt = only_doubt(place, ("Eva Ek", "Askersund"), ("Eva Ek", "Örebro"))

    assert (doubt.path, [choice.value for choice in doubt.choices]) == ("people.p2", ["p1", "new"])
    assert doubt.sentence.startswith("Eva Ek står mer än en gång i dokumentet")
    assert doubt.choices[0].label == "Samma person som Eva Ek (Askersund)"


def test_a_known_name_for_two_municipalities_is_asked_about_for_both(place: Place) -> None:
    found = matched(place, ("Ada Brandt", "Askersund"), ("Ada Brandt", "Örebro"))

    assert [doubt.path for doubt in found.doubts] == ["people.p1", "people.p2"]


def test_the_one_who_has_been_there_for_a_municipality_is_known_and_the_other_asked_about(ada_for_amal: Place) -> None:
    found = matched(ada_for_amal, ("Ada Brandt", "Åmål"), ("Ada Brandt", "Örebro"))

    assert [found.people[id_].settled for id_ in ("p1", "p2")] == ["known", "asked"]


@pytest.mark.parametrize(("answer", "people"), [("new", 2), ("p1", 1)])
def test_two_lines_with_one_name_are_as_many_people_as_was_answered(place: Place, answer: str, people: int) -> None:
    staged = place.stage(TWICE)[0]
    assert staged.doubts == 1
    answer_person(staged=staged, expected=staged.revision, person="p2", answer=answer, by=BY)
    meeting = commit(staged=staged, expected=staged.revision, by=BY)

    assert Person.objects.filter(name="Eva Ek").count() == people
    assert Attendance.objects.filter(meeting=meeting, person__name="Eva Ek").count() == people


def test_each_new_person_stands_in_the_trail(place: Place) -> None:
    staged = place.stage(papers.minutes())[0]
    commit(staged=staged, expected=staged.revision, by=BY)
    told = Event.objects.filter(verb="create", kind="person").exclude(object_uuid=place.ada.uuid)

    assert {event.detail("label") for event in told} == {"Åke Östling", "Örjan Ekdahl", "Siv Lundgren"}
    assert {event.detail("actor") for event in told} == {BY.label}


def test_a_later_paper_offers_first_the_one_of_a_name_who_is_from_there(place: Place) -> None:
    staged = place.stage(TWICE)[0]
    answer_person(staged=staged, expected=staged.revision, person="p2", answer="new", by=BY)
    meeting = commit(staged=staged, expected=staged.revision, by=BY)
    there = Attendance.objects.get(meeting=meeting, municipality__name="Älmhult").person
    doubt = only_doubt(place, ("Eva Ek", "Älmhult"), date="2024-09-04")

    assert doubt.choices[0].value == str(there.uuid)
    assert [choice.label for choice in doubt.choices] == ["Eva Ek", "Eva Ek", "Ny person: Eva Ek"]
