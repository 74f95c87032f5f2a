"""Everything that says of a row that it is about a person, whichever app it belongs to.

Found by walking the models, so that an app that comes later is not forgotten when two records become one. A key under
a rule of its own ("once a person", "no overlap") cannot simply be led elsewhere: such a key needs a way named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import models

from radslag.base.people.models import Mandate, Person, PersonName


class Way(Enum):
    """What becomes of a key when two records become one."""

    MOVE = "move"  # it is led to the record that stands
    NAMES = "names"  # a name both have is kept once
    MANDATES = "mandates"  # overlapping ones of the same kind become one
    SIGNPOST = "signpost"  # records merged earlier lead on through the one they were merged into


@dataclass(frozen=True)
class Tie:
    """A key to a person. `way` is None when a rule of its own holds for it and nobody has said what to do."""

    key: models.ForeignKey[Any, Any]
    way: Way | None

    @property
    def model(self) -> type[models.Model]:
        """The model that holds the key."""
        return self.key.model

    @property
    def label(self) -> str:
        """Model and column, e.g. "meetings.attendance.person"."""
        return f"{self.model._meta.label_lower}.{self.key.name}"


_OWN_WAY: dict[type[models.Model], Way] = {
    PersonName: Way.NAMES,
    Mandate: Way.MANDATES,
    Person: Way.SIGNPOST,
}


def ties() -> list[Tie]:
    """Every key to a person in the running project, in the order of the models."""
    return [Tie(key, _way(key)) for key in pointing_at(Person)]


def pointing_at(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Every key to a model, those without a way back ("+") too."""
    relations = model._meta.get_fields(include_hidden=True)
    return [relation.field for relation in relations if isinstance(relation, models.ManyToOneRel)]


def _way(key: models.ForeignKey[Any, Any]) -> Way | None:
    own = _OWN_WAY.get(key.model)
    return own if own is not None else (None if _ruled(key) else Way.MOVE)


def _ruled(key: models.ForeignKey[Any, Any]) -> bool:
    """Whether two rows that come to hold the same person might break a rule."""
    meta = key.model._meta
    rules: list[tuple[str, ...]] = [tuple(names) for names in meta.unique_together]
    rules += [tuple(rule.fields) for rule in meta.constraints if isinstance(rule, models.UniqueConstraint)]
    rules += getattr(key.model, "no_overlap", ())
    return key.unique or any(key.name in names for names in rules)
