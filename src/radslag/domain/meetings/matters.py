"""Whether two headings mean the same matter. Pure.

Headings change from meeting to meeting ("Översyn av Kommunförbundet", "Översynen av Kommunförbundet Skåne"): what is
compared is their telling words without endings.
"""

from __future__ import annotations

import re

from radslag.text.swedish.sorting import fold

_WORD = re.compile(r"[^\W_]{2,}")
_ENDING = re.compile(r"(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|en|et|ar|er|or|an|s|n|t)$")
_SHORTEST = 4
# Words that say how a matter is treated, or nothing at all, but not which matter it is.
_SAYS_NOTHING = (
    "och eller men som att det den de en ett i på av för till från med om vid hos under inför efter mot kring gällande "
    "angående avseende enligt samt information diskussion dialog beslut lägesrapport lägesstatus status rapport "
    "återrapport återrapportering avrapportering återkoppling redovisning redogörelse uppföljning förslag frågor fråga "
    "arbetet arbete hantering nästa kommande fortsatt fortsatta fd bl bland annat punkt övrigt övriga möte mötet "
    "kommunerna kommuner våra vår vårt ny nya nytt mm"
)
_EMPTY = frozenset(_SAYS_NOTHING.split())
ENOUGH = 0.75


def telling_words(text: str) -> frozenset[str]:
    """The words that say which matter it is, folded and without endings."""
    words = (word for word in _WORD.findall(fold(text)) if word not in _EMPTY and not word.isdigit())
    return frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST else word


def same_matter(one: str, other: str) -> bool:
    """The same words but for endings; or, when both say enough, nearly all the words of the shorter in the other."""
    if fold(one) == fold(other):
        return True
    first, second = telling_words(one), telling_words(other)
    if not first or not second:
        return False
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) > 1 and len(shorter & longer) / len(shorter) >= ENOUGH and len(shorter & longer) > 1
