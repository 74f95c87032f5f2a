"""What a form of the page saves: several verbs as one, held against whoever saves at the same time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from radslag.base.core.actor import Actor
from radslag.base.documents.actions import store
from radslag.base.people.models import Person
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AgendaItem, AgendaSection, Attachment, Meeting
from radslag.web.secretariat.components.forms import ConflictRow
from radslag.web.secretariat.forms.preparing import HeadForm, ItemForm, SectionForm, proposals_in
from radslag.web.secretariat.preparing.agenda import NO_SECTION

TEXTS = ("title", "type", "notes")


@transaction.atomic
def save_head(meeting: Meeting, form: HeadForm, by: Actor) -> list[ConflictRow]:
    """Save what was changed of the meeting's facts; what collides with another save instead, and nothing saved."""
    now = Meeting.objects.hold(meeting)
    rows = form.collisions(HeadForm.words(now)) if now else []
    if now and not rows and form.changed:
        actions.change_meeting(meeting=now, expected=now.revision, by=by, **form.changed_values)
    return rows


@transaction.atomic
def save_section(section: AgendaSection, form: SectionForm, by: Actor) -> list[ConflictRow]:
    """Save what was changed of a part; what collides with another save instead, and nothing saved."""
    Meeting.objects.hold(section.meeting)
    section.refresh_from_db()
    rows = form.collisions(SectionForm.words(section))
    if not rows and form.changed:
        values = form.changed_values
        if "minuted" in values:
            values["minuted"] = values["minuted"] == "ja"
        actions.change_section(section=section, expected=section.revision, by=by, **values)
    return rows


@transaction.atomic
def save_item(item: AgendaItem, form: ItemForm, by: Actor) -> list[ConflictRow]:
    """Save what was changed of an item; what collides with another save instead, and nothing saved.

    Raises `Refused` when the meeting or the item cannot be changed any more.
    """
    Meeting.objects.hold(item.meeting)
    item.refresh_from_db()
    item = _whole(item)
    rows = form.collisions(ItemForm.words(item))
    if rows:
        return rows
    values = form.changed_values
    texts: dict[str, Any] = {name: values[name] for name in TEXTS if name in values}
    if "section" in values:
        texts["section"] = _section(item.meeting, values["section"])
    if texts:
        actions.change_item(item=item, expected=item.revision, by=by, **texts)
    if "parent" in values:
        _move_under(item, values["parent"], by)
    if "presenters" in values:
        names = [name for name in values["presenters"].split("\n") if name.strip()]
        actions.set_presenters(item=item, presenters=known(item, names), by=by)
    if "proposals" in values:
        actions.set_proposals(item=item, texts=proposals_in(values["proposals"]), by=by)
    _rename(item, form.annex_titles, by)
    _attach(item, form.cleaned_data["documents"], by)
    return []


def _whole(item: AgendaItem) -> AgendaItem:
    rows = AgendaItem.objects.select_related("section", "parent", "meeting__body", "meeting__collaboration")
    return rows.prefetch_related("presenters", "proposed_decisions").get(pk=item.pk)


def _section(meeting: Meeting, key: str) -> AgendaSection | None:
    return None if key == NO_SECTION else AgendaSection.objects.filter(meeting=meeting, uuid=key).first()


def _move_under(item: AgendaItem, parent: str, by: Actor) -> None:
    above = AgendaItem.objects.of_meeting(item.meeting).filter(uuid=parent).first() if parent else None
    if above is not None:
        last = above.sub_items.order_by("position").last()
        actions.move_item(item=item, parent=above, after=last, by=by)
    elif item.parent is not None:
        actions.move_item(item=item, after=item.parent, by=by)


def known(item: AgendaItem, names: list[str]) -> list[tuple[str, Person | None]]:
    """Names with the person each stands for: whoever presents the item under that name already, else the one person of
    the register who is called so. A link somebody has chosen between two of one name is not lost by adding a third.
    """
    written = [" ".join(name.split()) for name in names]
    linked: dict[str, list[Person]] = {}
    for presenter in item.presenters.select_related("person"):
        if presenter.person is not None:
            linked.setdefault(presenter.name, []).append(presenter.person)
    found: dict[str, list[Person]] = {}
    for person in Person.objects.of(item.collaboration).standing().filter(name__in=set(written) - set(linked)):
        found.setdefault(person.name, []).append(person)
    one: Mapping[str, Person] = {name: people[0] for name, people in found.items() if len(people) == 1}
    return [(name, linked[name].pop(0) if linked.get(name) else one.get(name)) for name in written]


def _rename(item: AgendaItem, titles: Mapping[Any, str], by: Actor) -> None:
    for annex in Attachment.objects.filter(item=item, uuid__in=list(titles)):
        actions.rename_attachment(attachment=annex, title=titles[annex.uuid], by=by)


def _attach(item: AgendaItem, documents: list[UploadedFile[bytes]], by: Actor) -> None:
    for document in documents:
        name = document.name or ""
        version, _is_new = store(
            collaboration=item.meeting.collaboration,
            name=name,
            data=document.read(),
            media_type=document.content_type or "application/octet-stream",
            by=by,
        )
        actions.attach(item=item, title=_titled(name), version=version, by=by)


def _titled(name: str) -> str:
    """A title to begin with: the file's name as a person would write it."""
    return PurePath(name).stem.replace("_", " ").strip() or name
