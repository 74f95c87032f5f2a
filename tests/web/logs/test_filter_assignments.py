"""Finding an assignment in the log."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.domain.decisions.models import Assignee
from tests.cast import Cast
from tests.paperwork import logged_assignment, make_meeting
from tests.web.pages import links, read, statements

LOG = "/sjobygden/uppdrag/"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("?status=oppet", 3),
        ("?status=forsenat", 1),
        ("?status=klart", 1),
        ("?styrka=soft", 1),
        ("?vem=ada", 2),
        ("?vem=Åmål", 1),
        ("?vem=Östling", 0),
        ("?ord=länsstyrelsen", 1),
        ("?ord=hösten", 1),
        ("?status=oppet&vem=brandt&ar=2024", 2),
        ("?ar=2023", 4),
    ],
)
def test_a_filter_leaves_what_it_asks_for(cast: Cast, query: str, count: int) -> None:
    assert f"{count} uppdrag" in read(cast.sign_in("observer"), LOG + query)


def test_a_row_says_who_by_when_and_how_it_stands(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LOG)
    assert "kartlägger möjliga vattentäkter 1 Vattenförsörjning i Sjöbygden Ada Brandt 2099-06-30 öppet" in text
    assert "funderar på gemensamma utbildningar (medskick) Övriga frågor Ada Brandt under hösten öppet" in text


def test_sorted_by_due_date_those_without_one_stand_last(cast: Cast) -> None:
    client = cast.sign_in("observer")
    soonest, latest = read(client, f"{LOG}?sort=senast"), read(client, f"{LOG}?sort=-senast")
    assert soonest.index("2024-03-20") < soonest.index("2024-05-31") < soonest.index("2099-06-30")
    assert latest.index("2099-06-30") < latest.index("2024-03-20")
    for text in (soonest, latest):
        assert text.rindex("2024-03-20") < text.index("under hösten")


def test_sorted_by_owner_swedish_letters_stand_last(cast: Cast) -> None:
    for name in ("Örebro", "Zon", "Ängen", "Ålen", "aspen"):
        task = logged_assignment(cast.held.items[0], f"gör något i {name}")
        task.save()
        Assignee.objects.create(collaboration=cast.collaboration, assignment=task, text=name)
    text = read(cast.sign_in("observer"), f"{LOG}?sort=vem&ord=gör")
    places = [text.index(f"gör något i {name}") for name in ("aspen", "Zon", "Ålen", "Ängen", "Örebro")]
    assert places == sorted(places)


def test_each_row_leads_to_the_assignment_its_place_and_its_line(cast: Cast) -> None:
    found = links(cast.sign_in("member").get(LOG))
    task = cast.held.open
    assert f"{LOG}{task.uuid}/" in found
    assert f"/sjobygden/moten/{cast.meeting.uuid}/#uppdrag-{task.uuid}" in found
    assert [link for link in found if f"/kalla/{cast.extraction.uuid}/?fran=" in link]


def test_an_owner_who_is_known_leads_to_the_person(cast: Cast) -> None:
    assert f"/sjobygden/personer/{cast.people['Ada Brandt'].uuid}/" in links(cast.sign_in("observer").get(LOG))


def test_the_statements_do_not_grow_with_the_rows(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, LOG)
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=60, annexes=0)
    assert statements(client, LOG) <= few


def test_only_who_may_edit_sees_the_buttons(cast: Cast) -> None:
    assert "Markera som klart" in read(cast.sign_in("coordinator"), LOG)
    assert "Markera som klart" not in read(cast.sign_in("member"), LOG)


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("administrator", 403)])
def test_who_may_not_read_the_record_is_refused(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(LOG).status_code == status
