"""The files of the repository, and what none of them may hold: forbidden names, registries' hosts, machine paths."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

# A file named so says nothing about what is in it.
NAMELESS = {"utils", "util", "helpers", "helper", "common", "services", "service", "managers", "manager", "misc"}
BYPASSING = {"admin"}  # it would go round actions, trail and tenancy
# In parts, so that the rule does not break itself.
REGISTRIES = [("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com")]
REGISTRIES += [("deb.debian", "org"), ("security.debian", "org"), ("proxy.golang", "org"), ("crates", "io")]
HOSTS = re.compile("|".join(re.escape(".".join(parts)) for parts in REGISTRIES), re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.:/}>\])])/" + r"(?:work|root|home|Users)/[\w.]")
BINARY = {".png", ".jpg", ".ico", ".pdf", ".docx", ".xlsx", ".woff2", ".mo", ".zip"}


def files(root: Path) -> list[Path]:
    """What git follows or would follow if added, without what has been deleted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({root / name for name in listed.stdout.split("\0") if name and (root / name).is_file()})


def problems(root: Path) -> list[str]:
    """Every name, host and path that must not be there."""
    return [problem for path in files(root) for problem in [*_name(root, path), *_content(root, path)]]


def _name(root: Path, path: Path) -> Iterator[str]:
    if path.suffix == ".py" and path.stem in NAMELESS | BYPASSING:
        yield f"{path.relative_to(root)}: en fil får inte heta {path.stem}; namnge den efter vad den handlar om"


def _content(root: Path, path: Path) -> Iterator[str]:
    if path.suffix in BINARY:
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        place = f"{path.relative_to(root)}:{number}"
        if HOSTS.search(line):
            yield f"{place}: nämner ett paketregister"
        if MACHINE.search(line):
            yield f"{place}: en sökväg på någons egen dator"
