"""What earlier meetings left undone, as suggestions for a planned meeting: tasks to report, matters put off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from radslag.base.people.models import Body, BodyName
from radslag.domain.decisions.due import Due, MeetingDay, due_of, is_promise
from radslag.domain.decisions.headings import heading_of, shortened
from radslag.domain.decisions.models import Assignment, Decision, Outcome, Strength
from radslag.domain.meetings.matters import same_matter
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from radslag.domain.meetings.suggested import Cause, Suggested, SuggestedPresenter
from radslag.text.swedish.body_names import body_candidates
from radslag.text.swedish.candidates import Certainty, Known

# What nobody set a time for, and nobody asked for in so long before the body last met, is for the log to tell of, not
# for an agenda. While the body has not met nothing is forgotten: the planned day may lie years after its last papers.
STILL_EXPECTED = timedelta(days=400)
CERTAIN = 0.9
# Agendas are Swedish whatever language the page has.
REPORT = "Återrapport: %(what)s"


def of_meeting(meeting: Meeting, today: date) -> list[Suggested]:
    """Overdue, due, promised, deferred, open without a time. As many statements however many there are."""
    found = [*_assignments(meeting, today), *_deferred(meeting)]
    order = list(Cause)
    return sorted(found, key=lambda each: order.index(each.cause))


@dataclass(frozen=True)
class _Known:
    """What a task is judged by: the meetings there are, who is called what, and what later meetings took up.

    `met`: when the body last met before the planned meeting; that meeting's own day when it never has.
    """

    meeting: Meeting
    today: date
    meetings: tuple[Meeting, ...]
    bodies: tuple[Known, ...]
    items: tuple[AgendaItem, ...]
    met: date

    @property
    def days(self) -> list[MeetingDay]:
        return [MeetingDay(each.body_id, each.date) for each in self.meetings]

    def body_named(self, stem: str) -> int | None:
        """The body the first part of "styrelsemöte" names, when it is certain."""
        name = self.meeting.collaboration.name
        found = [each for each in body_candidates(f"{stem}möte", self.bodies, collaboration=name) if _sure(each)]
        return int(str(found[0].known.key)) if len(found) == 1 else None

    def later(self, body: int, day: date) -> list[Meeting]:
        """The body's held meetings after a day, the first first."""
        held = (each for each in self.meetings if each.body_id == body and each.state == MeetingState.HELD)
        return [each for each in held if each.date > day]


def _sure(candidate: object) -> bool:
    certainty, score = getattr(candidate, "certainty", None), getattr(candidate, "score", 0)
    return certainty == Certainty.EXACT or bool(score >= CERTAIN)


def _assignments(meeting: Meeting, today: date) -> list[Suggested]:
    tasks = list(Assignment.objects.to_report(meeting.body, meeting.date))
    if not tasks:
        return []
    first = min(task.day for task in tasks)
    known = _Known(
        meeting=meeting,
        today=today,
        meetings=tuple(Meeting.objects.of(meeting.collaboration).filter(date__gte=first).order_by("date")),
        bodies=_bodies(meeting),
        items=tuple(AgendaItem.objects.at_held(meeting.body, first, meeting.date)),
        met=Meeting.objects.met_before(meeting).called or meeting.date,
    )
    return [suggested for task in _once_each(tasks) if (suggested := _assignment(task, known)) is not None]


def _once_each(tasks: Iterable[Assignment]) -> list[Assignment]:
    """The same sentence of the same meeting is one task, though a document says it both as decision and as task."""
    first: dict[tuple[int, str], Assignment] = {}
    for task in tasks:
        first.setdefault((task.meeting_id, " ".join(task.what.casefold().split())), task)
    return list(first.values())


def _bodies(meeting: Meeting) -> tuple[Known, ...]:
    names: dict[int, list[str]] = {}
    for body, name in BodyName.objects.of(meeting.collaboration).order_by("pk").values_list("body_id", "name"):
        names.setdefault(body, []).append(name)
    rows = Body.objects.of(meeting.collaboration).order_by("pk").values_list("pk", "name", "short_name")
    return tuple(Known(pk, name, (*([short] if short else []), *names.get(pk, []))) for pk, name, short in rows)


def _assignment(task: Assignment, known: _Known) -> Suggested | None:
    due = due_of(
        due=task.due,
        words=task.due_text,
        given=task.day,
        giver=task.body_id,
        meetings=known.days,
        body_named=known.body_named,
    )
    cause = _cause(task, due, known)
    if cause is None or (task.strength == Strength.PROPOSED and _settled(task, known)):
        return None
    return Suggested(
        key=f"assignment:{task.uuid}",
        cause=cause,
        title=heading_of(task.what, task.due_text, item=task.item.title, report=REPORT),
        reason=" ".join([*_given(task), _expected(task, due, cause, known), *_silence(task, due, known)]),
        object_kind=task.kind,
        object_uuid=task.uuid,
        type="information",
        presenters=tuple(
            SuggestedPresenter(each.person.name, each.person) for each in task.assignees.all() if each.person
        ),
    )


def _cause(task: Assignment, due: Due, known: _Known) -> Cause | None:
    """Why it is taken up; None when its time has not come, or when nobody expects it any more."""
    day = known.meeting.date
    if due.waits_for is not None:
        due = Due(day) if due.waits_for == known.meeting.body_id else Due()
    if due.day is not None:
        if due.day < known.today:
            return Cause.OVERDUE if task.strength != Strength.PROPOSED or _recent(task, known) else None
        return Cause.DUE if due.day <= day else None
    if not _recent(task, known):
        return None
    return Cause.PROMISED if is_promise(task.what, task.due_text) else Cause.UNDATED


def _recent(task: Assignment, known: _Known) -> bool:
    return task.day >= known.met - STILL_EXPECTED


def _settled(task: Assignment, known: _Known) -> bool:
    """Whether it is known what became of a proposal: its meeting has minutes, or a later one took the matter up."""
    if task.meeting.state == MeetingState.HELD or task.day >= known.today:
        return True
    after = (item for item in known.items if item.meeting.date > task.day)
    return any(same_matter(task.what, item.title) for item in after)


# The reasons


def _on(day: date) -> str:
    return date_format(day, "j F Y")


def _given(task: Assignment) -> list[str]:
    words = {"body": task.body.name, "day": _on(task.day)}
    if task.strength == Strength.PROPOSED:
        unknown = _("Det finns inga anteckningar från det mötet, så det är inte känt om uppdraget gavs.")
        return [_("Föreslogs i kallelsen till %(body)s den %(day)s.") % words, unknown]
    if task.strength == Strength.SOFT:
        return [_("Medskick från %(body)s den %(day)s.") % words]
    return [_("Gavs av %(body)s den %(day)s.") % words]


def _expected(task: Assignment, due: Due, cause: Cause, known: _Known) -> str:
    """When it was to be done, in the document's own words where it has any."""
    written = " ".join(task.due_text.split())
    if cause == Cause.PROMISED:
        return _("En återrapport är utlovad.")
    if cause == Cause.UNDATED:
        told = _("Skulle vara klart %(when)s och är inte redovisat.") if written else _("Ingen tid är satt.")
        return told % {"when": _worded(written)}
    when = _when(task, due, written, known)
    told = (
        _("Ska vara klart %(when)s.") if cause == Cause.DUE else _("Skulle vara klart %(when)s och är inte redovisat.")
    )
    return told % {"when": when}


def _when(task: Assignment, due: Due, written: str, known: _Known) -> str:
    """The day the document fixes; the meeting it names, with its day unless it is this one; else its words alone."""
    if task.due is not None:
        return _("den %(day)s") % {"day": _on(task.due)}
    if due.meeting and due.day is not None and due.day != known.meeting.date:
        return f"{_worded(written)} ({_on(due.day)})"
    return _worded(written)


def _worded(written: str) -> str:
    return written[:1].lower() + written[1:].rstrip(".")


def _silence(task: Assignment, due: Due, known: _Known) -> list[str]:
    """That the meeting that was to hear of it did not."""
    heard = next((each for each in known.later(known.meeting.body_id, task.day) if each.date == due.day), None)
    if heard is not None and due.meeting and not _heard(task, heard, known):
        return [_("Anteckningarna från den %(day)s nämner det inte.") % {"day": _on(heard.date)}]
    return []


def _heard(task: Assignment, meeting: Meeting, known: _Known) -> bool:
    titles = (item.title for item in known.items if item.meeting_id == meeting.pk)
    return any(same_matter(task.what, title) or same_matter(task.item.title, title) for title in titles)


# Matters put off


def _deferred(meeting: Meeting) -> list[Suggested]:
    put_off = list(Decision.objects.put_off(meeting.body, meeting.date))
    if not put_off:
        return []
    later = AgendaItem.objects.at_held(meeting.body, min(each.day for each in put_off), meeting.date)
    return [_matter(each) for each in put_off if not _taken_up(each, later)]


def _taken_up(decision: Decision, items: Iterable[AgendaItem]) -> bool:
    return any(item.meeting.date > decision.day and same_matter(decision.item.title, item.title) for item in items)


def _matter(decision: Decision) -> Suggested:
    told: Mapping[str, str] = {
        Outcome.TABLED: _("Bordlades den %(day)s och har inte tagits upp sedan dess."),
        Outcome.REFERRED_BACK: _("Återremitterades den %(day)s och har inte kommit tillbaka."),
    }
    return Suggested(
        key=f"decision:{decision.uuid}",
        cause=Cause.DEFERRED,
        title=shortened(decision.item.title),
        reason=told[decision.outcome] % {"day": _on(decision.day)},
        object_kind=decision.kind,
        object_uuid=decision.uuid,
        type="decision",
    )
