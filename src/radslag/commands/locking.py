"""The locked dependencies: requirements/*.txt compiled from pyproject.toml, every package with its checksums.

No index, no address and no command line is written down, so that the files say nothing about where they were compiled.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from radslag.commands import Stop
from radslag.commands.catalogue import ROOT

MARK = "# pyproject.toml: sha256:"
NOTE = "# Compiled by ./radslag lock; do not edit."
# What is compiled from which words of uv; the second keeps to the versions of the first.
FILES = {"run": [], "dev": ["--group", "dev", "--constraint", "requirements/run.txt"]}
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==\S+", re.MULTILINE)


def command(arguments: list[str]) -> int:
    """Compile both files; `--upgrade` takes the newest releases that pyproject.toml allows."""
    if set(arguments) - {"--upgrade"}:
        raise Stop("./radslag lock tar bara argumentet --upgrade.")
    for name, words in FILES.items():
        path = ROOT / "requirements" / f"{name}.txt"
        compile_one(path, [*words, *arguments])
        print(f"{path.relative_to(ROOT)}: {len(pinned(path.read_text(encoding='utf-8')))} paket")
    return 0


def compile_one(path: Path, words: list[str]) -> None:
    """Compile `path`, starting from the versions it already has, and head it with the checksum it was compiled from."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    switches = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    target = ["--quiet", "--python-version", "3.11", "--output-file", str(path.relative_to(ROOT)), "pyproject.toml"]
    done = subprocess.run([uv, "pip", "compile", *switches, *words, *target], cwd=ROOT, check=False)
    if done.returncode:
        raise Stop("Beroendena kunde inte räknas om; uv:s förklaring står ovanför.")
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{NOTE}\n{MARK}{checksum(ROOT)}\n{text}", encoding="utf-8")


def checksum(root: Path) -> str:
    """The checksum of what pyproject.toml asks for; comments and order of tables do not count."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [project["project"]["dependencies"], project["dependency-groups"], project["project"]["requires-python"]]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def pinned(text: str) -> set[str]:
    """The packages of a compiled file, by their normalised names."""
    return {normalised(name) for name in PINNED.findall(text)}


def declared(root: Path) -> dict[str, set[str]]:
    """The packages pyproject.toml names: for the product ("run"), and with the tools of a developer ("dev")."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    run = {_name(text) for text in project["project"]["dependencies"]}
    return {"run": run, "dev": run | {_name(text) for text in project["dependency-groups"]["dev"]}}


def _name(requirement: str) -> str:
    return normalised(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


def normalised(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
