"""An archive as it lies on a server after twenty years: hundreds of papers in ten layouts, doubles and rubbish too."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass
from itertools import islice

from tests.archives.layouts import LAYOUTS
from tests.archives.sheets import Sheet, sheets

JUNK = (
    ("Bilder/karta.png", b"\x89PNG\r\n\x1a\n" + bytes(60)),
    ("Gammalt/protokoll.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60)),
    ("Skannat/tomt.txt", b""),
    ("Gammalt/anteckning.rtf", b"{\\rtf1 hej}"),
)
SYSTEM = ("Thumbs.db", "__MACOSX/._protokoll.docx", ".DS_Store", "2010/~$protokoll.docx", "2012/desktop.ini")


@dataclass(frozen=True)
class Paper:
    """One file of the archive and what it tells."""

    path: str
    data: bytes
    sheet: Sheet


@dataclass(frozen=True)
class Archive:
    """`papers` all differ, `doubles` have the bytes of one of them, `junk` cannot be read, `system` is skipped."""

    papers: tuple[Paper, ...]
    doubles: tuple[tuple[str, bytes], ...]
    junk: tuple[tuple[str, bytes], ...]
    system: tuple[tuple[str, bytes], ...]

    @property
    def files(self) -> list[tuple[str, bytes]]:
        """Every file with its path."""
        papers = [(paper.path, paper.data) for paper in self.papers]
        return [*papers, *self.doubles, *self.junk, *self.system]

    @property
    def meetings(self) -> set[tuple[str, str]]:
        """Body as first written and day of every meeting there are papers of."""
        return {(paper.sheet.body, paper.sheet.day.isoformat()) for paper in self.papers}

    def zipped(self) -> bytes:
        """As a ZIP file."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in self.files:
                archive.writestr(path, data)
        return file.getvalue()


def make_archive(documents: int = 500, seed: int = 1) -> Archive:
    """An archive of so many files beside those of the system: one in thirty a double, some rubbish."""
    chance = random.Random(seed)
    doubles = documents // 30
    count = documents - doubles - len(JUNK)
    papers = tuple(
        _paper(number, sheet, number % len(LAYOUTS)) for number, sheet in enumerate(islice(sheets(seed), count))
    )
    copied = chance.sample(papers, doubles)
    return Archive(
        papers=papers,
        doubles=tuple((f"Kopior/{paper.path.rpartition('/')[2]}", paper.data) for paper in copied),
        junk=JUNK,
        system=tuple((path, b"\0") for path in SYSTEM),
    )


def _paper(number: int, sheet: Sheet, layout: int) -> Paper:
    ending, data = LAYOUTS[layout](sheet)
    kind = "anteckningar" if sheet.minutes else "kallelse"
    return Paper(f"{sheet.day.year}/{kind}-{sheet.day.isoformat()}-{number}{ending}", data, sheet)
