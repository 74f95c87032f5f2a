"""Addresses of the record's objects, each pattern reversed once a page however many rows lead there."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

NOBODY = UUID(int=0)


class Links:
    """The addresses within one collaboration. `day`, unless it is today, follows to pages that answer for a day."""

    def __init__(self, slug: str, day: date | None = None) -> None:
        self.slug = slug
        dated = day is not None and day != timezone.localdate()
        self.as_of = "?" + urlencode({"den": day.isoformat()}) if day is not None and dated else ""
        self._patterns: dict[str, tuple[str, str]] = {}

    def to(self, view: str, uuid: UUID) -> str:
        """The page of one object."""
        if view not in self._patterns:
            before, after = reverse(f"secretariat:{view}", args=[self.slug, NOBODY]).split(str(NOBODY))
            self._patterns[view] = (before, after)
        before, after = self._patterns[view]
        return f"{before}{uuid}{after}"

    def page(self, view: str, **query: str) -> str:
        """A page that lists."""
        address = reverse(f"secretariat:{view}", args=[self.slug])
        return f"{address}?{urlencode(query)}" if query else address

    def dated_page(self, view: str) -> str:
        """A page that lists, as of the day."""
        return self.page(view) + self.as_of

    def meeting(self, uuid: UUID) -> str:
        """A meeting."""
        return self.to("meeting", uuid)

    def decision(self, meeting: UUID, uuid: UUID) -> str:
        """A decision where it stands in its meeting."""
        return f"{self.meeting(meeting)}#beslut-{uuid}"

    def assignment(self, uuid: UUID) -> str:
        """An assignment."""
        return self.to("assignment", uuid)

    def person(self, uuid: UUID) -> str:
        """A person, as of the day."""
        return self.to("person", uuid) + self.as_of

    def body(self, uuid: UUID) -> str:
        """A body, as of the day."""
        return self.to("body", uuid) + self.as_of

    def municipality(self, membership: UUID) -> str:
        """A member municipality, by its membership, as of the day."""
        return self.to("municipality", membership) + self.as_of

    def source(self, extraction: UUID, start: int, end: int, line: int) -> str:
        """The place in a document's text where a value stands, marked."""
        return f"{self.to('source', extraction)}?fran={start}&till={end}#rad-{line}"

    def download(self, version: UUID) -> str:
        """The file itself."""
        return self.to("download", version)

    def given(self, meeting: UUID, uuid: UUID) -> str:
        """An assignment where it was given, in its meeting."""
        return f"{self.meeting(meeting)}#uppdrag-{uuid}"
