"""Numbers of items and annexes by rule."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.meetings.models import AnnexRule
from radslag.domain.meetings.numbering import annex_numbers, item_numbers, letters

ITEMS = st.lists(st.tuples(st.integers(1, 40).map(str), st.integers(0, 6)), unique_by=lambda item: item[0], max_size=12)


def test_items_are_counted_and_what_is_below_has_letters() -> None:
    assert item_numbers([0, 2, 1]) == [("1", []), ("2", ["2a", "2b"]), ("3", ["3a"])]
    assert [letters(place) for place in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


def test_an_only_annex_has_the_number_of_its_item_several_have_one_each() -> None:
    assert annex_numbers(AnnexRule.BY_ITEM, [("1", 1), ("2", 0), ("3", 2), ("3a", 1)]) == [
        ["1"],
        [],
        ["3.1", "3.2"],
        ["3a"],
    ]


def test_in_sequence_they_are_counted_through_the_agenda() -> None:
    assert annex_numbers(AnnexRule.SEQUENTIAL, [("1", 1), ("2", 0), ("3", 2)]) == [["1"], [], ["2", "3"]]


@given(st.sampled_from(AnnexRule.values), ITEMS)
def test_no_two_annexes_have_the_same_number(rule: str, items: list[tuple[str, int]]) -> None:
    numbers = [number for given in annex_numbers(rule, items) for number in given]
    assert len(set(numbers)) == len(numbers) == sum(count for _, count in items)
