"""Swedish is what is written; English is complete."""

from __future__ import annotations

import re

from radslag.commands import translating

PATH = translating.LOCALE / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


def test_every_visible_text_has_its_english() -> None:
    assert translating.untranslated(translating.gathered(PATH)) == []


def test_the_catalogue_holds_what_is_said_now_and_nothing_else() -> None:
    now, kept = translating.gathered(PATH), translating.read(PATH)

    assert {message.id for message in kept} == {message.id for message in now}


def test_a_translation_has_the_gaps_of_its_text() -> None:
    wrong = [
        message.id
        for message in translating.read(PATH)
        if isinstance(message.id, str) and message.id and _gaps(message.id) != _gaps(str(message.string))
    ]

    assert wrong == []


def _gaps(text: str) -> set[str]:
    return {named or numbered for named, numbered in PLACEHOLDER.findall(text)}
