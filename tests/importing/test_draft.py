"""A draft is the record with an id on everything."""

from __future__ import annotations

import pytest

from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Refused
from tests.importing.records import small_record


def test_everything_gets_an_id_and_people_keep_their_order() -> None:
    draft = drafts.draft_of(small_record())

    assert [(person["id"], person["group"]) for person in draft["people"]] == [
        ("p1", "present"),
        ("p2", "others"),
        ("p3", "absent"),
    ]
    assert [item["id"] for item in draft["items"]] == ["i1", "i2", "i3"]
    assert [item["decisions"][0]["id"] for item in draft["items"] if item["decisions"]] == ["d1", "d2"]


def test_a_parent_is_told_by_id_whether_the_record_names_its_number_or_its_title() -> None:
    record = small_record()
    by_number = drafts.draft_of(record)["items"][2]["parent"]
    record["items"][2]["parent"] = "Beredskap"

    assert by_number == drafts.draft_of(record)["items"][2]["parent"] == "i2"


def test_a_parent_that_is_not_there_is_none() -> None:
    record = small_record()
    record["items"][2]["parent"] = "9"

    assert drafts.draft_of(record)["items"][2]["parent"] is None


def test_the_record_is_not_touched_by_what_happens_to_the_draft() -> None:
    record = small_record()
    draft = drafts.draft_of(record)
    draft["items"][0]["decisions"][0]["spans"] = "annat"
    draft["spans"]["date"][0] = 99

    assert record == small_record()


def test_every_value_with_a_place_is_marked_with_its_path() -> None:
    marks = {mark.path: (mark.start, mark.end) for mark in drafts.marks(drafts.draft_of(small_record()))}

    assert marks["date"] == (10, 20)
    assert marks["people.p2"] == (50, 60)
    assert marks["items.i2.title"] == (200, 205)
    assert marks["items.i2.assignments.a1.what"] == (300, 320)
    assert "items.i2" not in marks


def test_an_item_below_a_rejected_one_does_not_stand() -> None:
    draft = drafts.reject(drafts.draft_of(small_record()), "i2")

    assert [item["id"] for item in drafts.items(draft)] == ["i1"]
    assert [item["id"] for item in drafts.items(drafts.restore(draft, "i2"))] == ["i1", "i2", "i3"]


def test_rejected_people_and_parts_do_not_stand() -> None:
    draft = drafts.reject(drafts.reject(drafts.draft_of(small_record()), "p2"), "d1")

    assert [person["id"] for person in drafts.people(draft)] == ["p1", "p3"]
    assert drafts.parts(draft["items"][0], "decisions") == []


def test_what_is_not_there_cannot_be_rejected() -> None:
    with pytest.raises(Refused, match="finns inte längre"):
        drafts.reject(drafts.draft_of(small_record()), "d77")
