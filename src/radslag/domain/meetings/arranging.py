"""The order of an agenda that is being prepared: changed under a lock, then numbered and saved in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from radslag.domain.meetings.models import (
    AgendaItem,
    AgendaSection,
    AnnexRule,
    Attachment,
    Meeting,
    MeetingRules,
    MeetingState,
)
from radslag.domain.meetings.numbering import annex_numbers, item_numbers
from radslag.domain.meetings.refusal import Refused

PLACED = ("section_id", "parent_id", "position", "number")


@dataclass
class Arrangement:
    """The sections and items of one meeting. `top` are the items in order, `below` the sub-items of each by its key."""

    meeting: Meeting
    sections: list[AgendaSection]
    top: list[AgendaItem]
    below: dict[int, list[AgendaItem]]
    _before: dict[int, tuple[object, ...]] = field(default_factory=dict)

    @property
    def planned(self) -> bool:
        """Whether numbers are ours to give; those of a meeting that was called stand in a paper that was sent."""
        return self.meeting.state == MeetingState.PLANNED

    def all(self) -> list[AgendaItem]:
        """Every item, a sub-item after its parent."""
        return [each for item in self.top for each in self.branch(item)]

    def branch(self, item: AgendaItem) -> list[AgendaItem]:
        """An item and everything below it."""
        return [item, *(each for under in self.below.get(item.pk, ()) for each in self.branch(under))]

    def siblings(self, parent: AgendaItem | None) -> list[AgendaItem]:
        """The items on the same level as those below PARENT."""
        return self.below.setdefault(parent.pk, []) if parent is not None else self.top

    def find(self, item: AgendaItem) -> AgendaItem:
        """The item as it is now. Raises `Refused` when it has gone."""
        for each in self.all():
            if each.pk == item.pk:
                return each
        raise Refused(_("Punkten finns inte längre. Läs om sidan."))

    def section(self, section: AgendaSection | None) -> AgendaSection | None:
        """The section as it is now. Raises `Refused` when it has gone."""
        if section is None:
            return None
        for each in self.sections:
            if each.pk == section.pk:
                return each
        raise Refused(_("Delen finns inte längre. Läs om sidan."))

    def take_out(self, item: AgendaItem) -> None:
        """Lift an item, with those below it, out of its place."""
        if item.parent_id is None:
            self.top.remove(item)
        else:
            self.below[item.parent_id].remove(item)

    def put(self, item: AgendaItem, after: AgendaItem | None, section: AgendaSection | None) -> None:
        """Place an item on top level: after another, or first in the section."""
        item.parent_id, item.section_id = None, section.pk if section else None
        index = self.top.index(after) + 1 if after is not None else self.start_of(section)
        self.top.insert(index, item)
        self._follow(item)

    def put_below(self, item: AgendaItem, parent: AgendaItem, after: AgendaItem | None) -> None:
        """Place an item below another: after one that is there, or first."""
        level = self.siblings(parent)
        level.insert(level.index(after) + 1 if after is not None else 0, item)
        item.parent_id, item.section_id = parent.pk, parent.section_id

    def _follow(self, item: AgendaItem) -> None:
        for each in self.branch(item):
            each.section_id = item.section_id

    def in_section(self, section: AgendaSection | None) -> list[AgendaItem]:
        """The items of a section on top level; of none: those that stand outside the sections."""
        key = section.pk if section else None
        return [item for item in self.top if item.section_id == key]

    def start_of(self, section: AgendaSection | None) -> int:
        """The place in `top` where the first item of a section stands, or would stand."""
        rank = self._rank(section.pk if section else None)
        return next(
            (place for place, item in enumerate(self.top) if self._rank(item.section_id) >= rank), len(self.top)
        )

    def _rank(self, section: int | None) -> int:
        keys = [each.pk for each in self.sections]
        return keys.index(section) if section in keys else -1

    def by_section(self) -> None:
        """Items in the order of their sections; those outside them first."""
        self.top.sort(key=lambda item: self._rank(item.section_id))

    def save(self) -> None:
        """Give positions, numbers and annex numbers, and write what has changed, in a few statements."""
        for position, item in enumerate(self.all(), 1):
            item.position = position
        if self.planned:
            self._number()
        changed = [item for item in self.all() if self._before.get(item.pk) != _place(item)]
        AgendaItem.objects.bulk_update(changed, ["section", "parent", "position", "number"])
        for place, section in enumerate(self.sections, 1):
            if section.position != place:
                section.position = place
                AgendaSection.objects.filter(pk=section.pk).update(position=place)
        if self.planned:
            self._number_annexes()

    def _number(self) -> None:
        numbers = item_numbers([len(self.below.get(item.pk, ())) for item in self.top])
        for item, (number, under) in zip(self.top, numbers, strict=True):
            item.number = number
            for each, its in zip(self.below.get(item.pk, ()), under, strict=True):
                each.number = its

    def _number_annexes(self) -> None:
        items = self.all()
        annexes: dict[int, list[Attachment]] = {item.pk: [] for item in items}
        for annex in Attachment.objects.filter(item__meeting=self.meeting).order_by("position", "pk"):
            annexes[annex.item_id].append(annex)
        if not any(annexes.values()):
            return
        rules = MeetingRules.objects.of_body(self.meeting.body, self.meeting.date)
        rule = rules.annex_rule if rules else AnnexRule.BY_ITEM
        numbers = annex_numbers(rule, [(item.number, len(annexes[item.pk])) for item in items])
        changed = []
        for item, given in zip(items, numbers, strict=True):
            for place, (annex, number) in enumerate(zip(annexes[item.pk], given, strict=True), 1):
                values = (place, number, f"Bilaga {number}")
                if values != (annex.position, annex.number, annex.label):
                    annex.position, annex.number, annex.label = values
                    changed.append(annex)
        Attachment.objects.bulk_update(changed, ["position", "number", "label"])


def _place(item: AgendaItem) -> tuple[object, ...]:
    return tuple(getattr(item, name) for name in PLACED)


def open_agenda(meeting: Meeting) -> Arrangement:
    """The agenda, held until the transaction ends, so that two who move things at once do it one after the other.

    Raises `Refused` when the meeting has gone or has been held: then its agenda is what the minutes say.
    """
    locked = Meeting.objects.hold(meeting)
    if locked is None:
        raise Refused(_("Mötet finns inte längre. Läs om sidan."))
    if locked.state == MeetingState.HELD:
        raise Refused(_("Mötet har hållits. Dagordningen ändras inte längre."))
    sections = list(AgendaSection.objects.filter(meeting=locked))
    items = list(AgendaItem.objects.filter(meeting=locked).order_by("position", "pk"))
    return _arranged(locked, sections, items)


def _arranged(meeting: Meeting, sections: list[AgendaSection], items: Sequence[AgendaItem]) -> Arrangement:
    keys = {item.pk for item in items}
    below: dict[int, list[AgendaItem]] = {}
    for item in items:
        if item.parent_id in keys:
            below.setdefault(item.parent_id or 0, []).append(item)
    top = [item for item in items if item.parent_id not in keys]
    arrangement = Arrangement(meeting, sections, top, below, {item.pk: _place(item) for item in items})
    if arrangement.planned:
        arrangement.by_section()
    return arrangement


def last_minuted(sections: Iterable[AgendaSection]) -> AgendaSection | None:
    """Where matters go when nothing is said: the last section that is minuted, else outside the sections."""
    minuted = [section for section in sections if section.minuted]
    return minuted[-1] if minuted else None
