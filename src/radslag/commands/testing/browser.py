"""What the browser tests stand on: Debian's Chromium, and axe and html-validate from package-lock.json."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from radslag.commands.catalogue import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path | None:
    """The browser to drive: the one CHROMIUM names, else one on PATH."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return Path(chosen) if os.access(chosen, os.X_OK) else None
    return next((Path(found) for found in map(shutil.which, NAMES) if found), None)


def front_end_tools() -> str:
    """Install what package-lock.json names, if it has changed. Gives why it could not be done, empty when it was."""
    lock, stamp = ROOT / "package-lock.json", ROOT / "node_modules" / ".radslag"
    wanted = lock.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm är inte installerat (i Debian: apt install npm)"
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return f"npm ci misslyckades ({done.stderr.strip()[-200:]})"
    stamp.write_text(wanted, encoding="utf-8")
    return ""
