"""What stands under an item of an agenda in the making: presenters, proposals and annexes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents.models import Version
from radslag.base.people.models import Person
from radslag.domain.meetings.actions.trail import Removed
from radslag.domain.meetings.arranging import Arrangement, open_agenda
from radslag.domain.meetings.keeping import keep, kept_in, make_again
from radslag.domain.meetings.models import AgendaItem, Attachment, Meeting, Presenter, ProposedDecision
from radslag.domain.meetings.refusal import Refused


@transaction.atomic
def set_presenters(*, item: AgendaItem, presenters: Sequence[tuple[str, Person | None]], by: Actor) -> None:
    """Who presents the item, in this order; names alone for those we do not know. The same as before is no change."""
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    wanted = [(" ".join(name.split()), person.pk if person else None) for name, person in presenters if name.strip()]
    there = [(each.name, each.person_id) for each in Presenter.objects.filter(item=row)]
    if there == wanted:
        return
    Presenter.objects.filter(item=row).delete()
    make_presenters(row, presenters)
    before, after = ([name for name, _person in names] for names in (there, wanted))
    where = agenda.meeting.collaboration.uuid
    record(
        by=by,
        verb="change",
        about=row,
        collaboration=where,
        before={"presenters": before},
        after={"presenters": after},
    )


def make_presenters(item: AgendaItem, presenters: Sequence[tuple[str, Person | None]]) -> None:
    """The rows, in one statement."""
    longest = Presenter._meta.get_field("name").max_length
    named = [(" ".join(name.split())[:longest], person) for name, person in presenters if name.strip()]
    Presenter.objects.bulk_create(
        Presenter(collaboration_id=item.collaboration_id, item=item, position=place, name=name, person=person)
        for place, (name, person) in enumerate(named, 1)
    )


@transaction.atomic
def set_proposals(*, item: AgendaItem, texts: Sequence[str], by: Actor) -> None:
    """The proposed decisions of the item, in this order; empty ones are left out. The same as before is no change."""
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    wanted = [text.strip() for text in texts if text.strip()]
    there = list(ProposedDecision.objects.filter(item=row).values_list("text", flat=True))
    if there == wanted:
        return
    ProposedDecision.objects.filter(item=row).delete()
    make_proposals(row, wanted)
    where = agenda.meeting.collaboration.uuid
    before, after = {"proposals": there}, {"proposals": wanted}
    record(by=by, verb="change", about=row, collaboration=where, before=before, after=after)


def make_proposals(item: AgendaItem, texts: Sequence[str]) -> None:
    """The rows, in one statement."""
    ProposedDecision.objects.bulk_create(
        ProposedDecision(collaboration_id=item.collaboration_id, item=item, position=place, text=text)
        for place, text in enumerate(texts, 1)
    )


@transaction.atomic
def attach(*, item: AgendaItem, title: str, by: Actor, version: Version | None = None) -> Attachment:
    """An annex, last at its item; without `version` it is told of but not at hand. Numbered by the body's rule."""
    agenda = open_agenda(item.meeting)
    row = agenda.find(item)
    annex = make_annex(row, _titled(title), version)
    agenda.save()
    _number_by_hand(agenda, annex)
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="attach", about=row, collaboration=where, after={"attachment": annex.title})
    annex.refresh_from_db(fields=["position", "number", "label"])
    return annex


def make_annex(item: AgendaItem, title: str, version: Version | None) -> Attachment:
    """The row, not yet numbered; it stands last at its item."""
    longest = Attachment._meta.get_field("title").max_length
    return Attachment.objects.create(
        collaboration_id=item.collaboration_id,
        item=item,
        position=Attachment.objects.filter(item=item).count() + 1,
        label="Bilaga",
        title=title[:longest],
        version=version,
    )


def _number_by_hand(agenda: Arrangement, annex: Attachment) -> None:
    """At a meeting that has been called the other annexes keep their numbers, and a new one gets the next."""
    if agenda.planned:
        return
    number = str(Attachment.objects.filter(item__meeting=agenda.meeting).count())
    Attachment.objects.filter(pk=annex.pk).update(number=number, label=f"Bilaga {number}")


def _titled(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise Refused(_("Skriv vad bilagan heter."))
    longest = Attachment._meta.get_field("title").max_length or 0
    if len(words) > longest:
        raise Refused(_("Bilagans rubrik är för lång. Använd högst %(n)s tecken.") % {"n": longest})
    return words


@transaction.atomic
def rename_attachment(*, attachment: Attachment, title: str, by: Actor) -> None:
    """Another title. Raises `Refused`."""
    agenda = open_agenda(attachment.item.meeting)
    before, after = attachment.title, _titled(title)
    if before == after:
        return
    attachment.title = after
    attachment.save(update_fields=["title"])
    where = agenda.meeting.collaboration.uuid
    told = {"before": {"title": before}, "after": {"title": after}}
    record(by=by, verb="change", about=attachment, collaboration=where, **told)


@transaction.atomic
def detach(*, attachment: Attachment, by: Actor) -> Removed:
    """Take an annex away from its item; its document stays stored. `restore_attachment` takes it back."""
    agenda = open_agenda(attachment.item.meeting)
    label = str(attachment)
    where = agenda.meeting.collaboration.uuid
    event = record(by=by, verb="remove", about=attachment, collaboration=where, before={"kept": keep([attachment])})
    Attachment.objects.filter(pk=attachment.pk).delete()
    agenda.save()
    return Removed(event.uuid, label)


@transaction.atomic
def restore_attachment(*, meeting: Meeting, event: UUID, by: Actor) -> Attachment:
    """The inverse of `detach`. Raises `Refused` when the item has gone."""
    agenda = open_agenda(meeting)
    told, before = kept_in(agenda.meeting.collaboration, event, "attachment")
    there = Attachment.objects.filter(item__meeting=agenda.meeting, uuid=told.object_uuid).first()
    if there is not None:
        return there
    (annex,) = make_again(before["kept"], agenda.meeting.collaboration)
    assert isinstance(annex, Attachment), "what was kept was an annex"
    for other in Attachment.objects.filter(item=annex.item_id, position__gte=annex.position).exclude(pk=annex.pk):
        Attachment.objects.filter(pk=other.pk).update(position=other.position + 1)
    agenda.save()
    annex.refresh_from_db(fields=["position", "number", "label"])
    where = agenda.meeting.collaboration.uuid
    record(by=by, verb="restore", about=annex, collaboration=where, after={"title": annex.title})
    return annex
