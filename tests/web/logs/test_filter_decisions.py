"""Finding a decision in the log."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements, words

LOG = "/sjobygden/beslut/"


def test_the_log_shows_each_decision_with_its_outcome(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LOG)
    assert "2 beslut" in text
    assert "Gruppen beslutar att utreda en gemensam reservvattentäkt. 1 Vattenförsörjning i Sjöbygden" in text
    assert "godkänt" in text
    assert "avslaget" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("ord=reservvatten", 1),
        ("ord=GRUPPEN+ålfiske", 1),
        ("ord=alfiske", 0),
        ("ar=2024", 2),
        ("utfall=rejected", 1),
        ("ord=gruppen&utfall=approved&ar=2024", 1),
    ],
)
def test_a_filter_leaves_what_it_asks_for(cast: Cast, query: str, count: int) -> None:
    assert f"{count} beslut" in read(cast.sign_in("observer"), f"{LOG}?{query}")


def test_the_log_can_be_narrowed_to_a_body(cast: Cast) -> None:
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=3)
    client = cast.sign_in("observer")
    assert "3 beslut" in read(client, f"{LOG}?grupp={cast.board.uuid}")
    assert "5 beslut" in read(client, LOG)


def test_the_newest_stand_first_unless_the_address_says_otherwise(cast: Cast) -> None:
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=1)
    client = cast.sign_in("observer")
    newest, oldest = read(client, LOG), read(client, f"{LOG}?sort=datum")
    assert newest.index("2024-02-14") < newest.index("2023-05-04")
    assert oldest.index("2023-05-04") < oldest.index("2024-02-14")


def test_sorted_by_body_the_board_stands_first(cast: Cast) -> None:
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=1)
    text = read(cast.sign_in("observer"), f"{LOG}?sort=grupp")
    table = text[text.index("Utfall ") :]
    assert table.index("Sjöbygdens styrelse") < table.index("Kommundirektörsgruppen")


def test_each_row_leads_to_its_place_in_the_meeting_and_in_the_document(cast: Cast) -> None:
    found = links(cast.sign_in("member").get(LOG))
    decision = cast.held.decision
    assert f"/sjobygden/moten/{cast.meeting.uuid}/#beslut-{decision.uuid}" in found
    assert [link for link in found if f"/kalla/{cast.extraction.uuid}/?fran=" in link and "#rad-" in link]


def test_a_long_log_comes_fifty_at_a_time(cast: Cast) -> None:
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=60, annexes=0)
    client = cast.sign_in("observer")
    assert "1–50 av 62" in read(client, LOG)
    second = client.get(f"{LOG}?sida=2")
    assert "51–62 av 62" in words(second)
    assert words(second).endswith("Ärende 60 om samverkan Föregående Sida 1 Sida 2 51–62 av 62")


def test_the_statements_do_not_grow_with_the_rows(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, LOG)
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=60, annexes=0)
    assert statements(client, LOG) == few


def test_a_year_that_is_none_is_told(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), f"{LOG}?ar=tjugo")
    assert "Det valet finns inte" in text
    assert "2 beslut" in text


def test_another_collaborations_decisions_never_show(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    assert "0 beslut" not in read(client, LOG)
    assert str(cast.other_held.decision.uuid) not in client.get(LOG).content.decode()
    assert "Det valet finns inte" in read(client, f"{LOG}?grupp={cast.other_body.uuid}")


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("administrator", 403)])
def test_who_may_not_read_the_record_is_refused(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(LOG).status_code == status
