"""Who took part, municipality by municipality."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Person:
    """Someone. `note` is role and the like; `state` and `word` only when more is to be said than "present"."""

    name: str
    url: str = ""
    note: str | Promise = ""
    state: str = "neutral"
    word: str | Promise = ""
    source: str = ""


@dataclass(frozen=True)
class AttendanceRow:
    """A municipality (or "Övriga"): who was there and who had sent word. Both empty: nothing is known."""

    municipality: str
    url: str = ""
    present: Sequence[Person] = field(default_factory=tuple)
    absent: Sequence[Person] = field(default_factory=tuple)


def attendance_context(rows: Sequence[AttendanceRow], caption: object) -> dict[str, Any]:
    return {
        "rows": rows,
        "caption": caption,
        "represented": sum(1 for row in rows if row.present),
        "people": sum(len(row.present) for row in rows),
        "total": len(rows),
    }
