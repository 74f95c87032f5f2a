"""Records as a reader gives them, made up: in words for the tests by example, at random for those by property."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TEXT_LENGTH = 1_000


def small_record() -> dict[str, Any]:
    """Two items, the second with a sub-item; three people; a decision and an assignment."""
    return {
        "kind": "minutes",
        "body": "Gruppen",
        "date": "2024-05-15",
        "start": "13:00",
        "end": None,
        "place": "Sjösalen",
        "chair": None,
        "secretary": "Ylva Ängmark",
        "adjusters": [],
        "inferred": [],
        "spans": {"date": [10, 20], "place": [30, 38], "adjusters": []},
        "present": [{"name": "Ada Brandt", "affiliation": "Askersund", "role": None, "note": None, "span": [40, 50]}],
        "others": [{"name": "Siv Lundgren", "affiliation": None, "role": None, "note": None, "span": [50, 60]}],
        "absent": [{"name": "Åke Östling", "affiliation": "Åmål", "role": None, "note": None, "span": [60, 70]}],
        "items": [
            item("1", "Förra protokollet", 100, 200, decisions=[statement("Lades till handlingarna.", 150)]),
            item("2", "Beredskap", 200, 400, assignments=[assignment("ta fram ett förslag", 300)]),
            item("2a", "Övningen", 400, 500, parent="2", decisions=[statement("Övningen hålls i maj.", 450)]),
        ],
        "next_meetings": [],
    }


def item(number: str, title: str, start: int, end: int, parent: str | None = None, **parts: Any) -> dict[str, Any]:
    """An item whose title stands first in its span."""
    return {
        "number": number,
        "parent": parent,
        "title": title,
        "section": None,
        "type": None,
        "presenters": ["Ada Brandt"],
        "annexes": [],
        "proposals": [],
        "decisions": [],
        "contributions": [],
        "assignments": [],
        "span": [start, end],
        "spans": {"title": [start, start + 5], "number": None, "presenters": [[start + 6, start + 9]]},
        **parts,
    }


def statement(text: str, start: int) -> dict[str, Any]:
    """A decision."""
    return {"text": text, "outcome": None, "span": [start, start + 20]}


def assignment(what: str, start: int) -> dict[str, Any]:
    """A task without owner and time."""
    place = [start, start + 20]
    spans = {"what": place, "owner": None, "due": None}
    fields = {"owner": None, "due": None, "due_text": None, "strength": "decided"}
    return {"what": what, "span": place, "spans": spans, **fields}


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """Items side by side, some below the one before, with decisions and assignments inside."""
    ends = sorted(draw(st.sets(st.integers(30, TEXT_LENGTH), min_size=1, max_size=6)))
    starts = [0, *ends[:-1]]
    items: list[dict[str, Any]] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        parent = str(number - 1) if number > 1 and draw(st.booleans()) else None
        parts = {
            "decisions": [statement("Beslut.", at) for at in _places(draw, start, end)],
            "assignments": [assignment("göra", at) for at in _places(draw, start, end)],
        }
        read = item(str(number), f"Punkt {number}", start, end, parent, **parts)
        read["spans"] |= {"title": [start, min(start + 5, end)], "presenters": []}
        read["presenters"] = []
        items.append(read)
    return small_record() | {"items": items}


def _places(draw: st.DrawFn, start: int, end: int) -> list[int]:
    last = end - 20
    return draw(st.lists(st.integers(start, last), max_size=3)) if last > start else []
