"""What stands under the items of a document: presenters, annexes, proposals, decisions, views, assignments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from django.db import models

from radslag.base.people.models import Body, Owned
from radslag.domain.decisions.models import Assignee, Assignment, Decision, Strength
from radslag.domain.meetings.models import AgendaItem, Attachment, Contribution, Meeting, Presenter, ProposedDecision
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.committing.owners import Owner, owners_of
from radslag.exchange.importing.drafts import Element
from radslag.text.swedish.sorting import fold

M = TypeVar("M", bound=Owned)
Rows = list[tuple[AgendaItem, Element]]


def enter_content(entry: Entry, meeting: Meeting, rows: Rows) -> None:
    """Everything under the items. What another paper of the meeting says word for word is not entered twice."""
    fill = _Fill(entry, rows)
    fill.rows(Presenter, "presenters", "name", _presenter(entry))
    fill.rows(Attachment, "annexes", "label", _attachment)
    fill.rows(ProposedDecision, "proposals", "text", _text)
    fill.rows(Contribution, "contributions", "text", _text)
    logged = {"meeting": meeting, "body": meeting.body, "day": meeting.date}
    fill.rows(Decision, "decisions", "text", lambda element: logged | _decision(element))
    given = fill.rows(Assignment, "assignments", "what", lambda element: logged | _assignment(element))
    _strengthen(entry, given)
    _enter_assignees(entry, given)


def _presenter(entry: Entry) -> Callable[[Element], dict[str, Any]]:
    def values(element: Element) -> dict[str, Any]:
        return {"name": fit(Presenter, "name", element["name"]), "person": entry.person_named(element["name"])}

    return values


def _attachment(element: Element) -> dict[str, Any]:
    return {name: fit(Attachment, name, element[name]) for name in ("label", "number", "title")}


def _text(element: Element) -> dict[str, Any]:
    return {"text": element["text"]}


def _decision(element: Element) -> dict[str, Any]:
    return {"text": element["text"], "outcome": element["outcome"] or ""}


def _assignment(element: Element) -> dict[str, Any]:
    return {
        "what": element["what"],
        "due": date.fromisoformat(element["due"]) if element["due"] else None,
        "due_text": fit(Assignment, "due_text", element["due_text"]),
        "strength": element["strength"] or Strength.DECIDED,
    }


def _strengthen(entry: Entry, given: list[tuple[Assignment, Element]]) -> None:
    """What a notice proposed, the minutes tell was given."""
    for assignment, element in given:
        strength = element["strength"] or Strength.DECIDED
        if entry.minutes and assignment.strength == Strength.PROPOSED != strength:
            entry.ledger.change(assignment, {"strength": assignment.strength})
            assignment.strength = strength
            assignment.save_revised(expected=assignment.revision, fields=("strength",))


class _Fill:
    """Makes the rows of one model after another, each in one statement."""

    def __init__(self, entry: Entry, rows: Rows) -> None:
        self.entry, self.items = entry, rows
        self.joined = [item for item, _ in rows if str(item.uuid) not in entry.ledger.made["meetings.agendaitem"]]

    def rows(
        self, model: type[M], part: str, name: str, values: Callable[[Element], dict[str, Any]]
    ) -> list[tuple[M, Element]]:
        """The rows of one part, new and found, with the elements they come from; cited, and noted when new."""
        there = self._there(model, name)
        counts = {item: len(rows) for item, rows in there.items()}
        pairs: list[tuple[M, Element]] = []
        new: list[M] = []
        for item, element in self._elements(part):
            row = there.get(item.pk, {}).get(_key(element[name], element.get("number") if part == "annexes" else None))
            if row is None:
                counts[item.pk] = position = counts.get(item.pk, 0) + 1
                row = model(collaboration=self.entry.collaboration, item=item, position=position, **values(element))
                new.append(row)
            pairs.append((row, element))
        _index(new)
        model._base_manager.bulk_create(new)
        self.entry.ledger.make(new)
        self._cite(pairs)
        return pairs

    def _elements(self, part: str) -> Iterable[tuple[AgendaItem, Element]]:
        return ((item, element) for item, read in self.items for element in drafts.parts(read, part))

    def _there(self, model: type[M], name: str) -> dict[int, dict[str, M]]:
        """What another paper has put under the same items, by item and folded words."""
        found: dict[int, dict[str, M]] = {}
        if self.joined:
            for row in model._base_manager.filter(item__in=self.joined).order_by("position", "pk"):
                number = row.number if isinstance(row, Attachment) else None
                found.setdefault(row.item_id, {})[_key(getattr(row, name), number)] = row  # type: ignore[attr-defined]  # all have an item
        return found

    def _cite(self, pairs: Iterable[tuple[Owned, Element]]) -> None:
        for row, element in pairs:
            spans = element.get("spans")
            self.entry.ledger.cite(row, "what" if spans else "", (spans or {}).get("what") or element["span"])
            for field in ("owner", "due"):
                self.entry.ledger.cite(row, field, (spans or {}).get(field))


def _key(words: str, number: str | None) -> str:
    """What two papers call alike: an annex by its number ("bil. 3", "Bilaga 3"), anything else by its words."""
    return f"#{number}" if number else fold(words)


def _index(rows: Iterable[models.Model]) -> None:
    """The words a log finds a row by; a row that is made with many others does not pass its own `save`."""
    for row in rows:
        if isinstance(row, Decision | Assignment | Assignee):
            row.index()


def _enter_assignees(entry: Entry, given: list[tuple[Assignment, Element]]) -> None:
    people = frozenset(entry.people)
    new: list[Assignee] = []
    for assignment, element in given:
        if not element["owner"] or str(assignment.uuid) not in entry.ledger.made["decisions.assignment"]:
            continue
        owners = owners_of(element["owner"], entry.register, people)
        new += [_assignee(entry, assignment, owner, position) for position, owner in enumerate(owners, 1)]
    _index(new)
    Assignee.objects.bulk_create(new)
    entry.ledger.make(new)


def _assignee(entry: Entry, assignment: Assignment, owner: Owner, position: int) -> Assignee:
    return Assignee(
        collaboration=entry.collaboration,
        assignment=assignment,
        position=position,
        text=fit(Assignee, "text", owner.text),
        person=entry.people[owner.person] if owner.person else None,
        body=_body(entry, owner),
        municipality=owner.municipality,
    )


def _body(entry: Entry, owner: Owner) -> Body | None:
    if owner.body is None:
        return None
    key = str(owner.body.pk)
    if key not in entry.bodies:
        entry.bodies[key] = Body.objects.get(pk=owner.body.pk)
    return entry.bodies[key]
