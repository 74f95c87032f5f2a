"""Adding what the reader missed."""

from tests.web.imports.conftest import Desk, draft_of


def test_a_decision_is_added_at_its_line_and_leads_there(desk: Desk) -> None:
    staged = desk.stage()
    assert staged.extraction is not None
    line = staged.extraction.text.split("\n").index("Inga övriga frågor.") + 1
    fields = {"place": "i3", "item": "i3", "kind": "decisions", "text": "Gruppen noterar informationen.", "line": line}
    desk.send("review_add", staged, **fields)
    added = draft_of(staged)["items"][2]["decisions"][0]
    start, end = added["span"]
    assert added["text"] == "Gruppen noterar informationen."
    assert staged.extraction.text[start:end] == "Inga övriga frågor."


def test_a_person_is_added_to_the_attendance(desk: Desk) -> None:
    staged = desk.stage()
    desk.send("review_add", staged, place="person", group="absent", name="Nils Ny", affiliation="Örebro")
    assert draft_of(staged)["people"][-1]["name"] == "Nils Ny"
    assert "Nils Ny" in desk.see("review", staged)


def test_an_item_is_added_after_another(desk: Desk) -> None:
    staged = desk.stage()
    desk.send("review_add", staged, place="punkt", after="i1", title="Rapporter")
    assert [item["title"] for item in draft_of(staged)["items"]][1] == "Rapporter"


def test_a_line_that_is_empty_or_outside_is_refused_and_the_text_is_kept(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_add", staged, place="i3", item="i3", kind="decisions", text="Ett beslut", line=9999)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Rad 9999 är tom eller finns inte." in page
    assert "Ett beslut" in page


def test_the_forms_open_where_they_belong(desk: Desk) -> None:
    staged = desk.stage()
    for place in ("i2", "person", "punkt"):
        assert f'name="place" value="{place}"' in desk.see("review", staged, f"?lagg-till={place}")


def test_adding_to_an_item_that_is_gone_keeps_what_was_typed(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_add", staged, place="i99", item="i99", kind="decisions", text="Ett beslut till")
    assert answer.status_code == 409
    assert "Ett beslut till" in answer.content.decode()
