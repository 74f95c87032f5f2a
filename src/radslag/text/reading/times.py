"""Clock times in the head of a document: when the meeting began and ended, never lunch or signing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radslag.text.reading.passage import Passage

CLOCK = r"(?:kl(?:ockan|\.)?\s?)?(?P<{0}>[0-2]?\d)(?:[.:](?P<{0}m>[0-5]\d))?"
SPAN = re.compile(
    rf"(?<![\d/.:-]){CLOCK.format('start')}\s?(?:-|–|—|till|to)\s?(?:ca\.?\s)?{CLOCK.format('end')}(?![\d/]|[.:]\d|"
    rf"-\d)(?!\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)
SINGLE = re.compile(
    r"(?<![\d/.:-])(?:kl(?:ockan|\.)?\s?(?P<start>[0-2]?\d)(?:[.:](?P<startm>[0-5]\d))?|"
    r"(?P<start2>[0-2]?\d)[.:](?P<startm2>[0-5]\d))(?!\d|[.:-]\d)",
    re.IGNORECASE,
)
PAUSE = re.compile(
    r"(?:lunch|fika|kaffe|middag|mingel|frukost|ajournering|paus)\w*[\s,:]*(?:kl\.?)?\s*$", re.IGNORECASE
)
_PAUSES = r"(?:gemensam |start med )?(?:lunch|fika|kaffe|middag|mingel|frukost|ajournering|paus|samling)"
# "12-13: lunch" is a pause; in "13-16 Ajournering 14-15" the pause has hours of its own.
PAUSE_AFTER = re.compile(
    rf"\s*:\s*{_PAUSES}|[\s–-]*{_PAUSES}(?!\w*:?\s*(?:kl\.?\s*)?\d)",
    re.IGNORECASE,
)
MEETING_AFTER = re.compile(r"[\s:–-]*\w*(?:möte|sammanträde)", re.IGNORECASE)


@dataclass(frozen=True)
class Hours:
    """`start` and `end` as "HH:MM"; `where`: the passage they stand in."""

    start: str
    end: str | None
    where: Passage


def hours_in(text: Passage) -> Hours | None:
    """The hours of the meeting: the first span of times that is no pause, one called a meeting before others."""
    spans = [match for match in SPAN.finditer(text.text) if _plausible(match) and not _pause(text.text, match)]
    called = [match for match in spans if MEETING_AFTER.match(text.text, match.end())]
    for match in called + spans:
        return Hours(_clock(match["start"], match["startm"]), _clock(match["end"], match["endm"]), text.group(match))
    for match in SINGLE.finditer(text.text):
        hour = match["start"] or match["start2"]
        if int(hour) < 24 and not _pause(text.text, match):
            return Hours(_clock(hour, match["startm"] or match["startm2"]), None, text.group(match))
    return None


def _plausible(match: re.Match[str]) -> bool:
    start, end = int(match["start"]), int(match["end"])
    written = match["startm"] or match["endm"] or "kl" in match[0].lower()
    return start < 24 and end <= 24 and (bool(written) or (6 <= start < end <= 23))


def _pause(text: str, match: re.Match[str]) -> bool:
    if MEETING_AFTER.match(text, match.end()):
        return False
    return bool(PAUSE.search(text[max(0, match.start() - 30) : match.start()]) or PAUSE_AFTER.match(text, match.end()))


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"
