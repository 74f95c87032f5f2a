"""A document on its way in, for the cast: received, read by the real reader, and waiting for review."""

from __future__ import annotations

from datetime import date

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.actions import extract, store
from radslag.base.people.models import Body, Collaboration
from radslag.exchange.importing.models import Batch, Staged, StagedState


def minutes_text(body: str, day: date) -> str:
    """Plain minutes as a secretary writes them, made up."""
    return "\n".join(
        [
            "MINNESANTECKNINGAR",
            "",
            body,
            f"Datum: {day.isoformat()}",
            "Tid: 13.00-15.00",
            "Plats: Sjösalen",
            "",
            "Närvarande:",
            "Ada Brandt, Askersund, ordförande",
            "Åke Östling, Åmål",
            "Vid protokollet: Ylva Ängmark",
            "",
            "1. Gemensam beredskap",
            "Gruppen gick igenom läget.",
            "Beslut: Gruppen beslutar att öva tillsammans i september.",
            "",
            "2. Övriga frågor",
            "Inga övriga frågor.",
            "",
        ]
    )


def stage_document(*, collaboration: Collaboration, body: Body, day: date) -> Staged:
    """One document in review."""
    text = minutes_text(body.name, day)
    version, _ = store(
        collaboration=collaboration,
        name=f"anteckningar-{day.isoformat()}.txt",
        data=text.encode(),
        media_type="text/plain",
        by=SYSTEM,
    )
    extraction = extract(version=version, reader_version="tests-1", text=text)
    batch = Batch.objects.create(collaboration=collaboration, created_by=SYSTEM.label)
    return Staged.objects.create(
        collaboration=collaboration,
        batch=batch,
        name=version.file.name,
        state=StagedState.REVIEW,
        version=version,
        extraction=extraction,
        kind="minutes",
    )
