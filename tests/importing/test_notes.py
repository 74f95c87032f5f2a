"""The text an item has of its own."""

from __future__ import annotations

from typing import Any

import pytest

from radslag.exchange.importing.committing.notes import own_text

TEXT = """## 1. Beredskap (Ada Brandt)  (Bilaga 2)

Gruppen gick igenom läget.


a) Övningen
Den hålls i maj.
b) Lokalen
Är bokad.

2. Övrigt: inget fanns.
"""


def item(title: str, start: str, end: str | None, **parts: Any) -> dict[str, Any]:
    """An item of TEXT from the words it begins with to those the next begins with."""
    place = TEXT.index(title)
    span = [TEXT.index(start), TEXT.index(end) if end else len(TEXT)]
    return {
        "span": span,
        "spans": {"title": [place, place + len(title)]},
        "presenters": [],
        "annexes": [],
        **parts,
    }


UPPER = item("Beredskap", "## 1.", "2. Övrigt")
FIRST = item("Övningen", "a)", "b)")
SECOND = item("Lokalen", "b)", "2. Övrigt")
LAST = item("Övrigt", "2. Övrigt", None)
ALL = [UPPER, FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (UPPER, "Gruppen gick igenom läget."),
        (FIRST, "Den hålls i maj."),
        (SECOND, "Är bokad."),
        (LAST, "inget fanns."),
    ],
    ids=["parent", "first", "second", "last"],
)
def test_it_is_what_stands_under_the_heading_without_sub_items(each: dict[str, Any], words: str) -> None:
    notes, place = own_text(TEXT, each, ALL)

    assert notes == words
    assert place is not None
    assert TEXT[slice(*place)] == notes


def test_a_presenter_and_an_annex_on_the_line_of_the_heading_belong_to_it() -> None:
    start = TEXT.index("Bilaga 2")
    with_annex = UPPER | {"annexes": [{"span": [start, start + 8]}]}

    assert own_text(TEXT, with_annex, [with_annex, FIRST, SECOND])[0] == "Gruppen gick igenom läget."


def test_an_item_of_only_a_heading_and_one_a_person_added_have_none() -> None:
    heading = item("Lokalen", "b)", "Är bokad")
    added = LAST | {"span": None}

    assert own_text(TEXT, heading, ALL) == ("", None)
    assert own_text(TEXT, added, ALL) == ("", None)


def test_text_after_a_sub_item_is_not_lost() -> None:
    short = FIRST | {"span": [FIRST["span"][0], TEXT.index("Den hålls")]}

    assert own_text(TEXT, UPPER, [UPPER, short])[0] == (
        "Gruppen gick igenom läget.\n\nDen hålls i maj.\nb) Lokalen\nÄr bokad."
    )


@pytest.mark.parametrize("foot", ["2 (3)", "2(3)", "Sida 2 av 3", "2/3", "2"])
def test_the_number_of_a_page_is_not_something_that_was_said(foot: str) -> None:
    text = f"1. Vatten\n\nSjön räcker\n\n               {foot}\n\x0c till alla.\n\n  {foot}\n\x0c"
    whole = {"span": [0, len(text)], "spans": {"title": [3, 9]}, "presenters": [], "annexes": []}

    assert own_text(text, whole, [whole])[0].split() == ["Sjön", "räcker", "till", "alla."]
