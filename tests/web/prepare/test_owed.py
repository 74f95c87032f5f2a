"""Vad varje kommun är skyldig: the page, its mail texts and its paper."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.people.models import Membership
from radslag.domain.decisions.models import Assignee
from radslag.web.secretariat.pages.owed import _told
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements, words

OWED = "/sjobygden/uppdrag/per-kommun/"


def test_open_assignments_stand_under_the_municipality_they_fall_on(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), OWED)
    assert "Åmål 1 öppet uppdrag" in text
    assert "Tar fram en gemensam kostnadskalkyl försenat" in text
    assert "Inget öppet" in text


def test_each_leads_to_its_meeting_and_its_line(cast: Cast) -> None:
    found = links(cast.sign_in("member").get(OWED))
    assert f"/sjobygden/moten/{cast.meeting.uuid}/#uppdrag-{cast.held.late.uuid}" in found
    assert any("/kalla/" in link for link in found)
    assert not any("/kalla/" in link for link in links(cast.sign_in("observer").get(OWED)))


def test_it_answers_for_another_day_and_for_one_body(cast: Cast) -> None:
    client = cast.sign_in("observer")
    assert "Ingen kommun har något öppet uppdrag." in read(client, f"{OWED}?den=2023-01-01")
    assert "Inget är öppet" in read(client, f"{OWED}?grupp={cast.board.uuid}")
    assert "kostnadskalkyl" in read(client, f"{OWED}?grupp={cast.chief_executives.uuid}")


def test_a_mail_to_each_municipality_can_be_copied_or_opened(cast: Cast) -> None:
    page = cast.sign_in("coordinator").get(OWED)
    assert "Mejltext till Åmål" in words(page)
    assert any(link.startswith("mailto:") and "subject=" in link for link in links(page))
    assert "Mejltext" not in read(cast.sign_in("member"), OWED)


@pytest.mark.slow
def test_the_paper_is_made_and_fetched(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    answer = client.post(f"{OWED}papper/", follow=True)
    assert "Sammanställningen är gjord: version 1." in words(answer)
    file = next(link for link in links(answer) if "/papper/" in link)
    assert client.get(file).content.startswith(b"%PDF")


def test_many_assignments_take_the_statements_of_few(cast: Cast) -> None:
    client, people = cast.sign_in("coordinator"), list(cast.people.values())
    make_meeting(body=cast.board, day=date(2024, 4, 1), people=people, items=8)
    few = statements(client, OWED)
    make_meeting(body=cast.board, day=date(2024, 5, 1), people=people, items=40)
    assert statements(client, OWED) == few


def test_the_log_of_assignments_leads_there(cast: Cast) -> None:
    assert OWED in links(cast.sign_in("observer").get("/sjobygden/uppdrag/"))


def test_what_all_municipalities_have_is_said_once(cast: Cast) -> None:
    task = cast.held.open
    Assignee.objects.filter(assignment=task).delete()
    for membership in Membership.objects.filter(collaboration=cast.collaboration):
        Assignee.objects.create(
            collaboration=cast.collaboration, assignment=task, text="alla", municipality=membership.municipality
        )
    text = read(cast.sign_in("member"), OWED)
    assert text.index("Alla kommuner 1 öppet uppdrag") < text.index("Åmål 2 öppna uppdrag, varav 1 försenat")
    assert "och 1 som alla kommuner har" in text
    assert text.lower().count(task.what.lower()) == 1


@pytest.mark.parametrize(
    ("number", "late", "words"),
    [
        (1, 1, "1 öppet uppdrag, som är försenat"),
        (3, 1, "3 öppna uppdrag, varav 1 försenat"),
        (3, 2, "3 öppna uppdrag, varav 2 försenade"),
    ],
)
def test_how_many_are_late_is_said_as_people_say_it(number: int, late: int, words: str) -> None:
    assert _told(number, late) == words
