"""Our own papers, read back by the reader that reads everybody's: the same meeting and the same agenda."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from radslag.base.documents.models import PaperFormat
from radslag.domain.meetings.papers import agenda_files, template_bytes
from radslag.text.reading import extract, interpret
from radslag.text.reading.record import Item, Record
from tests.meetings.agendas import agenda, flat

pytestmark = pytest.mark.once
TYPES = {
    "": None,
    "information": "information",
    "diskussion": "discussion",
    "beslut": "decision",
    "anmälan": "notification",
}


@cache
def read_back(seed: int, made: PaperFormat) -> Record:
    files = agenda_files(agenda(seed), template_bytes(None), number=3, day=date(2026, 8, 20))
    return interpret(extract(files[made], f"kallelse.{made.value}"))


def written(section: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    return {
        "number": item["number"],
        "title": item["title"],
        "section": section["title"] or None,
        "type": TYPES[item["type"]],
        "presenters": [each["name"] for each in item["presenters"]],
        "annexes": [(each["number"], each["title"] or None) for each in item["annexes"]],
        "proposals": item["proposals"],
    }


def read(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "section": item.section,
        "type": item.type,
        "presenters": list(item.presenters),
        "annexes": [(each.number, each.title) for each in item.annexes],
        "proposals": [each.text for each in item.proposals],
    }


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("made", [PaperFormat.DOCX, PaperFormat.PDF])
def test_an_agenda_is_read_back_as_it_was(made: PaperFormat, seed: int) -> None:
    content = agenda(seed)
    record = read_back(seed, made)
    expected = [written(part, item) for part in content["sections"] for item in flat(part["items"])]
    assert [read(item) for item in record.items] == expected


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("made", [PaperFormat.DOCX, PaperFormat.PDF])
def test_the_head_is_read_back_as_it_was(made: PaperFormat, seed: int) -> None:
    content = agenda(seed)
    record = read_back(seed, made)
    assert (record.kind, record.date, record.start, record.end, record.place) == (
        "notice", content["date"], content["start"], content["end"] or None, content["place"],
    )  # fmt: skip
    assert (record.body or "").startswith(content["body"])
