"""What was said at an item, when it says more than the decisions and tasks that stand beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

# Fewer letters than this beside what is shown anyway are a label or a stray word ("Beslut:", "Mötet beslutade att").
LEAST = 40
# What fits in about five lines is read where it stands; more is folded away.
SHORT = 360


def worth_reading(notes: str, shown: Iterable[str]) -> bool:
    """Whether the notes hold more than the texts that are shown on their own, wherever the document broke its lines."""
    rest = " ".join(notes.split())
    for text in sorted(shown, key=len, reverse=True):
        rest = rest.replace(" ".join(text.split()), " ")
    return sum(letter.isalpha() for letter in rest) >= LEAST
