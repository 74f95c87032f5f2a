"""Planning the next meeting: which body, and what is known of when it usually meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.safestring import SafeString

from radslag.base.people.models import Body, Collaboration
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.planning import PlannedStart, next_meeting_of
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places


@dataclass(frozen=True)
class BodyChoice:
    """A body to choose: its last meeting, and the meeting that is being prepared already."""

    name: str
    url: str
    last: date | None
    planned: date | None
    planned_url: str


@dataclass(frozen=True)
class PlanPage:
    """What is proposed for a body. `last` is the meeting whose agenda can be copied, `planned` those in preparation."""

    body: Body
    start: PlannedStart
    source: SafeString
    last: Meeting | None
    planned: Sequence[tuple[date, str]]
    body_url: str


def body_choices(collaboration: Collaboration, links: Links) -> list[BodyChoice]:
    """Every body that exists today; three statements."""
    today = timezone.localdate()
    bodies = list(Body.objects.of(collaboration).as_of(today).sorted())
    keys = [body.pk for body in bodies]
    last = {row.body_id: row.date for row in Meeting.objects.of(collaboration).last_of_each(keys, today)}
    planned = {row.body_id: row for row in reversed(Meeting.objects.of(collaboration).planned())}
    return [
        BodyChoice(
            name=body.name,
            url=links.page("plan", grupp=str(body.uuid)),
            last=last.get(body.pk),
            planned=planned[body.pk].date if body.pk in planned else None,
            planned_url=links.to("prepare", planned[body.pk].uuid) if body.pk in planned else "",
        )
        for body in bodies
    ]


def plan_page(body: Body, links: Links) -> PlanPage:
    """What is proposed for the next meeting of a body."""
    start = next_meeting_of(body, timezone.localdate())
    places = Places.of_any([(start.object_kind, start.object_uuid)] if start.object_uuid else [], links)
    meetings = Meeting.objects.of(body.collaboration).of_body(body)
    return PlanPage(
        body=body,
        start=start,
        source=places.link(start.object_uuid) if start.object_uuid else SafeString(""),
        last=latest_of(body),
        planned=[(row.date, links.to("prepare", row.uuid)) for row in meetings.planned()],
        body_url=links.body(body.uuid),
    )


def latest_of(body: Body) -> Meeting | None:
    """The body's last meeting that has been called or held and has an agenda: the one worth copying."""
    rows = Meeting.objects.of(body.collaboration).of_body(body).visible_to(False)
    return rows.filter(items__isnull=False).distinct().latest_first().first()
