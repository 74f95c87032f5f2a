"""Every paper we make is PDF/UA-1 and PDF/A-2a in one file, by the validator that decides it (veraPDF)."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from radslag.base.documents.models import PaperFormat
from radslag.domain.decisions.papers import owed_files
from radslag.domain.meetings.papers import agenda_files, template_bytes
from tests.meetings.agendas import agenda

pytestmark = pytest.mark.once
DAY = date(2026, 8, 20)


def line(what: str, *, late: bool = False, soft: bool = False, due: str = "1 maj 2026") -> dict[str, Any]:
    return {"what": what, "owner": "Åke Östling", "due": due, "late": late, "soft": soft, "given": "Styrelsen"}


def owing(groups: int) -> Mapping[str, Any]:
    """What municipalities owe, GROUPS of them, each with one line of every sort."""
    lines = [line("Lämna <namn>", late=True), line("Tänk", soft=True, due=""), *[line("Svara")] * 9]
    group = {"name": "Åmål", "lines": lines, "told": "11 öppna uppdrag, varav 1 försenat"}
    texts = {"collaboration": "Sjöbygden", "title": "Vad varje kommun är skyldig", "day": "20 augusti 2026"}
    rest = {"clear": ["Örebro"], "bodies": [group][:groups], "unowned": lines[:groups]}
    return {**texts, "running": "Skyldig", "summary": "Inget.", "municipalities": [group] * groups, **rest}


@pytest.mark.slow
def test_every_paper_is_pdf_ua_and_pdf_a(tmp_path: Path, shared: Path) -> None:
    validator = shared / "tools/validators/verapdf.sh"
    template = template_bytes(None)
    made = {f"agenda-{n}": agenda_files(agenda(n), template, number=n + 1, day=DAY) for n in (0, 1, 7, 16, 25)}
    made |= {f"owed-{n}": owed_files(owing(n), number=1, day=DAY) for n in (0, 1, 5)}
    papers = [tmp_path / f"{name}.pdf" for name in made]
    for paper, files in zip(papers, made.values(), strict=True):
        paper.write_bytes(files[PaperFormat.PDF])
    command = ["bash", str(validator), "2a,ua1", *map(str, papers)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)
    assert told.stdout.count("PASS") == 2 * len(papers), told.stdout + told.stderr
