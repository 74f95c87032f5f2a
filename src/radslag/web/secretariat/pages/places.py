"""Where the values of a page stand: from an object's UUID to the link that leads to its line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe

from radslag.base.documents.models import Citation
from radslag.web.secretariat.components.record import source
from radslag.web.secretariat.links import Links

NONE = mark_safe("")
URL, LINE = "-URL-", "-LINE-"


class Spot(NamedTuple):
    """A place in a document's text."""

    field: str
    extraction: UUID
    start: int
    end: int
    line: int


class Places:
    """The places of some objects. Asked by someone who may not read sources it holds none, so that no link is shown."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.spots: dict[UUID, list[Spot]] = {}
        # A page has a hundred of them: the component is drawn once and filled in.
        self.shape = str(source(URL, LINE))

    @classmethod
    def within(cls, extractions: dict[int, UUID], links: Links) -> Places:
        """Every place in some extractions, given as key → UUID; those of the first named are preferred."""
        found = cls(links)
        rows = Citation.objects.within(extractions).values_list(
            "extraction", "object_uuid", "field", "start", "end", "line"
        )
        order = list(extractions)
        for extraction, about, field, start, end, line in sorted(rows, key=lambda row: order.index(row[0])):
            found.spots.setdefault(about, []).append(Spot(field, extractions[extraction], start, end, line))
        return found

    @classmethod
    def about(cls, kind: str, uuids: Iterable[UUID], links: Links) -> Places:
        """The places of some objects of one kind."""
        found = cls(links)
        rows = Citation.objects.about(kind, uuids)
        columns = rows.values_list("object_uuid", "field", "extraction__uuid", "start", "end", "line")
        for about, field, extraction, start, end, line in columns:
            found.spots.setdefault(about, []).append(Spot(field, extraction, start, end, line))
        return found

    @classmethod
    def of_any(cls, objects: Iterable[tuple[str, UUID]], links: Links) -> Places:
        """The places of objects of several kinds, given as (kind, UUID), in one question."""
        found, wanted = cls(links), set(objects)
        kinds, uuids = {kind for kind, _uuid in wanted}, {uuid for _kind, uuid in wanted}
        rows = Citation.objects.filter(object_kind__in=kinds, object_uuid__in=uuids).order_by("pk")
        columns = rows.values_list("object_uuid", "field", "extraction__uuid", "start", "end", "line")
        for about, field, extraction, start, end, line in columns:
            found.spots.setdefault(about, []).append(Spot(field, extraction, start, end, line))
        return found

    def link(self, uuid: UUID, *fields: str, label: str = "") -> SafeString:
        """The way to the line of a value, or of the object as a whole; nothing when no place is known.

        Without fields, any place of the object will do. `label` replaces "rad 35"; `%(line)s` in it is the line.
        """
        spots = self.spots.get(uuid, ())
        for wanted in fields:
            for spot in spots:
                if spot.field == wanted:
                    return self._link(spot, label)
        return self._link(spots[0], label) if spots and not fields else NONE

    def _link(self, spot: Spot, label: str) -> SafeString:
        url = self.links.source(spot.extraction, spot.start, spot.end, spot.line)
        if label:
            return source(url, spot.line, label % {"line": spot.line})
        # Nothing but UUIDs and numbers goes in, so that nothing needs escaping but the ampersand.
        return mark_safe(self.shape.replace(URL, url.replace("&", "&amp;")).replace(LINE, str(spot.line)))  # noqa: S308
