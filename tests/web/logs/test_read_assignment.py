"""Reading one assignment."""

from __future__ import annotations

from tests.cast import Cast
from tests.web.pages import links, read


def test_the_page_says_what_who_by_when_and_where_it_was_given(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), f"/sjobygden/uppdrag/{cast.held.late.uuid}/")
    assert "Tar fram en gemensam kostnadskalkyl försenat Åmål senast 31 maj 2024" in text
    assert "Gavs onsdag 14 februari 2024" in text
    assert "1 Vattenförsörjning i Sjöbygden , Kommundirektörsgruppen" in text


def test_the_decisions_of_the_item_stand_beside(cast: Cast) -> None:
    assert cast.held.decision.text in read(cast.sign_in("observer"), f"/sjobygden/uppdrag/{cast.held.late.uuid}/")


def test_the_line_in_the_document_is_a_click_away(cast: Cast) -> None:
    found = links(cast.sign_in("member").get(f"/sjobygden/uppdrag/{cast.held.late.uuid}/"))
    assert [link for link in found if f"/kalla/{cast.extraction.uuid}/?fran=" in link]


def test_its_history_is_for_those_who_may_read_the_trail(cast: Cast) -> None:
    path = f"/sjobygden/uppdrag/{cast.held.done.uuid}/"
    assert "Vad som har hänt" in read(cast.sign_in("coordinator"), path)
    assert "Vad som har hänt" not in read(cast.sign_in("member"), path)
