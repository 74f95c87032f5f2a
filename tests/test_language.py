"""Swedish is what is written; English is complete."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel.messages.catalog import Message

from radslag.commands import translating

PATH = translating.LOCALE / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


def test_every_visible_text_has_its_english() -> None:
    assert translating.untranslated(translating.gathered(PATH)) == []


def test_the_catalogue_holds_what_is_said_now_and_nothing_else() -> None:
    now, kept = translating.gathered(PATH), translating.read(PATH)

    assert {message.id for message in kept} == {message.id for message in now}


def test_a_translation_has_the_gaps_of_its_text() -> None:
    wrong = [message.id for message in translating.read(PATH) if message.id and not _same_gaps(message)]

    assert wrong == []


def test_no_swedish_is_left_in_the_english() -> None:
    said = [form for message in translating.read(PATH) if message.id for form in _forms(message.string)]

    assert [form for form in said if re.search("[åäö]", form.casefold().replace("rådslag", ""))] == []


def _same_gaps(message: Message) -> bool:
    """The last form has all the gaps of the last form; a singular may do without the number."""
    text, english = _forms(message.id), _forms(message.string)
    return all(_gaps(form) <= _gaps(text[-1]) for form in english) and _gaps(english[-1]) == _gaps(text[-1])


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _gaps(text: str) -> set[str]:
    return {named or numbered for named, numbered in PLACEHOLDER.findall(text)}
