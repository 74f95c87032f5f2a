"""How many documents a second come in: received, read, reviewed by nobody because all is certain, and committed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.figures import Figure
from radslag.base.core.actor import Actor
from radslag.exchange.importing.actions import commit, read_staged, receive
from radslag.exchange.importing.models import StagedState
from tests.cast import Cast

DOCUMENTS = 60
ITEMS = 8
BY = Actor("import", None, "bench")


def figures(cast: Cast) -> Iterator[Figure]:
    """The row about importing."""
    # Long before every other meeting of the bench: two papers of one day would ask whether they are of one meeting.
    days = [date(2005, 1, 12) + timedelta(days=7 * number) for number in range(DOCUMENTS)]
    files = [(f"anteckningar-{day.isoformat()}.txt", _minutes(day).encode()) for day in days]
    began = time.perf_counter()
    batch = receive(collaboration=cast.collaboration, files=files, by=BY)
    for staged in batch.staged.order_by("pk"):
        read = read_staged(staged=staged, by=BY)
        commit(staged=read, expected=read.revision, by=BY)
    seconds = time.perf_counter() - began
    done = batch.staged.filter(state=StagedState.COMMITTED).count()
    if done != DOCUMENTS:
        raise RuntimeError(f"only {done} of {DOCUMENTS} documents were committed")
    yield Figure("import, textdokument från fil till register", DOCUMENTS / seconds, "st/s", 5, most=False)


def _minutes(day: date) -> str:
    return "\n".join([*_head(day), *(line for number in range(1, ITEMS + 1) for line in _item(number, day)), ""])


def _head(day: date) -> list[str]:
    return [
        "MINNESANTECKNINGAR",
        "Kommundirektörsgruppen",
        f"Datum: {day.isoformat()}",
        "Tid: 13.00-15.00",
        "Plats: Sjösalen",
        "",
        "Närvarande:",
        "Ada Brandt, Askersund, ordförande",
        "Åke Östling, Åmål",
        "Ärla Sundin, Älmhult",
        "Örjan Ekdahl, Örebro",
        "Vid protokollet: Ylva Ängmark",
        "",
    ]


def _item(number: int, day: date) -> list[str]:
    return [
        f"{number}. Ärende {number} om samverkan",
        "Gruppen gick igenom läget och vad som återstår till hösten. Frågan har beretts i en arbetsgrupp.",
        f"Bilaga {number}",
        f"Beslut: Gruppen beslutar att gå vidare med ärende {number}.",
        f"Uppdrag: Åke Östling tar fram ett underlag senast {day + timedelta(days=30)}.",
        "",
    ]
