"""Every sentence the reader refuses a document with can be said in the other language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import override

from radslag.exchange.importing import archives
from radslag.exchange.importing.receiving import too_large
from radslag.exchange.importing.refusals import SAID, in_words
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
    assert f"{extraction.MOST_LINES} rader" in told
    assert f"{archives.MOST_MEMBERS:,}".replace(",", " ") in archives.TOO_MANY


def test_a_kept_sentence_is_shown_in_the_language_of_the_reader() -> None:
    with override("en"):
        assert in_words(too_large(30 * 1024 * 1024)).startswith("The file is larger than 30 MB.")
        assert in_words("Något ingen känner till.") == "Något ingen känner till."
        assert in_words("") == ""


def test_a_file_that_was_here_already_is_told_of_in_both_languages() -> None:
    kept = "Samma fil kom in 2026-09-01 som A och O.pdf och är införd i Styrelsen 2026-08-28. Inget ändrades."
    assert in_words(kept) == kept
    with override("en"):
        told = "The same file was received on 2026-09-01 as A och O.pdf and is in the record in Styrelsen 2026-08-28."
        assert in_words(kept) == f"{told} Nothing was changed."
