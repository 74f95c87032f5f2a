"""What has changed lately, out of the trail: a line for each thing, and one line for many of the same on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.audit.models import Event
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.sentences import CHANGES, DRAFTING
from radslag.web.secretariat.pages.trail import Day, Told, by_day, told

REACH = 1000
SHOWN = 10
# So many of the same on a day are told of in one line.
MANY = 3


def changes(access: Access, links: Links) -> list[Day]:
    """The latest changes by day. Two statements, and one for each kind of thing that has a page."""
    deeds = CHANGES.keys() if access.may(Permission.READ_DRAFTS) else CHANGES.keys() - DRAFTING
    shown = dict(_newest(access.collaboration.uuid, deeds)[:SHOWN])
    events = list(Event.objects.of_collaboration(access.collaboration.uuid).filter(pk__in=shown).reverse())
    single = [event for event in events if shown[event.pk] == 1]
    lines = dict(zip([event.pk for event in single], told(single, links), strict=True))
    return by_day([lines.get(event.pk) or _many(event, shown[event.pk]) for event in events])


def _newest(collaboration: UUID, deeds: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """The events to tell of, the last one first, as (key, for how many alike it stands)."""
    rows: Any = Event.objects.recent(collaboration, REACH).telling(deeds)
    alike: dict[Any, list[int]] = {}
    for key, at, *same in rows.values_list("pk", "at", "verb", "kind", "actor_kind", "actor_uuid"):
        alike.setdefault((localdate(at), *same), []).append(key)
    found = []
    for keys in alike.values():
        found += [(keys[0], len(keys))] if len(keys) >= MANY else [(key, 1) for key in keys]
    return sorted(found, reverse=True)


def _many(newest: Event, count: int) -> Told:
    words = {"who": newest.detail("actor") or _("Någon"), "count": count}
    return Told(newest.at, str(CHANGES[newest.verb, newest.kind]) % words, "", "", newest.erased)
