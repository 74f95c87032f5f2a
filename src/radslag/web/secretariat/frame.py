"""What stands around every page: the menu one may see, who one is, which collaboration, as of which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

import radslag
from radslag.base.accounts.access import Access, access_of, collaborations_at
from radslag.base.accounts.founding import FOUNDERS
from radslag.base.accounts.roles import Permission
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat import guide


@dataclass(frozen=True)
class Entry:
    """A line of the menu. `count` only where something waits; `state` is "", "warn" or "bad"."""

    label: str | Promise
    url: str
    icon: str
    current: bool = False
    count: str = ""
    state: str = ""


@dataclass(frozen=True)
class Place:
    """A page that can be in the menu. `dated`: it answers for a day, which follows along from page to page."""

    view: str
    label: str | Promise
    icon: str
    permission: Permission
    dated: bool = False


GROUPS: tuple[tuple[Place, ...], ...] = (
    (
        Place("overview", _("Översikt"), "home", Permission.READ_RECORD),
        Place("meetings", _("Möten"), "calendar-days", Permission.READ_RECORD),
        Place("decisions", _("Beslut"), "check-badge", Permission.READ_RECORD),
        Place("assignments", _("Uppdrag"), "clipboard-document-list", Permission.READ_RECORD),
    ),
    (
        Place("bodies", _("Grupper"), "user-group", Permission.READ_RECORD, dated=True),
        Place("municipalities", _("Kommuner"), "building-library", Permission.READ_RECORD, dated=True),
        Place("people", _("Personer"), "users", Permission.READ_RECORD, dated=True),
    ),
    (Place("imports", _("Import"), "arrow-down-tray", Permission.IMPORT),),
    (
        Place("templates", _("Mallar"), "document-text", Permission.PREPARE),
        Place("access", _("Rättigheter"), "key", Permission.READ_ACCESS),
        Place("trail", _("Händelser"), "clock", Permission.READ_TRAIL),
    ),
)


def menu(access: Access, path: str, day: date) -> list[list[Entry]]:
    """The groups of the menu with what the user may see; a group nobody may see is left out."""
    groups = []
    for group in GROUPS:
        entries = [_entry(place, access, path, day) for place in group if access.may(place.permission)]
        if entries:
            groups.append(entries)
    return groups


def _entry(place: Place, access: Access, path: str, day: date) -> Entry:
    url = reverse(f"secretariat:{place.view}", args=[access.collaboration.slug])
    count = ""
    if place.view == "imports":
        waiting = Staged.objects.of(access.collaboration).to_review().count()
        if waiting:
            count = ngettext("%(count)s att granska", "%(count)s att granska", waiting) % {"count": waiting}
    as_of_day = f"?den={day}" if place.dated and day != timezone.localdate() else ""
    return Entry(place.label, url + as_of_day, place.icon, path.startswith(url), count)


def home_of(access: Access) -> str:
    """The first page the user may see in the collaboration."""
    first = next(place for group in GROUPS for place in group if access.may(place.permission))
    return reverse(f"secretariat:{first.view}", args=[access.collaboration.slug])


def as_of(request: HttpRequest) -> date:
    """The day the pages answer for: `?den=2020-05-27` in the address, else today. A day that is no day is today."""
    try:
        return date.fromisoformat(request.GET.get("den", ""))
    except ValueError:
        return timezone.localdate()


def help_url(request: HttpRequest, access: Access | None) -> str:
    """The text of the guide about this page; the list of them where there is none."""
    view = request.resolver_match.view_name if request.resolver_match else ""
    return guide.address(guide.chapter_about(view), access.collaboration.slug if access else "")


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor. Nothing is asked of the database on a page that does not show it."""
    access = access_of(request)
    context: dict[str, Any] = {
        "access": access,
        "controller": settings.ENVIRONMENT.controller,
        "version": radslag.__version__,
        "accessibility_url": reverse("secretariat:accessibility"),
        "help_url": help_url(request, access),
        "appearance": request.COOKIES.get("appearance", "auto"),
    }
    if access is not None:
        day = as_of(request)
        context |= {
            "menu": SimpleLazyObject(lambda: menu(access, request.path, day)),
            "collaboration": access.collaboration,
            # Asked of the roles here alone, so that no page pays for it; the page itself asks of all one's roles.
            "may_found": not access.roles.isdisjoint(FOUNDERS),
            "collaborations": SimpleLazyObject(lambda: collaborations_at(access.places)),
            "as_of": day,
            "as_of_is_today": day == timezone.localdate(),
        }
    return context
