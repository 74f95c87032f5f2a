"""A document on its way in, for the cast: received, read by the real reader, and waiting for review."""

from __future__ import annotations

from datetime import date

from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Body, Collaboration
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Staged

LINES = """MINNESANTECKNINGAR
{body}
Datum: {day}
Tid: 13.00-15.00
Plats: Sjösalen

Närvarande:
Ada Brandt, Askersund, ordförande
Åke Östling, Åmål
Vid protokollet: Ylva Ängmark

1. Gemensam beredskap
Gruppen gick igenom läget.
Beslut: Gruppen beslutar att öva tillsammans i september.
Uppdrag: Åke Östling tar fram en övningsplan senast 2024-08-30.

2. Övriga frågor
Inga övriga frågor.
"""


def minutes_text(body: str, day: date) -> str:
    """Plain minutes as a secretary writes them, made up."""
    return LINES.format(body=body, day=day.isoformat())


def stage_document(*, collaboration: Collaboration, body: Body, day: date) -> Staged:
    """One document in review."""
    name, data = f"anteckningar-{day.isoformat()}.txt", minutes_text(body.name, day).encode()
    batch = receive(collaboration=collaboration, files=[(name, data)], by=SYSTEM)
    return read_staged(staged=batch.staged.get(), by=SYSTEM)
