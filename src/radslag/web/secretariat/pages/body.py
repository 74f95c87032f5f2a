"""Bodies: the list by kind, and one as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Body, BodyKind, Collaboration, Mandate, Membership
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.components.lists import Column
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.meetings import MeetingLine, NextStep, meeting_lines, next_step
from radslag.web.secretariat.pages.other_names import OtherName, other_names
from radslag.web.secretariat.pages.seats import Seat, Seats

MEETINGS = 12
COLUMNS = (
    Column(gettext_lazy("Grupp"), kind="wide"),
    Column(gettext_lazy("Kända ledamöter"), kind="num"),
    Column(gettext_lazy("Möten"), kind="num"),
)
# Bodies where every member municipality has a place, so that an empty one is worth showing.
FULL = (BodyKind.BOARD, BodyKind.CHIEF_EXECUTIVES)


@dataclass(frozen=True)
class BodyLine:
    """A line of *Grupper*."""

    name: str
    url: str
    short_name: str
    known: int
    meetings: int


@dataclass(frozen=True)
class Kind:
    """The bodies of one kind."""

    name: str
    bodies: Sequence[BodyLine]


@dataclass(frozen=True)
class Row:
    """A member municipality in a body: who is decided, who was seen that day, who was seen before."""

    municipality: str
    url: str
    decided: Sequence[Seat]
    seen: Sequence[Seat]
    before: Sequence[Seat]


@dataclass(frozen=True)
class BodyPage:
    """What is known of a body on a day; `last_seen` is the day of the latest sighting up to then."""

    body: Body
    rows: Sequence[Row]
    has_decided: bool
    has_seen: bool
    last_seen: date | None
    last_seen_url: str
    names: Sequence[OtherName]
    meetings: Sequence[MeetingLine]
    meetings_url: str
    next: NextStep | None


def body_kinds(collaboration: Collaboration, day: date, links: Links) -> list[Kind]:
    """Every body that exists on the day, by kind in the order people list them in."""
    rows = list(Body.objects.of(collaboration).as_of(day).with_names().sorted())
    people = Mandate.objects.of(collaboration).known(day).people_per_body()
    meetings = Meeting.objects.of(collaboration).visible_to(False).per_body()
    order = [kind.value for kind in BodyKind]
    rows.sort(key=lambda row: order.index(row.kind))
    return [
        Kind(
            str(BodyKind(kind).label),
            [
                BodyLine(
                    row.name_on(day),
                    links.body(row.uuid),
                    row.short_name,
                    people.get(row.pk, 0),
                    meetings.get(row.pk, 0),
                )
                for row in found
            ],
        )
        for kind, found in groupby(rows, key=lambda row: row.kind)
    ]


def body_page(body: Body, day: date, access: Access) -> BodyPage:
    """A body as of a day."""
    links = Links(access.collaboration.slug, day)
    mandates = Mandate.objects.of(access.collaboration).in_body(body).told().by_municipality()
    seats = Seats(mandates, day, access, links).by_municipality()
    members = Membership.objects.of(access.collaboration).as_of(day).sorted()
    rows = _rows(seats, list(members), links, full=body.kind in FULL)
    everyone = [seat for row in rows for seat in (*row.decided, *row.seen, *row.before)]
    last_seen = max((seat.last_seen for seat in everyone if seat.last_seen), default=None)
    theirs = Meeting.objects.of(access.collaboration).of_body(body).visible_to(access.may(Permission.READ_DRAFTS))
    told = theirs if day >= timezone.localdate() else theirs.until(day)
    meetings = list(told.with_body().latest_first()[: MEETINGS + 1])
    return BodyPage(
        body=body,
        rows=rows,
        has_decided=any(row.decided for row in rows),
        has_seen=any(row.seen for row in rows),
        last_seen=last_seen,
        last_seen_url=f"{links.to('body', body.uuid)}?den={last_seen}" if last_seen else "",
        names=other_names(body.names.all()),
        meetings=meeting_lines(meetings, links),
        meetings_url=links.page("meetings", grupp=str(body.uuid)),
        next=next_step(theirs.planned().first(), body, access, links),
    )


def _rows(seats: dict[int | None, list[Seat]], members: Sequence[Membership], links: Links, *, full: bool) -> list[Row]:
    rows = []
    for member in members:
        held = seats.pop(member.municipality_id, [])
        if held or full:
            rows.append(_row(member.municipality.name, links.municipality(member.uuid), held))
    # Whoever is left sits for a municipality that is no member that day, or for none.
    for _municipality, held in sorted(seats.items(), key=lambda pair: pair[1][0].municipality or "\uffff"):
        rows.append(_row(held[0].municipality or _("Ingen kommun"), "", held))
    return rows


def _row(name: str, url: str, held: Sequence[Seat]) -> Row:
    decided = [seat for seat in held if seat.decided]
    seen = [seat for seat in held if seat.seen and not seat.decided]
    return Row(name, url, decided, seen, _before(held))


def _before(held: Sequence[Seat]) -> list[Seat]:
    """Those seen before and not that day, each once: by the last time, in whatever role that was."""
    there = {seat.person_url for seat in held if seat.holds}
    last: dict[str, Seat] = {}
    for seat in sorted((seat for seat in held if not seat.holds), key=lambda seat: seat.last_seen or date.min):
        last[seat.person_url] = seat
    return [seat for person, seat in reversed(last.items()) if person not in there]
