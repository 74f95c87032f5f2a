"""placeholder, filled next"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from radslag.text.reading.agenda import Node
from radslag.text.reading.blocks import Block
from radslag.text.reading.record import Assignment, Decision, NextMeeting, Statement


@dataclass(frozen=True)
class Setting:
    """What is known of the document when an item is read: its kind, day, the names in it and the meetings to come."""

    kind: str
    day: date | None
    known: frozenset[str]
    upcoming: list[NextMeeting]


def assignments_of(
    node: Node, blocks: list[Block], decisions: list[Decision], proposals: list[Statement], setting: Setting
) -> list[Assignment]:
    return []
