"""What the guide's pictures are taken of: the example collaboration on a certain day, with a meeting being prepared."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Role
from radslag.base.people.models import Body, BodyKind
from radslag.config.example.archive import Example
from radslag.config.example.building import build
from radslag.config.firstrun import EXAMPLES
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.papers import make_agenda
from radslag.domain.meetings.suggested import Cause
from radslag.exchange.importing.models import Staged, StagedState
from radslag.web.secretariat.pages.suggestions import suggested_for
from tests.browser.guide_pictures import View
from tests.own_template import own_template

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
WIDE = 1280
MEETS = date(2026, 12, 10)


class Scene:
    """The collaboration, who looks at it, and the pictures of it."""

    def __init__(self) -> None:
        example = Example(EXAMPLES, NOW.date())
        self.collaboration = build(example)
        self.body = Body.objects.of(self.collaboration).get(kind=BodyKind.CHIEF_EXECUTIVES)
        account = next(each for each in example.accounts if each.role == Role.COORDINATOR.value)
        self.coordinator = User.objects.get(email=account.email)
        self.template = own_template(self.collaboration, "Kallelse med vårt sidhuvud.docx")
        self.waiting = Staged.objects.of(self.collaboration).filter(state=StagedState.REVIEW).order_by("pk")[0]
        self.meeting = self._prepared()

    def _prepared(self) -> Meeting:
        by = self.coordinator.actor
        meeting = actions.plan_meeting(
            body=self.body,
            day=MEETS,
            start_time=time(9, 0),
            end_time=time(12, 15),
            place="Stadshuset i Västerås, lokal Svartån",
            by=by,
        )
        waiting = suggested_for(meeting, NOW.date())
        for each in [waiting[0], *(each for each in waiting if each.cause == Cause.STANDING)]:
            actions.take(meeting=meeting, suggested=each, by=by)
        make_agenda(meeting=meeting, by=by)
        return meeting

    def views(self) -> list[View]:
        """Every picture, in the order of the guide."""
        home = f"/{self.collaboration.slug}/"
        prepared = f"{home}moten/{self.meeting.uuid}/forbered/"
        return [
            View("lagg-in", f"{home}import/", (".head", ".import-drop", ".log tbody tr:nth-child(3)")),
            View("att-bekrafta", f"{home}import/fragor/", (".head", ".queue-card:nth-of-type(3)")),
            View("granska", f"{home}granska/{self.waiting.uuid}/", ("h1", ".review-questions", "#dokumentet"), WIDE),
            View("forbered", prepared, (".head", ".prepare-suggestions .suggest-group:nth-of-type(2) li"), WIDE),
            View("handlingar", prepared, ("#handlingar",), WIDE),
            View("mallar", f"{home}mallar/", (".head", ".columns .stack", ".template-fields"), WIDE),
            View("mall", f"{home}mallar/{self.template.uuid}/", (".head", ".template-fields")),
            View("uppdrag", f"{home}uppdrag/?status=forsenat", (".head", ".log tbody tr:nth-child(4)"), WIDE),
            View("per-kommun", f"{home}uppdrag/per-kommun/", ("section.part",), opens="section.part summary"),
            View("grupp", f"{home}grupper/{self.body.uuid}/", (".head", "table tbody tr:nth-child(5)")),
            View("rattigheter", f"{home}rattigheter/", ("table",), WIDE),
        ]
