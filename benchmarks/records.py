"""Records large enough to measure on, in collaborations of their own."""

from __future__ import annotations

from datetime import date, time, timedelta

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_body, create_collaboration
from radslag.base.people.models import Body, BodyKind, Collaboration
from radslag.domain.decisions.models import Assignee, Assignment, Decision
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from radslag.text.swedish.sorting import fold
from tests.cast import Cast
from tests.paperwork import Paper, logged_assignment, logged_decision

FIRST = date(2010, 1, 12)
MEETINGS = (20, 400)  # five rows a meeting, or twenty-five, over the same years


def make_logs(cast: Cast, rows: int) -> str:
    """The slug of a collaboration with as many decisions and assignments, made the first time it is asked for.

    The member of the cast may read it.
    """
    slug = f"rader-{rows}"
    if Collaboration.objects.filter(slug=slug).exists():
        return slug
    collaboration = create_collaboration(name=f"{rows} rader", slug=slug, by=SYSTEM)
    appoint(user=cast.user("member"), collaboration=collaboration, role=Role.COORDINATOR, by=SYSTEM)
    bodies = [
        create_body(collaboration=collaboration, name=name, kind=kind, by=SYSTEM)
        for name, kind in (("Styrelsen", BodyKind.BOARD), ("Ledningsgruppen", BodyKind.CHIEF_EXECUTIVES))
    ]
    meetings = min(MEETINGS[1], max(MEETINGS[0], rows // 25))
    for number in range(meetings):
        day = FIRST + timedelta(days=number * 4000 // meetings)
        _hold(bodies[number % 2], day, rows // meetings)
    return slug


def _hold(body: Body, day: date, items: int) -> None:
    collaboration = body.collaboration
    meeting = Meeting.objects.create(
        collaboration=collaboration, body=body, date=day, start_time=time(9, 0), state=MeetingState.HELD
    )
    made = AgendaItem.objects.bulk_create(
        AgendaItem(
            collaboration=collaboration, meeting=meeting, position=n, number=str(n), title=f"Ärende {n} om samverkan"
        )
        for n in range(1, items + 1)
    )
    decisions = [logged_decision(item, f"Styrelsen beslutar att gå vidare med ärende {item.number}.") for item in made]
    tasks = [logged_assignment(item, f"tar fram underlag till ärende {item.number}", day) for item in made]
    Decision.objects.bulk_create(decisions)
    Assignment.objects.bulk_create(tasks)
    owner = "Kommunchefen i Åmål"
    Assignee.objects.bulk_create(
        Assignee(collaboration=collaboration, assignment=task, text=owner, words=fold(owner)) for task in tasks
    )
    paper = Paper()
    paper.line(f"{body.name} {day.isoformat()}")
    for decision, task in zip(decisions, tasks, strict=True):
        paper.line(decision.text, about=decision, whole=decision.text)
        paper.line(f"{owner} {task.what}", about=task, what=task.what)
    paper.file(collaboration, f"anteckningar-{day.isoformat()}.txt")
