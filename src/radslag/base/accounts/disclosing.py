"""Everything that is kept about a person, told to that person (the General Data Protection Regulation, article 15)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from radslag.base.accounts.models import Appointment, User
from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.people.models import Person, Sighting
from radslag.base.people.ties import ties

Row = dict[str, Any]
# What says nothing about the person: keys and counters of the database.
LEFT_OUT = {"id", "collaboration", "revision", "password", "words", "sort_name"}


@transaction.atomic
def disclose(*, person: Person, by: Actor) -> dict[str, Any]:
    """Every row that points at the person, by model and column, whichever app it belongs to; leaves an event.

    Of keys the object's UUID and what it is called are given.
    """
    users = list(User.objects.filter(logins__person=person).distinct())
    told: dict[str, Any] = {
        "person": _row(person),
        "accounts": [_row(user) for user in users],
        "roles": _rows(Appointment.objects.of(person.collaboration).filter(user__in=users)),
        "days_seen": _rows(Sighting.objects.filter(mandate__person=person).order_by("day", "pk")),
        "about": {
            tie.label: _rows(tie.model._base_manager.filter(**{tie.key.attname: person.pk}).order_by("pk"))
            for tie in ties()
        },
    }
    record(by=by, verb="disclose", about=person, collaboration=person.collaboration.uuid)
    return told


def _rows(rows: models.QuerySet[Any]) -> list[Row]:
    keys = [field.name for field in rows.model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return [_row(row) for row in rows.select_related(*keys)]


def _row(row: models.Model) -> Row:
    fields: Iterable[models.Field[Any, Any]] = row._meta.concrete_fields
    return {field.name: _value(row, field) for field in fields if field.name not in LEFT_OUT}


def _value(row: models.Model, field: models.Field[Any, Any]) -> Any:
    value = getattr(row, field.name)
    if isinstance(value, models.Model):
        return {"uuid": getattr(value, "uuid", None), "called": str(value)}
    return value
