"""The names of a person or a body beside the one now: which kind, until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from radslag.base.people.models import BodyName, PersonName
from radslag.text.swedish.sorting import fold
from radslag.web.secretariat.pages.person_edit import until


@dataclass(frozen=True)
class OtherName:
    """A former name or a spelling, in words."""

    name: str
    kind: str
    until: str


def other_names(rows: Iterable[PersonName] | Iterable[BodyName]) -> list[OtherName]:
    """In the order of the Swedish alphabet, former names first."""
    found: list[PersonName | BodyName] = list(rows)
    found.sort(key=lambda row: (not row.is_former, fold(row.name)))
    return [OtherName(row.name, row.get_kind_display(), until(row.end)) for row in found]
