"""Foundation 1: everything belongs to one collaboration, and the database itself refuses a key that crosses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from radslag.base.accounts.actions import connect_person
from radslag.base.accounts.models import Login
from radslag.base.core.actor import SYSTEM
from radslag.base.core.guards import owned, owned_keys
from radslag.base.people.actions import create_person
from radslag.base.people.models import Collaboration
from tests.cast import Cast
from tests.furnished import furnished

# Rows of no one collaboration, each with the reason.
SHARED = {
    "people.Collaboration": "is the owner",
    "people.Municipality": "reference data of Sweden",
    "accounts.User": "one human signs in once, to several collaborations",
    "audit.Chain": "names its collaboration by UUID, to outlive it",
    "audit.Event": "names its collaboration by UUID, to outlive it",
    "jobs.Job": "names its collaboration by UUID; the queue stands below people",
    "jobs.Counter": "names its collaboration by UUID; counting stands below people",
    "jobs.Submission": "a form's nonce, random and soon forgotten",
}
OURS = [model for model in apps.get_models() if model._meta.app_config.name.startswith("radslag.")]
KEYS = [(model, field) for model in OURS for field in owned_keys(model)]


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """With something in every table."""
    return furnished(cast)


def test_every_row_belongs_to_a_collaboration_or_says_why_not() -> None:
    assert {model._meta.label for model in OURS if not owned(model)} == set(SHARED)


def test_no_shared_row_points_at_an_owned_one() -> None:
    keys = [field for model in OURS if not owned(model) for field in model._meta.local_concrete_fields]
    assert not [key for key in keys if isinstance(key, models.ForeignKey) and owned(key.related_model)]


def test_no_key_is_changed_to_another_collaborations_row(cast: Cast) -> None:
    assert len(KEYS) > 40
    for model, field in KEYS:
        foreign = _row(field.related_model, cast.other)
        said = _refusal(_rows(cast, model).update, **{field.attname: foreign.pk})
        assert "crosses collaborations" in said or "immutable" in said, f"{model._meta.label}.{field.name}: {said}"


def test_no_row_is_made_with_another_collaborations_key(cast: Cast) -> None:
    for model, field in KEYS:
        row = _row(model, cast.collaboration)
        row.pk, row.uuid, row._state.adding = None, uuid4(), True
        setattr(row, field.attname, _row(field.related_model, cast.other).pk)
        said = _refusal(models.Model.save_base, row, force_insert=True)
        assert "crosses collaborations" in said, f"{model._meta.label}.{field.name}: {said}"


def test_no_row_moves_to_another_collaboration(cast: Cast) -> None:
    for model in filter(owned, OURS):
        said = _refusal(_rows(cast, model).update, collaboration=cast.other)
        assert "immutable" in said, f"{model._meta.label}: {said}"


def _refusal(attempt: Callable[..., object], *row: object, **values: object) -> str:
    """What the database said when it refused; empty when it did not."""
    try:
        with transaction.atomic():
            attempt(*row, **values)
    except IntegrityError as refused:
        return str(refused)
    return ""


def _rows(cast: Cast, model: type[models.Model]) -> models.QuerySet[Any]:
    return model._base_manager.filter(pk=_row(model, cast.collaboration).pk)


def _row(model: type[models.Model], collaboration: Collaboration) -> Any:
    row = model._base_manager.filter(collaboration=collaboration).order_by("pk").first()
    assert row is not None, f"the cast has no {model._meta.label} in {collaboration}"
    return row


def test_a_user_may_be_another_person_next_door(cast: Cast) -> None:
    person = create_person(collaboration=cast.other, name="Ada B. Brandt", by=SYSTEM)
    connect_person(user=cast.user("member"), person=person, by=SYSTEM)
    people = Login.objects.filter(user=cast.user("member")).order_by("pk").values_list("person__name", flat=True)
    assert list(people) == ["Ada Brandt", "Ada B. Brandt"]


def test_a_user_is_one_person_in_one_collaboration(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        connect_person(user=cast.user("member"), person=cast.people["Åke Östling"], by=SYSTEM)
