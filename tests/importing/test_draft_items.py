"""Adding, merging, splitting and moving in a draft."""

from __future__ import annotations

import pytest

from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Draft, Refused
from tests.importing.records import small_record


@pytest.fixture
def draft() -> Draft:
    """A small one."""
    return drafts.draft_of(small_record())


def test_what_the_reader_missed_is_added_last_with_an_id_of_its_own(draft: Draft) -> None:
    added = drafts.add(draft, "i2", "decisions", " Övningen ställs in. ", [310, 330])["items"][1]["decisions"]

    assert [(each["id"], each["text"], each["span"], each["added"]) for each in added] == [
        ("d3", "Övningen ställs in.", [310, 330], True)
    ]


@pytest.mark.parametrize("kind", ["presenters", "annexes", "proposals", "decisions", "contributions", "assignments"])
def test_everything_that_can_be_added_can_be_corrected(draft: Draft, kind: str) -> None:
    added = drafts.add(draft, "i1", kind, "Först")
    element = added["items"][0][kind][-1]
    field = next(name for name, value in element.items() if value == "Först")

    corrected = drafts.correct(added, f"items.i1.{kind}.{element['id']}.{field}", "Sedan")
    assert corrected["items"][0][kind][-1][field] == "Sedan"
    assert corrected["items"][0][kind][-1]["corrected"] == {}


@pytest.mark.parametrize(("kind", "text"), [("fika", "x"), ("decisions", " ")])
def test_nothing_empty_or_unknown_is_added(draft: Draft, kind: str, text: str) -> None:
    with pytest.raises(Refused):
        drafts.add(draft, "i1", kind, text)


@pytest.mark.parametrize("span", [[5, 5], [9, 3], [-1, 4], [1], ["1", "2"]])
def test_a_place_that_is_none_is_refused(draft: Draft, span: list[int]) -> None:
    with pytest.raises(Refused, match="Platsen i texten"):
        drafts.add(draft, "i1", "decisions", "x", span)


def test_people_and_items_can_be_added(draft: Draft) -> None:
    more = drafts.add_item(drafts.add_person(draft, "absent", "Ärla Sundin", "Älmhult"), "i1", "Ny punkt", [150, 160])

    assert more["people"][-1]["id"] == "p4"
    assert [item["id"] for item in more["items"]] == ["i1", "i4", "i2", "i3"]
    assert drafts.add_item(draft, None, "Först")["items"][0]["title"] == "Först"


def test_merging_brings_all_over_and_joins_the_places(draft: Draft) -> None:
    merged = drafts.merge_items(draft, "i3", "i2")
    item = drafts.item_of(merged, "i2")

    assert [each["id"] for each in merged["items"]] == ["i1", "i2"]
    assert [each["id"] for each in item["decisions"]] == ["d2"]
    assert item["span"] == [200, 500]


def test_sub_items_follow_their_merged_parent_also_into_one_of_them(draft: Draft) -> None:
    into_first = drafts.merge_items(draft, "i2", "i1")
    into_child = drafts.merge_items(draft, "i2", "i3")

    assert drafts.item_of(into_first, "i3")["parent"] == "i1"
    assert drafts.item_of(into_child, "i3")["parent"] is None


def test_an_item_is_not_merged_with_itself_nor_with_a_rejected_one(draft: Draft) -> None:
    with pytest.raises(Refused, match="sig själv"):
        drafts.merge_items(draft, "i1", "i1")
    with pytest.raises(Refused, match="avvisad"):
        drafts.merge_items(drafts.reject(draft, "i1"), "i2", "i1")


def test_splitting_takes_what_stands_after_the_place(draft: Draft) -> None:
    split = drafts.split_item(draft, "i1", 140, "Ny rubrik", [140, 149])
    upper, lower = split["items"][:2]

    assert (upper["span"], lower["span"]) == ([100, 140], [140, 200])
    assert (upper["decisions"], lower["decisions"][0]["id"]) == ([], "d1")
    assert (lower["id"], lower["title"], lower["spans"]["title"]) == ("i4", "Ny rubrik", [140, 149])


def test_splitting_a_parent_takes_the_sub_items_that_stand_after(draft: Draft) -> None:
    draft["items"][1]["span"] = [200, 500]
    early, late = drafts.split_item(draft, "i2", 250, "Ny"), drafts.split_item(draft, "i2", 420, "Ny")

    assert [(each["id"], each["parent"]) for each in early["items"]][1:] == [("i2", None), ("i4", None), ("i3", "i4")]
    assert [(each["id"], each["parent"]) for each in late["items"]][1:] == [("i2", None), ("i3", "i2"), ("i4", None)]


@pytest.mark.parametrize("at", [0, 100, 103, 200, 5_000])
def test_an_item_is_split_only_inside_its_text(draft: Draft, at: int) -> None:
    with pytest.raises(Refused, match="inne i punktens text"):
        drafts.split_item(draft, "i1", at, "Ny")


def test_a_decision_moves_to_the_item_it_belongs_to(draft: Draft) -> None:
    moved = drafts.move(draft, "d1", "i2")

    assert moved["items"][0]["decisions"] == []
    assert [each["id"] for each in moved["items"][1]["decisions"]] == ["d1"]


@pytest.mark.parametrize(("element", "to"), [("d1", "i1"), ("d9", "i1"), ("d1", "i9"), ("p1", "i1")])
def test_what_cannot_move_is_refused(draft: Draft, element: str, to: str) -> None:
    with pytest.raises(Refused):
        drafts.move(draft, element, to)
