"""What `./radslag test` makes of its legs: sums, reasons, and what CI lets pass."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from radslag.commands import testing
from radslag.commands.testing.browser import find_chromium
from radslag.commands.testing.legs import Outcome, read_report, run_pytest, summary

REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure message="no"/></testcase>
<testcase name="c"><error message="no"/></testcase>
<testcase name="d"><skipped message="../shared saknas"/></testcase><testcase name="e"/>
</testsuite></testsuites>"""


def test_a_report_is_summed_up_with_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT)

    outcome = read_report("SQLite", tmp_path / "report.xml")

    assert (outcome.passed, outcome.failed) == (2, 2)
    assert outcome.skipped == Counter({"../shared saknas": 1})


@pytest.mark.parametrize(
    ("outcome", "by_hand", "in_ci"),
    [
        (Outcome("a", passed=1), True, True),
        (Outcome("a", code=1, failed=1), False, False),
        (Outcome("a", passed=1, skipped=Counter({"../shared saknas": 1})), True, False),
        (Outcome("a", passed=1, skipped=Counter({"annan maskin: en skrivare": 1})), True, True),
        (Outcome("a", missing="Chromium är inte installerad"), True, False),
    ],
)
def test_ci_lets_nothing_be_left_out_but_what_needs_another_machine(
    outcome: Outcome, by_hand: bool, in_ci: bool
) -> None:
    assert outcome.holds(strict=False) is by_hand
    assert outcome.holds(strict=True) is in_ci


def test_the_last_line_is_the_sum_in_pytests_words() -> None:
    legs = [
        Outcome("Grinden", code=1),
        Outcome("SQLite", passed=5, skipped=Counter({"x": 2})),
        Outcome("PG", missing="y"),
    ]

    assert summary(legs, strict=False)[-1] == "5 passed, 1 failed, 3 skipped"


def test_what_was_left_out_is_told_with_its_reason() -> None:
    lines = "\n".join(summary([Outcome("SQLite", passed=5, skipped=Counter({"../shared saknas": 2}))], strict=False))

    assert "överhoppat (2): ../shared saknas" in lines


def test_pytest_is_run_and_its_figures_come_back(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("import pytest\ndef test_a(): pass\ndef test_b(): pytest.skip('no')\n")

    outcome = run_pytest("En", ["-q", "-p", "no:django", "--rootdir", str(tmp_path), "-c", "/dev/null", str(tmp_path)])

    assert (outcome.code, outcome.passed, outcome.failed, outcome.skipped.total()) == (0, 1, 0, 1)


def test_a_choice_that_matches_nothing_is_no_success(tmp_path: Path) -> None:
    outcome = run_pytest("En", ["-q", "-p", "no:django", "--rootdir", str(tmp_path), "-c", "/dev/null", str(tmp_path)])

    assert outcome.missing == "inga tester valdes"
    assert not outcome.holds(strict=True)


def test_a_browser_that_is_named_but_not_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "chromium"))
    assert find_chromium() is None

    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert find_chromium() == Path(sys.executable)


def test_a_machine_without_the_server_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("radslag.commands.testing.cluster.find_binaries", lambda: None)

    outcome = testing._postgresql()

    assert "apt install postgresql" in outcome.missing
    assert not outcome.holds(strict=True)
