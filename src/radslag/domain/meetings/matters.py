"""Whether two headings mean the same matter. Pure.

Headings change from meeting to meeting ("Översyn av Kommunförbundet", "Översynen av Kommunförbundet Skåne"): what is
compared is their telling words without endings.
"""

from __future__ import annotations

import re

from radslag.text.swedish.sorting import fold

_WORD = re.compile(r"[^\W_]{2,}")
_DIGITS = re.compile(r"\d+")
_WRITTEN_ENDINGS = "a e n s t r as en ens er ers et ets ar ars or ors na nas ns ts arna erna orna arnas ernas ma mt tt"
_ENDINGS = frozenset(["", *_WRITTEN_ENDINGS.split()])
_SHORTEST = 4  # letters two words must share to be one word with different endings
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
    """The words that say which matter it is, folded."""
    return frozenset(word for word in _WORD.findall(fold(text)) if not word.isdigit() and not _says_nothing(word))


def _says_nothing(word: str) -> bool:
    if word in _EMPTY:
        return True
    stems = (word[: -len(ending)] for ending in _ENDINGS if ending and word.endswith(ending))
    return any(len(stem) > _SHORTEST and stem in _EMPTY for stem in stems)


def _one_word(one: str, other: str) -> bool:
    """Whether they differ in nothing but their endings: "översyn", "översynen"."""
    if one == other:
        return True
    shared = len(one) if other.startswith(one) else len(other)
    for at, (letter, its) in enumerate(zip(one, other, strict=False)):
        if letter != its:
            shared = at
            break
    return shared >= _SHORTEST and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


def same_matter(one: str, other: str) -> bool:
    """The same words but for endings; or, when both say enough, nearly all the words of the shorter in the other."""
    if fold(one) == fold(other):
        return True
    numbers, others = _DIGITS.findall(one), _DIGITS.findall(other)
    if numbers and others and numbers != others:
        return False
    shorter, longer = sorted((telling_words(one), telling_words(other)), key=len)
    found = sum(any(_one_word(word, each) for each in longer) for word in shorter)
    if len(shorter) < 2:
        return found == len(longer) == 1
    return found > 1 and found / len(shorter) >= ENOUGH
