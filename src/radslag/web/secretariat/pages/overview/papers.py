"""The newest documents in, for the one who registers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.links import Links

SHOWN = 8


@dataclass(frozen=True)
class NewDocument:
    """A document that has come in."""

    name: str
    at: datetime
    url: str


def newest_documents(access: Access, links: Links) -> list[NewDocument]:
    """The last ones that came in, in one statement; what is under review is for those who may review it."""
    came_in = Staged.objects.of(access.collaboration).came_in()
    rows = (came_in if access.may(Permission.IMPORT) else came_in.in_record())[:SHOWN]
    return [
        NewDocument(row.name, row.version.created_at, links.download(row.version.uuid)) for row in rows if row.version
    ]
