"""Who does something: a signed-in user, a personal link, a background job, an import or the system itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

ActorKind = Literal["user", "link", "job", "import", "system"]


@dataclass(frozen=True)
class Actor:
    """The `by=` of every action. `label` is what the trail shows; it is personal data and erasable there.

    `for_whom`: the colleague whose right is used, when the actor stands in for somebody; empty otherwise.
    """

    kind: ActorKind
    id: UUID | None
    label: str
    for_whom: str = ""

    @property
    def signature(self) -> str:
        """ "Sara Vinterqvist", "Sara Vinterqvist (för Nils Ask)": as it is kept, so in Swedish whoever reads."""
        return f"{self.label} (för {self.for_whom})" if self.for_whom else self.label


SYSTEM = Actor("system", None, "Rådslag")
