"""Saying whose meeting it was, and on which day."""

import pytest

from radslag.base.people.models import BodyKind
from tests.importing import papers
from tests.web.imports.conftest import Desk, draft_of

UNKNOWN = papers.minutes().replace("Kommundirektörsgruppen\n".encode(), "Arbetsgruppen för torv\n".encode(), 1)


def test_an_unknown_body_is_asked_about_with_those_of_the_register_in_a_list(desk: Desk) -> None:
    page = desk.see("review", desk.stage(UNKNOWN))
    question = page.split('id="t-body"')[1]
    assert "Arbetsgruppen för torv" in question
    assert f'<option value="{desk.cast.board.uuid}">' in question


def test_a_body_of_the_register_is_the_answer(desk: Desk) -> None:
    staged = desk.stage(UNKNOWN)
    desk.send("review_body", staged, answer=str(desk.cast.board.uuid))
    assert draft_of(staged)["answers"]["body"] == {"uuid": str(desk.cast.board.uuid)}
    assert "i registret: Sjöbygdens styrelse" in desk.see("review", staged)


def test_a_new_body_has_a_name_and_a_kind(desk: Desk) -> None:
    staged = desk.stage(UNKNOWN)
    desk.send("review_body", staged, answer="new", name="Torvgruppen", kind=BodyKind.WORKING_GROUP)
    assert draft_of(staged)["answers"]["body"] == {"new": {"name": "Torvgruppen", "kind": "working_group"}}
    assert "ny grupp: Torvgruppen" in desk.see("review", staged)


def test_a_new_body_without_a_name_is_asked_for_one(desk: Desk) -> None:
    answer = desk.send("review_body", desk.stage(UNKNOWN), answer="new", name=" ", kind="network")
    assert answer.status_code == 422
    assert "Skriv gruppens namn." in answer.content.decode()


@pytest.mark.parametrize("answer", ["", "inte-en-uuid", "other"])
def test_what_is_no_body_here_is_no_answer(desk: Desk, answer: str) -> None:
    staged = desk.stage(UNKNOWN)
    desk.send("review_body", staged, answer=str(desk.cast.other_body.uuid) if answer == "other" else answer)
    assert draft_of(staged)["answers"]["body"] is None


def test_a_year_that_was_worked_out_is_confirmed_with_one_click(desk: Desk) -> None:
    staged = desk.stage(papers.notice())
    staged.draft["inferred"] = ["date"]
    staged.save(update_fields=["draft"])
    page = desk.see("review", staged)
    assert "Datumet stämmer" in page.split('id="t-date"')[1]
    assert "Uträknat" in page.split('id="v-motet.date"')[1].split("</div></dd>")[0]
    desk.send("review_date", staged)
    assert draft_of(staged)["answers"]["date"] is True
    assert 'id="t-date"' not in desk.see("review", staged)


def test_another_day_is_written_instead(desk: Desk) -> None:
    staged = desk.stage(papers.notice(weekday="onsdagen den 15 maj"))
    assert "?andra=date#v-motet.date" in desk.see("review", staged)
    desk.send("review_correct", staged, path="date", date="2024-05-15", **{"initial-date": "2024-05-14"})
    assert draft_of(staged)["answers"]["date"] is True


def test_that_nobody_was_present_is_confirmed_with_one_click(desk: Desk) -> None:
    staged = desk.stage(papers.minutes().replace("Närvarande".encode(), b"Fika"))
    assert "Inga närvarande hittades." in desk.see("review", staged).split('id="t-empty"')[1].split("</li>")[0]
    desk.send("review_meeting", staged, answer="confirm")
    assert draft_of(staged)["answers"]["empty"] is True
    assert 'id="t-empty"' not in desk.see("review", staged)
