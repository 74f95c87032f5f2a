"""A meeting in preparation: parts, items, a presenter, a proposal, an annex, suggestions answered both ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.utils import timezone

from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.documents.actions import store
from radslag.base.documents.models import PaperFile, PaperFormat, PaperKind
from radslag.base.documents.papering import keep_paper
from radslag.base.people.models import Body
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Attachment, Meeting
from radslag.web.secretariat.pages.suggestions import suggested_for

FAR = date(2090, 5, 17)


@dataclass(frozen=True)
class Planned:
    """The meeting and its things. `removed` is the event of another plan that was taken away."""

    meeting: Meeting
    part: AgendaSection
    first: AgendaItem
    second: AgendaItem
    below: AgendaItem
    annex: Attachment
    removed: UUID
    paper: PaperFile


def plan(body: Body, day: date = FAR) -> Planned:
    """Plan one for the body, by actions alone."""
    by = SYSTEM
    gone = actions.plan_meeting(body=body, day=day + timedelta(days=7), by=by)
    removed = actions.cancel_plan(meeting=gone, by=by).event
    meeting = actions.plan_meeting(body=body, day=day, start_time=time(9, 30), place="Sjösalen", by=by)
    part = actions.add_section(meeting=meeting, title="Del 1 Samtal", minuted=False, start_time=time(9, 30), by=by)
    first = actions.add_item(meeting=meeting, title="Gemensam upphandling", type="decision", section=part, by=by)
    second = actions.add_item(meeting=meeting, title="Läget i kommunerna", section=part, by=by)
    below = actions.add_item(meeting=meeting, title="Räddningstjänsten", parent=second, by=by)
    actions.set_presenters(item=first, presenters=[("Ylva Ängmark", None)], by=by)
    actions.set_proposals(item=first, texts=["Gruppen ställer sig bakom upphandlingen."], by=by)
    version, _new = store(
        collaboration=body.collaboration, name="underlag.pdf", data=b"Underlag", media_type="application/pdf", by=by
    )
    annex = actions.attach(item=first, title="Underlag till upphandlingen", version=version, by=by)
    waiting = suggested_for(meeting, timezone.localdate())
    if len(waiting) > 1:
        actions.take(meeting=meeting, suggested=waiting[0], by=by)
        actions.drop(meeting=meeting, suggested=waiting[1], because="Tas upp i styrelsen", by=by)
    paper = keep_paper(
        collaboration=body.collaboration,
        kind=PaperKind.AGENDA,
        subject=meeting,
        name="Kallelse",
        content={"title": "Kallelse"},
        files=lambda number: {PaperFormat.TEXT: b"Kallelse"},
        by=by,
    )
    for row in (meeting, part, first, second, below):
        row.refresh_from_db()
    return Planned(meeting, part, first, second, below, annex, removed, paper.files.all()[0])


def planned(body: Body) -> Planned:
    """The one of the body that is there, or a new one: doors are knocked at many times."""
    there = Meeting.objects.of_body(body).filter(date=FAR).first()
    if there is None:
        return plan(body)
    items = {item.title: item for item in there.items.all()}
    first, second = items["Gemensam upphandling"], items["Läget i kommunerna"]
    removed = _event_of(body)
    return Planned(
        there,
        there.sections.all()[0],
        first,
        second,
        items["Räddningstjänsten"],
        first.attachments.all()[0],
        removed,
        _file_of(there),
    )


def _file_of(meeting: Meeting) -> PaperFile:
    found = PaperFile.objects.filter(paper__subject_uuid=meeting.uuid).first()
    assert found is not None
    return found


def _event_of(body: Body) -> UUID:
    found = Event.objects.of_collaboration(body.collaboration.uuid).filter(verb="cancel", kind="meeting").first()
    assert found is not None
    return found.uuid
