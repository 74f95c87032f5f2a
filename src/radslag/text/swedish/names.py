"""Personal names: is this the same person as one we know?

A person decides; this finds whom to ask about. Of the rules that hold, the one that speaks most gives the reason.
Titles, roles, places in brackets and what follows a dash are not part of a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from radslag.text.swedish.body_names import body_candidates, body_key
from radslag.text.swedish.candidates import Candidate, Certainty, Known, Likeness, best_of, ranked
from radslag.text.swedish.likeness import distance, nearly_same, same_or_initial, sounds_same, within
from radslag.text.swedish.municipality_names import municipality_of
from radslag.text.swedish.sorting import fold

__all__ = [
    "Candidate",
    "Certainty",
    "Known",
    "body_candidates",
    "body_key",
    "candidates",
    "municipality_of",
    "name_distance",
    "same_name",
    "sort_name",
]

PARTICLES = frozenset({"af", "av", "da", "de", "del", "den", "der", "di", "du", "la", "van", "von", "zu"})

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_AFTER_DASH = re.compile(r"\s[-–—]\s.*", re.DOTALL)
_TITLES = frozenset({"bitr", "dr", "ekon", "fru", "herr", "kd", "ks", "kso", "ordf", "prof", "sekr", "tf", "vd"})
_TITLE_ENDINGS = (
    *("chef", "direktör", "handläggare", "koordinator", "konsult", "ledamot", "ledare", "ordförande", "planerare"),
    *("kommunalråd", "oppositionsråd", "regionråd", "samordnare", "sekreterare", "specialist", "strateg", "utredare"),
    *("utvecklare", "ersättare"),
)


@dataclass(frozen=True)
class _Name:
    """The words of a name, folded, in the order given name – surname, hyphens parting words; and as it was written."""

    words: tuple[str, ...]
    shown: str = field(compare=False)

    @property
    def text(self) -> str:
        return " ".join(self.words)


def same_name(first: str, second: str) -> bool:
    """Whether two names are the same, apart from case, spaces, hyphens, titles and "Surname, Given name"."""
    return bool(set(_readings(first)) & set(_readings(second)))


def name_distance(first: str, second: str) -> float:
    """0 for the same name to 1 for nothing in common: letters to change, by the longer name's length."""
    return min(distance(one.text, other.text) for one in _readings(first) for other in _readings(second))


def candidates(name: str, known: Sequence[Known]) -> list[Candidate]:
    """Those among `known` whom `name` may mean, best first; empty when nobody comes near."""
    return ranked(best_of(person, (_like(name, spelling) for spelling in person.names)) for person in known)


def sort_name(full_name: str) -> str:
    """The name surname first: "Essen, Carl von". The last word is the surname, with a capital "De" before it.

    Of two surnames without a hyphen the first cannot be told from a middle name, so the last one leads.
    """
    words = full_name.split()
    if "," in full_name or len(words) < 2:
        return " ".join(words)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    while words[start][0].islower() and start < len(words) - 1:
        start += 1
    return f"{' '.join(words[start:])}, {' '.join(words[:start])}"


@lru_cache(maxsize=8_192)
def _readings(text: str) -> tuple[_Name, ...]:
    """The ways to read a name: a comma may stand after the surname ("Falk, Anna") or a place ("Anna Falk, Sala").

    >>> [name.text for name in _readings("Falk, Anna")]
    ['anna falk']
    >>> [name.text for name in _readings("Anna Falk, Sala")]
    ['anna falk', 'sala anna falk']
    """
    bare = _AFTER_DASH.sub("", _BRACKETS.sub(" ", text))
    before, _, after = bare.partition(",")
    first, second = _name_words(before), _name_words(after.partition(",")[0])
    shown = " ".join(bare.split())
    if not second or len(second) > 2:
        return (_Name(first or _all_words(bare), " ".join(before.split()) if first else shown),)
    turned = _Name(second + first, shown)
    if len([word for word in first if word not in PARTICLES]) == 1:
        return (turned,)
    return (_Name(first, " ".join(before.split())), turned)


def _name_words(text: str) -> tuple[str, ...]:
    """The words that can be part of a name: those with a capital, and particles; no titles."""
    written = [word for word in text.split() if word[:1].isupper() or word in PARTICLES]
    return tuple(part for word in written for part in _parts(word)) if any(w[:1].isupper() for w in written) else ()


def _all_words(text: str) -> tuple[str, ...]:
    return tuple(part for word in text.replace(",", " ").split() for part in _parts(word))


def _parts(word: str) -> Iterator[str]:
    for written in re.split(r"[-‐‑–.]", word):
        part = fold(written.strip("'’\"”“:;*"))
        if part and part not in _TITLES and not part.endswith(_TITLE_ENDINGS):
            yield part


def _like(name: str, spelling: str) -> Likeness | None:
    found = (
        rule(written, known)
        for written in _readings(name)
        for known in _readings(spelling)
        for rule in _RULES
        if written.words and known.words
    )
    return max((likeness for likeness in found if likeness), key=lambda likeness: likeness.score, default=None)


def _same(written: _Name, known: _Name) -> Likeness | None:
    if written == known:
        return Likeness(1.0, Certainty.EXACT, f"samma namn: {known.shown}")
    return None


def _turned_round(written: _Name, known: _Name) -> Likeness | None:
    if len(written.words) == 2 and written.words == known.words[::-1]:
        return Likeness(0.97, Certainty.LIKELY, f"förnamn och efternamn i omvänd ordning: {known.shown}")
    return None


def _spelt_otherwise(written: _Name, known: _Name) -> Likeness | None:
    """As many words, each sounding or looking nearly the same."""
    if len(written.words) != len(known.words):
        return None
    reason = f"stavat annorlunda: {known.shown}"
    differing = [pair for pair in zip(written.words, known.words, strict=True) if not sounds_same(*pair)]
    if not differing:
        return Likeness(0.95, Certainty.LIKELY, reason)
    if len(differing) > 1 or not nearly_same(*differing[0]):
        return None
    score = 0.93 - 0.2 * distance(written.text, known.text)
    if _may_be_another(*differing[0]):
        return Likeness(score - 0.25, Certainty.POSSIBLE, reason)
    return Likeness(score, Certainty.LIKELY, reason)


def _may_be_another(one: str, other: str) -> bool:
    """Whether two near words may well be two names: the short ones ("Berg", "Borg") and those in -son do."""
    return min(len(one), len(other)) < 6 or (one.endswith("son") and other.endswith("son"))


def _double_name(written: _Name, known: _Name) -> Likeness | None:
    """One has all the words of the other and more: a second surname or given name that is not always written."""
    shorter, longer = sorted((written, known), key=lambda name: len(name.words))
    if len(shorter.words) < 2 or len(shorter.words) == len(longer.words):
        return None
    reason = f"dubbelnamn: {longer.shown} innehåller {shorter.shown}"
    if within(shorter.words, longer.words, sounds_same):
        if sounds_same(shorter.words[0], longer.words[0]):
            return Likeness(0.9, Certainty.LIKELY, reason)
        return Likeness(0.65, Certainty.POSSIBLE, reason)
    if nearly_same(shorter.words[0], longer.words[0]) and within(shorter.words, longer.words, nearly_same):
        return Likeness(0.6, Certainty.POSSIBLE, f"{reason}, med annan stavning")
    return None


def _initials(written: _Name, known: _Name) -> Likeness | None:
    """One is written with initials: "L. Ek", "Lisa A L"."""
    shorter, longer = sorted((written.words, known.words), key=len)
    if not _has_initials(shorter, longer) or not within(shorter, longer, same_or_initial):
        return None
    complete = len(shorter) == len(longer)
    if shorter[0] == longer[0]:
        score, sure = (0.85, len(shorter) > 2) if complete else (0.62, False)
        reason = "samma förnamn och efternamnets initial"
    else:
        score, sure = (0.8, True) if complete else (0.6, False)
        reason = "samma efternamn och förnamnets initial"
    return Likeness(score, Certainty.LIKELY if sure else Certainty.POSSIBLE, f"{reason}: {known.shown}")


def _has_initials(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether there is an initial among the words, beside a whole word in each name, and the first words may agree."""
    lengths = [len(word) for word in (*shorter, *longer)]
    whole = max(map(len, shorter)) > 1 and max(map(len, longer)) > 1
    return min(lengths) == 1 and whole and same_or_initial(shorter[0], longer[0])


def _one_word(written: _Name, known: _Name) -> Likeness | None:
    shorter, longer = sorted((written.words, known.words), key=len)
    if len(shorter) > 1 or len(longer) < 2:
        return None
    if shorter[0] == longer[0]:
        return Likeness(0.5, Certainty.POSSIBLE, f"bara förnamnet: {known.shown}")
    if shorter[0] in longer[1:]:
        return Likeness(0.55, Certainty.POSSIBLE, f"bara efternamnet: {known.shown}")
    return None


_RULES = (_same, _turned_round, _spelt_otherwise, _double_name, _initials, _one_word)
