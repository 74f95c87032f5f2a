"""The bench says which limits hold, in a table and as JSON, and by its exit code."""

from __future__ import annotations

import json

import pytest

from benchmarks import command
from benchmarks.figures import Figure, interleaved

WITHIN = Figure("frågor", 16, "st", 16)
BEYOND = Figure("tillväxt", 1.31, "gånger", 1.3)
TOO_SLOW = Figure("import", 4.9, "st/s", 5, most=False)


def test_a_limit_is_the_most_or_the_least() -> None:
    assert [figure.holds for figure in (WITHIN, BEYOND, TOO_SLOW)] == [True, False, False]


@pytest.mark.parametrize(("figures", "code"), [([WITHIN], 0), ([WITHIN, BEYOND], 1)])
def test_the_exit_code_tells_whether_all_hold(
    monkeypatch: pytest.MonkeyPatch, figures: list[Figure], code: int
) -> None:
    for name in ("_set_up", "_tear_down"):
        monkeypatch.setattr(command, name, lambda *_: None)
    monkeypatch.setattr(command, "_figures", lambda: iter(figures))
    assert command.main([]) == code


def test_json_has_the_agreed_keys(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("_set_up", "_tear_down"):
        monkeypatch.setattr(command, name, lambda *_: None)
    monkeypatch.setattr(command, "_figures", lambda: iter([TOO_SLOW]))
    command.main(["--json"])
    row = {"name": "import", "figure": 4.9, "unit": "st/s", "limit": 5, "holds": False}
    assert json.loads(capsys.readouterr().out) == [row]


def test_works_are_done_in_turn() -> None:
    done: list[str] = []
    medians = interleaved([lambda: done.append("a"), lambda: done.append("b")], 2)
    assert done == ["a", "b"] * 3
    assert len(medians) == 2
