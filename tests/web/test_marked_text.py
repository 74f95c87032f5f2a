"""Showing a document's text: what is marked, and that the text itself never becomes code."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from radslag.web.secretariat.components.marked_text import Mark, marked_lines

TAGS = re.compile(r"<[^>]*>")


def shown(text: str, *marks: Mark) -> list[str]:
    return [line.html for line in marked_lines(text, marks)]


def opening(key: str) -> str:
    return f'<mark id="{key}" data-mark="{key}">'


def test_lines_are_numbered_from_the_first() -> None:
    assert [line.number for line in marked_lines("ett\ntvå\n", first=12)] == [12, 13, 14]


def test_markup_in_the_document_is_shown_as_written() -> None:
    assert shown("<b>Å & ö</b>") == ["&lt;b&gt;Å &amp; ö&lt;/b&gt;"]


def test_a_mark_within_a_mark_stays_within_it() -> None:
    assert shown("Astrid Lindh (Ekeby)", Mark(0, 20, "rad"), Mark(0, 12, "namn")) == [
        f"{opening('rad')}{opening('namn')}Astrid Lindh</mark> (Ekeby)</mark>"
    ]


def test_a_mark_over_two_lines_has_its_id_on_the_first() -> None:
    assert shown("ett\ntvå", Mark(1, 6, "m")) == [f"e{opening('m')}tt</mark>", '<mark data-mark="m">tv</mark>å']


def test_marks_that_cross_are_cut_so_that_the_tags_nest() -> None:
    html = shown("abcdef", Mark(0, 4, "x"), Mark(2, 6, "y"))[0]
    assert html == f'{opening("x")}ab{opening("y")}cd</mark></mark><mark data-mark="y">ef</mark>'


def test_marks_outside_the_text_or_empty_are_left_out() -> None:
    assert shown("kort", Mark(9, 12, "bortom"), Mark(2, 2, "tom")) == ["kort"]


def test_what_a_mark_says_cannot_break_out_of_its_tag() -> None:
    assert '"><script>' not in shown("ord", Mark(0, 3, 'k"><script>', note='"><script>'))[0]


marks = st.lists(
    st.builds(Mark, st.integers(-3, 60), st.integers(-3, 60), st.text("abc", min_size=1, max_size=3)), max_size=8
)


@given(st.text("aå <&\n", max_size=50), marks)
def test_no_letter_is_lost_or_moved_and_every_tag_is_closed(text: str, marks: list[Mark]) -> None:
    lines = [line.html for line in marked_lines(text, marks)]
    assert "\n".join(unescape(TAGS.sub("", line)) for line in lines) == text
    assert all(line.count("<mark") == line.count("</mark>") for line in lines)


@given(st.text("ab\n", max_size=50), marks)
def test_an_id_is_given_once(text: str, marks: list[Mark]) -> None:
    ids = re.findall(r' id="([^"]*)"', "".join(line.html for line in marked_lines(text, marks)))
    assert len(ids) == len(set(ids))
