"""Attendance told in sentences: "Med på mötet var …", "… hade anmält förhinder"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radslag.text.reading.fields import PEOPLE, Field, Kind
from radslag.text.reading.lines import Line
from radslag.text.reading.names import leading_name
from radslag.text.reading.passage import EMPTY, Passage, flow
from radslag.text.reading.sentences import sentences

_MEETING = r"(?:mötet|dagens möte|sammanträdet|träffen|avstämningen)"
OPENS = re.compile(
    rf"(?:med på {_MEETING} (?:var|är)|(?:på|i|vid) {_MEETING} (?:deltog|deltar|var|närvarade|medverkade)|"
    rf"(?:närvarande|deltagare)(?: (?:på|vid|i|under) {_MEETING})? (?:var|är)|vi som (?:deltog|var med|"
    rf"träffades)(?: var)?|"
    rf"(?:i {_MEETING} )?deltog(?: gjorde)?|följande (?:personer |ledamöter )?(?:deltog|närvarade|var med|"
    rf"var närvarande)"
    rf"(?: (?:på|vid|i) {_MEETING})?|{_MEETING} besöktes av)\s*:?\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
GUESTS = re.compile(
    r"(?:dessutom|även|också|som gäst(?:er)?|som adjungerad(?:e)?) (?:deltog|deltar|medverkade|"
    r"närvarade)\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
CAME = re.compile(r"\s+(?:deltog|deltar|närvarade|var med|var närvarande)\b")
STAYED = re.compile(
    r"\s+(?:(?:har|hade) (?:anmält|meddelat|lämnat) (?:förhinder|återbud|frånvaro)|(?:anmälde|meddelade) förhinder|"
    r"kunde inte (?:delta|närvara|komma)|var (?:frånvarande|förhindrade?|sjuk)|saknades|lämnade återbud)\b"
)
IN_PART = re.compile(r"\b(?:på|under|vid|till) (?:punkt|p\.|§|ärende)", re.IGNORECASE)
LONGEST = 1200  # characters of a paragraph that tells who came


def told(loose: list[Line]) -> Iterator[Field]:
    """The lists of people that the sentences of the head hold, as fields."""
    for paragraph in _paragraphs(loose):
        words = flow(line.text for line in paragraph)
        for sentence in sentences(words) if len(words) <= LONGEST else []:
            kind, value = _who(sentence)
            if value:
                yield Field(kind, EMPTY, [paragraph[0]], [value.strip(" .")])


def resolved(fields: list[Field]) -> Iterator[Field]:
    """The fields, a list of people that goes on in sentences ("… Anna Ek hade anmält förhinder.") cut into several."""
    for each in fields:
        parts = sentences(flow(each.values)) if each.kind in PEOPLE and _runs(each) else []
        others = [(part, found) for part in parts[1:] if (found := _who(part))[1]]
        if not others:
            yield each
            continue
        told_so = [part for part, _ in others]
        yield Field(each.kind, each.label, each.lines[:1], [flow(part for part in parts if part not in told_so)])
        for part, (kind, value) in others:
            kind = Kind.OTHERS if kind is Kind.PRESENT and IN_PART.search(part.text) else kind
            yield Field(kind, each.label, each.lines[:1], [value.strip(" .")])


def _runs(each: Field) -> bool:
    return sum(map(len, each.values)) <= LONGEST and not any(line.cells or line.bullet for line in each.lines)


def tells(line: Line) -> bool:
    """Whether the line begins to tell who came."""
    return bool(OPENS.match(line.text.text) or GUESTS.match(line.text.text))


def _paragraphs(loose: list[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in loose:
        if line.level or line.cells or line.bullet:
            continue
        if line.gap and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _who(sentence: Passage) -> tuple[Kind, Passage]:
    for kind, lead in ((Kind.PRESENT, OPENS), (Kind.OTHERS, GUESTS)):
        match = lead.match(sentence.text)
        if match and leading_name(sentence.text[match.end() :]):
            return kind, sentence[match.end() :]
    for kind, verb in ((Kind.ABSENT, STAYED), (Kind.PRESENT, CAME)):
        after = verb.search(sentence.text)
        if after and leading_name(sentence.text):
            return kind, sentence[: after.start()]
    return Kind.SKIP, EMPTY
