"""The locked requirements against pyproject.toml, without asking any index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from radslag.commands.locking import MARK, checksum, declared, pinned

ADDRESS = re.compile(r"https?://|^\s*(--(extra-)?index-url|--find-links|-i|-f)\b", re.MULTILINE)
MEND = "kör ./radslag lock"


def problems(root: Path) -> list[str]:
    """What is out of step, unpinned, without a checksum, or holds an address."""
    found = [problem for kind, names in declared(root).items() for problem in _of_file(root, kind, names)]
    return [*found, *_of_package_lock(root)]


def _of_file(root: Path, kind: str, names: set[str]) -> Iterator[str]:
    path = root / "requirements" / f"{kind}.txt"
    name = path.relative_to(root)
    if not path.exists():
        yield f"{name} saknas; {MEND}"
        return
    text = path.read_text(encoding="utf-8")
    if MARK + checksum(root) not in text.splitlines():
        yield f"{name} är inte räknad ur den pyproject.toml som finns nu; {MEND}"
    for missing in sorted(names - pinned(text)):
        yield f"{name}: {missing} är inte låst; {MEND}"
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        if "==" in block and "--hash=sha256:" not in block:
            yield f"{name}: {block.split()[0]} saknar kontrollsumma; {MEND}"
    if ADDRESS.search(text):
        yield f"{name}: innehåller en adress; {MEND}"


def _of_package_lock(root: Path) -> Iterator[str]:
    asked = json.loads((root / "package.json").read_text(encoding="utf-8")).get("devDependencies", {})
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    if lock["packages"][""].get("devDependencies", {}) != asked:
        yield "package-lock.json är inte räknad ur package.json; kör npm install --package-lock-only"
    for name, entry in lock["packages"].items():
        if "resolved" in entry:
            yield f"package-lock.json: {name} har en adress; kör npm install med omit-lockfile-registry-resolved"
