"""The verbs of the source: every function that says who does it (`*, by: Actor`), and what it calls."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import radslag

PACKAGE = Path(radslag.__file__).parent
# What appends to the trail in its caller's transaction.
WRITERS = frozenset({"record", "record_all"})


@dataclass(frozen=True)
class Function:
    """A function at the top of a module. A verb says who does it; `atomic` that it opens a transaction."""

    app: str
    module: str
    name: str
    verb: bool
    calls: frozenset[str]
    atomic: bool
    in_actions: bool

    @property
    def public(self) -> bool:
        """Whether others may call it."""
        return not self.name.startswith("_")

    @property
    def key(self) -> str:
        """What calls name it by: a private function is its module's own."""
        return _key(self.module, self.name)

    def __str__(self) -> str:
        return f"{self.app}.{self.name}"


def functions() -> list[Function]:
    """All functions of the apps, tests and pages apart."""
    found = []
    for floor in ("base", "domain", "exchange"):
        for path in sorted((PACKAGE / floor).rglob("*.py")):
            app = path.relative_to(PACKAGE / floor).parts[0]
            tree = ast.parse(path.read_text(encoding="utf-8"))
            modules = _imported(tree)
            found += [_function(app, path, node, modules) for node in tree.body if isinstance(node, ast.FunctionDef)]
    return found


def tellers(known: list[Function]) -> set[str]:
    """The keys of functions that leave an event, themselves or through another."""
    telling = set(WRITERS)
    while more := {function.key for function in known if function.calls & telling} - telling:
        telling |= more
    return telling


def _function(app: str, path: Path, node: ast.FunctionDef, modules: set[str]) -> Function:
    return Function(
        app=app,
        module=str(path),
        name=node.name,
        verb=any(argument.arg == "by" for argument in node.args.kwonlyargs),
        calls=frozenset(
            _key(str(path), _called(call.func, modules)) for call in ast.walk(node) if isinstance(call, ast.Call)
        ),
        atomic="transaction.atomic" in ast.unparse(node),
        in_actions=path.name == "actions.py",
    )


def _called(function: ast.expr, modules: set[str]) -> str:
    # A method of a value (`text.split()`) is no function of ours, whatever its name.
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id in modules:
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _imported(tree: ast.Module) -> set[str]:
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return {alias.asname or alias.name for node in imports for alias in node.names}


def _key(module: str, name: str) -> str:
    return f"{module}:{name}" if name.startswith("_") else name
