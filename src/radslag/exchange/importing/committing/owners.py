"""Who an assignment is given to: the owner as written, taken apart only where every piece is unmistakable."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radslag.base.people.models import Municipality
from radslag.exchange.importing.register import KnownBody, Register, name_key

_BETWEEN = re.compile(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+")
_ENUMERATED = re.compile(r"(?P<who>\w[^(),]*?)\s*\((?P<names>[^()]+)\)")
_AT = re.compile(r"(?P<who>\w[^,()]*?)\s+(?:i|från|för)\s+(?P<name>\w[^,()]*)")


@dataclass(frozen=True)
class Owner:
    """One to whom it is given, as written. `person` is a key (`name_key`) when the whole text is a person's name."""

    text: str
    person: str | None = None
    body: KnownBody | None = None
    municipality: Municipality | None = None

    @property
    def known(self) -> bool:
        """Whether we know who or what it is."""
        return bool(self.person or self.body or self.municipality)


def owners_of(written: str, register: Register, people: frozenset[str]) -> list[Owner]:
    """The owners in a text; `people` are the keys of names that mean one person. One owner, text alone, in doubt."""
    text = " ".join(written.split())
    whole = _owner(text, register, people)
    if whole.known:
        return [whole]
    for pieces in (_bracketed(text), _BETWEEN.split(text)):
        owners = [_owner(piece, register, people) for piece in pieces]
        if len(owners) > 1 and all(owner.known for owner in owners):
            return owners
    return [whole]


def _bracketed(text: str) -> list[str]:
    """ "Ansvariga chefer (Sala, Tierp)" taken apart; the first piece keeps what they are called."""
    found = _ENUMERATED.fullmatch(text)
    if not found:
        return []
    first, *others = _BETWEEN.split(found["names"].strip())
    return [f"{found['who']} ({first})", *others]


def _owner(text: str, register: Register, people: frozenset[str]) -> Owner:
    key = name_key(text)
    if key in people:
        return Owner(text, person=key)
    bodies = [body for body in register.bodies if key in {name_key(name) for name in (body.name, *body.spellings)}]
    if len(bodies) == 1:
        return Owner(text, body=bodies[0])
    return Owner(text, municipality=_municipality(text, register))


def _municipality(text: str, register: Register) -> Municipality | None:
    """The member a piece names: "Sala", "Sala kommun", "kommundirektören i Sala", "ansvarig chef (Sala)"."""
    found = _AT.fullmatch(text) or _ENUMERATED.fullmatch(text)
    named = found.groups()[-1] if found else text
    municipality = register.municipality(named)
    if municipality is None or (register.members and municipality.pk not in register.members):
        return None
    return municipality
