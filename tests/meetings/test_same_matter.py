"""Headings that mean the same matter, and such that do not."""

from __future__ import annotations

import pytest

from radslag.domain.meetings.matters import same_matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Översyn av Sjöförbundet", "Översynen av Sjöförbundet i länet"),
        ("Gemensam vattentäkt – lägesrapport", "Den gemensamma vattentäkten"),
        ("Information om Ålfisket", "Ålfiske"),
        ("Remiss: regional transportplan", "Regionala transportplanen"),
    ],
)
def test_endings_and_how_it_is_treated_make_no_difference(one: str, other: str) -> None:
    assert same_matter(one, other)
    assert same_matter(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Översyn av Sjöförbundet", "Översyn av verksamhetsplanen"),
        ("Vattenförsörjning", "Övriga frågor"),
        ("Nästa möte", "Ålfisket"),
        ("Gemensam upphandling av hjälpmedel", "Gemensam övning"),
        ("", "Ålfisket"),
    ],
)
def test_one_shared_word_is_not_enough(one: str, other: str) -> None:
    assert not same_matter(one, other)
