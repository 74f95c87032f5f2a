"""Leaving out a person, an item or a part of one, and the document as a whole; and taking it back."""

from radslag.exchange.importing.models import Staged, StagedState
from tests.web.imports.conftest import Desk, draft_of


def test_a_decision_is_left_out_and_taken_back(desk: Desk) -> None:
    staged = desk.stage()
    desk.send("review_leave_out", staged, element="d1")
    assert draft_of(staged)["items"][0]["decisions"][0]["rejected"]
    staged.refresh_from_db()
    desk.send("review_take_back", staged, element="d1")
    assert not draft_of(staged)["items"][0]["decisions"][0]["rejected"]


def test_what_is_left_out_stands_struck_with_the_way_back_and_counts_no_more(desk: Desk) -> None:
    staged = desk.stage()
    assert "4 personer" in desk.see("review", staged)
    desk.send("review_leave_out", staged, element="p1")
    page = desk.see("review", staged)
    assert "3 personer" in page
    assert "Återställ" in page


def test_a_step_is_undone_by_the_button_in_the_message(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_leave_out", staged, element="i2")
    page = desk.client.get(answer["Location"]).content.decode()
    undo = f"/sjobygden/granska/{staged.uuid}/angra/?revision={staged.revision + 1}"
    assert undo in page
    desk.client.post(undo)
    assert not draft_of(staged)["items"][1]["rejected"]


def test_undoing_when_there_is_nothing_says_so(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_undo", staged)
    assert "Det finns inget att ångra." in desk.client.get(answer["Location"]).content.decode()


def test_a_document_is_dismissed_and_taken_up_again(desk: Desk) -> None:
    staged = desk.stage()
    desk.send("review_dismiss", staged)
    page = desk.see("review", staged)
    assert "Ta upp dokumentet igen" in page
    assert "data-change" not in page
    staged.refresh_from_db()
    desk.send("review_readmit", staged)
    assert Staged.objects.get(pk=staged.pk).state == StagedState.REVIEW
