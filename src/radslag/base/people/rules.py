"""What may be said of a mandate on a day: decided and seen are never mixed up, and never more is said than is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Standing:
    """What is known of a mandate on a day. Neither decided nor seen: we only have that it was seen before."""

    decided: bool
    seen: bool
    last_seen: date | None

    @property
    def holds(self) -> bool:
        """Whether a decision says so, or a document of that very day shows it."""
        return self.decided or self.seen


def standing(
    start: date | None, end: date | None, observed: bool, sightings: Collection[date], day: date
) -> Standing | None:
    """What is known of a mandate with this period and these sightings; None when nothing is known on that day.

    A sighting says something of its own day only. Of days after it we say when it was, of days before it nothing.
    """
    begun = start is None or start <= day
    decided = not observed and begun and (end is None or day < end)
    last_seen = max((seen for seen in sightings if seen <= day), default=None)
    if not decided and (last_seen is None or not observed):
        # A decided mandate that is over, or has not begun, is not revived by having been seen.
        return None
    return Standing(decided, last_seen == day, last_seen)


def name_on(name: str, former: Iterable[tuple[str, date | None]], day: date) -> str:
    """What somebody called `name` now was called on a day, from former names with the first day each no longer held.

    A former name whose last day is not known says nothing of any day.
    """
    held = [(end, each) for each, end in former if end is not None and day < end]
    return min(held)[1] if held else name
