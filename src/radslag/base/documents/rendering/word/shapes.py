"""Which fields a kind of paper has, and what each holds: a text, whole paragraphs, or a list of things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

NEAR = 60  # of 100: how alike a word must be to be proposed instead


@dataclass(frozen=True)
class Text:
    """Words in a line, or a few lines."""


@dataclass(frozen=True)
class Block:
    """Whole paragraphs: the field stands alone in a paragraph of its own."""


@dataclass(frozen=True)
class Listed:
    """A list to loop over. `one`: what each thing in it is. `printed`: may also stand as a field, a line each."""

    one: Shape
    printed: bool = False


@dataclass(frozen=True)
class Things:
    """Something with fields of its own."""

    fields: Mapping[str, Shape]


Shape = Text | Block | Listed | Things


@dataclass(frozen=True)
class Known:
    """The fields of a kind of paper by name.

    `needed`: one of them must be used, or the paper says nothing. `wanted`: what its readers miss when it is not there.
    `aliases`: other ways of writing a name, also of the fields of things.
    """

    fields: Mapping[str, Shape]
    needed: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def plain(self, name: str) -> str:
        """The name as we write it: Word begins sentences with a capital, and people write ö where we write o."""
        lower = name.lower()
        return self.aliases.get(lower, lower)

    def filled(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values under every way of writing their names, also those of things in lists."""
        spelt = {written: plain for plain in values for written in (plain, plain.capitalize(), plain.upper())}
        for alias, plain in self.aliases.items():
            if plain in values:
                spelt |= dict.fromkeys((alias, alias.capitalize(), alias.upper()), plain)
        return {written: self._value(values[plain]) for written, plain in spelt.items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return Thing(self.filled(value))
        if isinstance(value, list | tuple):
            return Lines(self._value(each) for each in value)
        return value


class Lines(list[Any]):
    """A list that, put where a text is wanted, is a line each."""

    def __str__(self) -> str:
        return "\n".join(map(str, self))


class Thing(dict[str, Any]):
    """Something with fields; put where a text is wanted, it is its field `text`."""

    def __str__(self) -> str:
        return str(self.get("text", ""))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that is most like this one; None when none is."""
    found = process.extractOne(name.lower(), list(names), scorer=fuzz.ratio, score_cutoff=NEAR)
    return str(found[0]) if found else None
