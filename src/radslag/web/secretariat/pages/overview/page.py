"""Which parts of the overview concern the reader, and the parts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission, Role
from radslag.domain.decisions.models import Concerned
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.overview.ahead import MeetingsAhead, meetings_ahead
from radslag.web.secretariat.pages.overview.beginning import Beginning, beginning
from radslag.web.secretariat.pages.overview.changes import changes
from radslag.web.secretariat.pages.overview.decided import Decided, decided_last
from radslag.web.secretariat.pages.overview.duties import Duties, Watched, duties_of, watched
from radslag.web.secretariat.pages.overview.papers import NewDocument, newest_documents
from radslag.web.secretariat.pages.overview.presenting import Presenting, presenting
from radslag.web.secretariat.pages.overview.standing import Standing, all_roles, standing_of
from radslag.web.secretariat.pages.overview.steps import Step, next_steps
from radslag.web.secretariat.pages.trail import Day


@dataclass(frozen=True)
class Waiting:
    """Documents that wait for review, and since when the first of them does."""

    count: int
    since: datetime | None
    url: str


@dataclass(frozen=True)
class Working:
    """The coordinator's part."""

    steps: Sequence[Step]
    later: Sequence[Step]
    watched: Watched
    waiting: Waiting


@dataclass(frozen=True)
class Own:
    """What waits for the reader: own assignments, and what the reader is to present."""

    others: Sequence[str]
    duties: Duties
    presenting: Sequence[Presenting]


@dataclass(frozen=True)
class Municipal:
    """What waits for the municipalities the reader is an official of."""

    names: str
    duties: Duties


@dataclass(frozen=True)
class OverviewPage:
    """The parts; those that do not concern the reader are None or empty."""

    today: date
    is_new: bool
    beginning: Sequence[Beginning] = ()
    working: Working | None = None
    own: Own | None = None
    municipal: Municipal | None = None
    decided: Sequence[Decided] = ()
    documents: Sequence[NewDocument] = ()
    changes: Sequence[Day] = ()
    ahead: MeetingsAhead | None = None
    is_registrar: bool = False

    @property
    def begins_with_tasks(self) -> bool:
        """Whether there is something to do first; who has nothing to do reads what was decided."""
        return bool(self.working or self.own or self.municipal or self.documents)

    @property
    def next_beginning(self) -> Beginning | None:
        """The first step that is not done."""
        return next((step for step in self.beginning if not step.done), None)


def overview_page(access: Access) -> OverviewPage:
    """The overview of whoever has entered; as many statements however much there is in the record."""
    today = timezone.localdate()
    links = Links(access.collaboration.slug)
    prepares = access.may(Permission.PREPARE)
    if not Meeting.objects.of(access.collaboration).exists():
        return OverviewPage(today, is_new=True, beginning=beginning(access, links) if prepares else ())
    standing = standing_of(access, today)
    own = _own(access, links, today, standing)
    is_registrar = Role.REGISTRAR in all_roles(access)
    tells = access.may(Permission.READ_TRAIL) and (prepares or is_registrar)
    return OverviewPage(
        today,
        is_new=False,
        working=_working(access, links, today) if prepares else None,
        own=own,
        municipal=_municipal(access, links, today, standing),
        decided=() if prepares and not standing.bodies else decided_last(access, links, today, standing.bodies),
        documents=newest_documents(access, links) if is_registrar else (),
        changes=changes(access, links) if tells else (),
        ahead=meetings_ahead(access, links, today, *_meets(own, standing, prepares)),
        is_registrar=is_registrar,
    )


def _working(access: Access, links: Links, today: date) -> Working:
    steps, later = next_steps(access, links, today)
    count, since = Staged.objects.of(access.collaboration).oldest_waiting()
    return Working(
        steps=steps,
        later=later,
        watched=watched(access, links, today),
        waiting=Waiting(count, since, links.page("imports")),
    )


def _own(access: Access, links: Links, today: date, standing: Standing) -> Own | None:
    people = [*([standing.person] if standing.person else []), *standing.others]
    if not people:
        return None
    duties = duties_of(access, links, today, standing.concerned)
    items = presenting(access, links, today, people)
    # Somebody without a seat is not told each day that nothing waits.
    if not (duties.lines or items or standing.bodies):
        return None
    return Own([person.name for person in standing.others], duties, items)


def _meets(own: Own | None, standing: Standing, prepares: bool) -> tuple[Collection[int], Collection[int]]:
    """The bodies and the meetings that are the reader's own; who prepares them all has none of its own."""
    if prepares:
        return (), ()
    return standing.bodies, {each.meeting for each in own.presenting} if own else ()


def _municipal(access: Access, links: Links, today: date, standing: Standing) -> Municipal | None:
    if not standing.offices:
        return None
    names = ", ".join(each.name for each in standing.offices.values())
    return Municipal(names, duties_of(access, links, today, Concerned(municipalities=list(standing.offices))))
