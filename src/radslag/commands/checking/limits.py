"""How large things may be. A limit is a smoke alarm: what trips it holds more than one thing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from radslag.commands.checking.tracked import files

FILE_LINES = 500
FUNCTION_LINES = 60
BRANCHES = 12
TEST_LINES = 16
TEMPLATE_LINES = 100
STYLESHEET_LINES = 250
ALL_STYLESHEETS_LINES = 2500
DECISIONS = (
    ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert, ast.comprehension,
    ast.match_case,
)  # fmt: skip

Function = ast.FunctionDef | ast.AsyncFunctionDef


def problems(root: Path) -> list[str]:
    """Every file, function, test, template and stylesheet that is too large."""
    found: list[str] = []
    stylesheets = 0
    for path in files(root):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".py" and "/migrations/" not in name:
            found += python_problems(name, path.read_text(encoding="utf-8"))
        elif name.startswith("src/") and (path.suffix == ".html" or "/templates/" in name):
            found += _too_long(name, path, TEMPLATE_LINES)
        elif path.suffix == ".css" and name.startswith("src/"):
            found += _too_long(name, path, STYLESHEET_LINES)
            stylesheets += _lines(path)
    if stylesheets > ALL_STYLESHEETS_LINES:
        found.append(f"all CSS: {stylesheets} rader, högst {ALL_STYLESHEETS_LINES}")
    return found


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _too_long(name: str, path: Path, limit: int) -> list[str]:
    lines = _lines(path)
    return [f"{name}: {lines} rader, högst {limit}"] if lines > limit else []


def python_problems(name: str, source: str) -> list[str]:
    """The limits of one Python file; `name` is its place in the repository."""
    lines = len(source.splitlines())
    found = [f"{name}: {lines} rader, högst {FILE_LINES}"] if lines > FILE_LINES else []
    try:
        tree = ast.parse(source)
    except SyntaxError as wrong:
        return [*found, f"{name}:{wrong.lineno}: går inte att tolka"]
    return found + [problem for function in _functions(tree) for problem in _function_problems(name, function)]


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _function_problems(name: str, function: Function) -> Iterator[str]:
    place = f"{name}:{function.lineno} {function.name}"
    limit = TEST_LINES if is_test(name, function) else FUNCTION_LINES
    if length(function) > limit:
        yield f"{place}: {length(function)} rader, högst {limit}"
    if branches(function) > BRANCHES:
        yield f"{place}: {branches(function)} grenar, högst {BRANCHES}"


def is_test(name: str, function: Function) -> bool:
    """Whether the shorter limit of a test holds; stories tell a whole course of events and are excepted."""
    story = name.startswith("tests/stories/") or name.endswith("/test_story.py")
    return name.startswith("tests/") and not story and function.name.startswith("test_")


def length(function: Function) -> int:
    """Lines from `def` to the last one, without decorators and docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def branches(function: Function) -> int:
    """One, and one more for each decision; those of a function inside it are its own."""
    return 1 + sum(_decisions(node) for node in _own(function))


def _own(function: Function) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Function):
            yield node
            waiting += ast.iter_child_nodes(node)


def _decisions(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    return int(isinstance(node, DECISIONS))
