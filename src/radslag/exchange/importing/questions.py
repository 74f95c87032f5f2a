"""Which of a document's doubts are asked for many documents at once, and by which key they are the same. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import Draft, Element
from radslag.exchange.importing.matching import Doubt, day_of
from radslag.exchange.importing.register import Register, name_key, person_key

BODY: Final = "body"
PERSON: Final = "person"
# The longest key a lesson has room for; a name that long is no name.
LONGEST: Final = 400


@dataclass(frozen=True)
class Asked:
    """One question in one document: of which kind, by which key it is the same in another, and as it is written."""

    kind: str
    key: str
    written: str
    whose: str

    @property
    def row(self) -> list[str]:
        """As it is kept."""
        return [self.kind, self.key, self.written, self.whose]


def asked(draft: Draft, doubts: tuple[Doubt, ...], register: Register) -> list[Asked]:
    """The doubts an answer can settle in other documents, too: which body, and who somebody is."""
    found = []
    people = {f"people.{person['id']}": person for person in drafts.people(draft)}
    for doubt in doubts:
        if doubt.kind == BODY and draft["body"]:
            found.append(Asked(BODY, name_key(draft["body"])[:LONGEST], draft["body"], ""))
        elif doubt.kind == PERSON and not _about_the_list(doubt):
            found.append(_person(people[doubt.path], register))
    return found


def _about_the_list(doubt: Doubt) -> bool:
    """Whether it is about two lines of the same list, which says nothing of other documents."""
    return any(choice.value.startswith(drafts.PERSON) and choice.value[1:].isdigit() for choice in doubt.choices)


def _person(person: Element, register: Register) -> Asked:
    municipality = register.municipality(person["affiliation"])
    whose = municipality.name if municipality else (person["affiliation"] or "")
    return Asked(
        PERSON, person_key(person["name"], municipality, person["affiliation"])[:LONGEST], person["name"], whose
    )


def written_names(draft: Draft) -> list[str]:
    """What the document may be affected by: the keys of its names, its body, and its day."""
    names = {name_key(person["name"]) for person in drafts.people(draft)}
    if draft.get("body"):
        names.add(of_body(draft["body"]))
    if day := day_of(draft):
        names.add(of_day(day.isoformat()))
    return sorted(names)


def of_body(name: str) -> str:
    """The mark of a body's name among the written names."""
    return f"§{name_key(name)}"


def of_day(day: Any) -> str:
    """The mark of a day among the written names."""
    return f"@{day}"
