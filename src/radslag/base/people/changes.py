"""Changes that can be taken back: every step is kept in its event as the row was before and after.

A step names columns and rows by their keys and holds nothing else, so that what has happened since to other columns of
a row does not stand in the way. The steps of an event are walked backwards; each refuses when what it left is no more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from radslag.base.audit.actions import Traced, record
from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.base.core.models import Revised
from radslag.base.people.models import Collaboration, Owned
from radslag.base.people.ties import pointing_at

Step = dict[str, Any]
UNDO = "undo"
# Rows about a person or a body are also found by its name.
NAME = "name"


class CannotUndo(Exception):
    """Something has been built on the change. The message is a sentence for the one who asked."""


class Changes:
    """The steps of one change, noted as they are made. Values are by column (`person_id`), dates as dates."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def set(self, row: models.Model, **values: Any) -> None:
        """Write columns of a row. Raises `Stale` when a revised row is not as it was when it was read."""
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        if not changed:
            return
        before = _values(row, changed)
        for name in changed:
            setattr(row, name, values[name])
        if isinstance(row, Revised):
            row.save_revised(expected=row.revision, fields=changed)
        else:
            row.save(update_fields=changed)
        if NAME in changed:
            _reindex_about(row)
        self._note("set", row, before=before, after=_values(row, changed))

    def create(self, row: models.Model) -> None:
        """Insert a new row."""
        row.save(force_insert=True)
        self._note("create", row, values=_values(row))

    def delete(self, row: models.Model) -> None:
        """Take a row away. Nothing may point at it: what does is moved or deleted first, in steps of its own."""
        if _dependents(row):
            raise RuntimeError(f"{row._meta.label} {row.pk} is still pointed at")
        self._note("delete", row, values=_values(row))
        row.delete()

    def move(
        self, key: models.ForeignKey[Any, Any], source: int, target: int, rows: Iterable[int] | None = None
    ) -> int:
        """Lead a key from one row to another: everywhere, or in the `rows` with these keys. Returns how many moved."""
        found = key.model._base_manager.filter(**{key.attname: source})
        if rows is not None:
            found = found.filter(pk__in=list(rows))
        moved = sorted(found.values_list("pk", flat=True))
        if moved:
            _lead(key, moved, target)
            model = key.model._meta.label_lower
            step = {"do": "move", "model": model, "field": key.name, "rows": moved, "from": source, "to": target}
            self.steps.append(step)
        return len(moved)

    def _note(self, do: str, row: models.Model, **more: Any) -> None:
        self.steps.append({"do": do, "model": row._meta.label_lower, "row": row.pk, **more})


@transaction.atomic
def tell(changes: Changes, *, by: Actor, verb: str, about: Owned, **words: Any) -> Event | None:
    """Leave the event that can be undone; None when nothing was changed. `words` are for the sentence."""
    if not changes.steps:
        return None
    after = {**words, "steps": changes.steps}
    return record(by=by, verb=verb, about=about, collaboration=about.collaboration.uuid, after=after)


def alone(collaboration: Collaboration) -> None:
    """Let nobody else change people of the collaboration until the transaction ends."""
    Collaboration.objects.select_for_update().get(pk=collaboration.pk)


def reindex(rows: models.QuerySet[Any]) -> None:
    """Anew the words that rows are found by, in models that keep such (`index()` and a column `words`)."""
    if not hasattr(rows.model, "index"):
        return
    keys = [field.name for field in rows.model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    found = list(rows.select_related(*keys))
    for row in found:
        row.index()
    rows.model._base_manager.bulk_update(found, ["words"], batch_size=200)


def undone(events: Iterable[Event]) -> set[int]:
    """The sequence numbers of those among some events of one object that other ones of them have undone."""
    return {(event.detail("after") or {}).get("undone", 0) for event in events if event.verb == UNDO}


def can_be_undone(event: Event) -> bool:
    """Whether the event holds steps at all; whether they can be walked back shows when it is tried."""
    return event.verb != UNDO and bool((event.detail("after") or {}).get("steps"))


@transaction.atomic
def undo_change(*, event: Event, about: Owned, by: Actor) -> Event:
    """Walk an event's steps backwards. Raises `CannotUndo` and changes nothing when something stands in the way."""
    alone(about.collaboration)
    history = list(Event.objects.about(event.kind, event.object_uuid))
    if not can_be_undone(event):
        raise CannotUndo(_("Uppgifterna om ändringen har raderats, så den går inte att ångra."))
    if event.sequence in undone(history):
        raise CannotUndo(_("Ändringen är redan ångrad."))
    steps: list[Step] = event.detail("after")["steps"]
    try:
        with transaction.atomic():
            for step in reversed(steps):
                _BACK[step["do"]](step)
    except IntegrityError as clash:
        raise CannotUndo(_built_upon()) from clash
    told = {"undone": event.sequence, "undone_verb": event.verb}
    traced = cast(Traced, about)
    return record(by=by, verb="undo", about=traced, collaboration=about.collaboration.uuid, after=told)


def _built_upon() -> str:
    return _("Något har ändrats sedan dess, så det går inte att ångra rakt av.")


def _unset(step: Step) -> None:
    model = apps.get_model(step["model"])
    row = model._base_manager.filter(pk=step["row"]).first()
    if row is None or _values(row, step["after"]) != step["after"]:
        raise CannotUndo(_built_upon())
    values = _columns(model, step["before"])
    if issubclass(model, Revised):
        values["revision"] = F("revision") + 1
    model._base_manager.filter(pk=row.pk).update(**values)
    if NAME in values:
        _reindex_about(row)


def _uncreate(step: Step) -> None:
    row = apps.get_model(step["model"])._base_manager.filter(pk=step["row"]).first()
    if row is None or _values(row) != step["values"] or _dependents(row):
        raise CannotUndo(_built_upon())
    row.delete()


def _undelete(step: Step) -> None:
    model = apps.get_model(step["model"])
    row = model(**_columns(model, step["values"]))
    for field in model._meta.concrete_fields:
        key = getattr(row, field.attname)
        if (
            isinstance(field, models.ForeignKey)
            and key is not None
            and not field.related_model._base_manager.filter(pk=key).exists()
        ):
            raise CannotUndo(_built_upon())
    row.save_base(force_insert=True, raw=True)


def _unmove(step: Step) -> None:
    key = apps.get_model(step["model"])._meta.get_field(step["field"])
    assert isinstance(key, models.ForeignKey)
    still = key.model._base_manager.filter(pk__in=step["rows"], **{key.attname: step["to"]}).count()
    if still != len(step["rows"]):
        raise CannotUndo(_built_upon())
    _lead(key, step["rows"], step["from"])


_BACK: Mapping[str, Callable[[Step], None]] = {
    "set": _unset,
    "create": _uncreate,
    "delete": _undelete,
    "move": _unmove,
}


def _lead(key: models.ForeignKey[Any, Any], rows: list[int], target: int) -> None:
    values: dict[str, Any] = {key.attname: target}
    if issubclass(key.model, Revised):
        values["revision"] = F("revision") + 1
    found = key.model._base_manager.filter(pk__in=rows)
    found.update(**values)
    reindex(found)


def _reindex_about(row: models.Model) -> None:
    for key in pointing_at(type(row)):
        reindex(key.model._base_manager.filter(**{key.attname: row.pk}))


def _dependents(row: models.Model) -> bool:
    """Whether any row of any model points at this one."""
    keys = pointing_at(type(row))
    return any(key.model._base_manager.filter(**{key.attname: row.pk}).exists() for key in keys)


def _values(row: models.Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Columns as an event will give them back; all but the revision unless named."""
    columns = names or [field.attname for field in row._meta.concrete_fields if field.name != "revision"]
    plain = json.dumps({name: getattr(row, name) for name in columns}, cls=DjangoJSONEncoder)
    found: dict[str, Any] = json.loads(plain)
    return found


def _columns(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values out of an event as the columns hold them."""
    found = {}
    for name, value in values.items():
        field = model._meta.get_field(name)
        assert isinstance(field, models.Field)
        # A key's column holds the key itself, which `to_python` of the key's field would look up.
        found[name] = value if isinstance(field, models.ForeignKey) else field.to_python(value)
    return found
