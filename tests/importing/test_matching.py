"""What the register says of a draft: who is known, who is new, what must be asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.base.people.actions import create_body, give_mandate, name_body, spell_person
from radslag.base.people.models import Municipality
from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Draft
from radslag.exchange.importing.matching import Doubt, Match, doubts, match, suggested_body
from radslag.exchange.importing.register import register_of
from tests.importing.conftest import BY, Place


def draft_with(*people: tuple[str, str | None], **head: Any) -> Draft:
    """A draft of a settled meeting with these people (name, affiliation) present."""
    present = [{"name": name, "affiliation": affiliation, "span": [0, 1]} for name, affiliation in people]
    record = {"kind": "minutes", "body": "Kommundirektörsgruppen", "date": "2024-05-15", "present": present}
    return drafts.confirm_empty(drafts.draft_of(record | head))


def matched(place: Place, *people: tuple[str, str | None], **head: Any) -> Match:
    """Such a draft held against the register."""
    return match(draft_with(*people, **head), register_of(place.collaboration, [date(2024, 5, 15)]))


def only_doubt(place: Place, *people: tuple[str, str | None], **head: Any) -> Doubt:
    """The one doubt there is."""
    (doubt,) = matched(place, *people, **head).doubts
    return doubt


@pytest.mark.parametrize("name", ["Ada Brandt", "ADA BRANDT", "Ada  Brandt"])
def test_an_exact_name_settles_itself(place: Place, name: str) -> None:
    found = matched(place, (name, None))

    assert found.doubts == ()
    assert found.people["p1"].person is not None
    assert found.people["p1"].person.pk == place.ada.pk


def test_a_known_spelling_settles_itself(place: Place) -> None:
    spell_person(person=place.ada, name="Ada Brandt-Ek", by=BY)

    assert matched(place, ("Ada Brandt Ek", None)).people["p1"].settled == "known"


def test_a_name_nobody_has_is_a_new_person_without_a_question(place: Place) -> None:
    found = matched(place, ("Siv Lundgren", "Örebro"))

    assert (found.doubts, found.people["p1"].settled) == ((), "new")


def test_a_name_nearly_the_same_is_asked_about_with_the_reason(place: Place) -> None:
    doubt = only_doubt(place, ("Ada Brant", "Askersund"))

    assert (doubt.kind, doubt.path) == ("person", "people.p1")
    assert doubt.sentence == "Är Ada Brant samma person som Ada Brandt?"
    assert [choice.value for choice in doubt.choices] == [str(place.ada.uuid), "new"]
    assert "stavat annorlunda" in doubt.choices[0].reason


def test_two_with_the_same_name_are_asked_about_the_one_in_the_body_first(place: Place) -> None:
    other = place.person("Ada Brandt")
    askersund = Municipality.objects.get(name="Askersund")
    give_mandate(person=other, body=place.body, on_behalf_of=askersund, by=BY)
    doubt = only_doubt(place, ("Ada Brandt", "Askersund"))

    assert doubt.sentence.startswith("Vem är Ada Brandt? Flera i registret")
    assert [choice.value for choice in doubt.choices] == [str(other.uuid), str(place.ada.uuid), "new"]
    assert doubt.choices[0].reason.endswith("också Askersund, samma grupp")


def test_somebody_listed_under_their_own_name_is_not_also_somebody_else(place: Place) -> None:
    found = matched(place, ("Ada Brandt", None), ("Ada Brant", None))

    assert [found.people[id_].settled for id_ in ("p1", "p2")] == ["known", "new"]


def test_one_unknown_name_twice_is_one_question_and_one_answer(place: Place) -> None:
    draft = draft_with(("Ada Brant", None), ("Ada Brant", "Örebro"))
    register = register_of(place.collaboration)
    assert len(doubts(draft, register)) == 1
    answered = match(drafts.answer_person(draft, "p2", "new"), register)

    assert answered.doubts == ()
    assert {each.settled for each in answered.people.values()} == {"new"}


def test_an_answer_about_somebody_who_has_gone_is_asked_again(place: Place) -> None:
    gone = "00000000-0000-4000-8000-000000000000"
    draft = drafts.answer_person(draft_with(("Ada Brant", None)), "p1", gone)

    assert [doubt.kind for doubt in doubts(draft, register_of(place.collaboration))] == ["person"]


@pytest.mark.parametrize(
    ("affiliation", "municipality", "member"),
    [
        ("Örebro", "Örebro", True),
        ("Örebro kommun", "Örebro", True),
        ("Västerås stad", "Västerås", False),
        ("Region Örebro län", None, False),
        ("Länsstyrelsen", None, False),
        (None, None, False),
    ],
)
def test_an_affiliation_is_a_municipality_when_that_is_what_it_names(
    place: Place, affiliation: str | None, municipality: str | None, member: bool
) -> None:
    found = matched(place, ("Siv Lundgren", affiliation)).people["p1"]

    assert (str(found.municipality) if found.municipality else None, found.member) == (municipality, member)


def test_a_body_known_by_that_name_settles_itself(place: Place) -> None:
    name_body(body=place.body, name="KD-gruppen", by=BY)

    for written in ("Kommundirektörsgruppen", "Kommundirektörsgruppen, Sjöbygden", "KD-gruppen"):
        assert matched(place, body=written).body.settled == "known"


def test_a_body_written_otherwise_is_asked_about_the_likely_first(place: Place) -> None:
    create_body(collaboration=place.collaboration, name="Styrelsen", kind="board", by=BY)
    doubt = only_doubt(place, body="Kommundirektörsmöte")

    assert (doubt.kind, doubt.sentence) == ("body", "Vilken grupp är ”Kommundirektörsmöte”?")
    assert [choice.label for choice in doubt.choices] == ["Kommundirektörsgruppen", "Styrelsen", "En ny grupp"]
    assert doubt.choices[0].reason != ""


def test_a_document_without_a_body_is_asked_about(place: Place) -> None:
    assert only_doubt(place, body=None).sentence == "Vilken grupp hade mötet?"


def test_a_new_body_of_a_name_that_has_come_to_be_is_that_body(place: Place) -> None:
    draft = drafts.answer_body(draft_with(body="KD"), {"new": {"name": "kommundirektörsgruppen", "kind": "network"}})
    found = match(draft, register_of(place.collaboration)).body

    assert found.body is not None
    assert (found.settled, found.body.pk) == ("known", place.body.pk)


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Styrelsemöte, Sjöbygden", "Styrelsemöte", "board"),
        ("Kommundirektörsmöte Sjöbygden", "Kommundirektörsmöte", "chief_executives"),
        ("HR-nätverket", "HR-nätverket", "network"),
        ("Beredskapsforum", "Beredskapsforum", "working_group"),
        (None, "", "working_group"),
    ],
)
def test_a_new_body_is_suggested_from_what_the_document_says(written: str | None, name: str, kind: str) -> None:
    assert suggested_body(draft_with(body=written), "Sjöbygden") == {"name": name, "kind": kind}


def test_a_date_that_was_worked_out_must_be_confirmed(place: Place) -> None:
    doubt = only_doubt(place, inferred=["date"])

    assert doubt.sentence == "Datumet är uträknat, det står inte helt utskrivet: onsdag 15 maj 2024. Stämmer det?"
    assert [choice.value for choice in doubt.choices] == ["confirm"]
    confirmed = drafts.confirm_date(draft_with(inferred=["date"]))
    assert doubts(confirmed, register_of(place.collaboration)) == []


def test_a_date_that_is_missing_must_be_written(place: Place) -> None:
    assert only_doubt(place, date=None).sentence == "Mötets datum saknas. Skriv det."


def test_the_register_is_asked_the_same_number_of_times_whatever_the_size(place: Place) -> None:
    def statements(people: int) -> int:
        draft = draft_with(*((f"Ada Brant{number}", "Örebro kommun") for number in range(people)))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            match(draft, register_of(place.collaboration, [date(2024, 5, 15)]))
        return len(asked)

    few = statements(1)
    for number in range(30):
        place.person(f"Ada Brandt {number}")

    assert statements(40) == few <= 9
