"""Rows kept as data when they are taken away, so that taking them back gives the same rows with the same UUIDs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from radslag.base.audit.models import Event
from radslag.base.people.models import Collaboration, Owned
from radslag.domain.meetings.models import (
    AgendaItem,
    AgendaSection,
    Attachment,
    Contribution,
    Meeting,
    Presenter,
    ProposedDecision,
    SuggestionAnswer,
)
from radslag.domain.meetings.refusal import Refused

# What stands under an item, and goes and comes back with it.
UNDER_ITEM: tuple[type[Owned], ...] = (Presenter, Attachment, ProposedDecision, Contribution, SuggestionAnswer)
# In the order rows can be made again.
ORDER: tuple[type[Owned], ...] = (Meeting, AgendaSection, AgendaItem, *UNDER_ITEM)

Kept = list[dict[str, Any]]


def keep_items(items: Sequence[AgendaItem]) -> Kept:
    """Some items with everything under them. As many statements however many there are."""
    return keep([*items, *under(items)])


def under(items: Sequence[AgendaItem]) -> list[Owned]:
    """Everything that stands under some items, in one statement a model."""
    managers: list[Any] = [model._base_manager for model in UNDER_ITEM]
    return [row for manager in managers for row in manager.filter(item__in=items).order_by("pk")]


def keep(rows: Iterable[models.Model]) -> Kept:
    """The rows as JSON: keys to each other by UUID, since they get new ones; keys to other rows as they are."""
    listed = list(rows)
    uuids = {(type(row), row.pk): str(row.uuid) for row in listed}  # type: ignore[attr-defined]  # all are Identified
    return [{"model": row._meta.label_lower, "values": _values(row, uuids)} for row in listed]


def _values(row: models.Model, uuids: Mapping[tuple[type, Any], str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.primary_key:
            continue
        value = getattr(row, field.attname)
        known = uuids.get((field.related_model, value)) if isinstance(field, models.ForeignKey) else None
        values[field.name] = {"uuid": known} if known else value
    return values


def kept_in(collaboration: Collaboration, event: UUID, kind: str) -> tuple[Event, Mapping[str, Any]]:
    """What an event kept of an object of this kind. Raises `Refused` when there is nothing to take back."""
    found = Event.objects.of_collaboration(collaboration.uuid).filter(uuid=event, kind=kind).first()
    before = found.detail("before") if found is not None else None
    if found is None or not isinstance(before, dict) or "kept" not in before:
        raise Refused(_("Det som togs bort går inte att ta tillbaka längre."))
    return found, before


def make_again(kept: Kept, collaboration: Collaboration) -> list[Owned]:
    """The rows once more. Raises `Refused` when what they stood under has gone."""
    made: dict[str, Owned] = {}
    for model in ORDER:
        rows = [each["values"] for each in kept if each["model"] == model._meta.label_lower]
        for level in _levels(rows):
            gone = _gone(model, level)
            new = [_row(model, values, collaboration, made, gone) for values in level]
            model._base_manager.bulk_create(new)
            made |= {str(row.uuid): row for row in new}
    return list(made.values())


def _levels(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The rows in turns: one that stands below another in the list comes in a later turn."""
    levels: list[list[dict[str, Any]]] = []
    waiting = rows
    while waiting:
        later = {row["uuid"] for row in waiting}
        now = [row for row in waiting if not _below(row, later)] or waiting
        levels.append(now)
        waiting = [row for row in waiting if row not in now]
    return levels


def _below(row: Mapping[str, Any], uuids: set[str]) -> bool:
    parent = row.get("parent")
    return isinstance(parent, dict) and parent["uuid"] in uuids


def _gone(model: type[Owned], rows: list[dict[str, Any]]) -> dict[str, set[Any]]:
    """By field, the keys to rows that are no longer there."""
    gone = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            keys = {row[field.name] for row in rows if isinstance(row[field.name], int)}
            if keys:
                there = field.related_model._base_manager.filter(pk__in=keys).values_list("pk", flat=True)
                gone[field.name] = keys - set(there)
    return gone


def _row(
    model: type[Owned],
    values: Mapping[str, Any],
    collaboration: Collaboration,
    made: Mapping[str, Owned],
    gone: Mapping[str, set[Any]],
) -> Any:
    row = model(collaboration=collaboration)
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name == "collaboration" or field.name not in values:
            continue
        value = values[field.name]
        if not isinstance(field, models.ForeignKey):
            setattr(row, field.attname, field.to_python(value))
            continue
        if isinstance(value, dict):
            value = made[value["uuid"]].pk if value["uuid"] in made else None
        elif value in gone.get(field.name, ()):
            value = None
        if value is None and not field.null:
            raise Refused(_("Det som togs bort hade en plats som inte finns längre."))
        setattr(row, field.attname, value)
    return row
