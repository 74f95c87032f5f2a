"""The record as JSON, and the command that prints it."""

import json
from pathlib import Path

import pytest

from radslag.text.reading import Record, extract, interpret, read
from radslag.text.reading.__main__ import command
from tests.text.reading.documents import NOTES, NOTICE, record_of

KEYS = {"kind", "language", "body", "date", "start", "end", "place", "chair", "secretary", "adjusters", "text"} | {
    "present", "others", "absent", "items", "next_meetings", "activities", "findings",
}  # fmt: skip
ITEM_KEYS = {"number", "parent", "title", "section", "type", "presenters", "annexes", "span"} | {
    "proposals", "decisions", "contributions", "assignments",
}  # fmt: skip


def test_the_json_has_the_keys_of_the_contract() -> None:
    data = record_of(NOTES).to_json()
    assert data.keys() >= KEYS
    assert data["items"][0].keys() >= ITEM_KEYS
    assert data["items"][1]["assignments"][0].keys() >= {"owner", "what", "due", "due_text", "strength", "span"}
    assert data["present"][0].keys() == {"name", "affiliation", "role", "note", "span"}


def test_the_head_leads_to_its_places() -> None:
    data = record_of(NOTES).to_json()
    places = {name: data["text"][slice(*span)] for name, span in data["spans"].items() if name != "adjusters" and span}
    assert places == {
        "body": places["body"],
        "date": "2021-03-04",
        "start": "kl. 9-11.30",
        "end": "kl. 9-11.30",
        "place": "Rådhuset, Storby",
        "chair": "Anna Ek",
        "secretary": "Eva Gran",
    }


@pytest.mark.parametrize("text", [NOTES, NOTICE])
def test_json_and_back_is_the_same_record(text: str) -> None:
    record = record_of(text)
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_reading_is_extracting_and_interpreting() -> None:
    data = NOTES.encode()
    assert read(data, "a.txt") == interpret(extract(data, "a.txt"))


def test_a_plan_is_recognised_by_its_table_of_activities() -> None:
    record = record_of(
        "Verksamhetsplan 2021\n\nI verksamhetsplanen finns projekt.\n\n"
        "Aktivitet/projekt  Beskrivning  Mål 2021 Styrning Uppföljning\nText\n"
    )
    assert (record.kind, record.items) == ("plan", ())


def test_readable_text_that_is_no_record_is_unknown() -> None:
    assert record_of("Hej. Detta är ett brev om allt möjligt.").kind == "unknown"


def test_the_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "möte.txt"
    path.write_text(NOTES, encoding="utf-8")
    assert command(["--json", str(path)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["date"], "text" in data) == ("2021-03-04", False)


def test_the_command_prints_a_summary_with_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "möte.txt"
    path.write_text(NOTES, encoding="utf-8")
    assert command([str(path)]) == 0
    out = capsys.readouterr().out
    assert "Datum: torsdag 4 mars 2021 (rad 4)" in out
    line = 1 + next(place for place, each in enumerate(NOTES.split("\n")) if "godkändes" in each)
    assert f"rad {line}: beslut: Anteckningarna från den 4 februari godkändes." in out


@pytest.mark.parametrize("name", ["finns-inte.txt", "."])
def test_what_cannot_be_read_is_a_sentence_and_exit_2(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(["--json", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
