"""A draft as the review shows it: every value with its words, its line, and what the reader first saw there. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from radslag.domain.decisions.models import Outcome, Strength
from radslag.domain.meetings.models import ItemType
from radslag.exchange.importing.drafts import HEAD, PARTS, Draft, Element
from radslag.web.secretariat.components.dates import clock, long_date
from radslag.web.secretariat.reviewing.places import TextLines, anchor_of, stands

HEAD_LABELS: Mapping[str, Any] = {
    "body": gettext_lazy("Grupp"),
    "date": gettext_lazy("Dag"),
    "start": gettext_lazy("Börjar"),
    "end": gettext_lazy("Slutar"),
    "place": gettext_lazy("Plats"),
    "chair": gettext_lazy("Ordförande"),
    "secretary": gettext_lazy("Vid protokollet"),
}
GROUP_LABELS: Mapping[str, Any] = {
    "present": gettext_lazy("Närvarande"),
    "others": gettext_lazy("Övriga medverkande"),
    "absent": gettext_lazy("Anmält förhinder"),
}
PART_LABELS: Mapping[str, Any] = {
    "presenters": gettext_lazy("Föredragande"),
    "annexes": gettext_lazy("Bilaga"),
    "proposals": gettext_lazy("Förslag till beslut"),
    "decisions": pgettext_lazy("ett", "Beslut"),
    "contributions": pgettext_lazy("ett", "Inspel"),
    "assignments": pgettext_lazy("ett", "Uppdrag"),
}
MAIN = {"presenters": "name", "annexes": "label", "assignments": "what"}


@dataclass(frozen=True)
class Value:
    """One value. `mark` is the id of its place in the text ("" without one), `was` what the reader saw if changed.

    `id` is what the draft calls the thing it belongs to; a fact of the meeting has none.
    """

    path: str
    label: str | Promise
    words: str
    line: int | None = None
    mark: str = ""
    was: str = ""
    inferred: bool = False
    id: str = ""

    @property
    def anchor(self) -> str:
        """The id of the value on the page."""
        return anchor_of(self.path)


@dataclass(frozen=True)
class Part(Value):
    """What stands under an item. `facts` are its smaller values; `struck` that it stays out of the record."""

    kind: str = ""
    facts: tuple[Value, ...] = ()
    state: str = ""
    soft: bool = False
    struck: bool = False
    added: bool = False


@dataclass(frozen=True)
class Somebody(Value):
    """A line of the attendance list."""

    affiliation: str = ""
    role: str = ""
    note: str = ""
    struck: bool = False
    added: bool = False


@dataclass(frozen=True)
class Group:
    """A part of the attendance list."""

    label: str | Promise
    people: list[Somebody]


@dataclass(frozen=True)
class Point(Value):
    """An item with what stands under it, list by list. `first` says that no item stands above it."""

    number: str = ""
    type: str = ""
    section: str = ""
    new_section: bool = False
    level: int = 3
    first: bool = False
    struck: bool = False
    under_struck: bool = False
    added: bool = False
    parts: Mapping[str, list[Part]] = field(default_factory=dict)


class Outline:
    """The draft of one document, and its text's lines."""

    def __init__(self, draft: Draft, lines: TextLines) -> None:
        self.draft, self.lines = draft, lines

    def head(self) -> list[Value]:
        """The facts of the meeting, also those that are missing."""
        return [self._head_value(name) for name in HEAD]

    def groups(self) -> list[Group]:
        """The attendance list."""
        people = {group: [] for group in GROUP_LABELS}  # type: dict[str, list[Somebody]]
        for person in self.draft["people"]:
            people[person["group"]].append(self._somebody(person))
        return [Group(label, people[group]) for group, label in GROUP_LABELS.items() if people[group]]

    def points(self) -> Iterator[Point]:
        """The items in their order; a sub-item is a level down."""
        items = self.draft["items"]
        above: dict[str, Point] = {}
        section = None
        for place, item in enumerate(items):
            parent = above.get(item["parent"] or "")
            point = self._point(item, parent, first=not place, new_section=item["section"] != section)
            above[item["id"]], section = point, item["section"]
            yield point

    def _head_value(self, name: str) -> Value:
        value, read = self.draft[name], self.draft["corrected"].get(name)
        changed = name in self.draft["corrected"]
        span = self.draft["spans"].get(name)
        return Value(
            name,
            HEAD_LABELS[name],
            spoken(name, value),
            *self._where(name, span),
            was=_read_as(spoken(name, read)) if changed else "",
            inferred=name in self.draft["inferred"] and not self.draft["answers"].get(name),
        )

    def _somebody(self, person: Element) -> Somebody:
        path = f"people.{person['id']}"
        return Somebody(
            path,
            _("Person"),
            person["name"],
            *self._where(path, person["span"]),
            was=_changed(person),
            id=person["id"],
            affiliation=person["affiliation"] or "",
            role=person["role"] or "",
            note=person["note"] or "",
            struck=person["rejected"],
            added=bool(person.get("added")),
        )

    def _point(self, item: Element, parent: Point | None, *, first: bool, new_section: bool) -> Point:
        path = f"items.{item['id']}"
        title = item["spans"].get("title")
        line, mark = self._where(f"{path}.title", title)
        if line is None and item["span"]:
            line = self.lines.number(item["span"][0])
        return Point(
            path,
            _("Punkt"),
            item["title"],
            line,
            mark,
            was=_changed(item),
            id=item["id"],
            number=item["number"] or "",
            type=str(ItemType(item["type"]).label) if item["type"] else "",
            section=item["section"] or "",
            new_section=new_section and bool(item["section"]),
            level=min(parent.level + 1, 5) if parent else 3,
            first=first,
            struck=item["rejected"],
            under_struck=parent is not None and (parent.struck or parent.under_struck),
            added=bool(item.get("added")),
            parts={kind: [self._part(path, kind, element) for element in item[kind]] for kind in PARTS},
        )

    def _part(self, item: str, kind: str, element: Element) -> Part:
        path = f"{item}.{kind}.{element['id']}"
        return Part(
            path,
            PART_LABELS[kind],
            element[MAIN.get(kind, "text")],
            *self._where(path, element["span"]),
            was=_changed(element),
            id=element["id"],
            kind=kind,
            facts=tuple(self._facts(path, kind, element)),
            state=str(Outcome(element["outcome"]).label) if element.get("outcome") else "",
            soft=element.get("strength") == Strength.SOFT,
            struck=element["rejected"],
            added=bool(element.get("added")),
        )

    def _facts(self, path: str, kind: str, element: Element) -> Iterator[Value]:
        if kind == "annexes" and element["title"]:
            yield Value(f"{path}.title", _("Titel"), element["title"])
        if kind == "assignments":
            spans = element.get("spans") or {}
            owner = element["owner"] or _("ingen nämnd")
            yield Value(f"{path}.owner", _("Vem"), owner, *self._where(f"{path}.owner", spans.get("owner")))
            when = spoken("due", element["due"]) or element["due_text"] or _("ingen tid nämnd")
            yield Value(f"{path}.due", pgettext("frist", "Klart"), when, *self._where(f"{path}.due", spans.get("due")))
            strength = element["strength"]
            if strength != Strength.DECIDED:
                yield Value(f"{path}.strength", _("Slag"), str(Strength(strength).label))

    def _where(self, path: str, span: Any) -> tuple[int | None, str]:
        return (self.lines.number(span[0]), f"m-{path}") if stands(span) else (None, "")


def spoken(name: str, value: Any) -> str:
    """A value as it is said: dates and times in the active language, nothing for nothing."""
    if not value:
        return ""
    if name in ("date", "due"):
        return long_date(date.fromisoformat(value))
    if name in ("start", "end"):
        return _said(str(value))
    return str(value)


def _said(written: str) -> str:
    try:
        return clock(time.fromisoformat(written))
    except ValueError:  # a document may say 24:00
        return written.replace(":", ".")


def _read_as(words: str) -> str:
    return words or _("ingenting")


def _changed(element: Element) -> str:
    """What the reader saw where somebody has changed it; of several changed values the first."""
    for name, read in element["corrected"].items():
        return _read_as(spoken(name, read))
    return ""
