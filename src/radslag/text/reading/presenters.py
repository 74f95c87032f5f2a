"""Who presents an item: named beside the title, under Föredragande, or in the opening sentences."""

from __future__ import annotations

import re

from radslag.text.reading.blocks import Block
from radslag.text.reading.headline import Headline
from radslag.text.reading.labels import Part
from radslag.text.reading.names import leading_name, names_in
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.sentences import sentences

TELLS = (
    r"(?:presenterar|presenterade|redogör|redogjorde|redovisar|redovisade|informerar|informerade|berättar|berättade|"
    r"gick igenom|går igenom|föredrar|föredrog|"
    r"föredragit|beskriver|beskrev|rapporterar|rapporterade|inleder|inledde|visar|visade|återrapporterar|"
    r"återrapporterade|återkopplade|sammanfattar|sammanfattade|summerar|summerade|demonstrerar|demonstrerade|"
    r"orienterar|orienterade|drog|höll (?:en )?(?:kort )?(?:dragning|genomgång|presentation)|"
    r"(?:gav|ger|lämnade|lämnar) en (?:kort |muntlig )*(?:\w*rapport|lägesbild|redogörelse|genomgång|presentation|"
    r"uppdatering|information|bakgrund))"
)
SUBJECT_TELLS = re.compile(rf"(?:,? [^.,]{{0,60}},?)? ?(?:och [^.]{{0,60}} )?{TELLS}\b(?! sig\b)")
WORD = re.compile(r"\S+\s+(?=[A-ZÅÄÖ])")
PRESENTED_BY = re.compile(
    r"\b(?:[Pp]resenteras|[Pp]resenterades|[Rr]edovisas|[Rr]edovisades|[Ff]öredras|[Ff]öredrogs)(?: muntligt| kort|"
    r" även)? av (?P<who>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,3})"
)
SINGLE_TELLS = re.compile(rf"(?P<who>[A-ZÅÄÖ][\wåäöé-]+) (?:\w+ )?{TELLS}\b(?! sig\b)")
ANY_OTHER = re.compile(r"övriga?|nästa|dagordning|öppn|avslut|rapporter$|runda|laget", re.IGNORECASE)


def presenters_of(headline: Headline, blocks: list[Block], known: frozenset[str]) -> list[Passage]:
    """The presenters as written. KNOWN: the words of the names of people in the document, for first names alone."""
    if headline.presenters:
        return headline.presenters
    labelled = [block for block in blocks if block.part is Part.PRESENTER]
    if labelled:
        return _unique([each for block in labelled for each in _under_label(block)])
    return [] if ANY_OTHER.match(headline.title.text) else _unique(_told(blocks, known))


def _under_label(block: Block) -> list[Passage]:
    """Names; a role as written where no name is given. A name told again begins the running text."""
    found = names_in(flow(block.words)) if block.size < 400 else _first_name(flow(block.words))
    lines = [each for words in block.words for each in names_in(words)]
    found = lines if len(lines) > len(found) else found
    if found:
        return found
    first = block.text.split(re.compile(r"[,.;:]"))[:1]
    return [each for each in first if len(each) < 80]


def _first_name(words: Passage) -> list[Passage]:
    """In text that lost its line breaks: the name, up to where it is told again."""
    length = leading_name(words.text)
    name = words.text[:length].split()
    for size in range(1, len(name)):
        if name[size : 2 * size] == name[:size]:
            return [words[: len(" ".join(name[:size]))]]
    return [words[:length]] if length else []


def _told(blocks: list[Block], known: frozenset[str]) -> list[Passage]:
    opening = [
        block for block in blocks if block.part in (Part.OPEN, Part.SUMMARY, Part.PROPOSAL) and block.depth == 0
    ][:2]
    for block in opening:
        for sentence in sentences(block.text)[:3]:
            found = _teller(sentence, known)
            if found:
                return found
    return []


def _teller(sentence: Passage, known: frozenset[str]) -> list[Passage]:
    title = WORD.match(sentence.text)
    for start in (0, title.end() if title else 0):
        length = leading_name(sentence.text[start:])
        end = start + length
        if length and SUBJECT_TELLS.match(sentence.text, end):
            return [sentence[start:end], *names_in(_second(sentence[end:]))]
    single = SINGLE_TELLS.match(sentence.text)
    if single and single["who"] in known:
        return [sentence.group(single, "who")]
    by = PRESENTED_BY.search(sentence.text)
    return [sentence.group(by, "who")] if by else []


def _second(rest: Passage) -> Passage:
    """A second teller: "Anna Ek och Bo Alm presenterar"."""
    match = re.match(r" och (?P<who>[^.,]{3,60}?) " + TELLS, rest.text)
    return rest.group(match, "who") if match else rest[:0]


def _unique(found: list[Passage]) -> list[Passage]:
    return list({each.text: each for each in reversed(found)}.values())[::-1]
