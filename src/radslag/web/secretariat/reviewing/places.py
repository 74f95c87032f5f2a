"""Where in the text: characters, lines, and the marks a review shows. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from hashlib import blake2s
from typing import Any

from django.utils.translation import gettext_lazy as _

from radslag.exchange.importing.drafts import Draft, elements, marks
from radslag.web.secretariat.components.marked_text import Mark

NOTES: Mapping[str, Any] = {
    "body": _("grupp"),
    "date": _("datum"),
    "start": _("början"),
    "end": _("slut"),
    "place": _("plats"),
    "chair": _("ordförande"),
    "secretary": _("sekreterare"),
    "people": _("närvaro"),
    "title": _("rubrik"),
    "number": _("nummer"),
    "presenters": _("föredragande"),
    "annexes": _("bilaga"),
    "proposals": _("förslag till beslut"),
    "decisions": _("beslut"),
    "contributions": _("inspel"),
    "assignments": _("uppdrag"),
    "owner": _("vem uppdraget gäller"),
    "due": _("när det ska vara klart"),
}


def stands(span: Any) -> bool:
    """Whether a span is a place in a text. One put together of lines in another order is none."""
    return bool(span) and span[0] < span[1]


def anchor_of(path: str) -> str:
    """The id of a value on the page.

    There is always a dot in it: htmx takes the fragment for a selector, and must not find and scroll to what is seen.
    """
    return f"v-{path}" if "." in path else f"v-motet.{path}"


class TextLines:
    """A text's lines, counted from 1: which line a character stands on, and which characters a line has."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def number(self, position: int) -> int:
        """The line a character stands on."""
        return min(bisect_right(self.starts, position), len(self))

    def words(self, number: int) -> str:
        """What stands on a line, without the spaces at its ends."""
        start, end = self.starts[number - 1], self.starts[number] - 1
        return self.text[start:end].strip()

    def span(self, number: int) -> tuple[int, int] | None:
        """The characters [start, end) of a line without the spaces at its ends; None for an empty line or no line."""
        if not 1 <= number <= len(self) or not (words := self.words(number)):
            return None
        start = self.text.index(words, self.starts[number - 1])
        return start, start + len(words)


def shown_marks(draft: Draft) -> list[Mark]:
    """The places to mark: `#m-<path>`, each a link back to its value, `#v-<path>`. What is struck out is faint.

    What an assignment asks for is marked as the whole sentence, so its own narrower place is left out.
    """
    out = {path for path, element in elements(draft) if element["rejected"]}
    found = []
    for mark in marks(draft):
        if mark.start >= mark.end:
            continue
        owner, _dot, field = mark.path.rpartition(".")
        if field == "what" and ".assignments." in mark.path:
            continue
        faint = mark.path in out or owner in out or any(mark.path.startswith(f"{path}.") for path in _items(out))
        found.append(Mark(mark.start, mark.end, f"m-{mark.path}", str(_note(mark.path)), faint))
    return found


def _items(paths: set[str]) -> set[str]:
    return {path for path in paths if path.startswith("items.") and path.count(".") == 1}


def _note(path: str) -> object:
    steps = path.split(".")
    return next((NOTES[step] for step in reversed(steps) if step in NOTES), "")


def fingerprint(shown: list[Mark]) -> str:
    """The same for the same marks: a page that has them need not fetch the text anew."""
    return blake2s(repr(shown).encode(), digest_size=8).hexdigest()
