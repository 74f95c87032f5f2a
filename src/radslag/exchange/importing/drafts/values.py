"""What may stand at each path of a draft, and how what a person types is checked. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import partial
from typing import Any, Final

from django.utils.translation import gettext, gettext_noop

from radslag.exchange.importing.drafts.shape import GROUPS, Refused

Check = Callable[[Any], Any]

# The years a meeting may lie in; outside them a digit is wrong.
FIRST_YEAR, LAST_YEAR = 1900, 2100
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?")


def needed(value: Any, *, what: str, longest: int) -> str:
    """A text that must be there."""
    text = optional(value, what=what, longest=longest)
    if text is None:
        raise Refused(gettext("Skriv %(what)s. Det får inte vara tomt.") % {"what": gettext(what)})
    return text


def optional(value: Any, *, what: str, longest: int) -> str | None:
    """A text that may be missing; spaces at the ends are not part of it."""
    text = str(value or "").strip()
    if "\0" in text:
        told = gettext("Det finns tecken i %(what)s som inte kan sparas. Skriv om texten.")
        raise Refused(told % {"what": gettext(what)})
    if len(text) > longest:
        told = gettext("Texten är för lång för %(what)s: %(length)s tecken, högst %(longest)s. Korta den.")
        raise Refused(told % {"what": gettext(what), "length": len(text), "longest": longest})
    return text or None


def day(value: Any) -> str | None:
    """A date as YYYY-MM-DD; None when it is taken away."""
    text = str(value or "").strip()
    if not text:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        found = date.fromisoformat(text)
    except ValueError:
        told = gettext("”%(text)s” är inte ett datum. Skriv som 2026-03-25.")
        raise Refused(told % {"text": text[:40]}) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        told = gettext("Året %(year)s kan inte stämma. Skriv datumet som 2026-03-25.")
        raise Refused(told % {"year": found.year})
    return found.isoformat()


def clock(value: Any) -> str | None:
    """A time as HH:MM; "13", "13.30" and "kl. 13:30" are understood."""
    text = str(value or "").strip()
    if not text:
        return None
    found = _CLOCK.fullmatch(text)
    try:
        if not found:
            raise ValueError
        return time(int(found[1]), int(found[2] or 0)).strftime("%H:%M")
    except ValueError:
        told = gettext("”%(text)s” är inte ett klockslag. Skriv som 13.30.")
        raise Refused(told % {"text": text[:40]}) from None


def one_of(value: Any, *, what: str, choices: tuple[str, ...], empty: bool) -> str | None:
    """One of the given words, or nothing when that is allowed."""
    text = str(value or "").strip()
    if text in choices:
        return text
    if not text and empty:
        return None
    raise Refused(gettext("Välj %(what)s i listan.") % {"what": gettext(what)})


def names(value: Any) -> list[str]:
    """Several names: a list, or a text with one on each line or with commas between."""
    written = value if isinstance(value, list | tuple) else re.split(r"[\n,]", str(value or ""))
    return [name for each in written if (name := optional(each, what=gettext_noop("namnet"), longest=120))]


def lines(value: Any) -> list[str]:
    """Several texts, one on each line."""
    written = value if isinstance(value, list | tuple) else str(value or "").split("\n")
    topic = gettext_noop("ämnet")
    return [text for each in written if (text := optional(each, what=topic, longest=500))]


def _needed(what: str, longest: int) -> Check:
    return partial(needed, what=what, longest=longest)


def _optional(what: str, longest: int) -> Check:
    return partial(optional, what=what, longest=longest)


def _one_of(what: str, choices: tuple[str, ...], *, empty: bool = True) -> Check:
    return partial(one_of, what=what, choices=choices, empty=empty)


TYPES: Final = ("information", "discussion", "decision", "notification")
OUTCOMES: Final = ("approved", "approved_with_changes", "rejected", "tabled", "referred_back", "filed")
STRENGTHS: Final = ("decided", "soft", "proposed")
LONG: Final = 20_000

# The lengths are those of the columns the values end up in.
HEAD_CHECKS: Final[Mapping[str, Check]] = {
    "body": _optional(gettext_noop("gruppens namn"), 160),
    "date": day,
    "start": clock,
    "end": clock,
    "place": _optional(gettext_noop("platsen"), 300),
    "chair": _optional(gettext_noop("ordförandens namn"), 120),
    "secretary": _optional(gettext_noop("sekreterarens namn"), 120),
    "adjusters": names,
}
PERSON_CHECKS: Final[Mapping[str, Check]] = {
    "name": _needed(gettext_noop("personens namn"), 120),
    "affiliation": _optional(gettext_noop("kommunen eller organisationen"), 200),
    "role": _optional(gettext_noop("rollen"), 120),
    "note": _optional(gettext_noop("anteckningen"), 300),
    "group": _one_of(gettext_noop("närvaro"), GROUPS, empty=False),
}
NEXT_CHECKS: Final[Mapping[str, Check]] = {
    "body": _needed(gettext_noop("vilket möte det gäller"), 160),
    "date": day,
    "topics": lines,
}
ITEM_CHECKS: Final[Mapping[str, Check]] = {
    "number": _optional(gettext_noop("numret"), 20),
    "title": _needed(gettext_noop("punktens rubrik"), 500),
    "section": _optional(gettext_noop("delens namn"), 300),
    "type": _one_of(gettext_noop("slag av punkt"), TYPES),
}
PART_CHECKS: Final[Mapping[str, Mapping[str, Check]]] = {
    "presenters": {"name": _needed(gettext_noop("föredragandens namn"), 200)},
    "annexes": {
        "label": _needed(gettext_noop("bilagans beteckning"), 200),
        "number": _optional(gettext_noop("bilagans nummer"), 20),
        "title": _optional(gettext_noop("bilagans titel"), 500),
    },
    "proposals": {"text": _needed(gettext_noop("förslaget"), LONG)},
    "decisions": {
        "text": _needed(gettext_noop("beslutet"), LONG),
        "outcome": _one_of(gettext_noop("utfall"), OUTCOMES),
    },
    "contributions": {"text": _needed(gettext_noop("inspelet"), LONG)},
    "assignments": {
        "owner": _optional(gettext_noop("vem uppdraget gäller"), 300),
        "what": _needed(gettext_noop("vad som ska göras"), LONG),
        "due": day,
        "due_text": _optional(gettext_noop("när det ska vara klart"), 300),
        "strength": _one_of(gettext_noop("hur bindande uppdraget är"), STRENGTHS, empty=False),
    },
}
# What a part is made of when a person adds one: the field their words go to, and the other fields.
MAIN_FIELD: Final = {
    "presenters": "name",
    "annexes": "label",
    "proposals": "text",
    "decisions": "text",
    "contributions": "text",
    "assignments": "what",
}
EMPTY_FIELDS: Final[Mapping[str, Mapping[str, Any]]] = {
    "presenters": {},
    "annexes": {"number": None, "title": None},
    "proposals": {},
    "decisions": {"outcome": None},
    "contributions": {},
    "assignments": {
        "owner": None,
        "due": None,
        "due_text": None,
        "strength": "decided",
        "spans": {"what": None, "owner": None, "due": None},
    },
}
