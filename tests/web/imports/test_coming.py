"""The meetings to come that the minutes name: left out or corrected before they feed the next agenda."""

from radslag.exchange.importing import drafts
from tests.importing import papers
from tests.web.imports.conftest import Desk, draft_of

NEXT = "4. Nästa möte 12 juni 2024\nFöljande punkter kan vara aktuella:\n• Budget för nästa år\n• Val av rapportör\n"


def _minutes() -> bytes:
    return (papers.minutes().decode() + "\n" + NEXT).encode()


def test_they_stand_on_the_page_with_the_lines_they_are_read_from(desk: Desk) -> None:
    page = desk.see("review", desk.stage(_minutes()))
    assert "Nästa möten och önskade ämnen" in page
    assert "onsdag 12 juni 2024" in page
    assert "Budget för nästa år <a" in page


def test_topics_are_corrected_one_on_each_line(desk: Desk) -> None:
    staged = desk.stage(_minutes())
    desk.send(
        "review_correct",
        staged,
        path="next_meetings.n1",
        topics="Budget 2025\nVal av rapportör",
        **{"initial-topics": "Budget för nästa år\nVal av rapportör"},
    )
    coming = drafts.next_meetings(draft_of(staged))[0]
    assert coming["topics"] == ["Budget 2025", "Val av rapportör"]
    assert coming["corrected"] == {"topics": ["Budget för nästa år", "Val av rapportör"]}


def test_one_that_is_left_out_can_be_taken_back(desk: Desk) -> None:
    staged = desk.stage(_minutes())
    desk.send("review_leave_out", staged, element="n1")
    assert drafts.next_meetings(draft_of(staged)) == []
    staged.refresh_from_db()
    desk.send("review_take_back", staged, element="n1")
    assert len(drafts.next_meetings(draft_of(staged))) == 1


def test_the_form_opens_at_it(desk: Desk) -> None:
    page = desk.see("review", desk.stage(_minutes()), "?andra=next_meetings.n1")
    assert "Önskade ämnen, ett på varje rad" in page
    assert "Budget för nästa år\nVal av rapportör" in page
