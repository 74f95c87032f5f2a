"""A meeting laid out as a secretary writes it: blocks in order, which the shapes turn into files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from radslag.config.example.chronicle import Attendee, Gathering, Item
from radslag.config.example.manners import MANNERS, Manner

NOTICE = "notice"


@dataclass(frozen=True)
class Title:
    """The title, and what stands with it at the head of the paper: the collaboration and the body."""

    text: str
    collaboration: str
    body: str


@dataclass(frozen=True)
class Field:
    """A label of the head with its value; several values stand one a line."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """The heading of an item with what stands beside it."""

    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph; with a label when it opens with one."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Points:
    """A list, below a label or a lead when it has one."""

    points: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first row names the columns."""

    rows: tuple[tuple[str, ...], ...]


Block = Title | Field | Heading | Words | Points | Table
COLUMNS = ("Uppgift", "Ansvarig", "Klart senast")


def laid_out(meeting: Gathering, kind: str, collaboration: str) -> list[Block]:
    """The paper of a kind ("notice" or "minutes") in the manner the meeting says."""
    manner = MANNERS[meeting.papers[kind][0]]
    title = meeting.heading or manner.title
    blocks: list[Block] = [Title("Kallelse" if kind == NOTICE else title, collaboration, meeting.called)]
    blocks += _head(meeting, manner, kind)
    if kind == NOTICE:
        blocks.append(Words("Dagordning"))
    for item in meeting.items:
        blocks += _item(item, manner, kind)
    return blocks


def _head(meeting: Gathering, manner: Manner, kind: str) -> Iterator[Field]:
    day = meeting.day.isoformat() if manner.date == "iso" else meeting.weekday.capitalize()
    yield Field(manner.date_label, (day,))
    yield Field("Tid", (f"kl. {meeting.hours[0]}–{meeting.hours[1]}",))
    yield Field("Plats", (meeting.place,))
    if kind == NOTICE:
        yield Field(manner.secretary_label, (meeting.secretary,))
        return
    yield Field(manner.present_label, _people(meeting.present, manner))
    if meeting.others:
        yield Field(manner.others_label, tuple(map(_with_title, meeting.others)))
    if meeting.absent:
        yield Field(manner.absent_label, _people(meeting.absent, manner))
    yield Field(manner.secretary_label, (meeting.secretary,))
    if meeting.adjuster:
        yield Field("Justerare", (meeting.adjuster,))


def _people(people: tuple[Attendee, ...], manner: Manner) -> tuple[str, ...]:
    listed = tuple(_with_home(person) for person in people)
    return (", ".join(listed),) if manner.present == "running" else listed


def _with_home(person: Attendee) -> str:
    home = f" ({person.home})" if person.home else ""
    return f"{person.name}{home}{', ' + person.role if person.role else ''}"


def _with_title(person: Attendee) -> str:
    return ", ".join(part for part in (person.name, person.role, person.home) if part)


def _item(item: Item, manner: Manner, kind: str) -> Iterator[Block]:
    yield Heading(_heading(item, manner))
    if item.presenters and manner.presenter == "label":
        yield Words(" och ".join(item.presenters), manner.presenter_label)
    text = item.text[:1] if kind == NOTICE else item.text
    for part in text:
        yield Words(part)
    if kind != NOTICE and item.views:
        yield Points(item.views, manner.views_label)
    yield from _stated(item.proposals, manner.proposal_label)
    yield from _outcome(item, manner, kind)
    if item.topics:
        yield Points(item.topics, manner.topics_lead.rstrip(":"))


def _outcome(item: Item, manner: Manner, kind: str) -> Iterator[Block]:
    if kind == NOTICE:
        return
    yield from _stated(item.decisions, manner.decision_label)
    if any(task.in_table for task in item.tasks):
        yield Table((COLUMNS, *((task.told, task.owner, task.when) for task in item.tasks)))
    else:
        yield from _stated(tuple(task.sentence for task in item.tasks), manner.tasks_label)


def _stated(sentences: tuple[str, ...], label: str) -> Iterator[Block]:
    if len(sentences) == 1:
        yield Words(sentences[0], label)
    elif sentences:
        yield Points(sentences, label)


def _heading(item: Item, manner: Manner) -> str:
    number = manner.number.format(item.number) if manner.number else ""
    annex = " " + manner.annex.format(item.annex_number) if item.annex else ""
    names = f" ({', '.join(item.presenters)})" if item.presenters and manner.presenter == "bracket" else ""
    return f"{number}{item.title}{annex}{names}"
