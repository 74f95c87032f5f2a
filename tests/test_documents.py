"""What the documents say is what there is: the gate's rule on the repository itself, and on faults planted for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from radslag.commands.catalogue import ROOT
from radslag.commands.checking import documents
from radslag.config.environment import SETTINGS
from tests.commands.repository import plant


def test_every_command_setting_and_term_in_the_documents_is_real() -> None:
    assert documents.problems(ROOT) == []


def test_a_command_that_is_not_there_is_told(tmp_path: Path) -> None:
    plant(tmp_path, {"README.md": "Kör `./radslag dance` först."})

    assert "README.md: kommandot ./radslag dance finns inte" in documents.problems(tmp_path)


def test_a_document_that_is_not_there_is_told(tmp_path: Path) -> None:
    plant(tmp_path, {"README.md": "Se docs/gone.md."})

    assert "README.md: docs/gone.md finns inte" in documents.problems(tmp_path)


def test_a_setting_nobody_explains_is_told(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/operations.md": ""})

    told = [problem for problem in documents.problems(tmp_path) if "saknas i tabellen" in problem]
    assert len(told) == len(SETTINGS)


def test_a_default_that_has_changed_is_told(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/operations.md": "| `RADSLAG_HOME` | `./elsewhere` | folder |"})

    assert "docs/operations.md: RADSLAG_HOME har standardvärdet './var'" in documents.problems(tmp_path)


@pytest.mark.parametrize("place", ["src/a/models.py", "src/a/models/thing.py"])
def test_a_model_without_a_row_in_the_glossary_is_told(tmp_path: Path, place: str) -> None:
    model = "class Gadget(Owned):\n    name = models.CharField()\n"
    plant(tmp_path, {place: model, "docs/glossary.md": "| pryl | `Widget` | a thing |"})

    assert f"docs/glossary.md: Gadget ({place}) saknas" in documents.problems(tmp_path)
