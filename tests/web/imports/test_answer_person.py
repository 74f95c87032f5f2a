"""Saying who somebody in the attendance list is."""

from tests.importing import papers
from tests.web.imports.conftest import Desk, draft_of

NEARLY = papers.PRESENT.replace("Ada Brandt", "Ada Brant")


def test_a_name_that_is_nearly_known_is_asked_about_with_reason_and_line(desk: Desk) -> None:
    page = desk.see("review", desk.stage(papers.minutes(present=NEARLY)))
    question = page.split('id="t-people.p1"')[1].split("</li>")[0]
    assert "Är Ada Brant samma person som Ada Brandt?" in question
    assert "rad 6" in question
    assert "också Askersund" in question


def test_the_same_person_is_one_click(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(present=NEARLY))
    ada = desk.cast.people["Ada Brandt"]
    desk.send("review_person", staged, person="p1", answer=str(ada.uuid))
    assert draft_of(staged)["people"][0]["answer"] == str(ada.uuid)
    assert "t-people.p1" not in desk.see("review", staged)


def test_a_new_person_is_one_click_and_can_be_taken_back(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(present=NEARLY))
    desk.send("review_person", staged, person="p1", answer="new")
    assert draft_of(staged)["people"][0]["answer"] == "new"
    staged.refresh_from_db()
    desk.send("review_person", staged, person="p1", answer="")
    assert draft_of(staged)["people"][0]["answer"] is None


def test_a_person_of_another_collaboration_is_no_answer(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(present=NEARLY))
    answer = desk.send("review_person", staged, person="p1", answer=str(desk.cast.other_person.uuid))
    assert "finns inte längre i registret" in desk.client.get(answer["Location"]).content.decode()
    assert draft_of(staged)["people"][0]["answer"] is None


def test_known_and_new_people_are_told_apart(desk: Desk) -> None:
    page = desk.see("review", desk.stage())
    assert page.count("i registret</span>") == 3
    assert page.count("ny person</span>") == 1


def test_a_person_settled_by_their_name_is_offered_as_known_and_as_new(desk: Desk) -> None:
    staged = desk.stage()
    editor = desk.see("review", staged, "?andra=people.p1").split("Vem är det i registret?")[1].split("</fieldset>")[0]
    assert f'value="{desk.cast.people["Ada Brandt"].uuid}"' in editor
    assert "En ny person" in editor
    desk.send("review_person", staged, person="p1", answer="new")
    assert draft_of(staged)["people"][0]["answer"] == "new"


def test_one_name_for_two_municipalities_is_the_same_person_with_one_click(desk: Desk) -> None:
    twice = "Eva Ek (Askersund), Eva Ek (Örebro)"
    staged = desk.stage(papers.minutes(present=twice, presenter="Eva Ek"))
    question = desk.see("review", staged).split('id="t-people.p2"')[1].split("</li>")[0]
    assert "Samma person som Eva Ek (Askersund)" in question
    desk.send("review_person", staged, person="p2", answer="p1")
    assert draft_of(staged)["people"][1]["answer"] == "p1"
    assert "t-people.p2" not in desk.see("review", staged)
