"""Names of bodies: which board or group a heading such as "Möte i kommundirektörsgruppen" means.

A body and its meetings share a stem: "kommundirektörsgruppen", "Kommundirektörsmöte" and "kommundirektörerna" all come
down to "kommundirektör". The stem is a key to compare by, never shown.
"""

import re
from collections.abc import Sequence

from radslag.text.swedish.candidates import Candidate, Certainty, Known, Likeness, best_of, ranked
from radslag.text.swedish.likeness import distance
from radslag.text.swedish.sorting import fold

_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"\b\d[\d./:–-]*\b")
_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"
_WEEKDAYS = "måndag tisdag onsdag torsdag fredag lördag söndag"
# Words that say what kind of paper or occasion it is, not whose.
_EMPTY = frozenset(
    f"{_MONTHS} {_WEEKDAYS} {' '.join(day + 'en' for day in _WEEKDAYS.split())} "
    "anteckningar arbetsgrupp arbetsgruppen av dagordning den det digitalt dnr extra fd föredragningslista för "
    "från hos i kallelse kallelsen kl med minnesanteckning minnesanteckningar minnesanteckningarna möte möten "
    "mötet nr och om ordinarie på protokoll protokollet protokollsutdrag sammanträde sammanträden sammanträdet "
    "till tid vid".split()
)
# Endings of compounds that say "group of" or "meeting of".
_TAILS = re.compile(
    r"s?(?:arbets)?(?:grupp(?:en|er|erna)?|nätverk(?:et|en)?|möte[tn]?|sammanträde[tn]?|träff(?:en|ar)?|kollegi(?:um|et))s?$"
)
_INFLECTION = re.compile(r"(?:erna|arna|orna|en|et|er|ar|or|n)?s?$")
_SHORTEST_STEM = 2
_LONG_ENOUGH_TO_TELL = 4
# A municipality's highest official has either title, and their group is called by either.
_SAME_OFFICE = {"kommunchef": "kommundirektör", "kommundirektor": "kommundirektör"}


def body_key(text: str, *, collaboration: str = "") -> str:
    """What is left of a body's name without the words for group, meeting and paper, and without endings.

    `collaboration` is the collaboration's name, which headings often add. A name that says nothing else ("Mötet") is
    its own key, folded.
    """
    return " ".join(_stems(text, collaboration)) or fold(text)


def body_candidates(written: str, known: Sequence[Known], *, collaboration: str = "") -> list[Candidate]:
    """The bodies among `known` that `written` may mean, best first."""
    return ranked(best_of(body, (_like(written, spelling, collaboration) for spelling in body.names)) for body in known)


def _like(written: str, spelling: str, collaboration: str) -> Likeness | None:
    if _named_in(spelling, written, collaboration):
        return Likeness(1.0, Certainty.EXACT, f"samma namn: {spelling}")
    one, other = _stems(written, collaboration), _stems(spelling, collaboration)
    if not one or not other:
        return None
    if one == other:
        return Likeness(0.95, Certainty.LIKELY, f"samma grupp eller dess möte: {spelling}")
    if set(one) == set(other):
        return Likeness(0.9, Certainty.LIKELY, f"samma ord i annan ordning: {spelling}")
    if distance(" ".join(one), " ".join(other)) <= 0.15:
        return Likeness(0.8, Certainty.LIKELY, f"stavat annorlunda: {spelling}")
    return _shared(one, other, spelling)


def _named_in(spelling: str, written: str, collaboration: str) -> bool:
    """Whether the name stands in the text whole, with only words beside it that do not name a body."""
    name, text = fold(spelling), fold(written)
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return found is not None and not _stems(f"{text[: found.start()]} {text[found.end() :]}", collaboration)


def _shared(one: list[str], other: list[str], spelling: str) -> Likeness | None:
    shorter, longer = sorted((one, other), key=len)
    if set(shorter) < set(longer):
        score = 0.5 + 0.25 * len(shorter) / len(longer)
        return Likeness(score, Certainty.POSSIBLE, f"delar orden i namnet: {spelling}")
    if len(one) == len(other) == 1:
        first, second = sorted((one[0], other[0]), key=len)
        if len(first) >= _LONG_ENOUGH_TO_TELL and (second.endswith(first) or second.startswith(first)):
            return Likeness(0.55, Certainty.POSSIBLE, f"det ena namnet ingår i det andra: {spelling}")
    return None


def _stems(text: str, collaboration: str) -> list[str]:
    ignored = set(_WORD.findall(fold(collaboration)))
    words = _WORD.findall(_DATE.sub(" ", fold(text)))
    telling = [word for word in words if not {word, word.removesuffix("s")} & (_EMPTY | ignored)]
    return [stem for word in telling if (stem := _stem(word))]


def _stem(word: str) -> str:
    stem = _TAILS.sub("", word)
    if stem == word:
        stem = _INFLECTION.sub("", word)
        stem = stem if len(stem) > _SHORTEST_STEM else word
    elif len(stem) > _SHORTEST_STEM + 1:
        stem = stem.removesuffix("s")
    stem = stem.removesuffix("e")
    return _SAME_OFFICE.get(stem, stem)
