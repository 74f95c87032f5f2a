"""Runs the product's commands as a person does: another process, a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def radslag(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `radslag WORDS` with the given RADSLAG_* settings (by their names in lower case without the prefix)."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("RADSLAG_", "DJANGO_"))}
    environ |= {f"RADSLAG_{name.upper()}": value for name, value in settings.items()}
    environ |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "default"}
    command = [sys.executable, "-m", "radslag.cli", *words]
    return subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
