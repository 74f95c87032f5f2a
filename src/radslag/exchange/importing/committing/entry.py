"""One document on its way into the record: what all steps of a commit share."""

from __future__ import annotations

from dataclasses import dataclass, field

from radslag.base.core.actor import Actor
from radslag.base.documents.models import Extraction, Version
from radslag.base.people.models import Body, Collaboration, Person
from radslag.exchange.importing.committing.ledger import Ledger
from radslag.exchange.importing.drafts import Draft
from radslag.exchange.importing.matching import Match
from radslag.exchange.importing.register import Register, name_key


@dataclass
class Entry:
    """The draft with what the register says of it; `people` fills up as they are found or made, by `name_key`.

    `listed` are those of the attendance list by their id in the draft: two may have the same name. `planned`: the
    meeting was being prepared here when its document came.
    """

    collaboration: Collaboration
    draft: Draft
    extraction: Extraction
    version: Version
    register: Register
    match: Match
    by: Actor
    ledger: Ledger = field(default_factory=Ledger)
    people: dict[str, Person] = field(default_factory=dict)
    listed: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    planned: bool = False

    @property
    def minutes(self) -> bool:
        """Whether the document tells what happened, not only what is to happen."""
        return bool(self.draft["kind"] == "minutes")

    @property
    def text(self) -> str:
        """The extracted text, which spans index."""
        return self.extraction.text

    def person_named(self, name: str | None) -> Person | None:
        """The person with exactly this name, in the document's list or else in the register; None when two have it."""
        return self.people.get(name_key(name)) if name else None
