"""What has happened to a person, a body or a municipality, year by year: what was decided apart from what was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.audit.models import Event
from radslag.base.people.changes import can_be_undone, undone
from radslag.base.people.models import BodyName, Mandate, MandateRole, PersonName
from radslag.domain.decisions.models import Assignment, Strength
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places
from radslag.web.secretariat.pages.states import NO_CHIP, Chip
from radslag.web.secretariat.pages.trail import sentence
from radslag.web.secretariat.undoing import undo_address

ONE_DAY = timedelta(days=1)
# How many changes of the register are shown beside the history.
CHANGES = 20
# What a document shows belongs to the history itself, not to what somebody did in the register.
READINGS = ("observe", "forget")
HISTORY = "historik"


@dataclass(frozen=True)
class Moment:
    """Something that happened on a day: a sentence, where it leads, what it rests on."""

    day: date
    text: str
    url: str = ""
    note: str = ""
    chip: Chip = NO_CHIP
    source: SafeString = SafeString("")  # noqa: RUF009  an empty constant


@dataclass(frozen=True)
class Year:
    """The moments of a year, the latest first."""

    year: int
    moments: Sequence[Moment]


@dataclass(frozen=True)
class Change:
    """Something somebody did in the register; `undo_url` where it can be tried to take it back."""

    day: date
    sentence: str
    undo_url: str


@dataclass(frozen=True)
class History:
    """The years, the decided mandates without any known day, and what was done in the register."""

    years: Sequence[Year]
    undated: Sequence[str]
    changes: Sequence[Change]


@dataclass(frozen=True)
class Tab:
    """A view of the same thing."""

    label: str
    url: str
    current: bool
    count: str = ""


def decided_chip() -> Chip:
    """What a decision says."""
    return Chip("ok", _("beslutat"))


def seen_chip() -> Chip:
    """What only a document shows."""
    return Chip("neutral", _("sett"))


def tabs(url: str, now: str, shown: str) -> list[Tab]:
    """As of the day, and over time. `url` may hold the day."""
    history = f"{url}{'&' if '?' in url else '?'}visa={HISTORY}"
    return [Tab(now, url, shown != HISTORY), Tab(_("Historik"), history, shown == HISTORY)]


def known_by(when: date, day: date) -> bool:
    """Whether a page for a day tells of something: of a day that is past, nothing after it."""
    return when <= day or day >= timezone.localdate()


def years(moments: Iterable[Moment], day: date) -> list[Year]:
    """The latest first."""
    kept = [moment for moment in moments if known_by(moment.day, day)]
    kept.sort(key=lambda moment: moment.day, reverse=True)
    return [Year(year, list(found)) for year, found in groupby(kept, key=lambda moment: moment.day.year)]


def task_moments(tasks: Sequence[Assignment], access: Access, links: Links) -> Iterator[Moment]:
    """When assignments were given and became done; what was only sent along is no decision."""
    readable = bool(tasks) and access.may(Permission.READ_SOURCES)
    places = Places.about("assignment", [row.uuid for row in tasks], links) if readable else Places(links)
    for row in tasks:
        url, words = links.assignment(row.uuid), {"what": row.what}
        soft = row.strength == Strength.SOFT
        given = (_("Fick ett medskick: %(what)s") if soft else _("Fick ett uppdrag: %(what)s")) % words
        chip = NO_CHIP if soft else decided_chip()
        yield Moment(row.day, given, url, chip=chip, source=places.link(row.uuid))
        if row.done_on:
            yield Moment(row.done_on, _("Blev klar: %(what)s") % words, url)


Words = Callable[[Mandate], tuple[str, str]]
"""What a mandate is called in a history, and where that leads."""


def mandate_moments(mandates: Iterable[Mandate], words: Words, access: Access, links: Links) -> list[Moment]:
    """When decided mandates began and ended, and when seen ones were first and last seen; fetched `told()`."""
    rows = list(mandates)
    seen = [each for row in rows for each in row.sightings.all()]
    readable = bool(seen) and access.may(Permission.READ_SOURCES)
    places = Places.about("sighting", [each.uuid for each in seen], links) if readable else Places(links)
    return [moment for row in rows for moment in _of_mandate(row, words, places)]


def _of_mandate(row: Mandate, words: Words, places: Places) -> list[Moment]:
    what, url = words(row)
    if not row.observed:
        begun = (
            [Moment(row.start, _("Började: %(what)s") % {"what": what}, url, chip=decided_chip())] if row.start else []
        )
        over = _("Sista dag: %(what)s") % {"what": what}
        return begun + ([Moment(row.end - ONE_DAY, over, url, chip=decided_chip())] if row.end else [])
    days = sorted(row.sightings.all(), key=lambda seen: seen.day)
    if not days:
        return []
    first = _("Sedd: %(what)s") if len(days) == 1 else _("Sedd första gången: %(what)s")
    told = [Moment(days[0].day, first % {"what": what}, url, chip=seen_chip(), source=places.link(days[0].uuid))]
    if len(days) > 1:
        last = _("Senast sedd: %(what)s") % {"what": what}
        count = _("sedd %(count)s gånger") % {"count": len(days)}
        source = places.link(days[-1].uuid)
        told.append(Moment(days[-1].day, last, url, count, seen_chip(), source))
    return told


def undated(mandates: Iterable[Mandate], words: Words) -> list[str]:
    """Decided mandates of which no day is known."""
    return [words(row)[0] for row in mandates if not row.observed and row.start is None and row.end is None]


def name_moments(current: str, names: Iterable[PersonName] | Iterable[BodyName]) -> list[Moment]:
    """When a name gave way to the next one."""
    former = sorted((row.end, row.name) for row in names if row.is_former and row.end)
    following = [*(name for _end, name in former), current][1:]
    return [
        Moment(end, _("Bytte namn från %(old)s till %(new)s") % {"old": name, "new": new})
        for (end, name), new in zip(former, following, strict=True)
    ]


def role_words(row: Mandate) -> str:
    """ "ordförande", in running text."""
    return str(MandateRole(row.role).label)


def changes_of(uuids: Iterable[UUID], access: Access, links: Links, back: str) -> list[Change]:
    """What was done in the register with some objects, for who may read the trail; undo for who may edit."""
    if not access.may(Permission.READ_TRAIL):
        return []
    told = Event.objects.newest_first(access.collaboration.uuid).about_any(uuids).exclude(verb__in=READINGS)
    events = list(told[:CHANGES])
    gone = undone(events)
    may_undo = access.may(Permission.EDIT_RECORD)
    return [
        Change(
            timezone.localdate(event.at),
            sentence(event),
            undo_address(links, event, back)
            if may_undo and can_be_undone(event) and event.sequence not in gone
            else "",
        )
        for event in events
    ]
