"""What the head and the signatures say: body, day, hours, place, chair, secretary, adjusters, attendance."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from radslag.text.reading.agenda import DOCUMENT_WORD, Agenda
from radslag.text.reading.fields import Field, Kind, fields_of
from radslag.text.reading.hierarchy import Node
from radslag.text.reading.lines import COLUMN_GAP, Line
from radslag.text.reading.names import is_name, leading_name, names_in
from radslag.text.reading.officers import all_elected, elected, signed
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.people import People, people_of
from radslag.text.reading.times import Hours, hours_in
from radslag.text.reading.titles import body_of
from radslag.text.swedish.dates import Found, find_dates

KL = re.compile(r"[\s,;(–-]*\b(?:kl(?:ockan|\.)?|tid|den|och|från)?[\s:,;(–-]*$", re.IGNORECASE)
OPENED = re.compile(
    r"\bmötet\b.{0,60}\b(?:öppn\w+|börja\w*)\b|\böppna(?:de|r|des|s)?\b.{0,60}\b(?:mötet|sammanträdet)\b", re.IGNORECASE
)
CLOSED = re.compile(r"\b(?:mötet\b.{0,40}\bavsluta\w*|avslutade\b.{0,20}\bmötet|mötet avslut\w*)", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")
TITLE_DATE = re.compile(
    r"(?:möte|sammanträde|protokoll|kallelse|anteckning|stämma|\d{4}-\d\d-\d\d|^\W*\d{1,2} \w+ \d{4}\W*$)",
    re.IGNORECASE,
)


CHAIR = re.compile(r"^(?:mötes)?ordförande\b(?! i )", re.IGNORECASE)
SECRETARY = re.compile(r"^(?:mötes)?sekreterare\b|/sekreterare\b|vid protokollet", re.IGNORECASE)
IN_PLACE = re.compile(r"(?:,? kl\.? [\d.:–-]+)?,? (?:i|på) (?P<place>[A-ZÅÄÖ][^;.]{2,60})\.?$")
MOST_TITLES = 60  # lines in which a title, a day or a place is looked for
LONGEST_TITLE = 300


@dataclass
class Head:
    """Values of the head, each as the passage it was read from; `day` with whether its year was inferred."""

    body: Passage | None = None
    day: date | None = None
    day_at: Passage | None = None
    inferred_year: bool = False
    contradicts: bool = False
    start: str | None = None
    end: str | None = None
    start_at: Passage | None = None
    end_at: Passage | None = None
    place: Passage | None = None
    chair: Passage | None = None
    secretary: Passage | None = None
    adjusters: list[Passage] = field(default_factory=list)
    people: People = field(default_factory=dict)
    labels: frozenset[Kind] = frozenset()


def head_of(agenda: Agenda, text: str, today: date | None) -> Head:
    """Reads the lines before the first item, the signatures after the last, and what the formal items elect."""
    fields, loose = fields_of(agenda.head)
    tail, _ = fields_of(agenda.tail)
    head = Head(people=people_of(fields), labels=frozenset(each.kind for each in fields))
    head.body = body_of(fields, loose, agenda)
    _when(head, fields, loose, text, today)
    _opened_and_closed(head, agenda.nodes)
    _where(head, fields, loose)
    _officers(head, fields, tail, agenda)
    return head


def _values(fields: list[Field], *kinds: Kind) -> list[Passage]:
    return [flow(value.squeezed() for value in each.values) for each in fields if each.kind in kinds and each.values]


def _when(head: Head, fields: list[Field], loose: list[Line], text: str, today: date | None) -> None:
    labelled = _values(fields, Kind.DATE, Kind.PLACE_AND_TIME, Kind.TIME, Kind.PLACE)
    opening = [line.text for line in loose[:MOST_TITLES] if len(line.text) <= LONGEST_TITLE]
    titles = [words for words in opening if TITLE_DATE.search(words.text)] + opening
    for words in [*labelled, *titles]:
        found = next(
            (
                each
                for each in find_dates(words.text, near=_reference(words.text, text, today))
                if each.date and each.kind != "fuzzy"
            ),
            None,
        )
        if found and not (words in titles and found.inferred_year and len(words) > 120):
            head.day, head.day_at = found.date, words[found.span[0] : found.span[1]]
            head.inferred_year, head.contradicts = found.inferred_year, found.contradicts
            break
    for words in [*_values(fields, Kind.TIME), *labelled, *titles]:
        hours = hours_in(words)
        if hours:
            _set_hours(head, hours)
            break


def _set_hours(head: Head, hours: Hours) -> None:
    head.start, head.start_at = hours.start, hours.where
    if hours.end:
        head.end, head.end_at = hours.end, hours.where


def _reference(words: str, text: str, today: date | None) -> date | None:
    """A day in the year the document is about: the year it names most, the latest of equals; else today's."""
    years = Counter(int(each) for each in YEAR.findall(text[:100_000]))
    if not years:
        return today
    year = max(years, key=lambda each: (years[each], each))
    return date(year, 7, 1)


def _opened_and_closed(head: Head, nodes: list[Node]) -> None:
    """Where the head has no hours: when the meeting was opened and closed."""
    for node in nodes[:1] + nodes[-2:]:
        for line in node.body:
            hours = hours_in(line.text)
            if hours is None:
                continue
            if head.start is None and node is nodes[0] and OPENED.search(line.text.text):
                head.start, head.start_at = hours.start, hours.where
            elif head.end is None and node is not nodes[0] and CLOSED.search(line.text.text):
                head.end, head.end_at = hours.start, hours.where


def _where(head: Head, fields: list[Field], loose: list[Line]) -> None:
    for words in _values(fields, Kind.PLACE, Kind.PLACE_AND_TIME):
        head.place = _place_in(words)
        if head.place:
            return
    for words in _values(fields, Kind.TIME, Kind.DATE):
        hours = hours_in(words)
        if hours and hours.where.at:
            after = words[_offset(words, hours.where) + len(hours.where) :].strip(" ,.;:")
            if re.match(r"[A-ZÅÄÖ][\w-]+", after.text):
                head.place = after
                return
    _place_below_date(head, loose)


def _place_below_date(head: Head, loose: list[Line]) -> None:
    """In a notice: the line after "Sammanträde onsdagen den … kl. …"."""
    for place, line in enumerate(loose):
        after = loose[place + 1] if place + 1 < len(loose) else None
        if head.day_at and line.span[0] <= head.day_at.span[0] < line.span[1]:
            inside = IN_PLACE.match(line.text.text, _offset(line.text, head.day_at) + len(head.day_at))
            if inside:
                head.place = line.text.group(inside, "place").strip(" .")
                return
            if (
                after is not None
                and not after.gap
                and re.search(r"möte|sammanträde", line.text.text, re.IGNORECASE)
                and 3 < len(after.text) < 90
                and not is_name(after.text.text)
                and not DOCUMENT_WORD.match(after.text.text)
            ):
                head.place = after.text
            return


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
    weekday = re.search(r"[,\s]*(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)?$", words.text, re.IGNORECASE)
    words = words[: weekday.start()] if weekday else words
    return words if len(words) > 2 and re.search(r"[A-Za-zÅÄÖåäö]{3}", words.text) else None


def _officers(head: Head, fields: list[Field], tail: list[Field], agenda: Agenda) -> None:
    """Each office from the surest place that names somebody."""
    nodes = agenda.nodes
    closing = nodes[-1].body[-6:] if nodes else []
    rows = signed([*agenda.head, *closing, *agenda.tail])
    chairs = (
        *_named(Kind.CHAIR, fields),
        _in_role(head, CHAIR, Kind.PRESENT),
        elected(nodes, "chair"),
        rows.get("chair"),
        *_named(Kind.CHAIR, tail),
    )
    secretaries = (
        *_named(Kind.SECRETARY, fields),
        elected(nodes, "secretary"),
        _in_role(head, SECRETARY),
        rows.get("secretary"),
        *_named(Kind.SECRETARY, tail),
    )
    head.chair = next((name for name in chairs if name), None)
    head.secretary = next((name for name in secretaries if name), None)
    found = _named(Kind.ADJUSTER, fields) or all_elected(nodes, "adjuster") or _named(Kind.ADJUSTER, tail)
    chosen = {name.text: name for name in reversed(found)}
    head.adjusters = list(chosen.values())[::-1][:4]


def _named(kind: Kind, fields: list[Field]) -> list[Passage]:
    """The names in the fields of a kind, column by column."""
    values = [value for each in fields if each.kind is kind for value in each.values]
    return [name for value in values for column in value.split(COLUMN_GAP) for name in _names(column)]


def _names(words: Passage) -> list[Passage]:
    found = names_in(words)
    if found or not leading_name(words.text):
        return found
    return [words[: leading_name(words.text)]]


def _in_role(head: Head, role: re.Pattern[str], *kinds: Kind) -> Passage | None:
    """Who has the role beside the name in the attendance list."""
    for person in [each for kind in kinds or (Kind.PRESENT, Kind.OTHERS) for each in head.people.get(kind, [])]:
        if role.search(person.role or ""):
            start = person.span[0]
            return Passage(person.name, range(start, start + len(person.name)))
    return None


__all__ = ["Found", "Head", "head_of"]
