"""What each municipality owes: on whom open assignments fall, and how the paper and the mails say it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from radslag.base.core.actor import SYSTEM
from radslag.base.documents import storage
from radslag.base.documents.models import PaperFormat
from radslag.base.people.models import Municipality
from radslag.domain.decisions.models import Assignee, Assignment
from radslag.domain.decisions.owing import falls_on_everyone
from radslag.domain.decisions.papers import Owed, make_owed, owed, owed_content, owed_mail
from tests.cast import Cast

DAY = date(2024, 9, 1)


def give(
    cast: Cast, what: str, *, to: str = "", due: date | None = None, due_text: str = "", **owner: Any
) -> Assignment:
    """An open assignment of the held meeting with one owner, or nobody."""
    held = cast.held.open
    assignment = Assignment.objects.create(
        collaboration=cast.collaboration,
        item=held.item,
        meeting=held.meeting,
        body=held.body,
        day=held.day,
        what=what,
        due=due,
        due_text=due_text,
    )
    if to:
        Assignee.objects.create(collaboration=cast.collaboration, assignment=assignment, text=to, **owner)
    return assignment


def share(found: Owed, name: str) -> list[str]:
    return [line.assignment.what for line in found.of(Municipality.objects.get(name=name)).lines]


@pytest.fixture(autouse=True)
def _only_mine(cast: Cast) -> None:
    Assignment.objects.of(cast.collaboration).update(state="done", done_on=DAY)


def test_a_persons_assignment_falls_on_the_municipality_of_the_decided_mandate(cast: Cast) -> None:
    give(cast, "Skriv", to="Åke", person=cast.people["Åke Östling"])
    assert share(owed(cast.collaboration, DAY), "Åmål") == ["Skriv"]


def test_without_a_mandate_it_falls_on_the_municipality_the_person_was_last_seen_for(cast: Cast) -> None:
    cast.people["Ada Brandt"].mandates.all().delete()
    give(cast, "Skriv", to="Ada", person=cast.people["Ada Brandt"])
    assert share(owed(cast.collaboration, DAY), "Askersund") == ["Skriv"]


def test_what_falls_on_every_chief_executive_falls_on_every_member(cast: Cast) -> None:
    give(cast, "Svara", to="Respektive kommundirektör")
    found = owed(cast.collaboration, DAY)
    assert [each.municipality.name for each in found.municipalities if each.lines] == [
        "Askersund", "Åmål", "Älmhult", "Örebro",
    ]  # fmt: skip


def test_bodies_and_nobody_stand_apart(cast: Cast) -> None:
    give(cast, "Bered", to="KD-gruppen", body=cast.chief_executives)
    give(cast, "Fundera")
    give(cast, "Ordna", to="sekretariatet")
    found = owed(cast.collaboration, DAY)
    assert [(each.body.name, [line.assignment.what for line in each.lines]) for each in found.bodies] == [
        ("Kommundirektörsgruppen", ["Bered"])
    ]
    assert [(line.assignment.what, line.owners) for line in found.unowned] == [
        ("Fundera", ()),
        ("Ordna", ("sekretariatet",)),
    ]


@pytest.mark.parametrize(
    ("owner", "everyone"),
    [("Samtliga kommuner", True), ("respektive kommundirektör", True), ("Samtliga nätverk", False), ("Ada", False)],
)
def test_who_is_everyone(owner: str, everyone: bool) -> None:
    assert falls_on_everyone(owner) is everyone


def mail_to_amal(cast: Cast) -> list[str]:
    """The mail to Åmål, its subject first, part by part."""
    mail = owed_mail(owed(cast.collaboration, DAY), Municipality.objects.get(name="Åmål"))
    return [mail.subject, *mail.body.strip().split("\n\n")]


def test_the_mail_begins_with_how_it_stands_and_ends_with_what_is_asked(cast: Cast) -> None:
    owner: dict[str, Any] = {"to": "Åke", "person": cast.people["Åke Östling"]}
    give(cast, "Lämna namn senast den 1 maj", due=date(2024, 5, 1), due_text="senast den 1 maj", **owner)
    give(cast, "Läs planen", to="Åmål", municipality=Municipality.objects.get(name="Åmål"))
    assert mail_to_amal(cast) == [
        "Sjöbygden: Åmål har 2 öppna uppdrag, varav 1 försenat",
        "Hej,",
        "I Sjöbygden har Åmål 2 öppna uppdrag. Ett är försenat.",
        "Försenat\n- Lämna namn\n  Skulle vara klart den 1 maj 2024. Ansvarig: Åke Östling. "
        "Från Kommundirektörsgruppen den 14 februari 2024.",
        "Öppet\n- Läs planen\n  Ingen tid är satt. Från Kommundirektörsgruppen den 14 februari 2024.",
        "Svara på det här mejlet med vad som är klart, och när resten blir klart.",
    ]


@pytest.mark.parametrize(
    ("what", "due_text", "said"),
    [
        ("Till nästa möte läs planen", "Till nästa möte", "- Läs planen\n  Ska vara klart till nästa möte."),
        ("Läs planen löpande.", "löpande.", "- Läs planen\n  Tid: löpande."),
    ],
)
def test_the_mail_says_a_time_in_the_documents_words_once(cast: Cast, what: str, due_text: str, said: str) -> None:
    give(cast, what, to="Åmål", municipality=Municipality.objects.get(name="Åmål"), due_text=due_text)
    assert said in mail_to_amal(cast)[3]


def test_the_mail_says_which_day_is_nearest(cast: Cast) -> None:
    for day in (date(2026, 12, 1), date(2026, 11, 13)):
        give(cast, "Läs", to="Åmål", municipality=Municipality.objects.get(name="Åmål"), due=day)
    assert mail_to_amal(cast)[2].endswith("2 öppna uppdrag. Det närmaste ska vara klart senast den 13 november 2026.")


def test_the_paper_comes_as_pdf_web_page_and_text(cast: Cast) -> None:
    give(cast, "Lämna <namn> & nummer #1", to="Åke", person=cast.people["Åke Östling"])
    paper = make_owed(collaboration=cast.collaboration, day=DAY, by=SYSTEM)
    files = {each.format: storage.get(each.version.stored) for each in paper.files.all()}
    assert set(files) == {PaperFormat.PDF, PaperFormat.HTML, PaperFormat.TEXT}
    assert "Lämna &lt;namn&gt; &amp; nummer #1" in files[PaperFormat.HTML].decode()
    assert "Åmål: 1 öppet uppdrag\n- Lämna <namn> & nummer #1" in files[PaperFormat.TEXT].decode()


def test_the_same_day_and_assignments_give_the_same_paper(cast: Cast) -> None:
    give(cast, "Svara", to="Samtliga kommuner")
    first = make_owed(collaboration=cast.collaboration, day=DAY, by=SYSTEM)
    assert make_owed(collaboration=cast.collaboration, day=DAY, by=SYSTEM) == first


def test_members_with_nothing_open_are_told_together(cast: Cast) -> None:
    assert owed_content(owed(cast.collaboration, DAY))["clear"] == ["Askersund", "Åmål", "Älmhult", "Örebro"]


def test_questions_do_not_grow_with_assignments(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        give(cast, f"Uppdrag {number}", to="Åke", person=cast.people["Åke Östling"])
    with django_assert_max_num_queries(9):
        owed_content(owed(cast.collaboration, DAY))
