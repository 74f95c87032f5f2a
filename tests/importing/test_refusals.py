"""Every sentence the reader refuses a document with can be said in the other language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from radslag.exchange.importing import archives
from radslag.exchange.importing.refusals import SAID
from radslag.text import reading
from radslag.text.reading.extracting import extraction, pdf

FOLDER = Path(reading.__file__).parent


def _sentences(path: Path) -> Iterator[str]:
    """The whole sentences in a module's code: capital, space, full stop, and no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told | pieces:
            words = node.value
            if words[:1].isupper() and words.endswith(".") and " " in words:
                yield words


def test_what_the_reader_says_is_marked_for_translation() -> None:
    files = [FOLDER / "__init__.py", *(FOLDER / "extracting").glob("*.py")]
    said = {sentence for path in files for sentence in _sentences(path)}
    assert len(said) > 20
    assert said - set(SAID) == set()


def test_the_limits_it_tells_of_are_the_limits() -> None:
    told = "\n".join(SAID)
    assert pdf.TOO_LONG in SAID
    assert f"{extraction.LARGEST // 1024 // 1024} MB" in told
    assert f"{extraction.MOST_LINES} rader" in told
    assert f"{archives.MOST_MEMBERS:,}".replace(",", " ") in archives.TOO_MANY
