"""What a body always takes up, and where on the agenda it stands (W21). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from radslag.text.swedish.sorting import fold

Place = Literal["first", "middle", "last"]
# How agendas call the item that takes up the minutes of the meeting before.
PREVIOUS_MINUTES = re.compile(
    r"(?:föregående|förra|tidigare|senaste)\s+(?:möte(?:t|ts|s)?\s+)?(?:minnes)?(?:protokoll|anteckning)"
    r"|\bprotokoll(?:et)?\s+från\b|minnesanteckningar(?:na)?\s+från\b"
)
OPENING = re.compile(
    r"mötet\s+öppnas|öppnande|välkommen|närvaro|val av (?:justerare|sekreterare|ordförande)|dagordning"
)
CLOSING = re.compile(r"^(?:nästa|kommande)\s\S*(?:möte|sammanträde|träff)|^övrig|^mötet\s+avslutas|avslutning")


@dataclass(frozen=True)
class Standing:
    """One standing item: what `MeetingRules.standing` holds, with the defaults filled in."""

    title: str
    type: str = ""
    place: Place = "last"
    proposal: str = ""
    presenter: str = ""


# Agendas are Swedish whatever language the page has.
USUAL = (Standing("Nästa möte", "information"), Standing("Övriga frågor"))


def standing_of(written: Sequence[Mapping[str, Any]] | None) -> list[Standing]:
    """The standing items of a body; what nearly all have when nothing has been said."""
    if written is None:
        return list(USUAL)
    return [_one(each) for each in written if str(each.get("title", "")).strip()]


def _one(written: Mapping[str, Any]) -> Standing:
    place: Place = "first" if written.get("place") == "first" else "last"
    texts = {name: str(written.get(name) or "") for name in ("type", "proposal", "presenter")}
    return Standing(str(written["title"]).strip(), place=place, **texts)


def is_previous_minutes(title: str) -> bool:
    """Whether an item with this title takes up the minutes of the meeting before."""
    return bool(PREVIOUS_MINUTES.search(fold(title)))


def place_of(title: str, standing: Sequence[Standing]) -> Place:
    """Where an item with this title stands: as the body's rules say, else as agendas in general have it."""
    written = fold(title)
    for each in standing:
        if fold(each.title) == written:
            return each.place
    if is_previous_minutes(title) or OPENING.search(written):
        return "first"
    return "last" if CLOSING.search(written) else "middle"
