"""Reading the list of meetings, and narrowing it."""

from __future__ import annotations

from datetime import date

from radslag.domain.meetings.models import Meeting
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements

LIST = "/sjobygden/moten/"


def test_the_list_says_what_each_meeting_took_up(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LIST)
    assert "2 möten" in text
    assert "2024-02-14 Kommundirektörsgruppen Sjösalen, Åmål genomfört 4 2 4" in text


def test_the_newest_meeting_stands_first_under_its_year(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LIST)
    assert text.index(" 2024 ") < text.index("2024-03-20") < text.index("2024-02-14")


def test_the_list_can_be_narrowed_to_what_is_called(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), f"{LIST}?lage=called")
    assert "1 möte " in text
    assert "2024-02-14" not in text


def test_the_list_can_be_narrowed_to_a_body_and_a_year(cast: Cast) -> None:
    client = cast.sign_in("observer")
    assert "Inga möten passar filtret" in read(client, f"{LIST}?grupp={cast.board.uuid}")
    assert "2 möten" in read(client, f"{LIST}?grupp={cast.chief_executives.uuid}&ar=2024")


def test_a_choice_that_does_not_exist_is_told_and_filters_nothing(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), f"{LIST}?ar=1899&grupp=nonsens")
    assert "Det valet finns inte. Välj ett i listan." in text
    assert "2 möten" in text


def test_the_address_keeps_only_what_was_chosen(cast: Cast) -> None:
    answer = cast.sign_in("observer").get(f"{LIST}?grupp=&ar=2024&lage=&sida=1")
    assert answer.status_code == 302
    assert answer["Location"] == f"{LIST}?ar=2024"


def test_each_line_leads_to_its_meeting(cast: Cast) -> None:
    assert f"{LIST}{cast.meeting.uuid}/" in links(cast.sign_in("observer").get(LIST))


def test_the_list_takes_the_same_statements_for_two_meetings_as_for_many(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, LIST)
    for month in range(1, 7):
        make_meeting(body=cast.board, day=date(2023, month, 1), people=list(cast.people.values()), items=2)
    assert statements(client, LIST) == few


def test_an_empty_list_says_how_to_begin(cast: Cast) -> None:
    Meeting.objects.all().delete()
    assert "Läs in minnesanteckningar eller en kallelse" in read(cast.sign_in("coordinator"), LIST)
    assert "Samordnaren läser in" in read(cast.sign_in("observer"), LIST)


def test_who_may_not_read_the_record_is_refused(cast: Cast) -> None:
    assert cast.sign_in("administrator").get(LIST).status_code == 403
    assert cast.sign_in("outsider").get(LIST).status_code == 404
