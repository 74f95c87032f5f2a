"""A suggestion to take something up at a meeting that is being prepared: what, why, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.documents.models import Version
from radslag.base.people.models import Person
from radslag.domain.meetings.standing import Place


class Cause(models.TextChoices):
    """Why something is suggested, in the order shown."""

    OVERDUE = "overdue", _("försenat")
    DUE = "due", _("ska vara klart till mötet")
    REQUESTED = "requested", _("begärt av ett tidigare möte")
    PROMISED = "promised", _("utlovad återrapport")
    DEFERRED = "deferred", _("bordlagt eller återremitterat")
    STANDING = "standing", _("stående punkt")
    UNDATED = "undated", _("öppet utan tid")


@dataclass(frozen=True)
class SuggestedPresenter:
    """Who might present it; `person` when it is known who that is."""

    name: str
    person: Person | None = None


@dataclass(frozen=True)
class Suggested:
    """One suggestion. `key` is the same each time it is computed; `reason` is a sentence in the page's language.

    `object_kind` and `object_uuid` say what it rests on, for the citation that leads to its line. `version` is a
    document to attach, `annex` what to call it.
    """

    key: str
    cause: Cause
    title: str
    reason: str
    object_kind: str = ""
    object_uuid: UUID | None = None
    type: str = ""
    proposal: str = ""
    presenters: tuple[SuggestedPresenter, ...] = ()
    version: Version | None = None
    annex: str = ""
    place: Place = "middle"
