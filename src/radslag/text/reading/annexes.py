"""The documents an item refers to: numbered annexes, what is attached, what a decision rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radslag.text.reading.blocks import Block
from radslag.text.reading.headline import Headline
from radslag.text.reading.labels import Part
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.record import Annex

MENTION = re.compile(
    r"\b(?P<word>[Bb]il(?:agor|aga|agan|\.)?)\s?(?:nr\s?)?(?P<first>\d{1,3}[a-z]?(?:\.\d{1,2})?)(?!\d)(?:\s?(?P<to>[-–])"
    r"\s?(?P<last>\d{1,3})(?![\d-]))?"
)
NUMBERS = re.compile(r"\d{1,3}[a-z]?(?:(?:\s?,\s?|\soch\s)\d{1,3}[a-z]?)*$")
MORE = re.compile(r"\s?(?:,|och|samt)\s(?P<number>\d{1,3})\b(?!\s?(?:kap|st|kr|%))")
ATTACHED = re.compile(
    r"\b(?:se )?(?P<thing>bifoga(?:d|t|de) [a-zåäö-]{3,30})|\b(?P<before>[\w-]{2,30}) (?:bifogas|biläggs|är bifogad|"
    r"bifogades|medföljer)\b"
)
LETTERED = re.compile(r"\b(?P<word>[Bb]ilaga)\s(?P<first>[A-ZÅÄÖ])\b(?!\s[A-ZÅÄÖ]|[:.]\S)")
NAMED = re.compile(r"\b(?:enligt|se|i) (?P<thing>[A-ZÅÄÖ]\w*bilaga(?: [A-ZÅÄÖ]?[\w-]+){0,6})")
PRONOUN = re.compile(r"(?:som|och|det|den|detta|denna|även|att|har|var|är)$", re.IGNORECASE)


def annexes_of(headline: Headline, blocks: list[Block]) -> list[Annex]:
    """Each annex once, in document order; a title written below the heading goes with the number in it."""
    found: dict[str, Annex] = {}
    for annex in _all(headline, blocks):
        key = annex.number or annex.label.casefold()
        known = found.get(key)
        if known is None or (annex.title and not known.title):
            found[key] = annex
    numbered = [annex for annex in found.values() if annex.number]
    loose = [annex for annex in found.values() if not annex.number]
    attached = list(_attached(blocks)) if not found else []
    return numbered + loose + attached


def _all(headline: Headline, blocks: list[Block]) -> Iterator[Annex]:
    for words in headline.annexes:
        yield from _counted(words) if NUMBERS.match(words.text) else _numbered(words)
    for block in blocks:
        if block.part is Part.ANNEX and block.label is not None:
            yield from _under_label(block)
        elif block.part is Part.BASIS:
            yield from (Annex(each.text, each.span) for each in _documents(block))
        elif block.depth < 3:
            for read in (_numbered, _lettered, _named):
                yield from read(block.text)


def _counted(words: Passage) -> Iterator[Annex]:
    """Numbers alone, in a column of annexes."""
    for match in re.finditer(r"\d+[a-z]?", words.text):
        yield Annex("Bilaga", words.group(match).span, match[0])


def _numbered(words: Passage) -> Iterator[Annex]:
    for match in MENTION.finditer(words.text):
        label = "Bilaga" if match["word"].lower() in ("bilagor", "bilagan") else match["word"]
        last = int(match["last"]) if match["last"] else 0
        first = int(re.sub(r"\D", "", match["first"]))
        numbers = [str(each) for each in range(first, last + 1)] if first < last < first + 30 else [match["first"]]
        if match["word"].lower() == "bilagor":
            numbers += [more["number"] for more in MORE.finditer(words.text[match.end() : match.end() + 60])]
        for number in numbers:
            yield Annex(label, words.group(match).span, number)


def _lettered(words: Passage) -> Iterator[Annex]:
    for match in LETTERED.finditer(words.text):
        yield Annex(match["word"], words.group(match).span, match["first"])


def _under_label(block: Block) -> Iterator[Annex]:
    assert block.label is not None
    head = block.label.head
    number = MENTION.match(head.text)
    title = block.text
    if number:
        span = (head.span[0], title.span[1]) if title else head.span
        yield Annex(number["word"], span, number["first"], title.text or None)
        return
    for each in _documents(block):
        words = each if len(each) < 120 or "_" not in each.text.split()[0] else each[: each.text.index(" ")]
        mention = MENTION.match(words.text)
        if mention:
            rest = words[mention.end() :].strip(" :.–-")
            yield Annex(mention["word"], words.span, mention["first"], rest.text or None)
        elif words.text.casefold() not in ("inga", "nej", "-", "ja"):
            yield Annex(words.text, words.span)


def _documents(block: Block) -> list[Passage]:
    """The documents listed under a label: one a line, a line that goes on in lower case belongs to the one above."""
    parts: list[list[Passage]] = []
    for words in block.words:
        if parts and (
            re.match(r"[a-zåäö(\d]", words.text) or parts[-1][-1].text.endswith((",", "-", " och", " av", " om"))
        ):
            parts[-1].append(words)
        else:
            parts.append([words])
    return [each for part in parts if (each := flow(part).strip(" ."))]


def _named(words: Passage) -> Iterator[Annex]:
    for match in NAMED.finditer(words.text):
        thing = words.group(match, "thing")
        yield Annex(thing.text, thing.span)


def _attached(blocks: list[Block]) -> Iterator[Annex]:
    for block in blocks:
        if block.depth == 3:
            continue
        words = block.text
        for match in ATTACHED.finditer(words.text):
            thing = words.group(match, "thing") or words.group(match, "before")
            if thing and not PRONOUN.match(thing.text):
                yield Annex(thing.text, thing.span)
                return
