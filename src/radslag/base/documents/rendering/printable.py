"""Text as paper can carry it. What people paste holds marks that no page shows and that break a Word file."""

from __future__ import annotations

import re
from typing import Any

# XML 1.0 has no place for these, and no paper shows them. Line breaks and tabs stay.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2060\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
SURROGATE = re.compile("[\ud800-\udfff]")
BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def printable(value: Any) -> Any:
    """The value with every text in it, also in lists and dicts, without marks that cannot be printed."""
    if isinstance(value, str):
        return SURROGATE.sub("", UNPRINTABLE.sub("", BREAK.sub("\n", value)))
    if isinstance(value, dict):
        return {key: printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    return value
