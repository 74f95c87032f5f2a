"""The trail has a sentence for every verb the product writes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import radslag
from radslag.base.audit.models import Event
from radslag.web.secretariat.pages.sentences import DEEDS, OTHERWISE, SENTENCES
from radslag.web.secretariat.pages.trail import sentence

PACKAGE = Path(radslag.__file__).parent
# Where the verb stands among the arguments of functions that hand it on; elsewhere it is the keyword `verb`.
THROUGH = {"_trail": 1, "_tell": 1, "_turn": 4, "_move": 3}


def verbs() -> Iterator[str]:
    """Every verb an action writes."""
    for floor in ("base", "domain", "exchange"):
        for path in sorted((PACKAGE / floor).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _verbs_of(node)


def _verbs_of(call: ast.Call) -> Iterator[str]:
    said = [keyword.value for keyword in call.keywords if keyword.arg == "verb"]
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    place = THROUGH.get(name)
    if place is not None and place < len(call.args):
        said.append(call.args[place])
    yield from (each.value for each in said if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_every_verb_has_a_sentence() -> None:
    told = {verb for verb, _kind in SENTENCES} | set(OTHERWISE)
    found = set(verbs())
    assert {"create", "commit", "finish", "appoint", "observe"} <= found
    assert found <= told, f"no sentence for {sorted(found - told)}"


def test_every_verb_can_be_told_without_its_content() -> None:
    assert set(verbs()) | {"erase", ""} == set(DEEDS)


def test_no_sentence_is_left_over() -> None:
    found = set(verbs())
    assert not {verb for verb, _kind in SENTENCES} - found


@pytest.mark.parametrize(("verb", "kind"), sorted(SENTENCES))
def test_a_sentence_says_who_and_reads_without_its_words(verb: str, kind: str) -> None:
    event = Event(verb=verb, kind=kind, details={"actor": "Anna Ek", "label": "Y", "before": None, "after": {}})
    text = sentence(event)
    assert "%(" not in text
    assert "Anna Ek" in text or verb == "refuse"


def test_a_verb_nobody_has_thought_of_is_told_plainly() -> None:
    event = Event(verb="juggle", kind="meeting", details={"actor": "Anna Ek", "label": "M"})
    assert sentence(event) == "Anna Ek gjorde något med möte: M (juggle)."


def test_percent_signs_in_what_is_told_do_no_harm() -> None:
    event = Event(verb="finish", kind="assignment", details={"actor": "Anna", "label": "100 % %(x)s %s", "after": {}})
    assert "100 % %(x)s %s" in sentence(event)
