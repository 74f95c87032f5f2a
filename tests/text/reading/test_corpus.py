"""The reader against the gold annotations in ../shared, scored by the shared tool."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from radslag.text.reading import read

CORE = ("present", "items", "decisions")
LEAST = {
    "date": 1.0,
    **dict.fromkeys(CORE, 0.97),
    **dict.fromkeys(("affiliation", "others", "presenters", "annexes", "proposals"), 0.93),
}


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reader", shared / "tools" / "score_reader.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures_of(shared: Path, folder: Path, only: str) -> dict[str, float]:
    """F1 of each field over the annotated documents of a folder whose names begin so."""
    scorer = _scorer(shared)
    tally = scorer.Tally()
    for gold in sorted(folder.glob(f"{only}*.gold.json")):
        document = scorer.document_for(gold)
        guess = read(document.read_bytes(), document.name).to_json()
        scorer.score(gold.name, json.loads(json.dumps(guess)), json.loads(gold.read_text(encoding="utf-8")), tally)
    return {field: 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0 for field, (tp, fp, fn) in tally.fields.items()}


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, float]:
    return figures_of(shared, shared / "corpus", "mlr")


@pytest.mark.parametrize(("field", "least"), LEAST.items())
def test_the_four_documents_are_read_as_annotated(figures: dict[str, float], field: str, least: float) -> None:
    assert figures[field] >= least


def test_tasks_are_found_with_their_days(figures: dict[str, float]) -> None:
    assert figures["assignments"] >= 0.75
    assert figures["due"] >= 0.95


@pytest.mark.parametrize("field", CORE)
def test_documents_of_others_are_read_too(shared: Path, field: str) -> None:
    assert figures_of(shared, shared / "corpus", "")[field] >= 0.95


def test_the_plan_is_recognised(shared: Path) -> None:
    kinds = {read(path.read_bytes(), path.name).kind for path in (shared / "corpus").glob("*plan.txt")}
    assert kinds == {"plan"}


def test_a_pdf_minutes_is_read_by_its_layout(shared: Path) -> None:
    for path in (shared / "corpus").glob("*.pdf"):
        record = read(path.read_bytes(), path.name)
        assert (record.kind, len(record.items) > 10, record.chair is not None) == ("minutes", True, True)


def test_every_value_stands_in_its_document(shared: Path) -> None:
    paths = [
        path for path in (shared / "corpus").iterdir() if path.suffix in (".txt", ".md", ".pdf") and path.stem != "GOLD"
    ]
    for path in paths:
        record = read(path.read_bytes(), path.name)
        for item in record.items:
            start, end = item.spans.title
            assert item.title.split()[0] in record.text[start:end]
            assert all(item.span[0] <= each.span[0] for each in item.decisions)
