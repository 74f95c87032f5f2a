"""The meeting of the cast: sections, a sub-item, annexes, guests, decisions, and assignments open, late and done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import observe_mandate
from radslag.base.people.models import Body, Municipality, Person
from radslag.domain.decisions.actions import mark_done
from radslag.domain.decisions.models import Assignee, Assignment, Decision, Outcome, Strength
from radslag.domain.meetings.models import (
    AgendaItem,
    AgendaSection,
    Attachment,
    Attendance,
    Contribution,
    ItemType,
    Meeting,
    MeetingState,
    Presence,
    Presenter,
    ProposedDecision,
)
from radslag.domain.minutes.models import Minutes
from tests.paperwork import Paper, logged_assignment, logged_decision


@dataclass(frozen=True)
class Held:
    """The held meeting and the rows tests act on."""

    meeting: Meeting
    minutes: Minutes
    items: tuple[AgendaItem, ...]
    sub_item: AgendaItem
    decision: Decision
    rejected: Decision
    open: Assignment
    late: Assignment
    done: Assignment
    soft: Assignment


def hold_meeting(
    *, body: Body, day: date, present: list[tuple[Person, Municipality]], guest: Person, absent: Person
) -> Held:
    """Hold the meeting: the rows, the paper they stand in, the citations between them and the sightings it gives."""
    meeting = Meeting.objects.create(
        collaboration=body.collaboration,
        body=body,
        date=day,
        start_time=time(13, 0),
        end_time=time(16, 0),
        place="Sjösalen, Åmål",
        state=MeetingState.HELD,
    )
    paper = Paper()
    paper.line(f"{body.name} {day.isoformat()}", about=meeting, date=day.isoformat())
    paper.line(f"Plats: {meeting.place}", about=meeting, place=meeting.place)
    _attendance(meeting, present, guest, absent, paper)
    items, sub_item = _agenda(meeting, guest, paper)
    decisions = _decisions(items, paper)
    tasks = _assignments(items, present, paper)
    version, extraction = paper.file(body.collaboration, "anteckningar-sjobygden.txt")
    minutes = Minutes.objects.create(
        collaboration=body.collaboration,
        meeting=meeting,
        version=version,
        extraction=extraction,
        minute_taker_name=guest.name,
        minute_taker=guest,
    )
    mark_done(assignment=tasks[2], day=date(2024, 4, 2), by=SYSTEM)
    return Held(meeting, minutes, items, sub_item, *decisions, *tasks)


def _attendance(
    meeting: Meeting, present: list[tuple[Person, Municipality]], guest: Person, absent: Person, paper: Paper
) -> None:
    rows: list[tuple[Person, Municipality | None, Presence]] = [(p, m, Presence.PRESENT) for p, m in present]
    rows += [(guest, None, Presence.OTHER), (absent, None, Presence.ABSENT)]
    for position, (person, municipality, presence) in enumerate(rows):
        attendance = Attendance.objects.create(
            collaboration=meeting.collaboration,
            meeting=meeting,
            person=person,
            presence=presence,
            position=position,
            name=person.name,
            affiliation=str(municipality or ""),
            municipality=municipality,
            role="chair" if position == 0 else "",
        )
        paper.line(f"{person.name}, {municipality or presence.label}", about=attendance, name=person.name)
        if municipality and presence == Presence.PRESENT:
            observe_mandate(person=person, body=meeting.body, day=meeting.date, by=SYSTEM, on_behalf_of=municipality)


def _agenda(meeting: Meeting, presenter: Person, paper: Paper) -> tuple[tuple[AgendaItem, ...], AgendaItem]:
    section = _made(AgendaSection, meeting, meeting=meeting, position=1, title="Del 1 Gemensamma frågor")
    paper.line(section.title, about=section, title=section.title)
    first = _item(meeting, paper, 100, "1", "Vattenförsörjning i Sjöbygden", section, ItemType.DECISION)
    sub_item = _item(meeting, paper, 110, "1.1", "Reservvattentäkt", section, ItemType.DISCUSSION, parent=first)
    second = _item(meeting, paper, 200, "2", "Ålfiske och naturvård", section, ItemType.INFORMATION)
    third = _item(meeting, paper, 300, "", "Övriga frågor", None, "")
    for position in (1, 2, 3):
        annex = _made(
            Attachment, first, item=first, position=position, label=f"Bilaga {position}", number=str(position)
        )
        paper.line(f"{annex.label} Underlag", about=annex, whole=annex.label)
    shown = _made(Presenter, second, item=second, name=presenter.name, person=presenter)
    paper.line(f"Föredragande: {shown.name}", about=shown, name=shown.name)
    proposal = _made(ProposedDecision, first, item=first, text="Gruppen föreslås utreda en gemensam reservvattentäkt.")
    paper.line(proposal.text, about=proposal, whole=proposal.text)
    view = _made(Contribution, first, item=first, text="Älmhult påminde om grundvattennivåerna.")
    paper.line(view.text, about=view, whole=view.text)
    return (first, second, third), sub_item


def _item(
    meeting: Meeting,
    paper: Paper,
    position: int,
    number: str,
    title: str,
    section: AgendaSection | None,
    sort: str,
    parent: AgendaItem | None = None,
) -> AgendaItem:
    notes = f"Gruppen diskuterade {title.lower()}."
    item: AgendaItem = _made(
        AgendaItem,
        meeting,
        meeting=meeting,
        section=section,
        parent=parent,
        position=position,
        number=number,
        title=title,
        type=sort,
        notes=notes,
    )
    paper.line(f"{number} {title}".strip(), about=item, title=title)
    paper.line(notes, about=item, notes=notes)
    return item


def _decisions(items: tuple[AgendaItem, ...], paper: Paper) -> tuple[Decision, Decision]:
    approved = logged_decision(items[0], "Gruppen beslutar att utreda en gemensam reservvattentäkt.")
    approved.outcome = Outcome.APPROVED
    rejected = logged_decision(items[1], "Gruppen avslår förslaget om ett gemensamt ålfiskeråd.")
    rejected.outcome = Outcome.REJECTED
    for decision in (approved, rejected):
        decision.save()
        paper.line(decision.text, about=decision, whole=decision.text)
    return approved, rejected


def _assignments(
    items: tuple[AgendaItem, ...], present: list[tuple[Person, Municipality]], paper: Paper
) -> tuple[Assignment, Assignment, Assignment, Assignment]:
    open_ = logged_assignment(items[0], "kartlägger möjliga vattentäkter", date(2099, 6, 30))
    late = logged_assignment(items[0], "tar fram en gemensam kostnadskalkyl", date(2024, 5, 31))
    done = logged_assignment(items[1], "bjuder in länsstyrelsen till nästa möte", date(2024, 3, 20))
    soft = logged_assignment(items[2], "funderar på gemensamma utbildningar")
    soft.strength, soft.due_text = Strength.SOFT, "under hösten"
    for number, task in enumerate((open_, late, done, soft)):
        person, municipality = present[number % len(present)]
        task.save()
        owner = person.name if number != 1 else municipality.name
        known = {"person": person} if number != 1 else {"municipality": municipality}
        _made(Assignee, task, assignment=task, text=owner, **known)
        due = task.due.isoformat() if task.due else task.due_text
        paper.line(f"{owner} {task.what} senast {due}", about=task, owner=owner, what=task.what, due=due)
    return open_, late, done, soft


def _made(model: Any, beside: Any, **fields: Any) -> Any:
    return model.objects.create(collaboration=beside.collaboration, **fields)
