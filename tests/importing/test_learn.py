"""One answer settles every document that asks: who a written name means, or which body."""

from __future__ import annotations

import pytest

from radslag.base.people.models import Body, BodyName, Person, PersonName
from radslag.exchange.importing.actions import (
    Refused,
    answer_body_question,
    answer_person_question,
    commit,
    forget,
)
from radslag.exchange.importing.models import Lesson, Staged
from radslag.exchange.importing.tallying import recount
from tests.importing import papers
from tests.importing.conftest import BY, Place

DAYS = [papers.DAY.replace(day=day) for day in (14, 15, 16)]
MISSPELT = "Ada Brant (Askersund), Åke Östling (Åmål)"
KEY = "ada brant|1882"


def misspelt(place: Place) -> list[Staged]:
    """Three minutes that write a known person's name in another way."""
    return place.stage(*(papers.minutes(day=day, present=MISSPELT) for day in DAYS))


def doubts() -> list[int]:
    """Of the documents in review, as they were counted."""
    return list(Staged.objects.to_review().order_by("pk").values_list("doubts", flat=True))


def renamed(name: str, *days: int) -> list[bytes]:
    """Minutes of a body the register does not know."""
    texts = (papers.minutes(day=papers.DAY.replace(day=day)).decode() for day in days)
    return [text.replace("Kommundirektörsgruppen", name).encode() for text in texts]


def test_who_somebody_is_is_answered_once_for_all_before_any_commit(place: Place) -> None:
    misspelt(place)
    lesson = answer_person_question(collaboration=place.collaboration, key=KEY, answer=str(place.ada.uuid), by=BY)

    assert (lesson.documents, doubts()) == (3, [0, 0, 0])
    assert PersonName.objects.get().name == "Ada Brant"


def test_taken_back_the_documents_ask_again_and_the_spelling_is_gone(place: Place) -> None:
    misspelt(place)
    lesson = answer_person_question(collaboration=place.collaboration, key=KEY, answer=str(place.ada.uuid), by=BY)
    forget(lesson=lesson, by=BY)

    assert (doubts(), PersonName.objects.count()) == ([1, 1, 1], 0)
    with pytest.raises(Refused, match="redan"):
        forget(lesson=lesson, by=BY)


def test_somebody_of_their_own_is_one_person_in_all_documents(place: Place) -> None:
    first, second, _third = misspelt(place)
    answer_person_question(collaboration=place.collaboration, key=KEY, answer="new", by=BY)
    for staged in (first, second):
        commit(staged=staged, expected=Staged.objects.get(pk=staged.pk).revision, by=BY)

    assert Person.objects.filter(name="Ada Brant").count() == 1
    assert Person.objects.filter(name="Ada Brandt").count() == 1


def test_namesakes_for_two_municipalities_are_asked_about_one_by_one(place: Place) -> None:
    here, there = (
        papers.minutes(day=day, present=f"Ada Brandt ({name})")
        for day, name in zip(DAYS, ("Åmål", "Älmhult"), strict=False)
    )
    first, second = place.stage(here, there)
    commit(staged=first, expected=first.revision, by=BY)
    Staged.objects.filter(pk=second.pk).update(doubts=0)
    with pytest.raises(Refused, match="Står här för Älmhult"):
        commit(staged=second, expected=second.revision, by=BY)


def test_an_answer_about_a_namesake_holds_for_that_municipality_alone(place: Place) -> None:
    texts = [
        papers.minutes(day=day, present=f"Ada Brandt ({name})")
        for day, name in zip(DAYS, ("Åmål", "Älmhult", "Örebro"), strict=True)
    ]
    first, *_others = place.stage(*texts)
    commit(staged=first, expected=first.revision, by=BY)
    recount(Staged.objects.to_review(), place.collaboration)
    key = next(row[1] for row in Staged.objects.to_review().order_by("pk")[0].open_questions)
    answer_person_question(collaboration=place.collaboration, key=key, answer=str(place.ada.uuid), by=BY)

    assert doubts() == [0, 1]


def test_an_unknown_body_becomes_a_new_one_for_all_its_documents(place: Place) -> None:
    place.stage(*renamed("Kulturnätverket", 14, 15))
    new = {"new": {"name": "Kulturnätverket", "kind": "network"}}
    answer_body_question(collaboration=place.collaboration, key="kulturnätverket", answer=new, by=BY)

    assert (doubts(), Body.objects.get(name="Kulturnätverket").kind) == ([0, 0], "network")


def test_an_unknown_body_is_another_name_of_one_we_know(place: Place) -> None:
    place.stage(*renamed("Samordningsgruppen", 14, 15))
    answer = {"uuid": str(place.body.uuid)}
    lesson = answer_body_question(collaboration=place.collaboration, key="samordningsgruppen", answer=answer, by=BY)

    assert (doubts(), BodyName.objects.get().name) == ([0, 0], "Samordningsgruppen")
    forget(lesson=lesson, by=BY)
    assert (doubts(), BodyName.objects.count()) == ([1, 1], 0)


def test_a_new_body_that_has_met_is_not_taken_back(place: Place) -> None:
    staged = place.stage(*renamed("Kulturnätverket", 14))[0]
    new = {"new": {"name": "Kulturnätverket", "kind": "network"}}
    lesson = answer_body_question(collaboration=place.collaboration, key="kulturnätverket", answer=new, by=BY)
    commit(staged=staged, expected=Staged.objects.get(pk=staged.pk).revision, by=BY)

    with pytest.raises(Refused, match="har möten"):
        forget(lesson=lesson, by=BY)


def test_a_question_nobody_asks_is_not_answered(place: Place) -> None:
    with pytest.raises(Refused, match="redan besvarad"):
        answer_person_question(collaboration=place.collaboration, key=KEY, answer="new", by=BY)
    assert not Lesson.objects.exists()
