"""What the head and the signatures say: body, day, hours, place, chair, secretary, adjusters, attendance."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from radslag.text.reading.agenda import Agenda
from radslag.text.reading.fields import Field, Kind, fields_of
from radslag.text.reading.hierarchy import Node
from radslag.text.reading.lines import COLUMN_GAP, Line
from radslag.text.reading.names import leading_name, names_in
from radslag.text.reading.officers import all_elected, elected, signed, told_officer
from radslag.text.reading.passage import Passage
from radslag.text.reading.people import People, people_of
from radslag.text.reading.places import place_of, values_of
from radslag.text.reading.times import Hours, hours_in
from radslag.text.reading.titles import body_of
from radslag.text.reading.told_people import resolved, told
from radslag.text.swedish.dates import Found, find_dates

OPENED = re.compile(
    r"\bmötet\b.{0,60}\b(?:öppn\w+|börja\w*)\b|\böppna(?:de|r|des|s)?\b.{0,60}\b(?:mötet|sammanträdet)\b", re.IGNORECASE
)
CLOSED = re.compile(
    r"\b(?:mötet\b.{0,40}\bavsluta\w*|avsluta(?:de|r|s|des)\b.{0,20}\bmötet|mötet avslut\w*)", re.IGNORECASE
)
YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")
TITLE_DATE = re.compile(
    r"(?:möte|sammanträde|protokoll|kallelse|anteckning|stämma|\d{4}-\d\d-\d\d|^\W*\d{1,2} \w+ \d{4}\W*$)",
    re.IGNORECASE,
)


CHAIR = re.compile(r"^(?:mötes)?ordf(?:örande)?\b(?! i )", re.IGNORECASE)
SECRETARY = re.compile(r"^(?:mötes)?sekr(?:eterare)?\b|/sekreterare\b|vid protokollet", re.IGNORECASE)
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
    fields = [*resolved(fields), *told(loose)]
    head = Head(people=people_of(fields), labels=frozenset(each.kind for each in fields))
    head.body = body_of(fields, loose, agenda)
    _when(head, fields, loose, text, today)
    _opened_and_closed(head, agenda.nodes)
    head.place = place_of(fields, loose, head.day_at)
    _officers(head, (fields, tail), loose, agenda)
    return head


def _when(head: Head, fields: list[Field], loose: list[Line], text: str, today: date | None) -> None:
    labelled = values_of(fields, Kind.DATE, Kind.PLACE_AND_TIME, Kind.TIME, Kind.PLACE)
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
    for words in [*values_of(fields, Kind.TIME), *labelled, *titles]:
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


def _officers(head: Head, labelled: tuple[list[Field], list[Field]], loose: list[Line], agenda: Agenda) -> None:
    """Each office from the surest place that names somebody. LABELLED: fields of the head, of the tail."""
    fields, tail = labelled
    nodes = agenda.nodes
    closing = nodes[-1].body[-6:] if nodes else []
    rows = signed([*agenda.head, *closing, *agenda.tail])
    opening = [*loose, *(line for node in nodes[:2] for line in node.body[:6])]
    chairs = (
        *_named(Kind.CHAIR, fields),
        _in_role(head, CHAIR, Kind.PRESENT),
        elected(nodes, "chair"),
        rows.get("chair"),
        told_officer(opening, "chair"),
        *_named(Kind.CHAIR, tail),
    )
    secretaries = (
        *_named(Kind.SECRETARY, fields),
        elected(nodes, "secretary"),
        _in_role(head, SECRETARY),
        rows.get("secretary"),
        told_officer([*opening, *closing], "secretary"),
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
