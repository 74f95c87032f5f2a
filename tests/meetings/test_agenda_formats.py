"""The notice in each format: the same bytes again, signs that are only signs, and what is not said."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest
from icalendar import Calendar, Event

from radslag.base.documents.models import PaperFormat
from radslag.base.documents.papering import Files
from radslag.base.documents.rendering import RenderingFailed
from radslag.domain.meetings.papers import agenda_files, template_bytes
from radslag.text.reading import extract
from tests.meetings.agendas import agenda, flat

pytestmark = pytest.mark.once
DAY = date(2026, 8, 20)
SIGNS = "Val #1 av *två*: <b>a & b</b> {{ x }} {% if %} $y$ @ref `kod` \\emph _z_ [l] ”c” 'd' \"e\" ~ ^ | %"


def files(content: dict[str, Any], number: int = 1) -> Files:
    return agenda_files(content, template_bytes(None), number=number, day=DAY)


def bare() -> dict[str, Any]:
    """One item of which only the title is known, at a meeting of which only the day is."""
    content = agenda(3)
    content |= {"start": "", "end": "", "time": "", "place": "", "link": "", "practical": [], "practical_text": ""}
    content["facts"] = content["facts"][:1]
    item = flat(content["sections"][0]["items"])[0]
    empty = {"type": "", "type_text": "", "presenters": [], "presenters_text": "", "background": []}
    item |= {**empty, "proposals": [], "annexes": [], "items": [], "title": "Vatten"}
    content["sections"] = [{"heading": "", "title": "", "time": "", "items": [item]}]
    return content


def event(content: dict[str, Any], number: int = 1) -> Event:
    read = Calendar.from_ical(files(content, number)[PaperFormat.ICS])
    assert read["METHOD"] == "PUBLISH"
    found = read.walk("VEVENT")[0]
    assert isinstance(found, Event)
    return found


def test_the_same_content_gives_the_same_bytes_in_every_format() -> None:
    assert files(agenda(4)) == files(agenda(4))


def test_signs_that_are_markup_elsewhere_are_only_signs() -> None:
    content = bare()
    content["sections"][0]["items"][0]["title"] = SIGNS
    made = files(content)
    flatly = SIGNS.replace(" ", "")
    for kind in (PaperFormat.PDF, PaperFormat.DOCX):
        text = extract(made[kind], f"k.{kind.value}").text
        assert flatly in re.sub(r"\s", "", text)
    assert "&lt;b&gt;a &amp; b&lt;/b&gt; {{ x }} {% if %}" in made[PaperFormat.HTML].decode()
    assert "<b>" not in made[PaperFormat.HTML].decode()


def test_what_is_not_known_leaves_no_trace() -> None:
    made = files(bare())
    text = extract(made[PaperFormat.PDF], "k.pdf").text + made[PaperFormat.HTML].decode()
    for label in ("Tid", "Plats", "Länk", "Praktiskt", "Föredragande", "Förslag till beslut", "Bilaga"):
        assert label not in text


def test_marks_that_cannot_be_printed_are_left_out() -> None:
    content = bare()
    content["sections"][0]["items"][0]["title"] = "Vat\x0bten\x00 och\u200b luft\ud800"
    for kind, data in files(content).items():
        if kind != PaperFormat.ICS:
            assert "och luft" in " ".join(extract(data, f"k.{kind.value}").text.split())


def test_a_sign_no_font_has_is_told_in_a_sentence() -> None:
    content = bare()
    content["sections"][0]["items"][0]["title"] = "Välkommen 🥨"
    with pytest.raises(RenderingFailed, match="tecken som inte går att sätta i PDF"):
        files(content)


def test_sixty_items_fit() -> None:
    content = agenda(7)
    item = content["sections"][0]["items"][0]
    items = [{**item, "number": str(n), "label": f"{n}.", "items": []} for n in range(1, 61)]
    content["sections"] = [{"heading": "", "title": "", "time": "", "items": items}]
    text = extract(files(content)[PaperFormat.PDF], "k.pdf").text
    assert "60." in text


def test_the_calendar_entry_has_local_times_and_the_rules_of_the_zone() -> None:
    content = {**agenda(2), "date": "2026-09-24", "start": "13:30", "end": "17:00"}
    found = event(content, number=4)
    assert (found["UID"], found.decoded("SEQUENCE")) == (f"{content['uid']}@radslag", 4)
    assert found["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert found.decoded("DTSTART").isoformat() == "2026-09-24T13:30:00+02:00"
    assert found.decoded("DTEND").isoformat() == "2026-09-24T17:00:00+02:00"


def test_a_meeting_without_a_time_is_a_day_in_the_calendar() -> None:
    assert event(bare()).decoded("DTSTART") == date.fromisoformat(bare()["date"])
    assert not isinstance(event(bare()).decoded("DTSTART"), datetime)


def test_the_web_page_stands_on_its_own() -> None:
    page = files(agenda(4))[PaperFormat.HTML].decode()
    assert '<html lang="sv">' in page
    assert re.findall(r"<(?:script|link|img|iframe)\b", page) == []


@pytest.mark.parametrize("seed", [4, 5])
def test_headings_of_the_web_page_skip_no_level(seed: int) -> None:
    levels = [int(each) for each in re.findall(r"<h(\d)", files(agenda(seed))[PaperFormat.HTML].decode())]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
