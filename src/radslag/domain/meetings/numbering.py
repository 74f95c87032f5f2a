"""Numbers of items and annexes. Pure: the rule of W25 stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from radslag.domain.meetings.models.planning import AnnexRule


def item_numbers(sub_items: Sequence[int]) -> list[tuple[str, list[str]]]:
    """The number of each item and of those below it: 1, 2 (2a, 2b), 3. SUB_ITEMS says how many each item has below."""
    return [
        (str(number), [f"{number}{letters(place)}" for place in range(below)])
        for number, below in enumerate(sub_items, 1)
    ]


def letters(place: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def annex_numbers(rule: str, items: Sequence[tuple[str, int]]) -> list[list[str]]:
    """The numbers of the annexes of each item, in agenda order, from the item's number and how many annexes it has.

    By item: the item's own number for its only annex (3), and 3.1, 3.2 when there are several. Sequential: 1, 2, 3
    through the agenda. An item without a number gives its annexes a running one: there is nothing else to go by.
    """
    running = count(1)
    return [_of_item(rule, number, annexes, running) for number, annexes in items]


def _of_item(rule: str, number: str, annexes: int, running: count[int]) -> list[str]:
    if rule == AnnexRule.SEQUENTIAL or not number:
        return [str(next(running)) for _ in range(annexes)]
    if annexes == 1:
        return [number]
    return [f"{number}.{place}" for place in range(1, annexes + 1)]
