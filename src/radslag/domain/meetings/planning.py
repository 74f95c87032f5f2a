"""What a plan for a body's next meeting begins with: day, times and place, and why that day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from radslag.base.people.models import Body, Mandate
from radslag.domain.meetings.models import AnnouncedMeeting, Meeting, MeetingRules
from radslag.domain.meetings.rhythm import Basis, Proposal, propose

# What `text.swedish.holidays.why_closed` calls days; it knows nothing of languages.
CLOSED = (
    gettext_noop("helg"),
    gettext_noop("semestertid i juli"),
    gettext_noop("midsommarveckan"),
    gettext_noop("jul- och nyårshelgen"),
    gettext_noop("nyårsdagen"),
    gettext_noop("trettondedag jul"),
    gettext_noop("långfredagen"),
    gettext_noop("påskdagen"),
    gettext_noop("annandag påsk"),
    gettext_noop("första maj"),
    gettext_noop("Kristi himmelsfärdsdag"),
    gettext_noop("pingstdagen"),
    gettext_noop("nationaldagen"),
    gettext_noop("midsommardagen"),
    gettext_noop("alla helgons dag"),
    gettext_noop("juldagen"),
    gettext_noop("annandag jul"),
)
BEFORE, AFTER = "dagen före ", "dagen efter "
REMEMBERED = 6  # the meetings usual times and places are read from


@dataclass(frozen=True)
class PlannedStart:
    """A day to begin with and the sentences that say why; the announcing document's row, if that is the reason."""

    day: date
    reason: str
    basis: Basis
    object_kind: str = ""
    object_uuid: UUID | None = None
    start_time: time | None = None
    end_time: time | None = None
    place: str = ""


def next_meeting_of(body: Body, today: date) -> PlannedStart:
    """The day a document announces, else the one the rhythm of earlier meetings gives. Five statements."""
    meetings = list(Meeting.objects.of_body(body).order_by("date"))
    last = max([today, *(meeting.date for meeting in meetings)])
    announced = AnnouncedMeeting.objects.for_body(body).after(last).select_related("meeting").order_by("day").first()
    found = propose(
        [meeting.date for meeting in meetings],
        today=today,
        announced=announced.day if announced else None,
        avoid=_Clashes(body, today).against,
    )
    by_document = announced if found.basis == Basis.ANNOUNCED else None
    rules = MeetingRules.objects.of_body(body, found.day)
    start, end, place = _decided(rules, *_usual(meetings))
    return PlannedStart(
        day=found.day,
        reason=_reason(found, by_document),
        basis=found.basis,
        object_kind=by_document.kind if by_document else "",
        object_uuid=by_document.uuid if by_document else None,
        start_time=start,
        end_time=end,
        place=place,
    )


def _decided(
    rules: MeetingRules | None, start: time | None, end: time | None, place: str
) -> tuple[time | None, time | None, str]:
    """What the rules say, and what is usual where they say nothing."""
    if rules is None:
        return start, end, place
    return rules.start_time or start, rules.end_time or end, rules.place or place


def _usual(meetings: Sequence[Meeting]) -> tuple[time | None, time | None, str]:
    """The start, end and place most of the last meetings had."""
    recent = list(reversed(meetings))[:REMEMBERED]
    times = _most_common([(each.start_time, each.end_time) for each in recent if each.start_time])
    start, end = times or (None, None)
    return start, end, _most_common([each.place for each in recent if each.place]) or ""


def _most_common(values: Sequence[Any]) -> Any:
    """The value seen most often, the first seen where two are as common; None for nothing."""
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], -values.index(value))) if counts else None


class _Clashes:
    """The days on which a body that shares members with this one meets."""

    def __init__(self, body: Body, today: date) -> None:
        self.body, self.today = body, today
        self.known: dict[date, str] | None = None

    def against(self, day: date) -> str | None:
        """Who meets then; None when nobody does. Asks the database the first time only."""
        if self.known is None:
            self.known = self._ask()
        return self.known.get(day)

    def _ask(self) -> dict[date, str]:
        people = Mandate.objects.in_body(self.body).order_by().values("person")
        bodies = Mandate.objects.of(self.body.collaboration).filter(person__in=people).exclude(body=self.body)
        rows = Meeting.objects.filter(body__in=bodies.order_by().values("body"), date__gt=self.today)
        told = _("då möts %(body)s")
        return {each.date: told % {"body": each.body.name} for each in rows.select_related("body")}


def _reason(found: Proposal, announced: AnnouncedMeeting | None) -> str:
    if announced is not None:
        told = _("Den här dagen anges i handlingarna till mötet den %(day)s.")
        return told % {"day": date_format(announced.meeting.date, "j F Y")}
    return " ".join([_habit(found), *_passed_over(found)])


def _habit(found: Proposal) -> str:
    if found.weeks is not None and found.weekday is not None:
        names = {"interval": interval(found.weeks), "weekday": _on_weekdays(found.weekday)}
        return _("Gruppen brukar ses %(interval)s %(weekday)s.") % names
    if found.basis == Basis.NOTHING:
        return _("Gruppen har inga tidigare möten här. Dagen är bara något att börja med.")
    return _("För få tidigare möten för att se hur ofta gruppen ses. Dagen är bara något att börja med.")


def interval(weeks: int) -> str:
    """ "var sjunde vecka" """
    names = {
        1: _("varje vecka"),
        2: _("varannan vecka"),
        3: _("var tredje vecka"),
        4: _("var fjärde vecka"),
        5: _("var femte vecka"),
        6: _("var sjätte vecka"),
        7: _("var sjunde vecka"),
        8: _("var åttonde vecka"),
        9: _("var nionde vecka"),
        10: _("var tionde vecka"),
    }
    return names.get(weeks) or _("med %(weeks)s veckors mellanrum") % {"weeks": weeks}


def _on_weekdays(weekday: int) -> str:
    names = (_("på måndagar"), _("på tisdagar"), _("på onsdagar"), _("på torsdagar"), _("på fredagar"))
    return names[weekday] if weekday < len(names) else str(WEEKDAYS[weekday])


def _passed_over(found: Proposal) -> list[str]:
    """The first days that would have come before, with why they were not taken."""
    told = _("%(day)s valdes bort: %(why)s.")
    return [told % {"day": _capital(date_format(day, "l j F")), "why": _why(why)} for day, why in found.passed_over[:2]]


def _why(closed: str) -> str:
    if closed.startswith(BEFORE):
        return _("dagen före %(day)s") % {"day": _(closed.removeprefix(BEFORE))}
    if closed.startswith(AFTER):
        return _("dagen efter %(day)s") % {"day": _(closed.removeprefix(AFTER))}
    return _(closed) if closed in CLOSED else closed


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
