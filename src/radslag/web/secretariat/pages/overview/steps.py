"""The coordinator's next step with each body, the most pressing first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.base.accounts.access import Access
from radslag.base.people.models import Body, BodyKind
from radslag.domain.meetings.models import AgendaItem, AnnouncedMeeting, Meeting, MeetingState
from radslag.domain.meetings.standing import place_of
from radslag.domain.minutes.models import Minutes
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.made import stands
from radslag.web.secretariat.pages.overview.nearness import nearness
from radslag.web.secretariat.pages.states import NO_CHIP, Chip, of_meeting, plain_date
from radslag.web.secretariat.pages.suggestions import STANDING

SHOWN = 5
# A meeting further off than this can wait below the fold, unless it is being prepared.
NEAR = timedelta(days=45)
# Bodies that are sure to meet, whether or not any meeting of theirs is known.
CORE = (BodyKind.BOARD, BodyKind.CHIEF_EXECUTIVES)


class Press(IntEnum):
    """How pressing a step is: minutes that are missing, a meeting in the making, one to plan, one that is called."""

    MINUTES = 0
    PREPARE = 1
    PLAN = 2
    WAIT = 3


@dataclass(frozen=True)
class Step:
    """What is next with a body: the meeting it is about, a sentence on how things stand, and the one button.

    `met` is when the body last met, as far as is known.
    """

    press: Press
    due: date
    body: str
    body_url: str
    day: date | None
    near: str
    chip: Chip
    sentence: str
    label: str
    url: str
    icon: str
    met: date | None = None

    @property
    def recency(self) -> int:
        """Sorts those that have met before those that never did, the latest first."""
        return -self.met.toordinal() if self.met else 0


@dataclass(frozen=True)
class Calendar:
    """What is known of the bodies' meetings around today, by body or by meeting.

    `papers` says of the first that is planned whether its papers still hold.
    """

    today: date
    last: dict[int, Meeting]
    coming: dict[int, Meeting]
    kept: set[int]
    announced: dict[int, date]
    items: dict[int, int]
    unpresented: dict[int, int]
    papers: dict[int, bool | None]


def next_steps(access: Access, links: Links, today: date) -> tuple[list[Step], list[Step]]:
    """The steps of all bodies there are today: those to see at once, those folded. A constant number of statements."""
    bodies = list(Body.objects.of(access.collaboration).as_of(today).sorted())
    calendar = _calendar(access, bodies, today)
    steps = [step for body in bodies for step in _steps(body, calendar, links)]
    steps.sort(key=lambda step: (step.press, step.due, step.recency))
    near = [step for step in steps if _is_near(step, today)][:SHOWN]
    shown = near or [step for step in steps if step.met][:SHOWN] or steps[:1]
    return shown, [step for step in steps if step not in shown]


def _is_near(step: Step, today: date) -> bool:
    return step.press < Press.PLAN or bool(step.day and step.day <= today + NEAR)


def _calendar(access: Access, bodies: Sequence[Body], today: date) -> Calendar:
    meetings = Meeting.objects.of(access.collaboration)
    last = {row.body_id: row for row in meetings.last_of_each([body.pk for body in bodies], today)}
    coming: dict[int, Meeting] = {}
    for row in meetings.ahead(today):
        coming.setdefault(row.body_id, row)
    planned = [row.pk for row in coming.values() if row.state == MeetingState.PLANNED]
    items = AgendaItem.objects.of(access.collaboration)
    return Calendar(
        today=today,
        last=last,
        coming=coming,
        kept=Minutes.objects.of(access.collaboration).kept_of(last.values()),
        announced=AnnouncedMeeting.objects.of(access.collaboration).first_of_each(today),
        items=items.per_meeting(planned),
        unpresented=_unpresented(access, planned),
        papers=_papers([row for row in coming.values() if row.pk in planned]),
    )


def _unpresented(access: Access, planned: Sequence[int]) -> dict[int, int]:
    """How many items lack a presenter, by meeting; nobody presents what opens or closes a meeting."""
    rows = AgendaItem.objects.of(access.collaboration).without_presenter().filter(meeting__in=planned)
    for routine in STANDING:
        rows = rows.exclude(suggestion_answers__key__startswith=routine)
    return Counter(
        meeting for meeting, title in rows.values_list("meeting", "title") if place_of(title, ()) == "middle"
    )


def _papers(planned: Sequence[Meeting]) -> dict[int, bool | None]:
    # Comparing takes statements of its own, so only the one that comes first is compared.
    first = min(planned, key=lambda row: (row.date, row.pk), default=None)
    return {first.pk: stands(first)} if first else {}


def _steps(body: Body, calendar: Calendar, links: Links) -> Iterator[Step]:
    last, coming = calendar.last.get(body.pk), calendar.coming.get(body.pk)
    if last is not None and last.pk not in calendar.kept:
        yield _minutes(body, last, calendar, links)
    if coming is None:
        if last is not None or body.kind in CORE:
            yield _plan(body, last, calendar, links)
    elif coming.state == MeetingState.PLANNED:
        yield _prepare(body, coming, calendar, links)
    else:
        yield _wait(body, coming, calendar, links)


def _minutes(body: Body, meeting: Meeting, calendar: Calendar, links: Links) -> Step:
    return Step(
        press=Press.MINUTES,
        # The one just held is the one that waits.
        due=date.fromordinal(date.max.toordinal() - meeting.date.toordinal()),
        body=body.name,
        body_url=links.body(body.uuid),
        day=meeting.date,
        near=nearness(meeting.date, calendar.today),
        chip=Chip("warn", _("anteckningar saknas")),
        sentence=_("Mötet har varit, men inga minnesanteckningar är inlästa."),
        label=_("Läs in minnesanteckningarna"),
        url=links.page("imports"),
        icon="arrow-down-tray",
    )


def _prepare(body: Body, meeting: Meeting, calendar: Calendar, links: Links) -> Step:
    items, missing = calendar.items.get(meeting.pk, 0), calendar.unpresented.get(meeting.pk, 0)
    return Step(
        press=Press.PREPARE,
        due=meeting.date,
        body=body.name,
        body_url=links.body(body.uuid),
        day=meeting.date,
        near=nearness(meeting.date, calendar.today),
        chip=of_meeting(meeting),
        sentence=" ".join(filter(None, (_state_of_agenda(items, missing), _state_of_papers(meeting, calendar)))),
        label=_("Fortsätt förbereda"),
        url=links.to("prepare", meeting.uuid),
        icon="pencil-square",
    )


def _state_of_agenda(items: int, missing: int) -> str:
    if not items:
        return _("Dagordningen är tom än så länge.")
    counted = ngettext("%(n)s punkt på dagordningen", "%(n)s punkter på dagordningen", items) % {"n": items}
    if not missing:
        return _("%(counted)s, alla med föredragande.") % {"counted": counted}
    lacking = ngettext("%(n)s saknar föredragande", "%(n)s saknar föredragande", missing) % {"n": missing}
    return f"{counted}, {lacking}."


def _state_of_papers(meeting: Meeting, calendar: Calendar) -> str:
    stands = calendar.papers.get(meeting.pk)
    if stands is None:
        return ""
    return _("Handlingarna är gjorda.") if stands else _("Dagordningen har ändrats sedan handlingarna gjordes.")


def _plan(body: Body, last: Meeting | None, calendar: Calendar, links: Links) -> Step:
    announced = calendar.announced.get(body.pk)
    return Step(
        press=Press.PLAN,
        due=announced or date.max,
        body=body.name,
        body_url=links.body(body.uuid),
        day=announced,
        near=nearness(announced, calendar.today) if announced else "",
        chip=Chip("neutral", _("inte planerat")) if announced else NO_CHIP,
        sentence=_last_words(last, announced),
        label=_("Förbered nästa möte"),
        url=links.page("plan", grupp=str(body.uuid)),
        icon="calendar-days",
        met=last.date if last else None,
    )


def _last_words(last: Meeting | None, announced: date | None) -> str:
    if announced:
        return _("Dagen står i en handling, men mötet är inte planerat.")
    if last is None:
        return _("Inget möte är planerat.")
    return _("Inget möte är planerat. Det senaste var %(day)s.") % {"day": plain_date(last.date)}


def _wait(body: Body, meeting: Meeting, calendar: Calendar, links: Links) -> Step:
    return Step(
        press=Press.WAIT,
        due=meeting.date,
        body=body.name,
        body_url=links.body(body.uuid),
        day=meeting.date,
        near=nearness(meeting.date, calendar.today),
        chip=of_meeting(meeting),
        sentence=_("Kallelsen är inläst."),
        label=_("Visa mötet"),
        url=links.meeting(meeting.uuid),
        icon="",
    )
