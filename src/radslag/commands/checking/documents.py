"""The documents against the code: commands, settings and terms they name are those there are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from radslag.commands.catalogue import COMMANDS
from radslag.commands.checking.tracked import files
from radslag.config.environment import SETTINGS

COMMAND = re.compile(r"\./radslag[ \t]+([a-z]+)")
SETTING = re.compile(r"\bRADSLAG_[A-Z_]*[A-Z]\b")
ROW = re.compile(r"^\| `(RADSLAG_[A-Z_]+)` \| (?:`([^`]*)`|–) \|", re.MULTILINE)
HARNESS = re.compile(r"RADSLAG_(TEST|REQUIRE)_")
DOCUMENT = re.compile(r"\bdocs/[\w/-]+\.md\b")
IDENTIFIER = re.compile(r"`([A-Z][A-Za-z]+)(?:\.[a-z_]+)?`")


def problems(root: Path) -> list[str]:
    """Everything a document says that the code does not, and the settings and terms no document explains."""
    return [*_commands_and_settings(root), *_named_files(root), *_operations(root), *_glossary(root)]


def _commands_and_settings(root: Path) -> Iterator[str]:
    commands = {command.name for command in COMMANDS}
    settings = {setting.name for setting in SETTINGS}
    for path in _documents(root):
        name, text = path.relative_to(root), path.read_text(encoding="utf-8")
        for word in sorted(set(COMMAND.findall(text)) - commands):
            yield f"{name}: kommandot ./radslag {word} finns inte"
        for word in sorted(set(SETTING.findall(text)) - settings):
            if not HARNESS.match(word):
                yield f"{name}: inställningen {word} finns inte"


def _named_files(root: Path) -> Iterator[str]:
    """A document that is referred to is there."""
    for path in _documents(root):
        for name in sorted(set(DOCUMENT.findall(path.read_text(encoding="utf-8")))):
            if not (root / name).exists():
                yield f"{path.relative_to(root)}: {name} finns inte"


def _documents(root: Path) -> list[Path]:
    return [path for path in files(root) if path.suffix == ".md" or path == root / ".ci" / "run"]


def _operations(root: Path) -> Iterator[str]:
    """docs/operations.md has a row for every setting, with its default."""
    told = {name: default or "" for name, default in ROW.findall(_text(root, "docs/operations.md"))}
    for setting in SETTINGS:
        if setting.name not in told:
            yield f"docs/operations.md: {setting.name} saknas i tabellen"
        elif told[setting.name] != setting.default:
            yield f"docs/operations.md: {setting.name} har standardvärdet {setting.default!r}"


def _glossary(root: Path) -> Iterator[str]:
    """docs/glossary.md explains every model: a word in the code that no user would recognise must be told."""
    explained = set(IDENTIFIER.findall(_text(root, "docs/glossary.md")))
    for path in files(root):
        name = path.relative_to(root).as_posix()
        if name.startswith("src/") and re.search(r"/models(/\w+)?\.py$", name):
            for model in sorted(_models(path) - explained):
                yield f"docs/glossary.md: {model} ({name}) saknas"


def _models(path: Path) -> set[str]:
    """The concrete models of a file: classes with a base that is named Model or ends so, and no `abstract = True`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and _is_model(node)
    }


def _is_model(node: ast.ClassDef) -> bool:
    metas = [child for child in node.body if isinstance(child, ast.ClassDef) and child.name == "Meta"]
    fields = [child for child in node.body if isinstance(child, ast.Assign) and _makes_field(child.value)]
    abstract = any("abstract = True" in ast.unparse(meta) for meta in metas)
    return bool(fields) and not abstract


def _makes_field(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func).endswith(("Field", "ForeignKey"))


def _text(root: Path, name: str) -> str:
    path = root / name
    return path.read_text(encoding="utf-8") if path.exists() else ""
