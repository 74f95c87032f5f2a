"""What a person may do with a draft. Each function gives a new draft, or raises `Refused` with a sentence."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from radslag.exchange.importing.drafts.shape import (
    ITEM,
    PARTS,
    PERSON,
    Draft,
    Element,
    Refused,
    find,
    item_of,
    next_id,
)
from radslag.exchange.importing.drafts.values import (
    EMPTY_FIELDS,
    HEAD_CHECKS,
    ITEM_CHECKS,
    MAIN_FIELD,
    NEXT_CHECKS,
    PART_CHECKS,
    PERSON_CHECKS,
    Check,
)

Span = Sequence[int]


def correct(draft: Draft, path: str, value: Any) -> Draft:
    """Another value at a path ("date", "people.p2.name", "items.i3.decisions.d2.text"); what was read is remembered."""
    result = copy.deepcopy(draft)
    holder, field, check = _place(result, path)
    new = check(value)
    old = holder[field]
    if new == old:
        return draft
    _remember(holder, field, old, new)
    holder[field] = new
    _settle(result, holder, field)
    return result


def value_at(draft: Draft, path: str) -> Any:
    """The value at a path that `correct` takes."""
    holder, field, _ = _place(draft, path)
    return holder[field]


def _place(draft: Draft, path: str) -> tuple[Element, str, Check]:
    """What holds the value, under which key, and how a new value is checked."""
    *owner, field = path.split(".")
    if not owner:
        return draft, field, _check(HEAD_CHECKS, field)
    if owner[0] == "people" and len(owner) == 2:
        return _with_id(draft["people"], owner[1]), field, _check(PERSON_CHECKS, field)
    if owner[0] == "next_meetings" and len(owner) == 2:
        coming = [each for each in draft["next_meetings"] if "id" in each]
        return _with_id(coming, owner[1]), field, _check(NEXT_CHECKS, field)
    if owner[0] == "items" and len(owner) == 2:
        return item_of(draft, owner[1]), field, _check(ITEM_CHECKS, field)
    if owner[0] == "items" and len(owner) == 4 and owner[2] in PARTS:
        element = _with_id(item_of(draft, owner[1])[owner[2]], owner[3])
        return element, field, _check(PART_CHECKS[owner[2]], field)
    raise Refused(_("Det går inte att ändra här."))


def _check(checks: Mapping[str, Check], field: str) -> Check:
    if field not in checks:
        raise Refused(_("Det går inte att ändra här."))
    return checks[field]


def _with_id(elements: list[Element], id_: str) -> Element:
    for element in elements:
        if element["id"] == id_:
            return element
    raise Refused(_("Det du pekar på finns inte längre i dokumentet. Läs om sidan och försök igen."))


def _remember(holder: Element, field: str, old: Any, new: Any) -> None:
    if holder.get("added"):
        return
    read = holder["corrected"].setdefault(field, old)
    if read == new:
        del holder["corrected"][field]


def _settle(draft: Draft, holder: Element, field: str) -> None:
    """A written date needs no confirmation; an answer about a name does not outlive the name."""
    if holder is draft:
        if field == "date":
            draft["answers"]["date"] = draft["date"] is not None
        elif field == "body":
            draft["answers"]["body"] = None
    elif holder["id"][0] == PERSON and field == "name":
        holder["answer"] = None


def add(draft: Draft, item: str, kind: str, text: str, span: Span | None = None) -> Draft:
    """A decision, assignment, annex, … (`kind` is a list of an item) that the reader missed."""
    if kind not in PARTS:
        raise Refused(_("Det går inte att lägga till här."))
    result = copy.deepcopy(draft)
    field = MAIN_FIELD[kind]
    element = {
        "id": next_id(result, PARTS[kind]),
        **copy.deepcopy(dict(EMPTY_FIELDS[kind])),
        field: PART_CHECKS[kind][field](text),
        "span": checked_span(span),
        "rejected": False,
        "corrected": {},
        "added": True,
    }
    item_of(result, item)[kind].append(element)
    return result


def add_person(draft: Draft, group: str, name: str, affiliation: str | None = None, span: Span | None = None) -> Draft:
    """Somebody in the attendance list whom the reader missed."""
    result = copy.deepcopy(draft)
    person = {
        "id": next_id(result, PERSON),
        "group": PERSON_CHECKS["group"](group),
        "name": PERSON_CHECKS["name"](name),
        "affiliation": PERSON_CHECKS["affiliation"](affiliation),
        "role": None,
        "note": None,
        "span": checked_span(span),
        "rejected": False,
        "answer": None,
        "corrected": {},
        "added": True,
    }
    result["people"].append(person)
    return result


def add_item(draft: Draft, after: str | None, title: str, span: Span | None = None) -> Draft:
    """An item the reader missed, after another one (`None`: first)."""
    result = copy.deepcopy(draft)
    place = result["items"].index(item_of(result, after)) + 1 if after else 0
    item = _new_item(result, ITEM_CHECKS["title"](title), checked_span(span))
    result["items"].insert(place, item)
    return result


def _new_item(draft: Draft, title: str, span: list[int] | None) -> Element:
    return {
        "id": next_id(draft, ITEM),
        "number": None,
        "title": title,
        "section": None,
        "type": None,
        "parent": None,
        "span": span,
        "spans": {"title": None, "number": None},
        "rejected": False,
        "corrected": {},
        "added": True,
        **{part: [] for part in PARTS},
    }


def checked_span(span: Span | None) -> list[int] | None:
    """A place in the text as [start, end)."""
    if span is None:
        return None
    if len(span) != 2 or not all(isinstance(place, int) for place in span) or not 0 <= span[0] < span[1]:
        raise Refused(_("Platsen i texten stämmer inte. Läs om sidan och markera igen."))
    return [span[0], span[1]]


def merge_items(draft: Draft, item: str, into: str) -> Draft:
    """All that stands under an item goes to another, last; its sub-items too, and its place in the text is added."""
    result = copy.deepcopy(draft)
    gone, kept = item_of(result, item), item_of(result, into)
    if gone is kept:
        raise Refused(_("En punkt kan inte slås ihop med sig själv."))
    if gone["rejected"] or kept["rejected"]:
        raise Refused(_("Punkten är avvisad. Återställ den först."))
    for part in PARTS:
        kept[part] += gone[part]
    kept["span"] = _union(kept["span"], gone["span"])
    if _is_above(result, gone, kept):
        kept["parent"] = gone["parent"]
    for other in result["items"]:
        if other["parent"] == gone["id"]:
            other["parent"] = kept["id"]
    result["items"].remove(gone)
    return result


def _is_above(draft: Draft, upper: Element, lower: Element) -> bool:
    parents = {item["id"]: item["parent"] for item in draft["items"]}
    above = lower["parent"]
    while above is not None and above != upper["id"]:
        above = parents.get(above)
    return above is not None


def _union(one: list[int] | None, other: list[int] | None) -> list[int] | None:
    if one is None or other is None:
        return one or other
    return [min(one[0], other[0]), max(one[1], other[1])]


def split_item(draft: Draft, item: str, at: int, title: str, title_span: Span | None = None) -> Draft:
    """What stands from character `at` on, inside an item, becomes an item of its own with this title, after it."""
    result = copy.deepcopy(draft)
    upper = item_of(result, item)
    span = upper["span"]
    heading = (upper["spans"].get("title") or [0, 0])[1]
    if span is None or not max(span[0] + 1, heading) <= at < span[1]:
        raise Refused(_("Välj ett ställe inne i punktens text, efter rubriken."))
    lower = _new_item(result, ITEM_CHECKS["title"](title), [at, span[1]])
    lower |= {"section": upper["section"], "type": upper["type"], "parent": upper["parent"]}
    lower["spans"]["title"] = checked_span(title_span)
    upper["span"] = [span[0], at]
    for part in PARTS:
        lower[part] = [element for element in upper[part] if _stands_from(element, at)]
        upper[part] = [element for element in upper[part] if not _stands_from(element, at)]
    place = result["items"].index(upper) + 1
    while place < len(result["items"]) and _belongs_before(result, result["items"][place], upper, at):
        place += 1
    result["items"].insert(place, lower)
    for other in result["items"][place + 1 :]:
        if other["parent"] == upper["id"] and _stands_from(other, at):
            other["parent"] = lower["id"]
    return result


def _stands_from(element: Element, at: int) -> bool:
    return bool(element["span"]) and element["span"][0] >= at


def _belongs_before(draft: Draft, item: Element, upper: Element, at: int) -> bool:
    return _is_above(draft, upper, item) and not _stands_from(item, at)


def move(draft: Draft, element: str, to_item: str) -> Draft:
    """A decision, assignment, … that stands at the wrong item goes to the right one, last."""
    result = copy.deepcopy(draft)
    target = item_of(result, to_item)
    for item in result["items"]:
        for part in PARTS:
            for found in item[part]:
                if found["id"] == element:
                    if item is target:
                        raise Refused(_("Det står redan under den punkten."))
                    item[part].remove(found)
                    target[part].append(found)
                    return result
    raise Refused(_("Det du vill flytta finns inte längre i dokumentet. Läs om sidan och försök igen."))


def reject(draft: Draft, id_: str) -> Draft:
    """A person, an item or a part of one is left out of the record; an item with all that stands under it."""
    return _mark(draft, id_, rejected=True)


def restore(draft: Draft, id_: str) -> Draft:
    """The inverse of `reject`."""
    return _mark(draft, id_, rejected=False)


def _mark(draft: Draft, id_: str, *, rejected: bool) -> Draft:
    result = copy.deepcopy(draft)
    find(result, id_)["rejected"] = rejected
    return result
