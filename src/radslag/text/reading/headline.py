"""The heading of an item: number, title, and who and what is named beside the title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from radslag.text.reading.names import names_in, only_names
from radslag.text.reading.passage import EMPTY, Passage

ANNEX = re.compile(
    r"\b[Bb]il(?:agor|aga|\.)?\s?(?:nr\s?)?\d{1,3}[a-z]?(?:\.\d{1,2})?(?:(?:\s?[-–,]\s?|\s?(?:och|samt)\s)\d{1,3}[a-z]?)*"
)
BRACKET = re.compile(r"\s*\(([^()]{1,160})\)\s*$")
DASHED = re.compile(r"\s+[-–—]\s+(?=[^-–—]{3,120}$)")
REGISTER = re.compile(
    r"\s*\b(?:Dnr|Diarienr|Diarienummer|Dnr\.)\:?\s?(?:[A-ZÅÄÖ]{1,6}\s)?[\w/.:-]+(?:\s?[:-]\s?\d+)?|"
    r"\s+[A-ZÅÄÖ]{1,6}[ -]?\d{4}[-/]\d{2,6}(?=\s|$)"
)
TIMED = re.compile(
    r"[\s,]*(?:kl\.? ?)?\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}\s*$|[\s,]+kl\.? ?\d{1,2}[.:]\d{2}\s*$|"
    r"\s+\(?\d{1,3} min(?:uter)?\.?\)?$"
)
LEADER = re.compile(r"(?:\s*\.){4,}\s*\d{0,4}\s*$|\s*…+\s*\d{0,4}\s*$")
TYPED = re.compile(r"\s+\((?P<type>information|diskussion|beslut|anmälan)(?:särende|spunkt)?\)\s*$", re.IGNORECASE)
TYPES = {"information": "information", "diskussion": "discussion", "beslut": "decision", "anmälan": "notification"}
FIRST_NAME = re.compile(r"\s+(?:\(|[–-]\s|/\s?)(?P<name>[A-ZÅÄÖ][\wåäöé-]+)\)?$")


@dataclass
class Headline:
    title: Passage
    number: Passage = EMPTY
    presenters: list[Passage] = field(default_factory=list)
    annexes: list[Passage] = field(default_factory=list)
    type: str | None = None  # what the item is for, where the heading says so: "Budget (beslut)"


def headline_of(words: Passage, number: Passage) -> Headline:
    """Takes register numbers, times, annexes and presenters off the end of a heading."""
    line = Headline(EMPTY, number)
    words = words.without(LEADER).without(REGISTER).without(TIMED).strip()
    typed = TYPED.search(words.text)
    if typed:
        line.type, words = TYPES[typed["type"].lower()], words[: typed.start()]
    for _ in range(4):
        bracket = BRACKET.search(words.text)
        if bracket and ANNEX.match(bracket[1].strip()):
            line.annexes.append(words.group(bracket, 1).strip())
        elif bracket and only_names(bracket[1]):
            line.presenters = names_in(words.group(bracket, 1)) + line.presenters
        else:
            break
        words = words[: bracket.start()].strip()
    dash = DASHED.search(words.text)
    if dash and only_names(words.text[dash.end() :]):
        line.presenters += names_in(words[dash.end() :])
        words = words[: dash.start()]
    tail = ANNEX.search(words.text)
    if tail and tail.end() == len(words):
        line.annexes.append(words[tail.start() :])
        words = words[: tail.start()].strip(" ,–-(")
    line.title = words.strip(" :–-").squeezed() if len(words) > 1 else words
    return line


def with_known(line: Headline, known: frozenset[str]) -> Headline:
    """The heading with a first name that the document knows, in brackets or after a dash, taken as presenter."""
    beside = FIRST_NAME.search(line.title.text)
    if line.presenters or not beside or beside["name"] not in known:
        return line
    return replace(line, title=line.title[: beside.start()].strip(), presenters=[line.title.group(beside, "name")])
