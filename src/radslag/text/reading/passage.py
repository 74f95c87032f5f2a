"""Cleaned text that still knows where in the extracted text each of its characters stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """`text[i]` stands at `at[i]` of the extracted text. Slicing, joining and cutting keep the places."""

    text: str
    at: Sequence[int]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Passage:
        return cls(source[start:end], range(start, end))

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __getitem__(self, where: slice) -> Passage:
        return Passage(self.text[where], self.at[where])

    @property
    def span(self) -> Span:
        """`[start, end)` in the extracted text; an empty passage has no place and gives (0, 0).

        Of words joined in another order than they stand in, the stretch that holds them all.
        """
        if not self.text:
            return 0, 0
        first, last = self.at[0], self.at[-1]
        return (first, last + 1) if first <= last else (min(self.at), max(self.at) + 1)

    def strip(self, chars: str | None = None) -> Passage:
        left = len(self.text) - len(self.text.lstrip(chars))
        right = len(self.text.rstrip(chars))
        return self[left : max(left, right)]

    def group(self, match: re.Match[str], group: int | str = 0) -> Passage:
        """The part of this passage that GROUP of a match on its text took; empty where it took nothing."""
        start, end = match.span(group)
        return self[max(start, 0) : max(end, 0)]

    def without(self, pattern: re.Pattern[str]) -> Passage:
        """This passage with every match of PATTERN cut out."""
        return join(self._between(pattern), "")

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """The stripped, non-empty parts between the matches of PATTERN."""
        return [part for raw in self._between(pattern) if (part := raw.strip())]

    def _between(self, pattern: re.Pattern[str]) -> Iterator[Passage]:
        last = 0
        for match in pattern.finditer(self.text):
            yield self[last : match.start()]
            last = match.end()
        yield self[last:]

    def squeezed(self) -> Passage:
        """Stripped, with every run of white space as one space."""
        if not re.search(r"\s{2}|[^\S ]", self.text):
            return self.strip()
        words = list(re.finditer(r"\S+", self.text))
        return join((self[m.start() : m.end()] for m in words), " ")


EMPTY = Passage("", range(0))


def join(parts: Iterable[Passage], between: str = " ") -> Passage:
    """The parts as one passage; what is put BETWEEN counts as standing where the part before it ends."""
    kept = [part for part in parts if part]
    if len(kept) <= 1:
        return kept[0] if kept else EMPTY
    texts: list[str] = []
    places: list[int] = []
    for part in kept:
        if texts and between:
            texts.append(between)
            places.extend([places[-1]] * len(between))
        texts.append(part.text)
        places.extend(part.at)
    return Passage("".join(texts), places)


HYPHEN_END = re.compile(r"\w[-\u00ad]$")


def flow(lines: Iterable[Passage]) -> Passage:
    """Lines as running text: joined by a space, a word divided at the line's end mended."""
    result: list[Passage] = []
    for line in lines:
        if not line:
            continue
        if result and HYPHEN_END.search(result[-1].text) and re.match(r"[a-zåäö]", line.text):
            keep = re.match(r"(?:och|eller|samt)\b", line.text)
            before = result.pop()
            result.append(join((before, line), " ") if keep else join((before[:-1], line), ""))
        elif result and HYPHEN_END.search(result[-1].text) and re.match(r"[\dA-ZÅÄÖ]", line.text):
            result.append(join((result.pop(), line), ""))
        else:
            result.append(line)
    return join(result, " ")
