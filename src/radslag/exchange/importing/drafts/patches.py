"""The difference between two drafts as a small list of steps back, so that an event can hold what undoes it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from radslag.exchange.importing.drafts.shape import Draft

Patch = list[dict[str, Any]]


def changes(before: Draft, after: Draft) -> Patch:
    """The steps that, applied to `after`, give `before`: values put back, keys dropped, lists put in order."""
    patch: Patch = []
    _compare(before, after, [], patch)
    return patch


def apply(draft: Draft, patch: Iterable[Mapping[str, Any]]) -> Draft:
    """A new draft with the steps of `changes` carried out."""
    result = copy.deepcopy(draft)
    for step in patch:
        *path, last = step["at"]
        holder: Any = result
        for key in path:
            holder = _member(holder, key)
        if step["do"] == "drop":
            del holder[last]
        elif step["do"] == "order":
            holder[last] = _ordered(holder[last], step["ids"], step["back"])
        elif isinstance(holder, list):
            holder[holder.index(_member(holder, last))] = copy.deepcopy(step["value"])
        else:
            holder[last] = copy.deepcopy(step["value"])
    return result


def _compare(before: Any, after: Any, path: list[str], patch: Patch) -> None:
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        _compare_keys(before, after, path, patch)
    elif path and _identified(before) and _identified(after):
        _compare_lists(before, after, path, patch)
    else:
        patch.append({"do": "set", "at": path, "value": before})


def _compare_keys(before: dict[str, Any], after: dict[str, Any], path: list[str], patch: Patch) -> None:
    for key in before.keys() | after.keys():
        if key not in before:
            patch.append({"do": "drop", "at": [*path, key]})
        elif key not in after:
            patch.append({"do": "set", "at": [*path, key], "value": before[key]})
        else:
            _compare(before[key], after[key], [*path, key], patch)


def _compare_lists(before: list[Any], after: list[Any], path: list[str], patch: Patch) -> None:
    """Elements are found again by their id, wherever in the list they stand."""
    old, new = ({element["id"]: element for element in elements} for elements in (before, after))
    if list(old) != list(new):
        back = [element for id_, element in old.items() if id_ not in new]
        patch.append({"do": "order", "at": path, "ids": list(old), "back": back})
    for id_ in old.keys() & new.keys():
        _compare(old[id_], new[id_], [*path, id_], patch)


def _identified(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(element, dict) and "id" in element for element in value)


def _member(holder: Any, key: str) -> Any:
    if isinstance(holder, list):
        return next(element for element in holder if element["id"] == key)
    return holder[key]


def _ordered(elements: list[Any], ids: list[str], back: list[Any]) -> list[Any]:
    known = {element["id"]: element for element in [*elements, *copy.deepcopy(back)]}
    return [known[id_] for id_ in ids]
