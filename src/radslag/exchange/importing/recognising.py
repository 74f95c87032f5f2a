"""Who the people of a draft are: somebody in the register, somebody new, or somebody a person must tell us about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from radslag.base.people.likeness import likeness
from radslag.base.people.models import Municipality
from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import NEW, Draft, Element
from radslag.exchange.importing.register import KnownBody, KnownPerson, Register, name_key, person_key
from radslag.text.swedish.candidates import Candidate, Certainty
from radslag.text.swedish.names import candidates
from radslag.text.swedish.sorting import fold

Near = list[tuple[KnownPerson, Candidate]]


@dataclass(frozen=True)
class Choice:
    """An answer to a doubt. `value` is what the action takes: UUID, "new", "confirm", "join", or an id in the list."""

    value: str
    label: str
    reason: str = ""
    certainty: str = ""


@dataclass(frozen=True)
class PersonMatch:
    """Who somebody in the list is. `settled`: "known" (`person` says who), "new" or "asked" (`choices`).

    `one` is the id of the first in the list who is the same person; `why` a sentence when there is more to ask about
    than a name that is nearly the same.
    """

    settled: str
    person: KnownPerson | None
    choices: tuple[Choice, ...]
    municipality: Municipality | None
    member: bool
    one: str
    why: str = ""


class People:
    """Every person of a draft. The same name and affiliation twice is one person; two affiliations may be two."""

    def __init__(self, draft: Draft, register: Register, body: KnownBody | None) -> None:
        self.register, self.body = register, body
        self.people = drafts.people(draft)
        self.firsts = _firsts(self.people, register)
        self.by_id = {person["id"]: person for person in self.people}
        self.answers = {self.firsts[each["id"]]: each["answer"] for each in self.people if each["answer"]}
        self.settled: dict[str, PersonMatch] = {}
        found = (register.people_by_name.get(name_key(each["name"]), []) for each in self.people)
        # Somebody who stands in the list under their own name is not also the one whose name is nearly the same.
        self.taken = {persons[0].pk for persons in found if len(persons) == 1}

    def matches(self) -> dict[str, PersonMatch]:
        """By the id in the draft."""
        result = {}
        for person in self.people:
            first = self.firsts[person["id"]]
            if first not in self.settled:
                self.settled[first] = self._settle(person, first, self._municipality_of(first))
            municipality = self.register.municipality(person["affiliation"])
            member = municipality is not None and municipality.pk in self.register.members
            result[person["id"]] = replace(self.settled[first], municipality=municipality, member=member)
        return result

    def _municipality_of(self, first: str) -> Municipality | None:
        """The municipality of one person, whichever of their lines names it."""
        lines = (person for person in self.people if self.firsts[person["id"]] == first)
        found = (self.register.municipality(person["affiliation"]) for person in lines)
        return next((municipality for municipality in found if municipality is not None), None)

    def _settle(self, person: Element, first: str, municipality: Municipality | None) -> PersonMatch:
        key, answer = name_key(person["name"]), self._answer(first)
        exact = self.register.people_by_name.get(key, [])
        twins = [id_ for id_ in self.settled if name_key(self.by_id[id_]["name"]) == key]
        asked = PersonMatch("asked", None, (), municipality, False, first)
        if len(exact) == 1 and not answer and self._agrees(exact[0], key, twins, municipality):
            return replace(asked, settled="known", person=exact[0], choices=self._exact(exact, municipality))
        near = self._near(person, exact)
        asked = replace(asked, choices=(*self._choices(near, municipality), *self._twins(twins)))
        answer = answer or self._learnt(person, municipality, exact, twins)
        if answer in self.firsts:
            return replace(self.settled[self.firsts[answer]], choices=asked.choices)
        if answer:
            known = self.register.person_by_uuid.get(answer)
            return replace(asked, settled="known" if known else "new", person=known)
        if self._is_open(exact, twins, near, municipality):
            return replace(asked, why=self._why(person, exact, twins, municipality))
        return replace(asked, settled="new")

    def _is_open(
        self, exact: list[KnownPerson], twins: Sequence[str], near: Near, municipality: Municipality | None
    ) -> bool:
        return bool(exact or twins) or any(self._must_ask(candidate, municipality) for _, candidate in near)

    def _learnt(
        self, person: Element, municipality: Municipality | None, exact: list[KnownPerson], twins: Sequence[str]
    ) -> str | None:
        """What has been said of this name elsewhere, for the same municipality. Never for two lines of one list."""
        told = self.register.learnt.get(person_key(person["name"], municipality, person["affiliation"]))
        if told is None or twins:
            return None
        if told != NEW:
            return told if told in self.register.person_by_uuid else None
        # Somebody of their own: by now perhaps in the register, known by the municipality alone.
        same = [each for each in exact if municipality is not None and municipality.pk in each.municipalities]
        if len(same) > 1:
            return None
        return str(same[0].uuid) if same else NEW

    def _answer(self, first: str) -> str | None:
        """What a person has said, if it still means anything; only one who stands before in the list can be meant."""
        answer = self.answers.get(first)
        before = self.firsts.get(answer or "") in self.settled
        return answer if answer == NEW or answer in self.register.person_by_uuid or before else None

    def _agrees(self, known: KnownPerson, key: str, twins: Sequence[str], municipality: Municipality | None) -> bool:
        """Whether a name that one in the register has is enough: nothing may speak for it being two people."""
        if any(self.settled[id_].person == known for id_ in twins):
            return False
        if municipality is not None and municipality.pk in known.municipalities:
            return True
        several = len({first for id_, first in self.firsts.items() if name_key(self.by_id[id_]["name"]) == key}) > 1
        return not several and (municipality is None or not known.municipalities)

    def _why(
        self, person: Element, exact: list[KnownPerson], twins: Sequence[str], municipality: Municipality | None
    ) -> str:
        if len(exact) == 1 and municipality is not None and exact[0].municipalities - {municipality.pk}:
            before = ", ".join(self.register.municipality_names(exact[0].municipalities - {municipality.pk}))
            told = _("Samma person som %(name)s? Står här för %(here)s men har tidigare varit med för %(before)s.")
            return told % {"name": exact[0].name, "here": municipality.name, "before": before}
        if twins or len(exact) == 1:
            told = _("%(name)s står mer än en gång i dokumentet, med olika tillhörighet. Är det samma person?")
            return told % {"name": person["name"]}
        return ""

    def _twins(self, twins: Sequence[str]) -> list[Choice]:
        """Those before in the list with the same name, as answers; the known ones are offered as themselves."""
        told = _("Samma person som %(name)s (%(affiliation)s)")
        lines = [self.by_id[id_] for id_ in twins if self.settled[id_].person is None]
        return [
            Choice(line["id"], told % {"name": line["name"], "affiliation": line["affiliation"] or "–"})
            for line in lines
        ]

    def _exact(self, exact: list[KnownPerson], municipality: Municipality | None) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                str(known.uuid), known.name, self._reason(_("samma namn"), known, municipality), Certainty.EXACT.value
            )
            for known in exact
        )

    def _near(self, person: Element, exact: list[KnownPerson]) -> Near:
        found = []
        for candidate in candidates(person["name"], self.register.near(person["name"])):
            known = candidate.known.key
            assert isinstance(known, KnownPerson)
            if known.pk not in self.taken or known in exact:
                found.append((known, candidate))
        return found

    def _must_ask(self, candidate: Candidate, municipality: Municipality | None) -> bool:
        """Likely ones always; a merely possible one only when the municipality speaks for it too."""
        known = candidate.known.key
        assert isinstance(known, KnownPerson)
        if candidate.certainty != Certainty.POSSIBLE:
            return True
        return candidate.score >= 0.6 and municipality is not None and municipality.pk in known.municipalities

    def _choices(self, near: Near, municipality: Municipality | None) -> tuple[Choice, ...]:
        def rank(pair: tuple[KnownPerson, Candidate]) -> tuple[int, float]:
            known, candidate = pair
            same = (self.body is not None and self.body.pk in known.bodies) + (
                municipality is not None and municipality.pk in known.municipalities
            )
            order = list(Certainty).index(candidate.certainty)
            return order, -candidate.score - 0.1 * same

        return tuple(
            Choice(
                str(known.uuid),
                known.name,
                self._reason(likeness(candidate.reason), known, municipality),
                candidate.certainty.value,
            )
            for known, candidate in sorted(near, key=rank)
        )

    def _reason(self, reason: str, known: KnownPerson, municipality: Municipality | None) -> str:
        reasons = [reason]
        if municipality is not None and municipality.pk in known.municipalities:
            reasons.append(_("också %(municipality)s") % {"municipality": municipality.name})
        if self.body is not None and self.body.pk in known.bodies:
            reasons.append(_("samma grupp"))
        return ", ".join(reasons)


def _firsts(people: list[Element], register: Register) -> dict[str, str]:
    """Each id → that of the first with the same name and affiliation. A line without joins the only one there is."""
    named: dict[str, dict[str, str]] = {}
    for person in people:
        lines = named.setdefault(name_key(person["name"]), {})
        lines.setdefault(_affiliation(person, register), person["id"])
    result = {}
    for person in people:
        lines = named[name_key(person["name"])]
        one = len(lines.keys() - {""}) <= 1
        result[person["id"]] = next(iter(lines.values())) if one else lines[_affiliation(person, register)]
    return result


def _affiliation(person: Element, register: Register) -> str:
    """Alike for "Sala" and "Sala kommun"."""
    municipality = register.municipality(person["affiliation"])
    return municipality.code if municipality else " ".join(fold(person["affiliation"] or "").split())
