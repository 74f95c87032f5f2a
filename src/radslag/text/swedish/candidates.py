"""What a comparison of names answers: who or what may be meant, how sure that is, and why. It never decides."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    EXACT = "exact"  # the same name, apart from case, spaces, hyphens and order
    LIKELY = "likely"  # the same unless something speaks against it
    POSSIBLE = "possible"  # worth asking about


@dataclass(frozen=True)
class Known:
    """Somebody or something already in the record. `key` is the caller's own, a primary key say, and is not used."""

    key: Hashable
    name: str
    other_names: tuple[str, ...] = ()  # former names and spellings, short names

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.other_names)


@dataclass(frozen=True)
class Candidate:
    known: Known
    score: float  # 0 to 1, to order by; not a probability
    certainty: Certainty
    reason: str  # Swedish, to show to the person who decides


@dataclass(frozen=True)
class Likeness:
    """How a written name is like one spelling of a known one; score, certainty and reason as in `Candidate`."""

    score: float
    certainty: Certainty
    reason: str


def best_of(known: Known, likenesses: Iterable[Likeness | None]) -> Candidate | None:
    """The known one with the likeness that speaks most for it, or None when there is none."""
    best = max((found for found in likenesses if found), key=lambda found: found.score, default=None)
    return Candidate(known, best.score, best.certainty, best.reason) if best else None


def ranked(found: Iterable[Candidate | None]) -> list[Candidate]:
    """Best first; those alike in the order they were known."""
    return sorted((candidate for candidate in found if candidate), key=lambda candidate: -candidate.score)
