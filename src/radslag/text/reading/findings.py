"""What the reader itself must say about a document: a year it inferred, a proposal that nobody wrote."""

from __future__ import annotations

from datetime import date

from radslag.text.reading.extracting import Extraction
from radslag.text.reading.passage import Passage
from radslag.text.reading.record import Finding
from radslag.text.swedish.dates import long_date


def inferred_year(day: date, where: Passage, extraction: Extraction) -> Finding:
    """R21: the day of the meeting is written without a year."""
    return Finding(
        rule="R21",
        severity="warning",
        message=f"Mötesdagen ”{where.text}” är skriven utan år. {day.year} är en slutsats av veckodag och innehåll.",
        why="Utan år kan dokumentet inte ordnas rätt när det läses senare.",
        mend=f"Kontrollera året och skriv ”{long_date(day)}”.",
        span=where.span,
        line=extraction.line_of(where.span[0]),
    )


def placeholder(where: Passage, title: str, extraction: Extraction) -> Finding:
    """R3: a proposal that was never filled in."""
    return Finding(
        rule="R3",
        severity="error",
        message=f"Förslaget till beslut under ”{title}” är inte ifyllt: ”{where.text}”.",
        why="Mötet kan inte ta ställning till ett förslag som saknas.",
        mend="Skriv förslaget till beslut, eller ta bort rubriken om punkten bara är information.",
        span=where.span,
        line=extraction.line_of(where.span[0]),
    )
