"""The example's documents: the chronicle's meetings as files, named as different secretaries name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from radslag.config.example.chronicle import Chronicle, Gathering
from radslag.config.example.days import Calendar
from radslag.config.example.papers import NOTICE, laid_out
from radslag.config.example.shapes import SHAPES
from radslag.config.example.structure import ExampleAccount, Structure
from radslag.text.swedish.sorting import fold


@dataclass(frozen=True)
class Document:
    """A file to import, of which meeting it is, and whether it is meant to wait for somebody to review it."""

    name: str
    data: bytes
    meeting: Gathering
    kind: str

    @property
    def waits(self) -> bool:
        """Whether it holds something a person must settle."""
        return self.meeting.waits


@dataclass(frozen=True)
class Example:
    """What stands in the examples folder, with its days counted from `today`."""

    folder: Path
    today: date

    @cached_property
    def structure(self) -> Structure:
        """Members, bodies, people, mandates and accounts."""
        return Structure(_yaml(self.folder / "collaboration.yaml"), self._calendar)

    @cached_property
    def chronicle(self) -> Chronicle:
        """What happened at every meeting."""
        files = sorted((self.folder / "chronicle").glob("*.yaml"))
        return Chronicle([row for file in files for row in _yaml(file)], self.structure, self._calendar)

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self.today)

    @property
    def accounts(self) -> list[ExampleAccount]:
        """The accounts, in the order they are listed."""
        return self.structure.accounts

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents to import, the oldest meeting first."""
        return _documents(self.folder, self.today)


# Setting the papers takes longer than reading them, and tests make the example many times on one day.
@lru_cache(maxsize=4)
def _documents(folder: Path, today: date) -> tuple[Document, ...]:
    example = Example(folder, today)
    return tuple(each for meeting in example.chronicle.meetings for each in _papers(example, meeting))


def _papers(example: Example, meeting: Gathering) -> Iterator[Document]:
    content = example.structure.content
    short = example.chronicle.bodies[meeting.body]["short_name"]
    for kind, (_, shape) in meeting.papers.items():
        blocks = laid_out(meeting, kind, content["name"])
        word = "Kallelse" if kind == NOTICE else "Protokoll" if meeting.adjuster else "Minnesanteckningar"
        yield Document(_name(word, short, meeting.day, shape), SHAPES[shape](blocks), meeting, kind)


def _name(word: str, body: str, day: date, shape: str) -> str:
    """ "Protokoll Styrelsen 2025-02-21.docx", but "2025-03-27-minnesanteckningar-naringsliv.txt" """
    if shape in ("pdf", "docx"):
        return f"{word} {body} {day.isoformat()}.{shape}"
    plain = fold(f"{word} {body}").translate(str.maketrans("åäö", "aao")).replace(" ", "-")
    return f"{day.isoformat()}-{plain}.{shape}"


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are the safe one


# The loader in C where PyYAML has it: ten times as fast, and the first start waits for it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
