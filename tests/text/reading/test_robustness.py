"""Any bytes give a record or one sentence, in time that grows with their length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radslag.text.reading import Record, Unreadable, extract, interpret, read
from tests.text.reading.broken_inputs import broken_inputs, good_documents

LONG = 1_000_000


def _outcome(data: bytes, name: str) -> Record | str:
    try:
        return interpret(extract(data, name))  # `read` would hide a fault of the reader
    except Unreadable as refused:
        return str(refused)


@pytest.mark.parametrize(("name", "data"), good_documents(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_good_documents_are_read(name: str, data: bytes) -> None:
    record = read(data, name)
    assert (record.kind, len(record.items), record.date is not None) == ("minutes", 2, True)


def test_two_thousand_broken_documents_give_a_record_or_a_sentence() -> None:
    outcomes = [_outcome(data, name) for name, data in broken_inputs(2000, seed=20260924)]
    refused = [each for each in outcomes if isinstance(each, str)]
    assert all(each.endswith(".") and "Traceback" not in each for each in refused)
    assert 200 < len(refused) < 1800


def test_the_broken_documents_are_the_same_for_the_same_seed() -> None:
    assert list(broken_inputs(40, seed=7)) == list(broken_inputs(40, seed=7))


@pytest.mark.parametrize(
    "unit", [" ", "§", "(", "()", "((a", "1. ", "a", "Ab ", "*", '"', "Anna och ", "beslutar att ", "2020-01-01 "]
)
def test_a_million_signs_are_read_in_two_seconds(unit: str) -> None:
    data = ("Protokoll " + unit * (LONG // len(unit))).encode()
    began = time.process_time()
    _outcome(data, "a.txt")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "line", ["Beslut:\n", "1. A\n", "§ 1\n", "| a | b |\n", "Närvarande Anna Ek\n", "a) Bb\n", "# A\n"]
)
def test_twice_the_lines_take_no_more_than_thrice_the_time(line: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        _outcome(("Protokoll\n" + line * count).encode(), "a.txt")
        return time.process_time() - began

    seconds(100)
    assert seconds(8000) < 3 * seconds(4000) + 0.2


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record_or_a_sentence(data: bytes) -> None:
    assert _outcome(data, "a.txt")


def test_a_fault_of_the_reader_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radslag.text.reading.interpret", lambda *_, **__: 1 / 0)
    with pytest.raises(Unreadable, match="fel i läsaren"):
        read(b"Protokoll", "a.txt")


WORDS = st.sampled_from(
    [
        "§ 1", "1. Val", "a) Ek", "Beslut:", "Förslag till beslut", "Närvarande", "Anna Ek (Storby),",
        "Datum 2021-03-04",
        "• Bo tar fram en plan", "xx", "| 1 | Ärende |", "| Nr | Ärende |", "# Rubrik", "Föredragande: Bo Alm",
        "Bilaga 1", "den 31 februari", "\f", "Mötet beslutar att", "===", "o ett",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["\n", "\n\n", " ", "  "]))
def test_every_place_lies_in_the_text_and_holds_its_value(words: list[str], between: str) -> None:
    record = _outcome(("Protokoll\n" + between.join(words)).encode(), "a.txt")
    assert isinstance(record, Record)
    for value, (start, end) in values_with_places(record):
        assert 0 <= start <= end <= len(record.text)
        assert squeezed(value) in squeezed(record.text[start:end])


def squeezed(text: str) -> str:
    """Without white space, hyphens and list marks, which are mended where lines are joined."""
    return "".join(letter for letter in text if letter.isalnum())


def values_with_places(record: Record) -> list[tuple[str, tuple[int, int]]]:
    found = [
        (getattr(record, name), span)
        for name, span in record.spans.items()
        if span and name not in ("date", "start", "end")
    ]
    found += [(person.name, person.span) for person in (*record.present, *record.others, *record.absent)]
    for item in record.items:
        found += [(item.title, item.spans.title), (item.title, item.span)]
        found += [(each.text, each.span) for each in (*item.proposals, *item.contributions)]
        found += [(each.text, each.span) for each in item.decisions]
        found += [(task.what, task.span) for task in item.assignments]
        found += list(zip(item.presenters, item.spans.presenters, strict=True))
    return found
