"""Whatever is done to a draft, in whatever order: ids are unique, places lie in the text, and undo restores exactly."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import PARTS, Draft, Refused
from tests.importing.records import TEXT_LENGTH, records

ITEMS = st.integers(1, 8).map(lambda number: f"i{number}")
ANY = st.one_of(ITEMS, st.sampled_from(["p1", "p2", "d1", "d2", "d3", "a1", "a2", "q1", "x9"]))
PLACES = st.integers(0, TEXT_LENGTH)
STEPS = st.one_of(
    st.tuples(st.just("merge_items"), ITEMS, ITEMS),
    st.tuples(st.just("split_item"), ITEMS, PLACES, st.just("Ny punkt")),
    st.tuples(st.just("move"), ANY, ITEMS),
    st.tuples(st.just("reject"), ANY),
    st.tuples(st.just("restore"), ANY),
    st.tuples(st.just("add"), ITEMS, st.sampled_from(list(PARTS)), st.sampled_from(["", "Nytt"])),
    st.tuples(st.just("add_item"), ITEMS, st.just("Ny punkt")),
    st.tuples(st.just("add_person"), st.just("present"), st.just("Ada Brandt")),
    st.tuples(st.just("correct"), ITEMS.map(lambda id_: f"items.{id_}.title"), st.sampled_from(["", "Rättad"])),
    st.tuples(st.just("correct"), st.just("place"), st.sampled_from(["", "Sjösalen", "Salen"])),
    st.tuples(st.just("correct"), st.just("adjusters"), st.sampled_from(["", "Ada", "Ada\nÅke"])),
    st.tuples(st.just("answer_person"), ANY, st.sampled_from(["new", None])),
    st.tuples(st.just("confirm_date")),
)


def done(draft: Draft, step: tuple[Any, ...]) -> Draft:
    """The draft after a step, or as it was when the step is refused."""
    name, *arguments = step
    try:
        after: Draft = getattr(drafts, name)(draft, *arguments)
    except Refused:
        return draft
    return after


@settings(max_examples=150, deadline=None)
@given(records(), st.lists(STEPS, max_size=12))
def test_every_step_keeps_the_draft_whole_and_can_be_undone(record: dict[str, Any], steps: list[Any]) -> None:
    draft = drafts.draft_of(record)
    for step in steps:
        kept = json.dumps(draft)
        after = done(draft, step)
        patch = json.loads(json.dumps(drafts.changes(draft, after)))

        assert json.dumps(draft) == kept, "a step must not change the draft it was given"
        assert drafts.apply(after, patch) == draft
        check(after)
        draft = after


def check(draft: Draft) -> None:
    """What always holds."""
    ids = Counter(element["id"] for _, element in drafts.elements(draft))
    assert max(ids.values()) == 1
    check_parents({item["id"]: item["parent"] for item in draft["items"]})
    places = [(mark.start, mark.end) for mark in drafts.marks(draft)]
    places += [tuple(item["span"]) for item in draft["items"] if item["span"]]
    assert all(0 <= start < end <= TEXT_LENGTH for start, end in places)


def check_parents(parents: dict[str, str | None]) -> None:
    """Every parent is there, and no item stands below itself."""
    assert set(parents.values()) <= {None, *parents}
    for item in parents:
        above, steps = parents[item], 0
        while above is not None:
            above, steps = parents[above], steps + 1
            assert steps <= len(parents)


def test_a_patch_is_small_however_large_the_draft() -> None:
    items = [{"number": str(number), "title": f"Punkt {number}", "span": [number, number + 1]} for number in range(300)]
    draft = drafts.draft_of({"kind": "minutes", "items": items})

    patch = drafts.changes(draft, drafts.correct(draft, "items.i200.title", "Rättad"))

    assert len(json.dumps(patch)) < 300
