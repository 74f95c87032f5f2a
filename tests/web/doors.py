"""The table role × route × status, and what it takes to knock: which object, which form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from radslag.base.accounts.delegating import hand_over
from radslag.base.accounts.models import Appointment, Delegation
from radslag.base.core.actor import SYSTEM
from radslag.base.people.models import Collaboration, Membership
from radslag.exchange.importing.models import Lesson, Staged
from tests.cast import Cast
from tests.invited import invited_to
from tests.own_template import own_template
from tests.planned_meeting import planned
from tests.web.register_doors import register_form, register_objects

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
secretariat:help                      GET     200       200         200    200      200           200      200
secretariat:help_page                 GET     200       200         200    200      200           200      200
secretariat:new_collaboration         GET     302       200         403    403      200           200      403
secretariat:new_collaboration         POST    302       302         403    403      302           302      403
secretariat:opening                   GET     404       404         404    404      404           404      404
secretariat:opening                   POST    404       404         404    404      404           404      404
secretariat:home                      GET     302       302         302    302      302           404      404

secretariat:overview                  GET     302       200         200    200      403           404      404
secretariat:meetings                  GET     302       200         200    200      403           404      404
secretariat:meeting                   GET     302       200         200    200      403           404      404
secretariat:plan                      GET     302       200         403    403      403           404      404
secretariat:plan                      POST    302       302         403    403      403           404      404
secretariat:plan_restore              POST    302       302         403    403      403           404      404
secretariat:prepare                   GET     302       200         403    403      403           404      404
secretariat:prepare_head              POST    302       302         403    403      403           404      404
secretariat:prepare_restore           POST    302       302         403    403      403           404      404
secretariat:plan_cancel               POST    302       302         403    403      403           404      404
secretariat:item_add                  POST    302       302         403    403      403           404      404
secretariat:item_save                 POST    302       302         403    403      403           404      404
secretariat:item_move                 POST    302       302         403    403      403           404      404
secretariat:item_remove               POST    302       302         403    403      403           404      404
secretariat:section_add               POST    302       302         403    403      403           404      404
secretariat:section_save              POST    302       302         403    403      403           404      404
secretariat:section_move              POST    302       302         403    403      403           404      404
secretariat:section_remove            POST    302       302         403    403      403           404      404
secretariat:suggestion_take           POST    302       302         403    403      403           404      404
secretariat:suggestion_drop           POST    302       302         403    403      403           404      404
secretariat:suggestion_reconsider     POST    302       302         403    403      403           404      404
secretariat:papers_make               POST    302       302         403    403      403           404      404
secretariat:paper_file                GET     302       200         404    404      403           404      404
secretariat:decisions                 GET     302       200         200    200      403           404      404
secretariat:assignments               GET     302       200         200    200      403           404      404
secretariat:owed                      GET     302       200         200    200      403           404      404
secretariat:owed_make                 POST    302       302         403    403      403           404      404
secretariat:assignment                GET     302       200         200    200      403           404      404
secretariat:finish                    POST    302       302         403    403      403           404      404
secretariat:reopen                    POST    302       302         403    403      403           404      404
secretariat:bodies                    GET     302       200         200    200      403           404      404
secretariat:body                      GET     302       200         200    200      403           404      404
secretariat:body_rules                GET     302       200         403    403      403           404      404
secretariat:body_rules                POST    302       302         403    403      403           404      404
secretariat:municipalities            GET     302       200         200    200      403           404      404
secretariat:municipality              GET     302       200         200    200      403           404      404
secretariat:people                    GET     302       200         200    200      403           404      404
secretariat:person                    GET     302       200         200    200      403           404      404
secretariat:person_new                GET     302       200         403    403      403           404      404
secretariat:person_new                POST    302       302         403    403      403           404      404
secretariat:person_edit               GET     302       200         403    403      403           404      404
secretariat:person_edit               POST    302       302         403    403      403           404      404
secretariat:mandate_new               GET     302       200         403    403      403           404      404
secretariat:mandate_new               POST    302       302         403    403      403           404      404
secretariat:person_merge              GET     302       200         403    403      403           404      404
secretariat:person_merge              POST    302       302         403    403      403           404      404
secretariat:person_split              GET     302       200         403    403      403           404      404
secretariat:person_split              POST    302       422         403    403      403           404      404
secretariat:person_privacy            GET     302       200         403    403      403           404      404
secretariat:person_privacy            POST    302       302         403    403      403           404      404
secretariat:person_data               POST    302       200         403    403      403           404      404
secretariat:person_name_remove        POST    302       302         403    403      403           404      404
secretariat:mandate_edit              GET     302       200         403    403      403           404      404
secretariat:mandate_edit              POST    302       302         403    403      403           404      404
secretariat:body_new                  GET     302       200         403    403      403           404      404
secretariat:body_new                  POST    302       302         403    403      403           404      404
secretariat:body_edit                 GET     302       200         403    403      403           404      404
secretariat:body_edit                 POST    302       302         403    403      403           404      404
secretariat:body_name_remove          POST    302       302         403    403      403           404      404
secretariat:register_undo             POST    302       302         403    403      403           404      404
secretariat:source                    GET     302       200         200    403      403           404      404
secretariat:download                  GET     302       200         200    403      403           404      404

secretariat:access                    GET     302       200         200    200      200           404      404
secretariat:appoint                   POST    302       403         403    403      302           404      404
secretariat:end_role                  POST    302       403         403    403      302           404      404
secretariat:withdraw_role             POST    302       403         403    403      302           404      404
secretariat:reopen_role               POST    302       403         403    403      302           404      404
secretariat:invite                    GET     302       403         403    403      200           404      404
secretariat:invite                    POST    302       403         403    403      302           404      404
secretariat:invite_again              POST    302       403         403    403      302           404      404
secretariat:invite_take_back          POST    302       403         403    403      302           404      404
secretariat:hand_over                 GET     302       200         200    200      200           404      404
secretariat:hand_over                 POST    302       302         302    302      302           404      404
secretariat:take_back                 POST    302       302         404    404      302           404      404
secretariat:give_again                POST    302       302         404    404      302           404      404
secretariat:trail                     GET     302       200         403    403      200           404      404

secretariat:imports                   GET     302       200         403    403      403           404      404
secretariat:imports                   POST    302       422         403    403      403           404      404
secretariat:batch                     GET     302       200         403    403      403           404      404
secretariat:batch_add                 POST    302       302         403    403      403           404      404
secretariat:batch_commit              POST    302       302         403    403      403           404      404
secretariat:batch_undo                POST    302       302         403    403      403           404      404
secretariat:questions                 GET     302       200         403    403      403           404      404
secretariat:question_answer           POST    302       302         403    403      403           404      404
secretariat:lesson_undo               POST    302       302         403    403      403           404      404
secretariat:templates                 GET     302       200         403    403      403           404      404
secretariat:templates                 POST    302       422         403    403      403           404      404
secretariat:template                  GET     302       200         403    403      403           404      404
secretariat:template_use              POST    302       302         403    403      403           404      404
secretariat:template_retire           POST    302       302         403    403      403           404      404
secretariat:template_file             GET     302       200         403    403      403           404      404
secretariat:template_trial            GET     302       200         403    403      403           404      404
secretariat:template_default          GET     302       200         403    403      403           404      404
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

# These roles get what the other gets, but where `OTHERWISE` says something else. Who may read drafts or the trail
# differs: a new door that opens by one of those needs a row there.
LIKE = {"chair": "member", "official": "member", "registrar": "member"}
OTHERWISE = """
route                                 method  chair official registrar
secretariat:trail                     GET     403   403      200
secretariat:paper_file                GET     200   404      200
"""


# Doors to a meeting in preparation and what is done to its agenda.
PREPARING = (
    "prepare", "prepare_head", "prepare_restore", "plan_cancel", "item_add", "item_save", "item_move", "item_remove",
    "section_add", "section_save", "section_move", "section_remove", "suggestion_take", "suggestion_drop",
    "suggestion_reconsider", "papers_make",
)  # fmt: skip


TEMPLATE = ("template", "template_use", "template_retire", "template_file", "template_trial")


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
    otherwise = _read(OTHERWISE)
    found = []
    for (route, method), statuses in _read(TABLE).items():
        like = {role: statuses[other] for role, other in LIKE.items()}
        found.append(Door(route, method, statuses | like | otherwise.get((route, method), {})))
    return found


def _read(table: str) -> dict[tuple[str, str], dict[str, int]]:
    head, *rows = [line.split() for line in table.splitlines() if line.strip()]
    found = {(row[0], row[1]): dict(zip(head[2:], map(int, row[2:]), strict=True)) for row in rows}
    assert len(found) == len(rows), "a door stands in the table twice"
    return found


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
            **dict.fromkeys(
                ("withdraw_role", "reopen_role"), Appointment.objects.filter(collaboration=collaboration).first()
            ),
            **dict.fromkeys(("invite_again", "invite_take_back"), invited_to(collaboration)),
            "take_back": _delegation(cast, near),
            "give_again": _delegation(cast, near),
            "batch": staged.batch,
            "batch_add": staged.batch,
            "batch_commit": staged.batch,
            "batch_undo": staged.batch,
            "lesson_undo": _lesson_of(staged),
            "source": held.minutes.extraction,
            "download": held.minutes.version,
        }
        self.staged = staged
        preparing = planned(held.meeting.body)
        self.objects |= dict.fromkeys(PREPARING, preparing.meeting)
        self.objects |= {"body_rules": held.meeting.body, "plan_restore": SimpleNamespace(uuid=preparing.removed)}
        self.objects["paper_file"] = preparing.paper
        self.objects |= register_objects(held.meeting)
        self.objects |= dict.fromkeys(TEMPLATE, own_template(collaboration))

    def of(self, route: str, *, slug: str = "") -> str:
        """The address; with another slug, that of the same object knocked at from elsewhere."""
        needed = self.converters[route]
        found = self.objects.get(route.rpartition(":")[2], self.staged)
        values = {"slug": slug or self.slug, "name": "nasta-mote", "uuid": found.uuid, "uidb36": "1", "key": "fel"}
        return reverse(route, kwargs={name: values[name] for name in needed})


def _delegation(cast: Cast, near: bool) -> Delegation:
    """One of the coordinator's in some far year, so that it gives nobody anything now; made when first asked for."""
    giver, receiver = ("coordinator", "observer") if near else ("outsider", "coordinator")
    standing = Delegation.objects.filter(giver=cast.user(giver)).first()
    return standing or hand_over(
        collaboration=cast.collaboration if near else cast.other,
        giver=cast.user(giver),
        receiver=cast.user(receiver),
        start=date(2999, 1, 1),
        end=date(2999, 2, 1),
        by=SYSTEM,
    )


def _lesson_of(staged: Staged) -> Lesson:
    """An answer about many documents that somebody gave."""
    asked = {"collaboration": staged.collaboration, "kind": "person", "key": "anna|"}
    found, _ = Lesson.objects.get_or_create(**asked, defaults={"written": "Anna", "answer": "new"})
    return found


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
        "invite": {"email": "ny@example.org", "name": "Nils Ny", "role": "observer"},
        "end_role": {"end": "2030-01-01"},
        "hand_over": {
            "giver": str(cast.user("coordinator").uuid),
            "receiver": cast.user("outsider").email,
            "last": "2100-01-01",
        },
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
    return shared | forms.get(name, {}) | _preparing(cast, name) | register_form(cast, name)


def _preparing(cast: Cast, name: str) -> dict[str, Any]:
    if name == "plan":
        return {"grupp": str(cast.board.uuid), "day": "2091-03-05"}
    if name == "body_rules":
        return {"annex_rule": "by_item", "from_day": "2030-01-01"}
    if name not in PREPARING:
        return {}
    there = planned(cast.chief_executives)
    return {
        "item": str(there.first.uuid),
        "section": str(there.part.uuid),
        "title": "Ny rubrik",
        "initial-title": there.part.title if name == "section_save" else there.first.title,
        "revision": "0",
        "direction": "down",
        "vad": "punkt",
    }
