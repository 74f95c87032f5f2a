"""Everything a person's record is made of, to choose what belongs to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Mandate, Person, PersonName, Sighting
from radslag.base.people.splitting import Share
from radslag.base.people.ties import Tie, Way, ties
from radslag.domain.meetings.models import Attendance
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.access import period
from radslag.web.secretariat.pages.merging import called
from radslag.web.secretariat.pages.person_edit import place_of, until
from radslag.web.secretariat.pages.places import Places

DAY, MANDATE, NAME = "day", "mandate", "name"


@dataclass(frozen=True)
class Appearance:
    """Something that is about the person: `value` is what the form sends, `source` leads to its line."""

    value: str
    text: str
    note: str
    source: SafeString
    day: date | None


@dataclass(frozen=True)
class Group:
    """Appearances of one sort, the newest first."""

    label: str
    appearances: Sequence[Appearance]


# How a row of each sort is told: its words, a note, and its day.
Telling = tuple[str, str, date | None]
TELL: dict[str, tuple[tuple[str, ...], Callable[[Any], Telling]]] = {
    "meetings.attendance.person": (
        ("meeting__body", "municipality"),
        lambda row: (str(row.meeting.body), _as_written(row), row.meeting.date),
    ),
    "meetings.presenter.person": (
        ("item__meeting__body",),
        lambda row: (str(row.item), _("som ”%(name)s”") % {"name": row.name}, row.item.meeting.date),
    ),
    "decisions.assignee.person": (
        ("assignment",),
        lambda row: (str(row.assignment), _("som ”%(name)s”") % {"name": row.text}, row.assignment.day),
    ),
    "minutes.minutes.minute_taker": (
        ("meeting__body",),
        lambda row: (str(row.meeting.body), _("som ”%(name)s”") % {"name": row.minute_taker_name}, row.meeting.date),
    ),
    "accounts.login.person": (("user",), lambda row: (row.user.email, _("loggar in som personen"), None)),
}


# Where a row stands when it is cited by what it belongs to.
CITED: dict[str, tuple[str, Callable[[Any], UUID]]] = {
    "decisions.assignee.person": ("assignment", lambda row: row.assignment.uuid),
}


def _as_written(row: Attendance) -> str:
    words = [row.get_presence_display(), _("som ”%(name)s”") % {"name": row.name}]
    return ", ".join([*words, row.municipality.name] if row.municipality else words)


def appearances(person: Person, access: Access) -> list[Group]:
    """By sort; a number of statements that does not grow with them."""
    may_read = access.may(Permission.READ_SOURCES)
    links = Links(access.collaboration.slug)
    found = [_rows_of(tie, person, links if may_read else None) for tie in ties() if tie.way is Way.MOVE]
    groups = [*found, _days(person, links if may_read else None), _mandates(person), _names(person)]
    return [group for group in groups if group.appearances]


def _rows_of(tie: Tie, person: Person, links: Links | None) -> Group:
    related, tell = TELL.get(tie.label, ((), lambda row: (str(row), "", None)))
    rows: list[Any] = list(tie.model._base_manager.filter(**{tie.key.attname: person.pk}).select_related(*related))
    itself: tuple[str, Callable[[Any], UUID]] = (tie.model._meta.model_name or "", lambda row: row.uuid)
    kind, about = CITED.get(tie.label, itself)
    places = _places(kind, about, rows, links)
    told = [Appearance(f"{tie.label}:{row.uuid}", *_two(tell(row)), places(row), tell(row)[2]) for row in rows]
    return Group(called(tie), _newest_first(told))


def _two(telling: Telling) -> tuple[str, str]:
    return telling[0], telling[1]


def _places(
    kind: str, about: Callable[[Any], UUID], rows: Sequence[Any], links: Links | None
) -> Callable[[Any], SafeString]:
    if not rows or links is None:
        return lambda _row: SafeString("")
    places = Places.about(kind, [about(row) for row in rows], links)
    return lambda row: places.link(about(row))


def _days(person: Person, links: Links | None) -> Group:
    """Days seen that no attendance list of the person tells of: the others follow with the list."""
    listed = {(row.meeting.body_id, row.meeting.date) for row in _listed(person)}
    rows = [each for each in _sightings(person) if (each.mandate.body_id, each.day) not in listed]
    places = _places("sighting", lambda row: row.uuid, rows, links)
    told = [Appearance(f"{DAY}:{row.uuid}", place_of(row.mandate), "", places(row), row.day) for row in rows]
    return Group(_("Sedd i en handling"), _newest_first(told))


def _mandates(person: Person) -> Group:
    rows = [row for row in Mandate.objects.held_by(person).told().by_body() if not row.observed]
    none = SafeString("")
    told = [Appearance(f"{MANDATE}:{row.uuid}", place_of(row), period(row.start, row.end), none, None) for row in rows]
    return Group(_("Beslutade uppdrag i grupper"), told)


def _names(person: Person) -> Group:
    none = SafeString("")
    return Group(
        _("Andra namn och stavningar"),
        [
            Appearance(f"{NAME}:{row.uuid}", row.name, f"{row.get_kind_display()} {until(row.end)}".strip(), none, None)
            for row in PersonName.objects.of_person(person)
        ],
    )


def _newest_first(found: Iterable[Appearance]) -> list[Appearance]:
    return sorted(found, key=lambda each: each.day or date.min, reverse=True)


def _listed(person: Person) -> list[Attendance]:
    return list(Attendance.objects.of_person(person).select_related("meeting"))


def _sightings(person: Person) -> list[Sighting]:
    rows = Sighting.objects.filter(mandate__person=person)
    return list(rows.select_related("mandate__body", "mandate__on_behalf_of"))


def share_of(person: Person, chosen: Iterable[str]) -> Share:
    """What the chosen values stand for, of this person; with an attendance goes what it showed of a mandate."""
    wanted: dict[str, set[str]] = {}
    for value in chosen:
        sort, _colon, uuid = value.partition(":")
        wanted.setdefault(sort, set()).add(uuid)
    rows = [(tie, _keys(tie, person, wanted.get(tie.label, set()))) for tie in ties() if tie.way is Way.MOVE]
    return Share(
        rows=[(tie, keys) for tie, keys in rows if keys],
        names=list(PersonName.objects.of_person(person).filter(uuid__in=wanted.get(NAME, ()))),
        mandates=list(Mandate.objects.held_by(person).filter(uuid__in=wanted.get(MANDATE, ()))),
        sightings=_seen_at(person, wanted),
    )


def _keys(tie: Tie, person: Person, uuids: set[str]) -> list[int]:
    rows = tie.model._base_manager.filter(**{tie.key.attname: person.pk, "uuid__in": uuids})
    return list(rows.values_list("pk", flat=True))


def _seen_at(person: Person, wanted: dict[str, set[str]]) -> list[Sighting]:
    lists = wanted.get("meetings.attendance.person", set())
    days = {(row.meeting.body_id, row.meeting.date) for row in _listed(person) if str(row.uuid) in lists}
    alone = wanted.get(DAY, set())
    return [row for row in _sightings(person) if str(row.uuid) in alone or (row.mandate.body_id, row.day) in days]
