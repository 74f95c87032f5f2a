"""Lines and marks of a document's text."""

from hypothesis import given
from hypothesis import strategies as st

from radslag.exchange.importing.drafts import draft_of
from radslag.web.secretariat.components.marked_text import Mark, marked_lines
from radslag.web.secretariat.reviewing.places import TextLines, anchor_of, fingerprint, shown_marks

TEXT = "Rubrik\n\n  Ett beslut.  \nSlut"


def _draft() -> dict[str, object]:
    decision = {"text": "Ett beslut.", "outcome": None, "span": [10, 21]}
    item = {"title": "Rubrik", "span": [0, 26], "spans": {"title": [0, 6]}, "decisions": [decision]}
    return draft_of({"kind": "minutes", "spans": {"place": [22, 26], "body": [9, 4]}, "items": [item]})


def test_a_line_without_its_spaces_is_a_place() -> None:
    lines = TextLines(TEXT)
    assert lines.span(3) == (10, 21)
    assert (lines.span(2), lines.span(0), lines.span(5)) == (None, None, None)


@given(st.text(alphabet="ab \n", max_size=60))
def test_every_character_stands_on_the_line_it_is_printed_on(text: str) -> None:
    lines = TextLines(text)
    for position in range(len(text)):
        assert lines.number(position) == text.count("\n", 0, position) + 1
    assert len(lines) == text.count("\n") + 1


def test_every_value_is_marked_but_what_has_no_place_is_not() -> None:
    marks = {mark.key: mark for mark in shown_marks(_draft())}
    assert set(marks) == {"m-place", "m-items.i1.title", "m-items.i1.decisions.d1"}
    assert marks["m-items.i1.decisions.d1"].note == "beslut"


def test_what_is_left_out_is_faint_with_all_below_it() -> None:
    draft = _draft()
    draft["items"][0]["rejected"] = True  # type: ignore[index]  # a draft is JSON
    assert {mark.key for mark in shown_marks(draft) if mark.faint} == {"m-items.i1.title", "m-items.i1.decisions.d1"}


def test_other_marks_have_another_fingerprint() -> None:
    marks = shown_marks(_draft())
    assert fingerprint(marks) == fingerprint(shown_marks(_draft())) != fingerprint(marks[1:])


def test_a_mark_is_a_link_out_of_the_tab_order_and_a_mere_space_is_none() -> None:
    lines = marked_lines("Ett beslut", [Mark(0, 10, "a", href="#v-a"), Mark(3, 4, "b", href="#v-b")])
    assert '<a href="#v-a" tabindex="-1">Ett</a>' in lines[0].html
    assert "#v-b" not in lines[0].html


def test_a_fragment_is_never_a_selector_that_finds_its_element() -> None:
    assert anchor_of("place") == "v-motet.place"
    assert anchor_of("items.i1") == "v-items.i1"
