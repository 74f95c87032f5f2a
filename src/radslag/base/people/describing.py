"""What is said of people and bodies beside their names: contact details, kind, period, successor. All can be undone."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.base.people.changes import Changes, alone, tell
from radslag.base.people.models import Body, Person


class Circular(Exception):
    """A body cannot be taken over by itself, by way of others either."""


@transaction.atomic
def describe_person(*, person: Person, expected: int, title: str, email: str, phone: str, by: Actor) -> bool:
    """Title and contact details. Returns whether anything changed; raises `Stale`."""
    alone(person.collaboration)
    if person.revision != expected:
        raise Stale(person)
    changes = Changes()
    changes.set(person, title=title, email=email, phone=phone)
    return tell(changes, by=by, verb="describe", about=person) is not None


@transaction.atomic
def describe_body(
    *,
    body: Body,
    expected: int,
    kind: str,
    short_name: str,
    start: date | None,
    end: date | None,
    successor: Body | None,
    by: Actor,
) -> bool:
    """Kind, short name, when it exists (`end` not included) and which body took over. Raises `Stale`, `Circular`."""
    alone(body.collaboration)
    if body.revision != expected:
        raise Stale(body)
    _must_end(body, successor)
    changes = Changes()
    after = successor.pk if successor else None
    changes.set(body, kind=kind, short_name=short_name, start=start, end=end, successor_id=after)
    return tell(changes, by=by, verb="describe", about=body) is not None


def _must_end(body: Body, successor: Body | None) -> None:
    seen = {body.pk}
    while successor is not None:
        if successor.pk in seen:
            raise Circular
        seen.add(successor.pk)
        successor = successor.successor
