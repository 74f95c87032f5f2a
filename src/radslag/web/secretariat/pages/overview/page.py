"""Which parts of the overview concern the reader, and the parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.overview.ahead import Ahead, meetings_ahead
from radslag.web.secretariat.pages.overview.beginning import Beginning, beginning
from radslag.web.secretariat.pages.overview.changes import changes
from radslag.web.secretariat.pages.overview.decided import Decided, decided_last
from radslag.web.secretariat.pages.overview.duties import Duties, Watched, duties_of, watched
from radslag.web.secretariat.pages.overview.papers import NewDocument, newest_documents
from radslag.web.secretariat.pages.overview.presenting import Presenting, presenting
from radslag.web.secretariat.pages.overview.standing import Standing, standing_of
from radslag.web.secretariat.pages.overview.steps import SHOWN, Step, next_steps
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

    first: Step | None
    steps: Sequence[Step]
    later: Sequence[Step]
    watched: Watched
    waiting: Waiting
    changes: Sequence[Day]


@dataclass(frozen=True)
class Own:
    """What waits for the reader: own assignments, and what the reader is to present."""

    name: str
    person_url: str
    duties: Duties
    presenting: Sequence[Presenting]


@dataclass(frozen=True)
class OverviewPage:
    """The parts; those that do not concern the reader are None or empty."""

    today: date
    is_new: bool
    beginning: Sequence[Beginning] = ()
    working: Working | None = None
    own: Own | None = None
    municipality: str = ""
    municipal: Duties | None = None
    decided: Sequence[Decided] = ()
    documents: Sequence[NewDocument] = ()
    ahead: Sequence[Ahead] = ()
    ahead_of_mine: bool = False
    is_registrar: bool = False

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
    is_registrar = any(role.value == "registrar" for role in access.roles)
    return OverviewPage(
        today,
        is_new=False,
        working=_working(access, links, today) if prepares else None,
        own=_own(access, links, today, standing),
        decided=() if prepares and not standing.bodies else decided_last(access, links, today, standing.bodies),
        documents=newest_documents(access, links) if is_registrar else (),
        ahead=meetings_ahead(access, links, today, () if prepares else standing.bodies),
        ahead_of_mine=bool(standing.bodies) and not prepares,
        is_registrar=is_registrar,
    )


def _working(access: Access, links: Links, today: date) -> Working:
    steps = next_steps(access, links, today)
    count, since = Staged.objects.of(access.collaboration).oldest_waiting()
    return Working(
        first=steps[0] if steps else None,
        steps=steps[1:SHOWN],
        later=steps[SHOWN:],
        watched=watched(access, links, today),
        waiting=Waiting(count, since, links.page("imports")),
        changes=changes(access, links) if access.may(Permission.READ_TRAIL) else (),
    )


def _own(access: Access, links: Links, today: date, standing: Standing) -> Own | None:
    if standing.person is None:
        return None
    return Own(
        standing.person.name,
        links.person(standing.person.uuid),
        duties_of(access, links, today, standing.concerned, standing.person.name),
        presenting(access, links, today, standing.person),
    )
