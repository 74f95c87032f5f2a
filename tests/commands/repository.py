"""Small repositories for tests of the gate and of the entry."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


def plant(root: Path, files: Mapping[str, str]) -> None:
    """Write `files` (place → content) into a new git repository at `root`."""
    for place, content in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
