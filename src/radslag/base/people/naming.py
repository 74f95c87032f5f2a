"""What people and bodies are called: the name now, former names with their last day, and spellings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.base.people.changes import Changes, alone, tell
from radslag.base.people.models import Body, BodyName, NameKind, Person, PersonName
from radslag.text.swedish.names import sort_name

Named = Person | Body


class NameTaken(Exception):
    """The person or body has that name already, now or among the others."""


@transaction.atomic
def rename(
    *,
    named: Named,
    expected: int,
    name: str,
    by: Actor,
    was: NameKind | None = NameKind.FORMER,
    end: date | None = None,
) -> None:
    """`name` is the name from now on; the old one stays as `was`, until `end`, or not at all when it was a mistake.

    A name that stood among the others no longer does. Raises `Stale`, and `NameTaken` when it is the name already.
    """
    alone(named.collaboration)
    if named.revision != expected:
        raise Stale(named)
    if name == named.name:
        raise NameTaken
    old, changes = named.name, Changes()
    for row in _others(named, name):
        changes.delete(row)
    more: dict[str, Any] = {"sort_name": sort_name(name)} if isinstance(named, Person) else {}
    changes.set(named, name=name, **more)
    if was is not None and not _others(named, old):
        changes.create(_row(named, old, was, end))
    tell(changes, by=by, verb="rename", about=named, old=old, name=name)


@transaction.atomic
def add_name(*, named: Named, name: str, kind: NameKind, by: Actor, end: date | None = None) -> None:
    """Remember a former name, until `end`, or another spelling. Raises `NameTaken`."""
    alone(named.collaboration)
    if name == named.name or _others(named, name):
        raise NameTaken
    changes = Changes()
    changes.create(_row(named, name, kind, end if kind == NameKind.FORMER else None))
    if kind == NameKind.FORMER:
        tell(changes, by=by, verb="former", about=named, name=name)
    elif isinstance(named, Person):
        tell(changes, by=by, verb="spell", about=named, name=name)
    else:
        tell(changes, by=by, verb="name", about=named, name=name)


@transaction.atomic
def remove_name(*, row: PersonName | BodyName, by: Actor) -> None:
    """A name beside the current one is taken away."""
    named = row.person if isinstance(row, PersonName) else row.body
    alone(named.collaboration)
    changes, name = Changes(), row.name
    changes.delete(row)
    tell(changes, by=by, verb="unname", about=named, name=name)


def _others(named: Named, name: str) -> list[Any]:
    return list(named.names.filter(name=name))


def _row(named: Named, name: str, kind: NameKind, end: date | None) -> PersonName | BodyName:
    fields: dict[str, Any] = {"collaboration": named.collaboration, "name": name, "kind": kind.value, "end": end}
    if isinstance(named, Person):
        return PersonName(person=named, **fields)
    return BodyName(body=named, **fields)
