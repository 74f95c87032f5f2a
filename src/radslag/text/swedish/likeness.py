"""How like two words of a name are: by sound, by letters, by initial. Words come folded (`sorting.fold`)."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from radslag.text.swedish.sorting import fold_loose

# Spellings of one sound that Swedish names use side by side, in the order they are replaced.
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),  # Sophia, Sofia
        (r"th", "t"),  # Thomas, Tomas
        (r"q[vu]", "kv"),  # Lindqvist, Lindkvist
        (r"ch|ck", "k"),  # Christina, Kristina; Fredrick, Fredrik
        (r"c(?=[eiy])", "s"),  # Cecilia
        (r"c", "k"),  # Carl, Karl
        (r"w", "v"),  # Wahlgren, Vahlgren
        (r"x", "ks"),  # Axelsson, Akselsson
        (r"z", "s"),  # Zakrisson, Sakrisson
        (r"dt", "t"),  # Schmidt, Schmitt
        (r"h(?=[^aeiouy])|(?<=[aeiouy])h$", ""),  # Dahlén, Dalén; Pehrsson, Persson; Hannah, Hanna
        (r"v(?=son)", "f"),  # Olovsson, Olofsson
        (r"(.)\1+", r"\1"),  # Nilson, Nilsson
    )
)


def distance(one: str, other: str) -> float:
    """0 (the same) to 1: letters to change, add, drop or swap with their neighbour, by the longer text's length."""
    return OSA.normalized_distance(one, other)


@lru_cache(maxsize=8_192)
def sound(word: str) -> str:
    """The word without accents and in one spelling: the same for "Dahlén" and "Dalen". An initial stays as it is."""
    plain = fold_loose(word)
    if len(plain) > 1:
        for pattern, replacement in _SPELLINGS:
            plain = pattern.sub(replacement, plain)
    return plain


def sounds_same(one: str, other: str) -> bool:
    return one == other or sound(one) == sound(other)


def nearly_same(one: str, other: str) -> bool:
    """The same sound, or a letter wrong (two in a long word); words of three letters or fewer must sound the same."""
    if sounds_same(one, other):
        return True
    longest = max(len(one), len(other))
    allowed = 0 if longest < 4 else 1 if longest < 8 else 2
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def same_or_initial(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return sounds_same(one, other) or (len(shorter) == 1 and longer.startswith(shorter))


def within(words: Sequence[str], among: Sequence[str], alike: Callable[[str, str], bool]) -> bool:
    """Whether all `words` are found in `among`, in the same order."""
    rest = iter(among)
    return all(any(alike(word, other) for other in rest) for word in words)
