"""The meetings to come that a document names, with the topics asked for."""

from __future__ import annotations

import re
from datetime import date

from radslag.text.reading.blocks import Block, blocks_of
from radslag.text.reading.hierarchy import Node
from radslag.text.reading.passage import Passage
from radslag.text.reading.record import NextMeeting
from radslag.text.swedish.dates import Found, find_dates

UPCOMING = re.compile(
    r"(?:(?:förslag (?:på|till) )?dagordning(?:en)? (?:till |för |vid )?(?:nästa |kommande )?|(?:tid för |"
    r"datum för )?(?:nästa|kommande|nästkommande)\s(?:ordinarie )?)(?P<body>[\w-]*(?:möte|mötet|möten|"
    r"sammanträde|sammanträdet|träff|stämma))\b",
    re.IGNORECASE,
)
FARTHEST = 330  # days; a weekday that only fits farther away contradicts its date


def next_meetings_of(nodes: list[Node], day: date | None) -> list[NextMeeting]:
    """From the items called "Nästa möte" or "Dagordning nästa …": the day they give and their list of topics."""
    found = []
    for node in nodes:
        match = UPCOMING.search(node.headline.title.text)
        if match:
            found.append(_meeting(node, node.headline.title.group(match, "body"), day))
    return found


def _meeting(node: Node, body: Passage, day: date | None) -> NextMeeting:
    blocks = blocks_of(node.body)
    listed = [block for block in blocks if block.depth in (1, 2)] or _after_colon(blocks)
    running = [block.text.text for block in blocks if block.depth == 0]
    when = _day([node.headline.title.text, *running[:2]], day)
    return NextMeeting(
        body=body.text,
        span=node.span,
        date=when.date.isoformat() if when and when.date else None,
        topics=tuple(block.text.text for block in listed),
        inferred=bool(when and when.inferred_year),
    )


def _after_colon(blocks: list[Block]) -> list[Block]:
    """The paragraphs after "… tar upp:", as a list is left when its marks are lost on the way out of a PDF."""
    for place, block in enumerate(blocks):
        if block.depth == 0 and block.text.text.endswith(":"):
            return [each for each in blocks[place + 1 :] if each.depth == 0]
    return []


def _day(texts: list[str], day: date | None) -> Found | None:
    for text in texts:
        for found in find_dates(text, near=day, ahead=True):
            if found.date and day and 0 <= (found.date - day).days <= FARTHEST:
                return found
    return None
