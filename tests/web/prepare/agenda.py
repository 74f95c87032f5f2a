"""What the tests of the prepare page share: posting to it, and reading an item as it stands."""

from __future__ import annotations

from typing import Any

from django.test import Client

from radslag.domain.meetings.models import AgendaItem, Meeting
from radslag.web.secretariat.forms.preparing import ItemForm


def here(meeting: Meeting, place: str = "") -> str:
    """The address of the page, or of something done there."""
    return f"/sjobygden/moten/{meeting.uuid}/forbered/{place}"


def post(client: Client, meeting: Meeting, where: str, /, **fields: Any) -> Any:
    """Post to a place below the page, as a form without scripts does."""
    return client.post(here(meeting, where), fields)


def shown(item: AgendaItem) -> dict[str, Any]:
    """What the form of an item would send untouched."""
    item = AgendaItem.objects.select_related("section", "parent").get(pk=item.pk)
    words = ItemForm.words(item)
    fields: dict[str, Any] = {f"initial-{name}": value for name, value in words.items()}
    return fields | words | {"revision": item.revision, "item": str(item.uuid)}


def save(client: Client, item: AgendaItem, **changes: Any) -> Any:
    """Save an item's form with some fields changed."""
    return post(client, item.meeting, "punkter/spara/", **{**shown(item), **changes})
