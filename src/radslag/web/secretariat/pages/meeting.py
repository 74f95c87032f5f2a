"""A meeting as its page shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.documents.models import PaperKind
from radslag.base.people.models import Membership
from radslag.domain.decisions.models import Assignment, AssignmentState, Strength
from radslag.domain.meetings.models import AgendaItem, ItemType, Meeting, MeetingState
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.attendance import Presences, presences
from radslag.web.secretariat.pages.made import PaperLine, latest_paper
from radslag.web.secretariat.pages.meeting_head import Counts, Head, head_of
from radslag.web.secretariat.pages.meetings import NextStep, next_step
from radslag.web.secretariat.pages.notes import SHORT, worth_reading
from radslag.web.secretariat.pages.papers import Paper, papers_of
from radslag.web.secretariat.pages.parts import Part, Parts, parts_of
from radslag.web.secretariat.pages.places import NONE, Places
from radslag.web.secretariat.pages.states import Chip, due_words, of_assignment, of_meeting, of_outcome


@dataclass(frozen=True)
class Named:
    """Words with, when it is known, where they lead; and where they stand."""

    text: str
    url: str = ""
    source: SafeString | str = ""


@dataclass(frozen=True)
class DecisionLine:
    """A decision as it stands under its item."""

    anchor: str
    text: str
    chip: Chip
    source: SafeString


@dataclass(frozen=True)
class Task:
    """An assignment as it stands under its item."""

    anchor: str
    text: str
    url: str
    who: str
    due: str
    chip: Chip
    soft: bool
    source: SafeString


@dataclass(frozen=True)
class Item:
    """An item with everything under it; `items` are its sub-items."""

    anchor: str
    number: str
    title: str
    type: str
    notes: str
    notes_folded: bool
    source: SafeString
    notes_source: SafeString
    presented: SafeString
    annexes: Sequence[Named]
    proposals: Sequence[Named]
    views: Sequence[Named]
    views_label: str
    views_folded: bool
    decisions: Sequence[DecisionLine]
    tasks: Sequence[Task]
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """A part of the agenda; `title` is empty for items that stand in none."""

    title: str
    source: SafeString | str
    items: list[Item]


@dataclass(frozen=True)
class Neighbour:
    """The body's meeting before or after."""

    day: date
    url: str


@dataclass(frozen=True)
class MeetingPage:
    """Everything the page shows but its frame. `made` is the latest agenda made here, for who may read it."""

    meeting: Meeting
    head: Head
    chip: Chip
    presences: Presences
    sections: Sequence[Section]
    papers: Sequence[Paper]
    made: PaperLine | None
    previous: Neighbour | None
    next: Neighbour | None
    open_tasks: Sequence[Task]
    tasks_url: str
    preparing: NextStep | None


def meeting_page(meeting: Meeting, access: Access) -> MeetingPage:
    """The page of a meeting loaded `with_body()` and `with_neighbours()`. As many statements whatever its size."""
    links = Links(access.collaboration.slug)
    may_see_sources = access.may(Permission.READ_SOURCES)
    papers = papers_of(meeting, links if may_see_sources else None)
    places = Places.within({paper.extraction_key: paper.extraction for paper in papers if paper.url}, links)
    members = Membership.objects.of(access.collaboration).as_of(meeting.date).sorted()
    builder = _Builder(meeting, links, places, may_see_sources)
    came = presences(meeting, members, links, places)
    return MeetingPage(
        meeting=meeting,
        head=head_of(meeting, came, papers, places, links, builder.counts),
        chip=of_meeting(meeting),
        presences=came,
        sections=builder.sections(),
        papers=papers,
        made=_made(meeting, access, links),
        previous=_neighbour(meeting, "previous", links),
        next=_neighbour(meeting, "next", links),
        open_tasks=builder.open_tasks,
        tasks_url=links.page("assignments", grupp=str(meeting.body.uuid), ar=str(meeting.date.year), status="oppet"),
        preparing=_preparing(meeting, access, links),
    )


def _preparing(meeting: Meeting, access: Access, links: Links) -> NextStep | None:
    """What there is to prepare from here: this meeting while it is planned, the next one from the latest."""
    if meeting.state == MeetingState.PLANNED:
        return next_step(meeting, meeting.body, access, links)
    following: UUID | None = getattr(meeting, "next_uuid", None)
    return None if following else next_step(None, meeting.body, access, links)


def _made(meeting: Meeting, access: Access, links: Links) -> PaperLine | None:
    """The latest agenda made of a meeting still to come."""
    if meeting.state == MeetingState.HELD or not access.may(Permission.READ_DRAFTS):
        return None
    return latest_paper(PaperKind.AGENDA, meeting.uuid, access, links)


def _neighbour(meeting: Meeting, which: str, links: Links) -> Neighbour | None:
    uuid: UUID | None = getattr(meeting, f"{which}_uuid")
    return Neighbour(getattr(meeting, f"{which}_date"), links.meeting(uuid)) if uuid else None


class _Builder:
    """Puts items, parts and assignments together."""

    def __init__(self, meeting: Meeting, links: Links, places: Places, may_see_sources: bool) -> None:
        self.links, self.places, self.may_see_sources = links, places, may_see_sources
        self.today = timezone.localdate()
        # What the coordinator writes is background to be read; what a document says may be an empty label.
        self.planned = meeting.state == MeetingState.PLANNED
        self.parts: Parts = parts_of(meeting)
        self.items = list(AgendaItem.objects.of_meeting(meeting).in_order())
        self.open_tasks: list[Task] = []
        self.tasks: dict[int, list[Task]] = defaultdict(list)
        for assignment in Assignment.objects.of_meeting(meeting).in_agenda_order():
            task = self._task(assignment)
            self.tasks[assignment.item_id].append(task)
            if assignment.state == AssignmentState.OPEN and assignment.strength != Strength.PROPOSED:
                self.open_tasks.append(task)

    @property
    def counts(self) -> Counts:
        """How many items, decisions and assignments."""
        decisions = sum(len(found) for (kind, _owner), found in self.parts.items() if kind == "decision")
        return Counts(len(self.items), decisions, sum(len(tasks) for tasks in self.tasks.values()))

    def sections(self) -> list[Section]:
        """The sections in order, each with its items and theirs."""
        made = {row.pk: self._item(row) for row in self.items}
        found: list[Section] = []
        current: int | None = -1
        for row in self.items:
            if row.parent_id in made:
                made[row.parent_id].items.append(made[row.pk])
                continue
            if row.section_id != current:
                current = row.section_id
                title, source = "", SafeString("")
                if row.section is not None:
                    title, source = row.section.title, self.places.link(row.section.uuid)
                found.append(Section(title, source, []))
            found[-1].items.append(made[row.pk])
        return found

    def _item(self, row: AgendaItem) -> Item:
        decisions = [self._decision(part) for part in self.parts.get(("decision", row.pk), ())]
        tasks = self.tasks.get(row.pk, [])
        proposals, views = self._named("proposal", row.pk), self._named("view", row.pk)
        shown = [line.text for lines in (decisions, tasks, proposals, views) for line in lines]
        shown += [part.text for kind in ("presenter", "annex") for part in self.parts.get((kind, row.pk), ())]
        notes = row.notes if self.planned or worth_reading(row.notes, shown) else ""
        return Item(
            anchor=f"punkt-{row.uuid}",
            number=row.number,
            title=row.title,
            type=str(ItemType(row.type).label) if row.type else "",
            notes=notes,
            notes_folded=len(notes) > SHORT,
            source=self.places.link(row.uuid, "title", ""),
            notes_source=self.places.link(row.uuid, "notes"),
            presented=self._presented(row.pk),
            annexes=[self._annex(part) for part in self.parts.get(("annex", row.pk), ())],
            proposals=proposals,
            views=views,
            views_label=_("Inspel (%(n)s)") % {"n": len(views)},
            views_folded=sum(len(view.text) for view in views) > SHORT,
            decisions=decisions,
            tasks=tasks,
        )

    def _named(self, kind: str, item: int) -> list[Named]:
        return [Named(part.text, "", self.places.link(part.uuid)) for part in self.parts.get((kind, item), ())]

    def _presented(self, item: int) -> SafeString:
        names = [
            format_html('<a href="{}">{}</a>', self.links.person(part.target), part.text) if part.target else part.text
            for part in self.parts.get(("presenter", item), ())
        ]
        return format_html("{} {}", _("Föredragande:"), format_html_join(", ", "{}", zip(names))) if names else NONE

    def _annex(self, part: Part) -> Named:
        url = self.links.download(part.target) if part.target and self.may_see_sources else ""
        return Named(": ".join(filter(None, (part.text.strip(), part.more))), url, self.places.link(part.uuid))

    def _decision(self, part: Part) -> DecisionLine:
        return DecisionLine(f"beslut-{part.uuid}", part.text, of_outcome(part.more), self.places.link(part.uuid))

    def _task(self, assignment: Assignment) -> Task:
        owners = [part.text for part in self.parts.get(("owner", assignment.pk), ())]
        return Task(
            anchor=f"uppdrag-{assignment.uuid}",
            text=assignment.what,
            url=self.links.assignment(assignment.uuid),
            who=", ".join(owners) or _("Ingen utpekad"),
            due=due_words(assignment),
            chip=of_assignment(assignment, self.today),
            soft=assignment.strength == Strength.SOFT,
            source=self.places.link(assignment.uuid),
        )
