"""The page of a meeting in preparation: everything its template shows, and the form that is open on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.base.accounts.access import entered
from radslag.base.audit.models import Event
from radslag.base.people.models import Mandate, Person
from radslag.domain.meetings.models import Meeting, MeetingState, SuggestionAnswer
from radslag.web.secretariat.components.dates import clock, long_date, times
from radslag.web.secretariat.components.forms import ConflictRow
from radslag.web.secretariat.forms.guarded import GuardedForm
from radslag.web.secretariat.forms.preparing import HeadForm, SectionForm, item_form
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.places import Places
from radslag.web.secretariat.pages.states import Chip, of_meeting
from radslag.web.secretariat.pages.suggestions import Suggestions, arranged, objects_of, suggested_for
from radslag.web.secretariat.preparing.agenda import Agenda, agenda_of
from radslag.web.secretariat.preparing.checklist import Reminder, reminders
from radslag.web.secretariat.preparing.papers import Papers, papers_of

# As many names as a browser shows without stumbling.
MOST_NAMES = 400
# The place of the page where a new part is written.
NEW_PART = "ny-del"
FULL, PART = "secretariat/prepare/prepare.html", "secretariat/prepare/part.html"


@dataclass(frozen=True)
class Editing:
    """The form that is open: `mode` "head", "item", "section" or "sub" (a new sub-item), and of what.

    With `rows`, two saves have met: what collides, what else was changed, and who was first.
    """

    mode: str = ""
    uuid: UUID | None = None
    form: GuardedForm | None = None
    rows: Sequence[ConflictRow] = ()
    hidden: Sequence[tuple[str, str]] = ()
    revision: int = 0
    saved_by: str = ""
    saved_at: str = ""


@dataclass(frozen=True)
class Head:
    """The meeting in a line or two."""

    title: str
    time: str


@dataclass(frozen=True)
class PreparePage:
    """Everything the page shows but its frame. `lost` is what was typed about something that has gone."""

    meeting: Meeting
    head: Head
    chip: Chip
    is_planned: bool
    here: str
    meeting_url: str
    head_url: str
    agenda: Agenda
    count: str
    suggestions: Suggestions
    reminders: Sequence[Reminder]
    papers: Papers
    names: Sequence[tuple[str, str]]
    editing: Editing
    lost: Sequence[tuple[str, str]] = ()
    wrong: str = ""
    wrong_place: str = ""
    wrong_text: str = ""

    @property
    def part_refused(self) -> bool:
        """Whether it is a new part that is wrong."""
        return self.wrong_place == NEW_PART


@dataclass(frozen=True)
class Told:
    """What a view adds to the page: an open form, what was lost, what is wrong with something new, and where."""

    editing: Editing | None = None
    lost: Sequence[tuple[str, str]] = ()
    wrong: str = ""
    wrong_place: str = ""
    wrong_text: str = ""


def show(request: HttpRequest, meeting: Meeting, told: Told | None = None, status: int = 200) -> HttpResponse:
    """The page; for htmx the part that changes. A form that is open stands in the address, so that it stays open."""
    told = told or Told()
    page = prepare_page(request, meeting, told)
    swapped = bool(request.headers.get("HX-Request"))
    response = render(request, PART if swapped else FULL, {"page": page}, status=status)
    if swapped and request.method == "GET":
        response["HX-Replace-Url"] = request.get_full_path()
    elif swapped:
        # What was refused is no place to come back to.
        response["HX-Push-Url"] = "false"
    return response


def prepare_page(request: HttpRequest, meeting: Meeting, told: Told) -> PreparePage:
    """The page of a meeting loaded with its body. As many statements whatever the size of agenda and record."""
    access = entered(request)
    links, today = Links(access.collaboration.slug), timezone.localdate()
    answers = list(SuggestionAnswer.objects.of_meeting(meeting))
    found = suggested_for(meeting, today)
    places = Places.of_any([*objects_of(found), *objects_of(answers)], links)
    agenda = agenda_of(meeting, answers, places, links)
    count = len(agenda.tops)
    return PreparePage(
        meeting=meeting,
        head=Head(
            _("%(body)s, %(day)s") % {"body": meeting.body.name, "day": long_date(meeting.date)},
            times(meeting.start_time, meeting.end_time),
        ),
        chip=of_meeting(meeting),
        is_planned=meeting.state == MeetingState.PLANNED,
        here=links.to("prepare", meeting.uuid),
        meeting_url=links.meeting(meeting.uuid),
        head_url=links.to("prepare_head", meeting.uuid),
        agenda=agenda,
        count=ngettext("%(n)s punkt", "%(n)s punkter", count) % {"n": count},
        suggestions=arranged(found, answers, places, links),
        reminders=reminders(agenda),
        papers=papers_of(meeting, links),
        names=_names(meeting),
        editing=told.editing or asked_for(request, agenda),
        lost=told.lost,
        wrong=told.wrong,
        wrong_place=told.wrong_place,
        wrong_text=told.wrong_text,
    )


def asked_for(request: HttpRequest, agenda: Agenda) -> Editing:
    """The form the address asks for: `?andra=uppgifter`, `?punkt=`, `?del=` or `?under=` with a UUID."""
    if request.GET.get("andra") == "uppgifter":
        return Editing("head", None, HeadForm(None, agenda.meeting))
    if line := agenda.find(_uuid(request, "punkt")):
        return Editing("item", line.uuid, item_form(line, agenda, limit=upload_limit()))
    for part in agenda.parts:
        if part.uuid == _uuid(request, "del"):
            form = SectionForm(None, SectionForm.words(part), part.revision, prefix_id=f"del-{part.uuid}")
            return Editing("section", part.uuid, form)
    if line := agenda.find(_uuid(request, "under")):
        return Editing("sub", line.uuid)
    return Editing()


def upload_limit() -> int:
    """How many megabytes a file may have."""
    limit: int = settings.UPLOAD_LIMIT // (1024 * 1024)
    return limit


def _uuid(request: HttpRequest, key: str) -> UUID | None:
    try:
        return UUID(request.GET.get(key, ""))
    except ValueError:
        return None


def met(form: GuardedForm, rows: list[ConflictRow], *, mode: str, about: Any) -> Editing:
    """Two saves that met, as the page shows them."""
    event = Event.objects.about(about.kind, about.uuid).first()
    return Editing(
        mode=mode,
        uuid=about.uuid,
        form=form,
        rows=rows,
        hidden=form.untouched(rows),
        revision=about.revision,
        saved_by=str(event.detail("actor") or "") if event else "",
        saved_at=clock(event.at) if event else "",
    )


def _names(meeting: Meeting) -> list[tuple[str, str]]:
    """Everybody in the register, with what tells one from another: the seat in this body first, else the title."""
    seats = {
        mandate.person_id: mandate.on_behalf_of.name
        for mandate in Mandate.objects.of(meeting.collaboration).in_body(meeting.body).with_body()
        if mandate.on_behalf_of
    }
    people = list(Person.objects.of(meeting.collaboration).standing().sorted())
    # Those of this body are never left out, however many the register holds.
    people.sort(key=lambda person: person.pk not in seats)
    people = people[:MOST_NAMES]
    return [(person.name, ", ".join(filter(None, (seats.get(person.pk), person.title)))) for person in people]
