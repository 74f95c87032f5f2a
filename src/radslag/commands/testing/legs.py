"""One run of pytest with its own figures: how many passed, failed, were skipped, and why."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from radslag.commands.catalogue import ROOT

NO_TESTS = 5  # pytest's exit code when nothing was collected
# What even CI may skip begins with this: it needs a machine CI is not.
OTHER_MACHINE = "annan maskin:"


@dataclass
class Outcome:
    """What a leg came to. `skipped` counts tests by the reason they gave; a leg not run has `missing` as its reason."""

    name: str
    code: int = 0
    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    missing: str = ""

    def holds(self, strict: bool) -> bool:
        """Whether all is well; in CI (`strict`) nothing may be left out but what needs another machine."""
        left_out = [*self.skipped, *([self.missing] if self.missing else [])]
        return self.code == 0 and not (strict and any(not reason.startswith(OTHER_MACHINE) for reason in left_out))


def run_pytest(name: str, arguments: Sequence[str], environ: Mapping[str, str] | None = None) -> Outcome:
    """Run pytest with its output shown as it comes."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-P", "-m", "pytest", f"--junit-xml={report}", *arguments]
        code = subprocess.run(command, cwd=ROOT, env={**os.environ, **(environ or {})}, check=False).returncode
        outcome = read_report(name, report) if report.exists() else Outcome(name, failed=1)
    outcome.code = 0 if code == NO_TESTS and outcome.failed == 0 and not outcome.passed else code
    if code == NO_TESTS:
        outcome.missing = "inga tester valdes"
    outcome.seconds = time.monotonic() - began
    return outcome


def read_report(name: str, path: Path) -> Outcome:
    """The figures of pytest's JUnit report."""
    outcome = Outcome(name)
    for case in ElementTree.parse(path).getroot().iter("testcase"):  # noqa: S314 - pytest wrote it a moment ago
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.failed += 1
        elif skip is not None:
            outcome.skipped[skip.get("message", "utan skäl")] += 1
        else:
            outcome.passed += 1
    return outcome


def summary(outcomes: Sequence[Outcome], strict: bool) -> list[str]:
    """A line per leg, what was left out and why, and a last line with the sums in pytest's own words."""
    lines = [""]
    for outcome in outcomes:
        verdict = "ok" if outcome.holds(strict) else "FEL"
        figures = f"{outcome.passed} gick, {outcome.failed} föll, {outcome.skipped.total()} hoppades över"
        lines.append(f"{outcome.name}: {verdict} – {outcome.missing or figures} ({outcome.seconds:.0f} s)")
        lines += [f"  överhoppat ({count}): {reason}" for reason, count in outcome.skipped.items()]
    passed = sum(outcome.passed for outcome in outcomes)
    # A leg that did not hold without a failed test (the gate, a skip that CI forbids) counts as one failure.
    failed = sum(outcome.failed or (not outcome.holds(strict)) for outcome in outcomes)
    skipped = sum(outcome.skipped.total() + bool(outcome.missing) for outcome in outcomes)
    return [*lines, "", f"{passed} passed, {failed} failed, {skipped} skipped"]
