"""What the reader says a document holds, in the shape of the reader contract.

A span is `[start, end)` in characters of the extracted text.
Nothing is invented: what the document does not say is None.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass, field
from typing import Any, Self

from radslag.text.reading.passage import Span


class _Json:
    """Conversion of a dataclass to and from the JSON of the contract; tuples become lists."""

    def to_json(self) -> dict[str, Any]:
        """A dict in the contract's shape, fresh and free to change."""
        fields = dataclasses.fields(self)  # type: ignore[arg-type]  # every subclass is a dataclass
        return {each.name: _plain(getattr(self, each.name)) for each in fields}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The inverse of `to_json`; unknown keys are left out, missing ones take their default."""
        hints = typing.get_type_hints(cls)
        return cls(**{name: _typed(hints[name], data[name]) for name in hints if name in data})


def _plain(value: Any) -> Any:
    if isinstance(value, _Json):
        return value.to_json()
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _typed(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _typed(next(each for each in inner if each is not type(None)), value)
    if origin is tuple:
        return _tuple(inner, value)
    if origin is dict:
        return {key: _typed(inner[1], each) for key, each in value.items()}
    if isinstance(hint, type) and issubclass(hint, _Json):
        return hint.from_json(value)
    return value


def _tuple(inner: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
    return tuple(_typed(kind, each) for kind, each in zip(kinds, value, strict=True))


@dataclass(frozen=True)
class Person(_Json):
    """Somebody in the attendance list; `affiliation` is municipality, organisation or party as written."""

    name: str
    span: Span
    affiliation: str | None = None
    role: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Annex(_Json):
    label: str
    span: Span
    number: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Statement(_Json):
    """A proposal or a contribution."""

    text: str
    span: Span


@dataclass(frozen=True)
class Decision(_Json):
    """`outcome` is a word of the glossary: approved, approved_with_changes, rejected, tabled, referred_back, filed."""

    text: str
    span: Span
    outcome: str | None = None


@dataclass(frozen=True)
class AssignmentSpans(_Json):
    what: Span
    owner: Span | None = None
    due: Span | None = None


@dataclass(frozen=True)
class Assignment(_Json):
    """`due` (ISO) only where the document fixes the day; `strength`: decided, soft or proposed."""

    what: str
    span: Span
    spans: AssignmentSpans
    owner: str | None = None
    due: str | None = None
    due_text: str | None = None
    strength: str = "decided"


@dataclass(frozen=True)
class ItemSpans(_Json):
    title: Span
    number: Span | None = None
    presenters: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Item(_Json):
    """`span` runs from the heading to the end of the item; `parent` is the number, or the title, of the item above."""

    title: str
    span: Span
    spans: ItemSpans
    number: str | None = None
    parent: str | None = None
    section: str | None = None
    type: str | None = None
    presenters: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    proposals: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    contributions: tuple[Statement, ...] = ()
    assignments: tuple[Assignment, ...] = ()


@dataclass(frozen=True)
class NextMeeting(_Json):
    body: str
    span: Span
    date: str | None = None
    topics: tuple[str, ...] = ()
    inferred: bool = False


@dataclass(frozen=True)
class Activity(_Json):
    """A row of the activity table of a plan."""

    focus_area: str
    name: str
    span: Span
    priority: str | None = None
    description: str = ""
    goals: tuple[str, ...] = ()
    governance: tuple[str, ...] = ()
    follow_up: str = ""


@dataclass(frozen=True)
class Finding(_Json):
    """What an attentive secretary would say; `line` counts from 1. Texts are Swedish."""

    rule: str
    severity: str
    message: str
    why: str
    span: Span
    line: int
    mend: str | None = None


@dataclass(frozen=True)
class Record(_Json):
    """One document as read. `spans` leads from a field of the head to its place; adjusters have one span each."""

    kind: str
    text: str
    reader_version: str
    language: str = "sv"
    body: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    adjusters: tuple[str, ...] = ()
    present: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    items: tuple[Item, ...] = ()
    next_meetings: tuple[NextMeeting, ...] = ()
    activities: tuple[Activity, ...] = ()
    findings: tuple[Finding, ...] = ()
    inferred: tuple[str, ...] = ()
    spans: dict[str, Span | None] = field(default_factory=dict)
    adjuster_spans: tuple[Span, ...] = ()

    def to_json(self, *, with_text: bool = True) -> dict[str, Any]:
        """The contract's JSON. The text the spans index is left out with `with_text=False`."""
        data = super().to_json()
        data["spans"]["adjusters"] = data.pop("adjuster_spans")
        if not with_text:
            del data["text"]
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Record:
        spans = dict(data.get("spans") or {})
        adjusters = spans.pop("adjusters", [])
        return super().from_json({"text": "", **data, "spans": spans, "adjuster_spans": adjusters})
