"""What stands above a person, a body or a municipality, whichever view of it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Body, BodyKind, Membership, Person
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.history import Tab, tabs
from radslag.web.secretariat.pages.states import plain_date


@dataclass(frozen=True)
class Head:
    """The name on the day, the one now when that is another, the facts, the views, and where it can be changed.

    Addresses are empty for who may not.
    """

    name: str
    called_now: str
    facts: Sequence[str]
    list_url: str
    tabs: Sequence[Tab]
    edit_url: str = ""
    merge_url: str = ""
    split_url: str = ""
    privacy_url: str = ""


def person_head(person: Person, day: date, access: Access, shown: str) -> Head:
    """Of a person fetched `with_names()`."""
    links = Links(access.collaboration.slug, day)
    may, uuid, name = access.may(Permission.EDIT_RECORD), person.uuid, person.name_on(day)
    return Head(
        name=name,
        called_now=_called_now(name, person.name),
        facts=[person.title, person.email, person.phone],
        list_url=links.dated_page("people"),
        tabs=tabs(links.person(uuid), _("Uppdrag och närvaro"), shown),
        edit_url=links.to("person_edit", uuid) if may else "",
        merge_url=links.to("person_merge", uuid) if may else "",
        split_url=links.to("person_split", uuid) if may else "",
        privacy_url=links.to("person_privacy", uuid) if access.may(Permission.PERSONAL_DATA) else "",
    )


def body_head(body: Body, day: date, access: Access, shown: str) -> Head:
    """Of a body fetched `with_names()` and `with_successor()`."""
    links = Links(access.collaboration.slug, day)
    name = body.name_on(day)
    return Head(
        name=name,
        called_now=_called_now(name, body.name),
        facts=[str(BodyKind(body.kind).label), body.short_name, *_existence(body), body.chair_rule],
        list_url=links.dated_page("bodies"),
        tabs=tabs(links.body(body.uuid), _("Ledamöter och möten"), shown),
        edit_url=links.to("body_edit", body.uuid) if access.may(Permission.EDIT_RECORD) else "",
    )


def municipality_head(membership: Membership, day: date, access: Access, shown: str, facts: Sequence[str]) -> Head:
    """Of a member municipality."""
    links = Links(access.collaboration.slug, day)
    return Head(
        name=membership.municipality.name,
        called_now="",
        facts=facts,
        list_url=links.dated_page("municipalities"),
        tabs=tabs(links.municipality(membership.uuid), _("Platser och uppdrag"), shown),
    )


def _called_now(then: str, now: str) -> str:
    return _("heter nu %(name)s") % {"name": now} if then != now else ""


def _existence(body: Body) -> list[str]:
    """Since when, until when and into what."""
    said = [_("finns sedan %(day)s") % {"day": plain_date(body.start)}] if body.start else []
    if body.end:
        said.append(_("fanns t.o.m. %(day)s") % {"day": plain_date(body.end - timedelta(days=1))})
    if body.successor:
        said.append(_("gick upp i %(body)s") % {"body": body.successor})
    return said
