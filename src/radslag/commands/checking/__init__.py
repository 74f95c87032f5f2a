"""`./radslag check`: the style gate. Every step runs, so that one round shows all there is to mend."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from radslag.commands import Stop
from radslag.commands.catalogue import ROOT
from radslag.commands.checking import documents, limits, requirements, tracked

TOOLS = {
    "Format (ruff)": ["ruff", "format", "--check", "--quiet", "--output-format=concise"],
    "Regler (ruff)": ["ruff", "check", "--quiet", "--output-format=concise"],
    "Typer (mypy)": ["mypy"],
    "Våningar (import-linter)": ["lint-imports", "--no-cache"],
    "Register (pytest)": ["pytest", "-q", "--no-header", "tests/test_architecture.py"],
}
RULES: dict[str, Callable[[Path], Sequence[str]]] = {
    "Gränser": limits.problems,
    "Beroenden": requirements.problems,
    "Filer": tracked.problems,
    "Dokument": documents.problems,
}


def command(arguments: list[str]) -> int:
    """Run every step and say what does not hold; exit code 1 when something does not."""
    if arguments:
        raise Stop("./radslag check tar inga argument.")
    began = time.monotonic()
    failed = [name for name, words in TOOLS.items() if not _tool(name, words)]
    failed += [name for name, rule in RULES.items() if not _rule(name, rule)]
    seconds = time.monotonic() - began
    verdict = f"Grinden håller inte: {', '.join(failed)}" if failed else "Grinden håller"
    print(f"{verdict} ({seconds:.0f} s).", flush=True)
    return 1 if failed else 0


def _tool(name: str, words: Sequence[str]) -> bool:
    program = Path(sys.executable).with_name(words[0])
    with TemporaryDirectory() as home:
        # mypy's plugin loads the settings, which make a secret key: not in anyone's own home.
        environ = {**os.environ, "RADSLAG_HOME": home}
        done = subprocess.run(
            [str(program), *words[1:]], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
        )
    print(f"{name}: {'ok' if done.returncode == 0 else 'FEL'}", flush=True)
    if done.returncode:
        print((done.stdout + done.stderr).rstrip(), flush=True)
    return done.returncode == 0


def _rule(name: str, rule: Callable[[Path], Sequence[str]]) -> bool:
    found = rule(ROOT)
    print(f"{name}: {'FEL' if found else 'ok'}", flush=True)
    for problem in found:
        print(f"  {problem}")
    return not found
