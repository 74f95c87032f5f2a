"""The documents a meeting was read from: its notices and its minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.expressions import Combinable
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from radslag.domain.meetings.models import Meeting, Notice
from radslag.domain.minutes.models import Minutes, Profile
from radslag.web.secretariat.links import Links

NOTICE = "notice"
CALLED: dict[str, Promise | str] = {
    NOTICE: _("Kallelse"),
    Profile.NOTES: _("Minnesanteckningar"),
    Profile.PROTOCOL: _("Protokoll"),
}
# As in "sedd i …".
IN_TEXT: dict[str, Promise | str] = {
    NOTICE: _("kallelsen"),
    Profile.NOTES: _("minnesanteckningarna"),
    Profile.PROTOCOL: _("protokollet"),
}
READ: dict[str, Promise | str] = {
    NOTICE: _("Läs kallelsen"),
    Profile.NOTES: _("Läs minnesanteckningarna"),
    Profile.PROTOCOL: _("Läs protokollet"),
}
COLUMNS = ("version__file__name", "version__uuid", "version__sha256", "version__size", "extraction__uuid", "extraction")


@dataclass(frozen=True)
class Paper:
    """A document: what it is, its file, and where to read and fetch it (no addresses for who may not read sources)."""

    called: str | Promise
    read: str | Promise
    name: str
    sha256: str
    size: int
    minute_taker: str
    extraction: UUID
    extraction_key: int
    url: str
    download: str


def papers_of(meeting: Meeting, links: Links | None) -> list[Paper]:
    """The minutes first: what they say goes before what the notice foresaw. Without `links` no addresses."""
    minutes = Minutes.objects.of_meeting(meeting)
    rows = _columns(minutes, F("profile"), F("minute_taker_name")).union(
        _columns(Notice.objects.of_meeting(meeting), Value(NOTICE, CharField()), Value("", CharField())), all=True
    )
    found = []
    for kind, taker, name, version, sha256, size, extraction, key in rows:
        url = links.to("source", extraction) if links else ""
        download = links.download(version) if links else ""
        found.append(Paper(CALLED[kind], READ[kind], name, sha256, size, taker, extraction, key, url, download))
    return sorted(found, key=lambda paper: (paper.called == CALLED[NOTICE], paper.extraction_key))


def _columns(rows: QuerySet[Notice] | QuerySet[Minutes], kind: Combinable, taker: Combinable) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(kind, taker, *COLUMNS)


def what_calls(extractions: Sequence[int]) -> dict[int, str | Promise]:
    """What the papers with these extractions are called in running text, by the extraction's key."""
    kinds: dict[int, str] = dict.fromkeys(
        Notice.objects.filter(extraction__in=extractions).values_list("extraction", flat=True), NOTICE
    )
    kinds |= dict(Minutes.objects.filter(extraction__in=extractions).values_list("extraction", "profile"))
    return {key: IN_TEXT[kind] for key, kind in kinds.items()}
