"""Correcting what was read, in place."""

import re

from tests.web.imports.conftest import Desk, draft_of


def _form(desk: Desk, page: str) -> dict[str, str]:
    """The hidden fields of the form that is open: what each value was."""
    return dict(re.findall(r'<input type="hidden" name="(initial-\w+)" value="([^"]*)"', page))


def test_every_value_leads_to_its_place_and_every_place_to_its_value(desk: Desk) -> None:
    page = desk.see("review", desk.stage())
    for mark in re.findall(r'href="#(m-[^"]+)"', page):
        assert f'<mark id="{mark}"' in page
    for value in re.findall(r'href="#(v-[^"]+)" tabindex', page):
        assert f'id="{value}"' in page or value.rpartition(".")[2] in ("title", "number", "owner", "due")


def test_a_value_has_a_link_that_opens_its_form_on_the_page(desk: Desk) -> None:
    staged = desk.stage()
    assert '?andra=place#v-motet.place"' in desk.see("review", staged)
    page = desk.see("review", staged, "?andra=place")
    assert 'action="/sjobygden/granska/' in page
    assert 'value="Sjösalen, Örebro"' in page


def test_a_corrected_value_is_saved_and_the_page_says_what_was_read(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send(
        "review_correct", staged, path="place", place="Rådhuset", **{"initial-place": "Sjösalen, Örebro"}
    )
    assert answer["Location"].endswith("#v-motet.place")
    assert draft_of(staged)["place"] == "Rådhuset"
    assert "läst som ”Sjösalen, Örebro”" in desk.see("review", staged)


def test_several_values_of_one_thing_are_one_step_to_undo(desk: Desk) -> None:
    staged = desk.stage()
    path = "items.i2.assignments.a1"
    page = desk.see("review", staged, f"?andra={path}")
    fields = _form(desk, page) | {"what": "skriver scenariot", "owner": "Askersund", "due": "2024-10-01"}
    desk.send("review_correct", staged, path=path, **fields)
    changed = draft_of(staged)["items"][1]["assignments"][0]
    assert (changed["what"], changed["owner"], changed["due"]) == ("skriver scenariot", "Askersund", "2024-10-01")
    staged.refresh_from_db()
    desk.send("review_undo", staged)
    assert draft_of(staged)["items"][1]["assignments"][0]["what"] != "skriver scenariot"


def test_a_value_that_cannot_be_comes_back_with_a_sentence_and_what_was_typed(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_correct", staged, path="start", start="halv två", **{"initial-start": "13.00"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "”halv två” är inte ett klockslag. Skriv som 13.30." in page
    assert 'value="halv två"' in page
    assert draft_of(staged)["start"] == "13:00"


def test_a_path_that_cannot_be_changed_keeps_what_was_typed(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_correct", staged, path="items.i99", title="Ett nytt namn")
    assert answer.status_code == 409
    assert "Det du skrev finns kvar här" in answer.content.decode()
    assert "Ett nytt namn" in answer.content.decode()


def test_a_decision_at_the_wrong_item_is_moved(desk: Desk) -> None:
    staged = desk.stage()
    path = "items.i1.decisions.d1"
    fields = _form(desk, desk.see("review", staged, f"?andra={path}"))
    desk.send("review_correct", staged, path=path, text=fields["initial-text"], item="i2", **fields)
    items = draft_of(staged)["items"]
    assert [each["id"] for each in items[0]["decisions"]] == []
    assert "d1" in [each["id"] for each in items[1]["decisions"]]


def test_htmx_gets_only_what_changes_and_no_new_address(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.client.get(desk.url("review", staged) + "?andra=place", headers={"HX-Request": "true"})
    part = answer.content.decode()
    assert answer["HX-Push-Url"] == "false"
    assert 'id="granskning"' in part
    assert "document-line" not in part
    assert "<html" not in part


def test_a_correction_sent_by_htmx_leads_to_the_part_with_the_way_back(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_correct", staged, path="place", place="Rådhuset", **{"initial-place": "x"})
    part = desk.client.get(answer["Location"], headers={"HX-Request": "true"}).content.decode()
    assert "Rättat." in part
    assert f"/granska/{staged.uuid}/angra/?revision={staged.revision + 1}" in part


def test_the_text_alone_can_be_fetched_when_its_marks_have_changed(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.client.get(desk.url("review", staged) + "?del=text", headers={"HX-Request": "true"})
    assert answer.content.decode().startswith('<div id="texten"')


def test_an_old_address_of_a_form_shows_the_page_without_it(desk: Desk) -> None:
    page = desk.see("review", desk.stage(), "?andra=items.i99")
    assert "data-editor" not in page
