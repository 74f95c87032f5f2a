"""A heading out of the sentence that gave a task."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.domain.decisions.headings import LONGEST, heading_of, shortened
from radslag.domain.decisions.infinitives import infinitive


def heading(what: str, due_text: str = "", item: str = "Ålfisket") -> str:
    """As suggesting asks for it."""
    return heading_of(what, due_text, item=item, report="Återrapport: %(what)s")


@pytest.mark.parametrize(
    ("what", "due_text", "expected"),
    [
        ("till nästa möte ge förslag på en ny ordning", "till nästa möte", "Förslag på en ny ordning"),
        ("tar fram ett utvecklat förslag till plan och presenterar det för gruppen", "", "Utvecklat förslag till plan"),
        ("återkommer med en redogörelse av läget på mötet i maj.", "på mötet i maj.", "Redogörelse av läget"),
        ("Förslag till plan ska presenteras på mötet i maj", "på mötet i maj", "Förslag till plan"),
        ("samordnar resan", "", "Återrapport: samordna resan"),
        ("lämnar uppgifter till länet", "", "Återrapport: lämna uppgifter till länet"),
        ("Följer frågor och samordnar svar", "", "Återrapport: följa frågor och samordna svar"),
        ("tar fram kartor och mallar", "", "Återrapport: ta fram kartor och mallar"),
        ("Träffar med näringslivet", "", "Återrapport: Träffar med näringslivet"),
        ("fortsätter att bevaka frågan", "", "Återrapport: Ålfisket"),
        ("Avrapportering av prognosen", "", "Avrapportering av prognosen"),
    ],
)
def test_it_is_as_short_as_the_sentence_allows(what: str, due_text: str, expected: str) -> None:
    assert heading(what, due_text) == expected


@given(st.text(min_size=1, max_size=400), st.text(max_size=60))
def test_it_is_never_too_long(what: str, due_text: str) -> None:
    assert len(heading(what, due_text)) <= LONGEST + 1


def test_it_is_cut_between_words() -> None:
    assert shortened("ett två tre", 8) == "ett två…"


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("lämnar", "lämna"),
        ("redovisar", "redovisa"),
        ("Skickar", "skicka"),
        ("tar", "ta"),
        ("föreslår", "föreslå"),
        ("beskriver", "beskriva"),
        ("sammanställer", "sammanställa"),
        ("ger", "ge"),
        ("gör", "göra"),
        ("ser", "se"),
        ("följer", "följa"),
        ("återkommer", "återkomma"),
        ("kommuner", None),
        ("Bilar", None),
        ("redovisningar", None),
        ("remissvar", None),
        ("inför", None),
        ("ta", None),
    ],
)
def test_a_verb_in_the_present_tense_is_turned_and_other_words_left(present: str, expected: str | None) -> None:
    assert infinitive(present) == expected
