"""How the verbs of this app leave their event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from radslag.base.people.models import Owned


@dataclass(frozen=True)
class Removed:
    """What was taken away: the event a restoring verb takes it back from, and what it was called."""

    event: UUID
    label: str


def differences(row: Owned, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values a row has now of those that are to change."""
    return {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
