"""The agenda of a meeting in preparation, as it will read and as it is edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from radslag.domain.meetings.models import (
    AgendaItem,
    AgendaSection,
    Attachment,
    ItemType,
    Meeting,
    Presenter,
    SuggestionAnswer,
    SuggestionState,
)
from radslag.web.secretariat.components.dates import times
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places

NO_SECTION = "utan"


@dataclass(frozen=True)
class AnnexLine:
    """An annex of an item. `url` is empty while only its name is known."""

    uuid: UUID
    label: str
    title: str
    url: str
    file: str


@dataclass(frozen=True)
class Because:
    """Why an item that was suggested is here, and the way to the line it rests on."""

    reason: str
    source: SafeString
    standing: bool


@dataclass(frozen=True)
class ItemLine:
    """An item with everything under it; `items` are its sub-items."""

    row: AgendaItem
    type: str
    presenters: Sequence[Presenter]
    presented: SafeString
    proposals: Sequence[str]
    annexes: Sequence[AnnexLine]
    because: Because | None
    items: list[ItemLine] = field(default_factory=list)

    @property
    def uuid(self) -> UUID:
        """The item's."""
        return self.row.uuid

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"punkt-{self.row.uuid}"

    @property
    def called(self) -> str:
        """Number and title, for labels that are read out."""
        return f"{self.row.number} {self.row.title}".strip()


@dataclass(frozen=True)
class SectionLine:
    """A part of the agenda with its items; without a row, the items that stand in no part."""

    row: AgendaSection | None
    items: list[ItemLine]

    @property
    def key(self) -> str:
        """What forms call it."""
        return str(self.row.uuid) if self.row else NO_SECTION

    @property
    def title(self) -> str:
        """Its heading; empty without one."""
        return self.row.title if self.row else ""

    @property
    def times(self) -> str:
        """From when to when."""
        start: time | None = self.row.start_time if self.row else None
        return times(start, self.row.end_time if self.row else None)


@dataclass(frozen=True)
class Agenda:
    """All of it. `answers` are what became of suggestions, taken and dropped."""

    meeting: Meeting
    sections: Sequence[SectionLine]
    answers: Sequence[SuggestionAnswer]

    @property
    def items(self) -> list[ItemLine]:
        """Every item in its order, sub-items after their parent."""
        return [line for section in self.sections for top in section.items for line in (top, *top.items)]

    @property
    def tops(self) -> list[ItemLine]:
        """The items that are nobody's sub-item."""
        return [top for section in self.sections for top in section.items]

    @property
    def parts(self) -> list[AgendaSection]:
        """The parts, without the items that stand in none."""
        return [section.row for section in self.sections if section.row]

    def find(self, uuid: UUID | None) -> ItemLine | None:
        """An item by its UUID."""
        return next((line for line in self.items if line.uuid == uuid), None)


def agenda_of(meeting: Meeting, answers: Sequence[SuggestionAnswer], places: Places, links: Links) -> Agenda:
    """The agenda of a meeting; as many statements whatever its size. `places` hold what the answers rest on."""
    rows = list(
        AgendaItem.objects.of_meeting(meeting)
        .in_order()
        .prefetch_related("presenters__person", "attachments__version__file", "proposed_decisions")
    )
    because = {answer.item_id: _because(answer, places) for answer in answers if answer.state == SuggestionState.TAKEN}
    made = {row.pk: _line(row, because.get(row.pk), links) for row in rows}
    tops: dict[int | None, list[ItemLine]] = defaultdict(list)
    for row in rows:
        if row.parent_id in made:
            made[row.parent_id].items.append(made[row.pk])
        else:
            tops[row.section_id].append(made[row.pk])
    parts = list(meeting.sections.all())
    sections = [SectionLine(part, tops[part.pk]) for part in parts]
    if tops[None] or not parts:
        sections.insert(0, SectionLine(None, tops[None]))
    return Agenda(meeting, sections, answers)


def _because(answer: SuggestionAnswer, places: Places) -> Because:
    source = places.link(answer.object_uuid) if answer.object_uuid else SafeString("")
    return Because(answer.reason, source, answer.key.startswith(("standing:", "minutes:")))


def _line(row: AgendaItem, because: Because | None, links: Links) -> ItemLine:
    presenters = list(row.presenters.all())
    return ItemLine(
        row=row,
        type=str(ItemType(row.type).label) if row.type else "",
        presenters=presenters,
        presented=_presented(presenters, links),
        proposals=[proposal.text for proposal in row.proposed_decisions.all()],
        annexes=[_annex(annex, links) for annex in row.attachments.all()],
        because=because,
    )


def _presented(presenters: Sequence[Presenter], links: Links) -> SafeString:
    names = (
        format_html('<a class="quiet-link" href="{}">{}</a>', links.person(each.person.uuid), each.name)
        if each.person
        else each.name
        for each in presenters
    )
    return format_html_join(", ", "{}", ((name,) for name in names))


def _annex(annex: Attachment, links: Links) -> AnnexLine:
    version = annex.version
    url = links.download(version.uuid) if version else ""
    return AnnexLine(annex.uuid, annex.label, annex.title, url, version.file.name if version else "")
