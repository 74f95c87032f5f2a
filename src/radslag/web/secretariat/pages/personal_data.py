"""What is kept about a person: the page that says why, and the file that holds all of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from radslag.base.accounts.access import Access
from radslag.base.accounts.disclosing import disclose
from radslag.base.accounts.models import Login
from radslag.base.audit.models import Event
from radslag.base.people.models import Mandate, Person
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.splitting import Group, appearances
from radslag.web.secretariat.pages.trail import Told, told

STYLE = "secretariat/css/personal-data.css"


@dataclass(frozen=True)
class PrivacyPage:
    """What there is, before anything is handed out or erased."""

    person: Person
    url: str
    list_url: str
    data_url: str
    groups: Sequence[tuple[str, int]]
    accounts: Sequence[str]
    contact: Sequence[str]
    controller: str


@dataclass(frozen=True)
class DataFile:
    """What the file tells, for its readable half."""

    person: Person
    collaboration: str
    controller: str
    made_at: datetime
    made_by: str
    groups: Sequence[Group]
    seats: Sequence[str]
    accounts: Sequence[str]
    events: Sequence[Told]


def privacy_page(person: Person, access: Access) -> PrivacyPage:
    """What is kept, sort by sort."""
    links = Links(access.collaboration.slug)
    return PrivacyPage(
        person=person,
        url=links.person(person.uuid),
        list_url=links.page("people"),
        data_url=links.to("person_data", person.uuid),
        groups=[(group.label, len(group.appearances)) for group in appearances(person, access)],
        accounts=_accounts(person),
        contact=[value for value in (person.email, person.phone) if value],
        controller=settings.ENVIRONMENT.controller,
    )


def data_file(person: Person, access: Access) -> bytes:
    """A ZIP with the same in two forms: a page to read, and JSON for machines."""
    everything = disclose(person=person, by=access.actor)
    page = DataFile(
        person=person,
        collaboration=access.collaboration.name,
        controller=settings.ENVIRONMENT.controller,
        made_at=timezone.now(),
        made_by=access.user.name,
        groups=appearances(person, access),
        seats=[str(row) for row in Mandate.objects.held_by(person).told().by_body()],
        accounts=_accounts(person),
        events=told(_events(person), Links(access.collaboration.slug)),
    )
    everything["events"] = [_event(event) for event in _events(person)]
    everything["made"] = {"at": page.made_at, "by": page.made_by, "collaboration": page.collaboration}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("uppgifter.html", render_to_string("secretariat/people/data_file.html", {"page": page}))
        archive.writestr("uppgifter.json", json.dumps(everything, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        archive.writestr("uppgifter.css", _style())
    return packed.getvalue()


def _accounts(person: Person) -> list[str]:
    return [f"{login.user.name}, {login.user.email}" for login in Login.objects.filter(person=person).with_user()]


def _events(person: Person) -> list[Event]:
    """What the trail tells of the person, the newest first."""
    uuids = [person.uuid, *Mandate.objects.held_by(person).values_list("uuid", flat=True)]
    return list(Event.objects.newest_first(person.collaboration.uuid).filter(object_uuid__in=uuids))


def _event(event: Event) -> dict[str, Any]:
    return {
        "at": event.at,
        "verb": event.verb,
        "kind": event.kind,
        "object": event.object_uuid,
        "label": event.detail("label"),
    }


def _style() -> str:
    found = finders.find(STYLE)
    return Path(found).read_text(encoding="utf-8") if isinstance(found, str) else ""
