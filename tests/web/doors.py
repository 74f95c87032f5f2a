"""The table role × route × status, and what it takes to knock: which object, which form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from radslag.base.accounts.models import Appointment
from radslag.base.people.models import Collaboration, Membership
from tests.cast import Cast

# Statuses: 200 shown, 302 done or led on (anonymous: to sign-in), 403 in the collaboration without the permission,
# 404 no role there (nothing is told), 405 not that method, 422 a form with an error.
TABLE = """
route                                 method  anonymous coordinator member observer administrator outsider nobody
healthz                               GET     200       200         200    200      200           200      200
readyz                                GET     200       200         200    200      200           200      200
set_language                          POST    302       302         302    302      302           302      302
account_login                         GET     200       302         302    302      302           302      302
account_logout                        GET     302       200         200    200      200           200      200
account_logout                        POST    302       302         302    302      302           302      302
account_change_password               GET     302       200         200    200      200           200      200
account_change_password               POST    302       200         200    200      200           200      200
account_reset_password                GET     200       200         200    200      200           200      200
account_reset_password                POST    200       200         200    200      200           200      200
account_reset_password_done           GET     200       200         200    200      200           200      200
account_reset_password_from_key       GET     200       200         200    200      200           200      200
account_reset_password_from_key_done  GET     200       200         200    200      200           200      200

secretariat:start                     GET     302       302         302    302      302           302      200
secretariat:appearance                POST    302       302         302    302      302           302      302
secretariat:components                GET     404       404         404    404      404           404      404
secretariat:keyboard                  GET     200       200         200    200      200           200      200
secretariat:accessibility             GET     200       200         200    200      200           200      200
secretariat:new_collaboration         GET     302       200         403    403      200           200      403
secretariat:new_collaboration         POST    302       302         403    403      302           302      403
secretariat:opening                   GET     404       404         404    404      404           404      404
secretariat:opening                   POST    404       404         404    404      404           404      404
secretariat:home                      GET     302       302         302    302      302           404      404

secretariat:overview                  GET     302       200         200    200      403           404      404
secretariat:meetings                  GET     302       200         200    200      403           404      404
secretariat:meeting                   GET     302       200         200    200      403           404      404
secretariat:decisions                 GET     302       200         200    200      403           404      404
secretariat:assignments               GET     302       200         200    200      403           404      404
secretariat:assignment                GET     302       200         200    200      403           404      404
secretariat:finish                    POST    302       302         403    403      403           404      404
secretariat:reopen                    POST    302       302         403    403      403           404      404
secretariat:bodies                    GET     302       200         200    200      403           404      404
secretariat:body                      GET     302       200         200    200      403           404      404
secretariat:municipalities            GET     302       200         200    200      403           404      404
secretariat:municipality              GET     302       200         200    200      403           404      404
secretariat:people                    GET     302       200         200    200      403           404      404
secretariat:person                    GET     302       200         200    200      403           404      404
secretariat:source                    GET     302       200         200    403      403           404      404
secretariat:download                  GET     302       200         200    403      403           404      404

secretariat:access                    GET     302       200         200    200      200           404      404
secretariat:appoint                   POST    302       403         403    403      302           404      404
secretariat:end_role                  POST    302       403         403    403      302           404      404
secretariat:trail                     GET     302       200         403    403      200           404      404

secretariat:imports                   GET     302       200         403    403      403           404      404
secretariat:imports                   POST    302       422         403    403      403           404      404
secretariat:batch                     GET     302       200         403    403      403           404      404
secretariat:review                    GET     302       200         403    403      403           404      404
secretariat:review_correct            POST    302       302         403    403      403           404      404
secretariat:review_add                POST    302       302         403    403      403           404      404
secretariat:review_split              POST    302       302         403    403      403           404      404
secretariat:review_merge              POST    302       302         403    403      403           404      404
secretariat:review_leave_out          POST    302       302         403    403      403           404      404
secretariat:review_take_back          POST    302       302         403    403      403           404      404
secretariat:review_person             POST    302       302         403    403      403           404      404
secretariat:review_body               POST    302       302         403    403      403           404      404
secretariat:review_date               POST    302       302         403    403      403           404      404
secretariat:review_meeting            POST    302       302         403    403      403           404      404
secretariat:review_undo               POST    302       302         403    403      403           404      404
secretariat:review_commit             POST    302       302         403    403      403           404      404
secretariat:review_undo_commit        POST    302       302         403    403      403           404      404
secretariat:review_dismiss            POST    302       302         403    403      403           404      404
secretariat:review_readmit            POST    302       302         403    403      403           404      404
"""


@dataclass(frozen=True)
class Door:
    """A row of the table: the status each role gets."""

    route: str
    method: str
    statuses: dict[str, int]

    def __str__(self) -> str:
        return f"{self.method} {self.route}"


def doors() -> list[Door]:
    """The table, read."""
    head, *rows = [line.split() for line in TABLE.splitlines() if line.strip()]
    return [Door(row[0], row[1], dict(zip(head[2:], map(int, row[2:]), strict=True))) for row in rows]


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the URL conf by its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name}", entry


class Addresses:
    """Where a route leads in a collaboration of the cast, to an object that is there."""

    def __init__(self, cast: Cast, collaboration: Collaboration) -> None:
        near = collaboration == cast.collaboration
        held = cast.held if near else cast.other_held
        staged = cast.staged if near else cast.other_staged
        self.slug = collaboration.slug
        self.converters = {name: set(_converters(entry)) for name, entry in routes()}
        self.objects: dict[str, Any] = {
            "meeting": held.meeting,
            "assignment": held.open,
            "finish": held.open,
            "reopen": held.done,
            "body": held.meeting.body,
            "municipality": Membership.objects.filter(collaboration=collaboration).first(),
            "person": held.meeting.attendances.all()[0].person,
            "end_role": Appointment.objects.filter(collaboration=collaboration).first(),
            "batch": staged.batch,
            "source": held.minutes.extraction,
            "download": held.minutes.version,
        }
        self.staged = staged

    def of(self, route: str, *, slug: str = "") -> str:
        """The address; with another slug, that of the same object knocked at from elsewhere."""
        needed = self.converters[route]
        found = self.objects.get(route.rpartition(":")[2], self.staged)
        values = {"slug": slug or self.slug, "uuid": found.uuid, "uidb36": "1", "key": "fel"}
        return reverse(route, kwargs={name: values[name] for name in needed})


def _converters(entry: URLPattern) -> Iterator[str]:
    yield from entry.pattern.regex.groupindex


def form(cast: Cast, route: str) -> dict[str, Any]:
    """What a browser would send: enough for the one who may."""
    name = route.rpartition(":")[2]
    shared = {"revision": cast.staged.revision} if name.startswith("review") else {}
    forms: dict[str, dict[str, Any]] = {
        "finish": {"revision": cast.held.open.revision, "day": "2024-05-01"},
        "reopen": {"revision": cast.held.done.revision},
        "appoint": {"email": cast.user("nobody").email, "role": "observer"},
        "end_role": {"end": "2030-01-01"},
        "new_collaboration": {"name": "Skogsbygden", "members": ["1980", "1981"], "coordinator": "on"},
        "review_correct": {"path": "place", "place": "Rådhuset", "initial-place": "Sjösalen"},
        "review_add": {"place": "i1", "item": "i1", "kind": "decisions", "text": "Gruppen beslutar mer."},
        "review_split": {"item": "i1", "line": "14"},
        "review_merge": {"item": "i2", "into": "i1"},
        "review_leave_out": {"element": "d1"},
        "review_take_back": {"element": "d1"},
        "review_person": {"person": "p1", "answer": "new"},
        "review_body": {"answer": str(cast.board.uuid)},
        "review_meeting": {"answer": "new"},
    }
    return shared | forms.get(name, {})
