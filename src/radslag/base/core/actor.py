"""Who does something: a signed-in user, a personal link, a background job, an import or the system itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

ActorKind = Literal["user", "link", "job", "import", "system"]


@dataclass(frozen=True)
class Actor:
    """The `by=` of every action. `label` is what the trail shows; it is personal data and erasable there."""

    kind: ActorKind
    id: UUID | None
    label: str


SYSTEM = Actor("system", None, "Rådslag")
