"""What a draft is: the record a reader made, with an id on everything a person may point at, and the person's answers.

A draft is JSON and is never changed in place; every operation gives a new one. Its shape:

    {"kind", "body", "date", "start", "end", "place", "chair", "secretary", "adjusters": [str],
     "inferred": ["date"], "spans": {"date": [start, end], …}, "corrected": {"place": "what the reader saw"},
     "answers": {"body": null | {"uuid"} | {"new": {"name", "kind"}}, "date": bool, "meeting": null | "join",
                 "empty": bool},
     "people": [{"id": "p1", "group", "name", "affiliation", "role", "note", "span", "rejected", "answer",
                 "corrected"}],
     "items": [{"id": "i1", "number", "parent": id | null, "title", "section", "type", "span", "spans", "rejected",
                "corrected", "presenters": […], "annexes": […], "proposals": […], "decisions": […],
                "contributions": […], "assignments": […]}],
     "next_meetings": [{"id": "n1", "body", "date", "topics": [str], "inferred", "span", "rejected", "corrected"}]}

Everything in the lists of an item has "id", "span" (null when a person added it), "rejected" and "corrected". An id is
used once in a draft: `d3` is a decision whichever item it stands at. A person's "answer" is null, a UUID of the
register, "new", or the id of another in the list who is the same. A corrected value keeps its span: it still says where
the reader saw it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext

Draft = dict[str, Any]
Element = dict[str, Any]

PERSON: Final = "p"
ITEM: Final = "i"
NEXT: Final = "n"
# The lists of an item, and the letter their ids begin with.
PARTS: Final = {
    "presenters": "f",
    "annexes": "b",
    "proposals": "q",
    "decisions": "d",
    "contributions": "c",
    "assignments": "a",
}
GROUPS: Final = ("present", "others", "absent")
HEAD: Final = ("body", "date", "start", "end", "place", "chair", "secretary")


class Refused(Exception):
    """What was asked cannot be done; the message, in the page's language, says why and what to do."""


class Mark(NamedTuple):
    """A value of a draft and where it stands: characters [start, end) of the extracted text."""

    path: str
    start: int
    end: int


def draft_of(record: Mapping[str, Any]) -> Draft:
    """The draft a review begins with, from a record in the shape of the reader contract."""
    draft: Draft = {name: record.get(name) for name in ("kind", *HEAD)}
    draft["adjusters"] = list(record.get("adjusters") or ())
    draft["inferred"] = list(record.get("inferred") or ())
    draft["spans"] = copy.deepcopy(dict(record.get("spans") or {}))
    draft["corrected"] = {}
    draft["answers"] = {"body": None, "date": False, "meeting": None, "empty": False}
    draft["people"] = _people(record)
    draft["items"] = _items(record)
    draft["next_meetings"] = _next_meetings(record)
    return draft


def _next_meetings(record: Mapping[str, Any]) -> list[Element]:
    return [
        {
            "id": f"{NEXT}{number}",
            "body": read["body"],
            "date": read.get("date"),
            "topics": list(read.get("topics") or ()),
            "inferred": bool(read.get("inferred")),
            "span": _span(read.get("span")),
            "rejected": False,
            "corrected": {},
        }
        for number, read in enumerate(record.get("next_meetings") or (), 1)
    ]


def _people(record: Mapping[str, Any]) -> list[Element]:
    people = [(group, person) for group in GROUPS for person in record.get(group) or ()]
    return [
        {
            "id": f"{PERSON}{number}",
            "group": group,
            "name": person["name"],
            "affiliation": person.get("affiliation"),
            "role": person.get("role"),
            "note": person.get("note"),
            "span": _span(person.get("span")),
            "rejected": False,
            "answer": None,
            "corrected": {},
        }
        for number, (group, person) in enumerate(people, 1)
    ]


def _items(record: Mapping[str, Any]) -> list[Element]:
    counts = dict.fromkeys(PARTS, 0)
    items: list[Element] = []
    for number, read in enumerate(record.get("items") or (), 1):
        item = {name: read.get(name) for name in ("number", "title", "section", "type")}
        spans = read.get("spans") or {}
        item |= {
            "id": f"{ITEM}{number}",
            "parent": _parent(items, read.get("parent")),
            "span": _span(read.get("span")),
            "spans": {"title": _span(spans.get("title")), "number": _span(spans.get("number"))},
            "rejected": False,
            "corrected": {},
        }
        for part, letter in PARTS.items():
            item[part] = []
            for element in _elements(read, part):
                counts[part] += 1
                item[part].append({"id": f"{letter}{counts[part]}", **element, "rejected": False, "corrected": {}})
        items.append(item)
    return items


def _elements(read: Mapping[str, Any], part: str) -> list[Element]:
    if part != "presenters":
        return copy.deepcopy(list(read.get(part) or ()))
    spans = list((read.get("spans") or {}).get("presenters") or ())
    names = list(read.get("presenters") or ())
    spans += [None] * (len(names) - len(spans))
    return [{"name": name, "span": _span(span)} for name, span in zip(names, spans, strict=False)]


def _parent(before: list[Element], named: str | None) -> str | None:
    """The id of the item a sub-item belongs to: the nearest before it with that number, or that title."""
    if not named:
        return None
    found = [item["id"] for item in reversed(before) if named in (item["number"], item["title"])]
    return found[0] if found else None


def _span(span: Any) -> list[int] | None:
    return [int(span[0]), int(span[1])] if span and span[0] < span[1] else None


def people(draft: Draft) -> list[Element]:
    """The people that have not been rejected."""
    return [person for person in draft["people"] if not person["rejected"]]


def items(draft: Draft) -> list[Element]:
    """The items that have not been rejected, nor any item above them."""
    rejected = {item["id"] for item in draft["items"] if item["rejected"]}
    parents = {item["id"]: item["parent"] for item in draft["items"]}

    def stands(id_: str | None, depth: int = 0) -> bool:
        return id_ is None or depth > len(parents) or (id_ not in rejected and stands(parents.get(id_), depth + 1))

    return [item for item in draft["items"] if stands(item["id"])]


def next_meetings(draft: Draft) -> list[Element]:
    """The meetings to come that the document names, without the rejected."""
    # A draft from before they could be pointed at has them without id.
    return [each for each in draft.get("next_meetings") or () if not each.get("rejected")]


def parts(item: Element, part: str) -> list[Element]:
    """The elements of one list of an item that have not been rejected."""
    return [element for element in item[part] if not element["rejected"]]


def elements(draft: Draft) -> Iterator[tuple[str, Element]]:
    """Everything that has an id, with its path, rejected or not."""
    for person in draft["people"]:
        yield f"people.{person['id']}", person
    for item in draft["items"]:
        yield f"items.{item['id']}", item
        for part in PARTS:
            for element in item[part]:
                yield f"items.{item['id']}.{part}.{element['id']}", element
    for coming in draft.get("next_meetings") or ():
        if "id" in coming:
            yield f"next_meetings.{coming['id']}", coming


def find(draft: Draft, id_: str) -> Element:
    """The person, item or part of an item with this id. Raises `Refused`."""
    for _, element in elements(draft):
        if element["id"] == id_:
            return element
    raise Refused(gettext("Det du pekar på finns inte längre i dokumentet. Läs om sidan och försök igen."))


def item_of(draft: Draft, id_: str) -> Element:
    """The item with this id. Raises `Refused`."""
    for item in draft["items"]:
        if item["id"] == id_:
            found: Element = item
            return found
    raise Refused(gettext("Punkten finns inte längre i dokumentet. Läs om sidan och försök igen."))


def marks(draft: Draft) -> Iterator[Mark]:
    """Every value that has a place in the text, with its path. Rejected ones too: their `rejected` says so."""
    for name, span in draft["spans"].items():
        if span and name != "adjusters":
            yield Mark(name, *span)
    for path, element in elements(draft):
        spans = element.get("spans") or {}
        # An item's own span is all of it; its heading is what is marked.
        if element.get("span") and (path.startswith("people.") or path.count(".") > 1):
            yield Mark(path, *element["span"])
        yield from (Mark(f"{path}.{name}", *span) for name, span in spans.items() if span)


def next_id(draft: Draft, letter: str) -> str:
    """An id that is not in use: one more than the highest."""
    numbers = (int(element["id"][1:]) for _, element in elements(draft) if element["id"][0] == letter)
    return f"{letter}{max(numbers, default=0) + 1}"
