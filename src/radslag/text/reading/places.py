"""Where the meeting is held: under a label, after the day and the hours, or on the line below them."""

from __future__ import annotations

import re

from radslag.text.reading.agenda import DOCUMENT_WORD
from radslag.text.reading.fields import Field, Kind, field_label
from radslag.text.reading.lines import Line
from radslag.text.reading.names import is_name
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.times import PAUSE_AFTER, hours_in
from radslag.text.swedish.dates import find_dates

KL = re.compile(r"[\s,;(–-]*\b(?:kl(?:ockan|\.)?|tid|den|och|från)?[\s:,;(–-]*$", re.IGNORECASE)
IN_PLACE = re.compile(r"(?:,? kl\.? [\d.:–-]+)?,? (?:i|på) (?P<place>[A-ZÅÄÖ][^;.]{2,60})\.?$")
WEEKDAY_END = re.compile(r"[,\s]*(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)?$", re.IGNORECASE)
ONLINE = re.compile(r"\b(?:digital\w*|teams\w*|zoom|skype|meet|distans|videomöte|telefonmöte)\b", re.IGNORECASE)
ALSO_ONLINE = re.compile(r"\s*\((?=[^()]*(?:digital|distans|länk|hybrid|möjligt|teams|zoom))[^()]*\)$", re.IGNORECASE)
AFTER = re.compile(r"[\s,;.:–-]*(?:via |på |i |hos )?(?P<place>[A-ZÅÄÖ][^;]{2,80}?)[\s.,]*$")
PLACE_LIKE = re.compile(r"(?=[^.:;!?]{4,60}$)(?!.*\d{4})[A-ZÅÄÖ]")
UNSAID = re.compile(r"(?:lokal|plats) (?:meddelas|kommer)|samma (?:lokal|plats)", re.IGNORECASE)
MOST_TITLES = 30  # lines in which a place without a label is looked for
LONGEST_TITLE = 160


def values_of(fields: list[Field], *kinds: Kind) -> list[Passage]:
    return [flow(value.squeezed() for value in each.values) for each in fields if each.kind in kinds and each.values]


def place_of(fields: list[Field], loose: list[Line], day_at: Passage | None) -> Passage | None:
    for words in values_of(fields, Kind.PLACE, Kind.PLACE_AND_TIME):
        place = _place_in(words)
        if place:
            return place
    for words in values_of(fields, Kind.TIME, Kind.DATE):
        hours = hours_in(words)
        if hours and hours.where.at:
            after = words[_offset(words, hours.where) + len(hours.where) :].strip(" ,.;:")
            if re.match(r"[A-ZÅÄÖ][\w-]+", after.text):
                return after
    return _below_date(loose, day_at) or _beside_hours(loose[:MOST_TITLES])


def _below_date(loose: list[Line], day_at: Passage | None) -> Passage | None:
    """In a notice: the line after "Sammanträde onsdagen den … kl. …"."""
    for place, line in enumerate(loose):
        after = loose[place + 1] if place + 1 < len(loose) else None
        if day_at and line.span[0] <= day_at.span[0] < line.span[1]:
            inside = IN_PLACE.match(line.text.text, _offset(line.text, day_at) + len(day_at))
            if inside:
                return line.text.group(inside, "place").strip(" .")
            return after.text if after is not None and _may_hold(line, after) else None
    return None


def _may_hold(line: Line, after: Line) -> bool:
    words = after.text.text
    timed = hours_in(line.text) is not None and bool(PLACE_LIKE.match(words)) and field_label(after.wide) is None
    return (
        not after.gap
        and (timed or bool(re.search(r"möte|sammanträde", line.text.text, re.IGNORECASE)))
        and 3 < len(words) < 90
        and not is_name(words)
        and not DOCUMENT_WORD.match(words)
    )


def _beside_hours(loose: list[Line]) -> Passage | None:
    """ "Fredag 12/9 kl. 9–10, Rådhuset"; where the meeting is online, also what stands before the hours."""
    for line in loose:
        words = line.text
        hours = hours_in(words) if len(words) <= LONGEST_TITLE and not line.cells else None
        if hours is None or not hours.where.at:
            continue
        after = _after(words, _offset(words, hours.where) + len(hours.where))
        if after:
            return after
        before = _place_in(words)
        if before and ONLINE.search(before.text) and before.text[0].isupper():
            return before
    return None


def _after(words: Passage, end: int) -> Passage | None:
    """What stands after the day and the hours, which end at END."""
    if PAUSE_AFTER.match(words.text, end):
        return None
    ends = [end, *(found.span[1] for found in find_dates(words.text, near=None) if found.kind != "fuzzy")]
    match = AFTER.match(words.text, max(ends))
    if match is None or DOCUMENT_WORD.match(match["place"]) or UNSAID.search(match["place"]):
        return None
    return _tidy(words.group(match, "place"))


def _offset(words: Passage, part: Passage) -> int:
    return next((place for place, at in enumerate(words.at) if at == part.at[0]), 0)


def _place_in(words: Passage) -> Passage | None:
    """The place alone: what stands before, else after, the day and the hours."""
    cuts = [found.span for found in find_dates(words.text, near=None) if found.kind != "fuzzy"]
    hours = hours_in(words)
    if hours:
        start = _offset(words, hours.where)
        cuts.append((start, start + len(hours.where)))
    if not cuts:
        return _tidy(words)
    before = _tidy(words[: min(start for start, _ in cuts)])
    return before or _tidy(words[max(end for _, end in cuts) :])


def _tidy(words: Passage) -> Passage | None:
    words = words.strip(" ,;:.–-")
    match = KL.search(words.text)
    words = words[: match.start()].strip(" ,;:.–-(") if match and match[0] else words
    for ending in (WEEKDAY_END, ALSO_ONLINE):
        found = ending.search(words.text)
        words = words[: found.start()] if found else words
    return words if len(words) > 2 and re.search(r"[A-Za-zÅÄÖåäö]{3}", words.text) else None
