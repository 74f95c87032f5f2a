"""The two documents of the invented collaboration are read in full: they are the first a new user sees."""

from pathlib import Path

import pytest

from radslag.text.reading import Record, read
from radslag.text.swedish.names import Known, body_candidates

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _read(name: str) -> Record:
    return read((EXAMPLES / name).read_bytes(), name)


@pytest.fixture(scope="module")
def minutes() -> Record:
    return _read("2026-10-15-minnesanteckningar.md")


@pytest.fixture(scope="module")
def notice() -> Record:
    return _read("2027-01-21-kallelse.txt")


def test_both_are_about_the_chief_executives_group(notice: Record) -> None:
    group = Known("kd", "Kommundirektörsgruppen")
    found = body_candidates(notice.body or "", [group], collaboration="Exempelregionen Mälarbygden")
    assert [candidate.certainty for candidate in found] == ["exact"]


def test_the_head_of_the_minutes_is_read(minutes: Record) -> None:
    assert (minutes.kind, minutes.date, minutes.start, minutes.end) == ("minutes", "2026-10-15", "09:00", "12:15")
    assert (minutes.place, minutes.chair) == ("Stadshuset i Västerås, lokal Svartån", "Ingela Brandtmark")
    assert minutes.secretary == "Sara Vinterqvist"
    assert minutes.findings == ()


def test_everyone_at_the_meeting_is_read_with_a_municipality(minutes: Record) -> None:
    assert [len(minutes.present), len(minutes.others), len(minutes.absent)] == [11, 5, 2]
    assert [person.affiliation for person in minutes.absent] == ["Sala", "Flen"]
    assert all(person.affiliation for person in (*minutes.present, *minutes.others))


def test_the_items_of_the_minutes_are_read_with_what_was_decided(minutes: Record) -> None:
    assert [(len(item.contributions), len(item.decisions)) for item in minutes.items] == [
        (0, 1),
        (3, 1),
        (2, 2),
        (0, 0),
        (0, 1),
        (2, 1),
        (0, 1),
        (0, 0),
        (0, 0),
        (0, 0),
    ]


def test_the_annexes_of_the_minutes_are_numbered_one_to_five(minutes: Record) -> None:
    assert [annex.number for item in minutes.items for annex in item.annexes] == ["1", "2", "3", "4", "5"]


def test_the_head_of_the_notice_is_read(notice: Record) -> None:
    assert (notice.kind, notice.date, notice.start, notice.end) == ("notice", "2027-01-21", "09:30", "15:00")
    assert (notice.place, notice.secretary) == ("Kommunhuset i Kungsör, lokal Hjälmaren", "Sara Vinterqvist")
    assert notice.findings == ()


def test_the_items_of_the_notice_have_presenters_and_one_proposal_each(notice: Record) -> None:
    assert [item.number for item in notice.items] == [str(number) for number in range(1, 10)]
    assert [len(item.proposals) for item in notice.items] == [1, 1, 1, 1, 1, 1, 0, 0, 0]
    assert notice.items[3].presenters == ("Malin Sjöhage", "Ellen Granat")


def test_the_assignments_of_the_minutes_have_the_days_they_are_due(minutes: Record) -> None:
    given = [task for item in minutes.items for task in item.assignments if task.strength == "decided"]
    dates = ["2026-11-20", "2026-12-03", "2026-12-11", None, "2026-10-30", "2026-11-06"]
    assert [task.due for task in given] == dates
    assert given[0].owner == "Respektive kommundirektör"
    assert (given[3].due_text or "").endswith("senast vid årsskiftet")
