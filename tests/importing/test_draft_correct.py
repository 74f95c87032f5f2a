"""Correcting a value of a draft: what may stand where, and what is remembered of what was read."""

from __future__ import annotations

from typing import Any

import pytest

from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Draft, Refused
from tests.importing.records import small_record


@pytest.fixture
def draft() -> Draft:
    """A small one."""
    return drafts.draft_of(small_record())


@pytest.mark.parametrize(
    ("path", "written", "stored"),
    [
        ("place", "  Lilla salen ", "Lilla salen"),
        ("place", "", None),
        ("date", "2024-05-16", "2024-05-16"),
        ("start", "9", "09:00"),
        ("start", "kl. 13.30", "13:30"),
        ("end", "15:45", "15:45"),
        ("people.p1.name", "Ada Brandt Ek", "Ada Brandt Ek"),
        ("people.p1.group", "absent", "absent"),
        ("items.i1.title", "Föregående protokoll", "Föregående protokoll"),
        ("items.i1.type", "decision", "decision"),
        ("items.i1.decisions.d1.outcome", "filed", "filed"),
        ("items.i2.assignments.a1.due", "2024-09-04", "2024-09-04"),
        ("items.i2.assignments.a1.owner", "Åmål", "Åmål"),
        ("items.i2.presenters.f2.name", "Siv Lundgren", "Siv Lundgren"),
        ("adjusters", "Ada Brandt\nÅke Östling, ", ["Ada Brandt", "Åke Östling"]),
    ],
)
def test_a_value_is_stored_as_it_should_be_written(draft: Draft, path: str, written: str, stored: Any) -> None:
    assert drafts.value_at(drafts.correct(draft, path, written), path) == stored


@pytest.mark.parametrize(
    ("path", "written", "sentence"),
    [
        ("date", "11 juni", "inte ett datum"),
        ("date", "2024-02-30", "inte ett datum"),
        ("date", "20240611", "inte ett datum"),
        ("date", "0224-06-11", "Året 224"),
        ("start", "25.00", "inte ett klockslag"),
        ("start", "eftermiddag", "inte ett klockslag"),
        ("people.p1.name", " ", "får inte vara tomt"),
        ("people.p1.name", "A" * 121, "högst 120"),
        ("people.p1.group", "kanske", "Välj närvaro"),
        ("items.i1.title", "", "får inte vara tomt"),
        ("items.i1.type", "fika", "Välj slag av punkt"),
        ("items.i1.decisions.d1.outcome", "nja", "Välj utfall"),
        ("items.i2.assignments.a1.strength", "", "Välj hur bindande"),
        ("place", "a\0b", "inte kan sparas"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_sentence(
    draft: Draft, path: str, written: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        drafts.correct(draft, path, written)


@pytest.mark.parametrize(
    "path",
    [
        *("kind", "inferred", "answers", "people.p1.id", "people.p1.span", "people.p1", "items.i1.parent", ""),
        *("items.i1.span", "items.i1.decisions.d1.id", "items.i1.nothing.d1.text", "items.i1.decisions.d1.text.x", "."),
    ],
)
def test_nothing_else_can_be_written(draft: Draft, path: str) -> None:
    with pytest.raises(Refused, match="går inte att ändra"):
        drafts.correct(draft, path, "x")


@pytest.mark.parametrize("path", ["people.p9.name", "items.i9.title", "items.i1.decisions.d2.text"])
def test_what_has_gone_cannot_be_corrected(draft: Draft, path: str) -> None:
    with pytest.raises(Refused, match="finns inte längre"):
        drafts.correct(draft, path, "x")


def test_what_was_read_is_remembered_until_it_stands_again(draft: Draft) -> None:
    twice = drafts.correct(drafts.correct(draft, "place", "Stora salen"), "place", "Lilla salen")

    assert twice["corrected"] == {"place": "Sjösalen"}
    assert twice["spans"]["place"] == [30, 38]
    assert drafts.correct(twice, "place", "Sjösalen") == draft


def test_a_corrected_date_needs_no_confirmation(draft: Draft) -> None:
    draft["inferred"] = ["date"]

    assert drafts.correct(draft, "date", "2024-05-16")["answers"]["date"]
    assert not drafts.correct(draft, "date", "")["answers"]["date"]


def test_an_answer_does_not_outlive_the_name_it_was_about(draft: Draft) -> None:
    answered = drafts.answer_body(drafts.answer_person(draft, "p1", "new"), {"new": {"name": "G", "kind": "board"}})

    assert drafts.correct(answered, "people.p1.name", "Ada Berg")["people"][0]["answer"] is None
    assert drafts.correct(answered, "people.p1.role", "ordförande")["people"][0]["answer"] == "new"
    assert drafts.correct(answered, "body", "Styrelsen")["answers"]["body"] is None


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"uuid": "nej"}, "Välj i listan"),
        ({"new": {"name": "", "kind": "board"}}, "får inte vara tomt"),
        ({"new": {"name": "G", "kind": "klubb"}}, "Välj slag av grupp"),
        ({"other": 1}, "Välj en grupp"),
    ],
)
def test_an_answer_about_the_body_is_checked(draft: Draft, answer: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        drafts.answer_body(draft, answer)


def test_only_people_can_be_answered_about_and_only_a_date_that_is_there_confirmed(draft: Draft) -> None:
    with pytest.raises(Refused, match="Bara personer"):
        drafts.answer_person(draft, "i1", "new")
    with pytest.raises(Refused, match="inget datum"):
        drafts.confirm_date(drafts.correct(draft, "date", ""))
    with pytest.raises(Refused, match="läggas till mötet"):
        drafts.answer_meeting(draft, "kanske")
