"""Documents written by the tests: every value put down is remembered with its place, so that citations are true."""

from __future__ import annotations

from datetime import date, time

from radslag.base.audit.actions import Traced
from radslag.base.core.actor import SYSTEM
from radslag.base.documents.actions import Place, cite, extract, store
from radslag.base.documents.models import Extraction, Version
from radslag.base.people.models import Body, Collaboration, Person
from radslag.domain.decisions.models import Assignee, Assignment, Decision
from radslag.domain.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Contribution,
    Meeting,
    MeetingState,
    Notice,
    Presence,
    ProposedDecision,
)
from radslag.domain.minutes.models import Minutes
from radslag.text.swedish.sorting import fold

READER = "tests-1"


class Paper:
    """A text under writing, and the places values stand at in it."""

    def __init__(self) -> None:
        self.text = ""
        self.places: list[Place] = []

    def line(self, words: str = "", *, about: Traced | None = None, **values: str) -> None:
        """A line of text; each value (by field name; `whole` for the object itself) must stand in it, and is cited."""
        for field, value in values.items():
            start = len(self.text) + words.index(value)
            assert about is not None
            self.places.append(Place(about, "" if field == "whole" else field, start, start + len(value)))
        self.text += f"{words}\n"

    def file(self, collaboration: Collaboration, name: str) -> tuple[Version, Extraction]:
        """Store the text as a document, keep its extraction, and cite every place."""
        version, _ = store(
            collaboration=collaboration, name=name, data=self.text.encode(), media_type="text/plain", by=SYSTEM
        )
        extraction = extract(version=version, reader_version=READER, text=self.text)
        cite(extraction=extraction, places=self.places)
        return version, extraction


def make_meeting(
    *, body: Body, day: date, people: list[Person], items: int = 15, annexes: int = 3, sub_items: int = 0
) -> Meeting:
    """A held meeting of any size with minutes: each item has annexes, a decision, an assignment, a view, a proposal.

    For benches and statement counts: rows are written in bulk, so their number says nothing of how long this takes.
    """
    meeting = Meeting.objects.create(
        collaboration=body.collaboration,
        body=body,
        date=day,
        start_time=time(13, 0),
        end_time=time(16, 30),
        place="Rådhuset",
        state=MeetingState.HELD,
    )
    paper = Paper()
    paper.line(f"{body.name} {day.isoformat()} i Rådhuset", about=meeting, date=day.isoformat(), place="Rådhuset")
    _attend(meeting, people, paper)
    made = _items(meeting, items, sub_items, paper)
    _annexes(made, annexes, paper)
    _outcomes(made, people, paper)
    version, extraction = paper.file(body.collaboration, f"anteckningar-{day.isoformat()}.txt")
    Minutes.objects.create(
        collaboration=body.collaboration,
        meeting=meeting,
        version=version,
        extraction=extraction,
        minute_taker_name=people[0].name,
        minute_taker=people[0],
    )
    return meeting


def call_meeting(*, body: Body, day: date, people: list[Person]) -> Meeting:
    """A meeting that is only called, with its notice and one proposal."""
    meeting = Meeting.objects.create(
        collaboration=body.collaboration, body=body, date=day, start_time=time(9, 30), state=MeetingState.CALLED
    )
    paper = Paper()
    paper.line(f"Kallelse till {body.name} {day.isoformat()}", about=meeting, date=day.isoformat())
    item = AgendaItem.objects.create(
        collaboration=body.collaboration, meeting=meeting, position=1, number="1", title="Gemensam upphandling"
    )
    paper.line("1. Gemensam upphandling", about=item, title="Gemensam upphandling")
    proposal = ProposedDecision.objects.create(
        collaboration=body.collaboration, item=item, text="Gruppen föreslås ställa sig bakom upphandlingen."
    )
    paper.line(proposal.text, about=proposal, whole=proposal.text)
    version, extraction = paper.file(body.collaboration, f"kallelse-{day.isoformat()}.txt")
    Notice.objects.create(collaboration=body.collaboration, meeting=meeting, version=version, extraction=extraction)
    return meeting


def _attend(meeting: Meeting, people: list[Person], paper: Paper) -> None:
    rows = []
    for position, person in enumerate(people):
        mandate = person.mandates.select_related("on_behalf_of").first()
        municipality = mandate.on_behalf_of if mandate else None
        row = Attendance(
            collaboration=meeting.collaboration,
            meeting=meeting,
            person=person,
            presence=Presence.PRESENT,
            position=position,
            name=person.name,
            affiliation=municipality.name if municipality else "",
            municipality=municipality,
        )
        paper.line(f"{person.name}, {row.affiliation}", about=row, name=person.name)
        rows.append(row)
    Attendance.objects.bulk_create(rows)


def _items(meeting: Meeting, items: int, sub_items: int, paper: Paper) -> list[AgendaItem]:
    made = []
    for number in range(1, items + 1):
        title = f"Ärende {number} om samverkan"
        notes = f"Gruppen gick igenom läget i ärende {number} och vad som återstår till hösten. " * 3
        item = AgendaItem(
            collaboration=meeting.collaboration,
            meeting=meeting,
            position=number * 100,
            number=str(number),
            title=title,
            notes=notes.strip(),
        )
        paper.line(f"{number}. {title}", about=item, title=title)
        paper.line(item.notes, about=item, notes=item.notes)
        made.append(item)
    AgendaItem.objects.bulk_create(made)
    AgendaItem.objects.bulk_create(
        AgendaItem(
            collaboration=meeting.collaboration,
            meeting=meeting,
            parent=parent,
            position=parent.position + number,
            number=f"{parent.number}.{number}",
            title=f"Delfråga {number}",
        )
        for parent in made
        for number in range(1, sub_items + 1)
    )
    return made


def _annexes(items: list[AgendaItem], each: int, paper: Paper) -> None:
    rows = []
    for item in items:
        for position in range(1, each + 1):
            label = f"Bilaga {item.number}.{position}"
            row = Attachment(
                collaboration=item.collaboration,
                item=item,
                position=position,
                label=label,
                number=f"{item.number}.{position}",
                title=f"Underlag {position}",
            )
            paper.line(f"{label} Underlag {position}", about=row, whole=label)
            rows.append(row)
    Attachment.objects.bulk_create(rows)


def _outcomes(items: list[AgendaItem], people: list[Person], paper: Paper) -> None:
    _proposals_and_views(items, paper)
    decisions = [logged_decision(item, f"Gruppen beslutar att gå vidare med ärende {item.number}.") for item in items]
    tasks = [logged_assignment(item, f"tar fram ett underlag till ärende {item.number}") for item in items]
    Decision.objects.bulk_create(decisions)
    Assignment.objects.bulk_create(tasks)
    owners = []
    for number, task in enumerate(tasks):
        owner = people[number % len(people)]
        owners.append(
            Assignee(
                collaboration=task.collaboration,
                assignment=task,
                text=owner.name,
                person=owner,
                words=fold(owner.name),
            )
        )
        paper.line(f"{owner.name} {task.what}", about=task, owner=owner.name, what=task.what)
    Assignee.objects.bulk_create(owners)
    for decision in decisions:
        paper.line(decision.text, about=decision, whole=decision.text)


def _proposals_and_views(items: list[AgendaItem], paper: Paper) -> None:
    proposals, views = [], []
    for item in items:
        proposal = ProposedDecision(
            collaboration=item.collaboration, item=item, text=f"Ärende {item.number} föreslås gå vidare."
        )
        view = Contribution(
            collaboration=item.collaboration, item=item, text=f"En fråga om ärende {item.number} ställdes."
        )
        paper.line(proposal.text, about=proposal, whole=proposal.text)
        paper.line(view.text, about=view, whole=view.text)
        proposals.append(proposal)
        views.append(view)
    ProposedDecision.objects.bulk_create(proposals)
    Contribution.objects.bulk_create(views)


def logged_decision(item: AgendaItem, text: str) -> Decision:
    """A decision of an item, not yet saved, with the words the log searches."""
    return Decision(
        collaboration=item.collaboration,
        item=item,
        meeting=item.meeting,
        body=item.meeting.body,
        day=item.meeting.date,
        text=text,
        words=fold(f"{text} {item.title}"),
    )


def logged_assignment(item: AgendaItem, what: str, due: date | None = None) -> Assignment:
    """An open assignment of an item, not yet saved, with the words the log searches."""
    return Assignment(
        collaboration=item.collaboration,
        item=item,
        meeting=item.meeting,
        body=item.meeting.body,
        day=item.meeting.date,
        what=what,
        due=due,
        words=fold(f"{what} {item.title}"),
    )
