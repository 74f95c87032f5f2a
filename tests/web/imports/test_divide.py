"""Merging items, and splitting one at a line of the text."""

from tests.web.imports.conftest import Desk, draft_of


def test_an_item_is_merged_with_the_one_above(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_merge", staged, item="i3")
    assert answer["Location"].endswith("#v-items.i2")
    assert [item["id"] for item in draft_of(staged)["items"]] == ["i1", "i2"]


def test_the_first_item_has_none_above_it(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.send("review_merge", staged, item="i1")
    assert "kan inte slås ihop med sig själv" in desk.client.get(answer["Location"]).content.decode()
    assert len(draft_of(staged)["items"]) == 3


def test_the_lines_of_an_item_are_offered_to_split_at(desk: Desk) -> None:
    staged = desk.stage()
    page = desk.see("review", staged, "?dela=i2")
    assert "Gruppen gick igenom läget" in page.split('data-editor="split.i2"')[1].split("</form>")[0]
    assert "Inga övriga frågor." not in page.split('data-editor="split.i2"')[1].split("</form>")[0]


def test_an_item_is_split_and_what_stands_below_the_line_follows(desk: Desk) -> None:
    staged = desk.stage()
    assert staged.extraction is not None
    line = staged.extraction.text.split("\n").index("Inspel:") + 1
    desk.send("review_split", staged, item="i2", line=line, title="Övningen")
    upper, lower = draft_of(staged)["items"][1:3]
    assert lower["title"] == "Övningen"
    assert upper["decisions"] == []
    assert len(lower["decisions"]) >= 1


def test_without_a_title_the_line_is_the_title(desk: Desk) -> None:
    staged = desk.stage()
    assert staged.extraction is not None
    line = staged.extraction.text.split("\n").index("Inspel:") + 1
    desk.send("review_split", staged, item="i2", line=line)
    assert draft_of(staged)["items"][2]["title"] == "Inspel:"


def test_splitting_nowhere_asks_for_the_line_and_keeps_the_title(desk: Desk) -> None:
    answer = desk.send("review_split", desk.stage(), item="i2", title="Övningen")
    assert answer.status_code == 422
    assert "Välj den rad där den nya punkten börjar." in answer.content.decode()
    assert 'value="Övningen"' in answer.content.decode()
