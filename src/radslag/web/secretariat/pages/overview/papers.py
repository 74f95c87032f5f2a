"""The newest documents in, for the one who registers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from radslag.base.accounts.access import Access
from radslag.base.documents.models import Version
from radslag.web.secretariat.links import Links

SHOWN = 8


@dataclass(frozen=True)
class NewDocument:
    """A document that has come in."""

    name: str
    at: datetime
    url: str


def newest_documents(access: Access, links: Links) -> list[NewDocument]:
    """The last ones stored, in one statement."""
    rows = Version.objects.of(access.collaboration).select_related("file").order_by("-pk")[:SHOWN]
    return [NewDocument(row.file.name, row.created_at, links.download(row.uuid)) for row in rows]
