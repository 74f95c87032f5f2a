"""When what was said at an item is worth showing beside the decisions."""

from __future__ import annotations

from radslag.web.secretariat.pages.notes import worth_reading

DECISION = "Gruppen beslutar att utreda frågan till hösten."


def test_notes_that_only_repeat_the_decision_are_not_shown() -> None:
    assert not worth_reading(f"Beslut: {DECISION}", [DECISION])


def test_notes_that_say_more_are_shown() -> None:
    assert worth_reading(f"Flera kommuner berättade om sina erfarenheter av frågan. {DECISION}", [DECISION])


def test_no_notes_are_not_shown() -> None:
    assert not worth_reading("", [])


def test_labels_around_what_is_shown_are_not_notes() -> None:
    notes = "Föredragande: Anna Ek\n\nFörslag till beslut: protokollet godkänns."
    assert not worth_reading(notes, ["Anna Ek", "protokollet godkänns."])


def test_a_decision_that_runs_over_two_lines_of_the_document_is_still_the_decision() -> None:
    assert not worth_reading(f"Beslut: {DECISION.replace(' till', chr(10) + '   till')}", [DECISION])
