"""What the coordinator does with a suggestion: takes it up, drops it with a reason, thinks again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.domain.meetings.actions.contents import make_annex, make_presenters, make_proposals
from radslag.domain.meetings.actions.items import new_item, put_where_it_belongs
from radslag.domain.meetings.arranging import Arrangement, last_minuted, open_agenda
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting, SuggestionAnswer, SuggestionState
from radslag.domain.meetings.refusal import Refused
from radslag.domain.meetings.suggested import Suggested


@transaction.atomic
def take(*, meeting: Meeting, suggested: Suggested, by: Actor, section: AgendaSection | None = None) -> AgendaItem:
    """An item of the suggestion, where it belongs on the agenda. Taken already: the item there is. Raises `Refused`.

    What was dropped before may be taken after all.
    """
    agenda = open_agenda(meeting)
    there = SuggestionAnswer.objects.of_meeting(agenda.meeting).filter(key=suggested.key).first()
    if there is not None and there.item is not None:
        return there.item
    if there is not None:
        there.delete()
    item = new_item(agenda, _fitting(suggested.title), suggested.type)
    where = agenda.section(section) or last_minuted(agenda.sections)
    put_where_it_belongs(agenda, item, where, suggested.place)
    make_presenters(item, [(presenter.name, presenter.person) for presenter in suggested.presenters])
    make_proposals(item, [suggested.proposal] if suggested.proposal else [])
    if suggested.version is not None:
        make_annex(item, suggested.annex or suggested.version.file.name, suggested.version)
    _answer(agenda, suggested, SuggestionState.TAKEN, item=item)
    agenda.save()
    told = {"title": item.title, "reason": suggested.reason}
    record(by=by, verb="take", about=item, collaboration=agenda.meeting.collaboration.uuid, after=told)
    return item


def _fitting(title: str) -> str:
    longest = AgendaItem._meta.get_field("title").max_length or 0
    return title if len(title) <= longest else f"{title[: longest - 1]}…"


@transaction.atomic
def drop(*, meeting: Meeting, suggested: Suggested, because: str, by: Actor) -> SuggestionAnswer:
    """Say that it will not be taken up this time, and why. Raises `Refused` when it is on the agenda."""
    agenda = open_agenda(meeting)
    there = SuggestionAnswer.objects.of_meeting(agenda.meeting).filter(key=suggested.key).first()
    if there is not None and there.state == SuggestionState.TAKEN:
        raise Refused(_("Förslaget står redan på dagordningen. Ta bort punkten i stället."))
    if there is not None:
        there.delete()
    answer = _answer(agenda, suggested, SuggestionState.DROPPED, because=" ".join(because.split()))
    told = {"title": suggested.title, "because": answer.dropped_because}
    record(by=by, verb="drop", about=agenda.meeting, collaboration=agenda.meeting.collaboration.uuid, after=told)
    return answer


def _answer(
    agenda: Arrangement,
    suggested: Suggested,
    state: SuggestionState,
    item: AgendaItem | None = None,
    because: str = "",
) -> SuggestionAnswer:
    return SuggestionAnswer.objects.create(
        collaboration=agenda.meeting.collaboration,
        meeting=agenda.meeting,
        key=suggested.key,
        state=state,
        item=item,
        reason=suggested.reason,
        object_kind=suggested.object_kind,
        object_uuid=suggested.object_uuid,
        dropped_because=because,
    )


@transaction.atomic
def reconsider(*, answer: SuggestionAnswer, by: Actor) -> None:
    """The inverse of `drop`: the suggestion is made again. Raises `Refused` for one that was taken."""
    agenda = open_agenda(answer.meeting)
    if answer.state == SuggestionState.TAKEN:
        raise Refused(_("Förslaget står på dagordningen. Ta bort punkten i stället."))
    if not SuggestionAnswer.objects.filter(pk=answer.pk).delete()[0]:
        return
    told = {"key": answer.key, "because": answer.dropped_because}
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="reconsider", about=agenda.meeting, collaboration=where, before=told)
