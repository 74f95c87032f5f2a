"""Every page a person can come to, with the cast in it: by group, as (name, address, who looks)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page

from radslag.base.accounts.keys import password_link
from radslag.base.documents.models import Citation
from radslag.web.secretariat.guide import CHAPTERS
from tests.browser.register_pages import register_addresses
from tests.cast import Cast
from tests.invited import invited_to
from tests.planned_meeting import planned
from tests.web.doors import Addresses

# GET doors that are no page: answers for machines, files, and pages that only lead on.
NO_PAGES = {
    "healthz",
    "readyz",
    "secretariat:download",
    "secretariat:paper_file",
    "secretariat:template_file",
    "secretariat:template_trial",
    "secretariat:template_default",
    "secretariat:home",
    "secretariat:components",
    # Open only where there is nobody yet: tests/browser/test_opening.py.
    "secretariat:opening",
}


@dataclass(frozen=True)
class Sight:
    """A page to look at."""

    name: str
    address: str
    role: str = "coordinator"


def record(cast: Cast) -> list[Sight]:
    """The record's pages, also as of another day, filtered, and empty."""
    at = Addresses(cast, cast.collaboration)
    cited = Citation.objects.about("decision", [cast.held.decision.uuid])[0]
    names = (
        "overview",
        "meetings",
        "meeting",
        "decisions",
        "assignments",
        "assignment",
        "bodies",
        "body",
        "municipalities",
    )
    plain = [Sight(name, at.of(f"secretariat:{name}")) for name in (*names, "municipality", "people", "person")]
    return [
        *plain,
        Sight("meeting-called", f"/sjobygden/moten/{cast.called.uuid}/"),
        Sight("body-as-of", f"{at.of('secretariat:body')}?den=2024-02-14"),
        Sight("decisions-none", f"{at.of('secretariat:decisions')}?ord=finnsinte"),
        Sight("assignments-member", f"{at.of('secretariat:assignments')}?status=forsenat", "member"),
        Sight("source", f"{at.of('secretariat:source')}?fran={cited.start}&till={cited.end}#rad-{cited.line}"),
    ]


def work(cast: Cast) -> list[Sight]:
    """Importing and looking after."""
    at, key = Addresses(cast, cast.collaboration), password_link(invited_to(cast.collaboration))
    names = ("imports", "batch", "questions", "review", "access", "trail")
    plain = [Sight(name, at.of(f"secretariat:{name}")) for name in names]
    return [
        *plain,
        Sight("review-edit", f"{at.of('secretariat:review')}?visa=items.i1.decisions.d1&andra=items.i1.decisions.d1"),
        Sight("access-administrator", at.of("secretariat:access"), "administrator"),
        Sight("invite", at.of("secretariat:invite"), "administrator"),
        Sight("first-password", urlsplit(key).path, "anonymous"),
        Sight("hand-over", at.of("secretariat:hand_over")),
        Sight("hand-over-administrator", at.of("secretariat:hand_over"), "administrator"),
        Sight("access-observer", at.of("secretariat:access"), "observer"),
    ]


def entrance(cast: Cast) -> list[Sight]:
    """What one meets outside a collaboration, and when something is not to be had."""
    return [
        Sight("sign-in", "/konto/logga-in/", "anonymous"),
        Sight("reset", "/konto/nytt-losenord/", "anonymous"),
        Sight("reset-sent", "/konto/nytt-losenord/skickat/", "anonymous"),
        Sight("reset-bad-link", "/konto/nytt-losenord/1-fel/", "anonymous"),
        Sight("reset-done", "/konto/nytt-losenord/klart/", "anonymous"),
        Sight("sign-out", "/konto/logga-ut/"),
        Sight("password", "/konto/losenord/"),
        Sight("keyboard", "/kortkommandon/"),
        Sight("accessibility", "/tillganglighet/"),
        *(Sight(f"help-{chapter.name}", f"/hjalp/{chapter.name}/", "anonymous") for chapter in CHAPTERS),
        Sight("help", "/hjalp/", "anonymous"),
        Sight("help-inside", "/hjalp/nasta-mote/?samarbete=sjobygden"),
        Sight("help-list-inside", "/hjalp/?samarbete=sjobygden"),
        Sight("nobody", "/", "nobody"),
        Sight("new-collaboration", "/nytt-samarbete/"),
        Sight("not-found", "/finns-inte/"),
        Sight("forbidden", "/sjobygden/import/", "observer"),
    ]


def preparing(cast: Cast) -> list[Sight]:
    """The next meeting: planned, prepared with each form open, its rules, what municipalities owe."""
    there, at = planned(cast.chief_executives), Addresses(cast, cast.collaboration)
    here, plan = at.of("secretariat:prepare"), at.of("secretariat:plan")
    return [
        Sight("plan-choose", plan),
        Sight("plan", f"{plan}?grupp={cast.chief_executives.uuid}"),
        Sight("prepare", here),
        Sight("prepare-head", f"{here}?andra=uppgifter"),
        Sight("prepare-item", f"{here}?punkt={there.first.uuid}"),
        Sight("prepare-part", f"{here}?del={there.part.uuid}"),
        Sight("prepare-sub", f"{here}?under={there.first.uuid}"),
        Sight("meeting-planned", f"/sjobygden/moten/{there.meeting.uuid}/"),
        Sight("body-rules", at.of("secretariat:body_rules")),
        Sight("templates", at.of("secretariat:templates")),
        Sight("template", at.of("secretariat:template")),
        Sight("owed", at.of("secretariat:owed")),
        Sight("owed-member", f"{at.of('secretariat:owed')}?den=2024-03-01", "member"),
    ]


def register(cast: Cast) -> list[Sight]:
    """People, bodies and municipalities over time, and where they are changed."""
    return [Sight(name, address) for name, address in register_addresses(cast).items()]


GROUPS = {"record": record, "preparing": preparing, "work": work, "entrance": entrance, "register": register}


def visit(page: Page, site: str, cast: Cast, sight: Sight) -> None:
    """Go there as the one who looks."""
    page.context.clear_cookies()
    if sight.role != "anonymous":
        cookie = cast.sign_in(sight.role).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    page.goto(f"{site}{sight.address}")
