"""A commit is taken back: what it made goes, what it changed is as before, unless something was built on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.dateparse import parse_time
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.audit.models import Event
from radslag.base.core.actor import Actor
from radslag.base.core.models import Revised
from radslag.base.documents.models import Citation
from radslag.base.people.actions import forget_sighting
from radslag.base.people.models import Sighting
from radslag.base.people.ties import pointing_at
from radslag.domain.decisions.models import Assignment, AssignmentState
from radslag.domain.meetings.models import AgendaItem, Meeting, SuggestionAnswer
from radslag.exchange.importing.committing.commit import one_at_a_time
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.holding import held
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.tallying import TALLY, RegisterOnHand, ask_for_recount, tally

Made = Mapping[str, list[str]]

# What a commit makes under a meeting, in the order it can be removed; the meeting itself goes after them.
UNDER_MEETING = (
    "decisions.assignee",
    "decisions.assignment",
    "decisions.decision",
    "meetings.contribution",
    "meetings.proposeddecision",
    "meetings.attachment",
    "meetings.presenter",
    "meetings.agendaitem",
    "meetings.agendasection",
    "meetings.attendance",
    "meetings.requestedtopic",
    "meetings.announcedmeeting",
    "minutes.minutes",
    "meetings.notice",
    "meetings.meeting",
)
# What it may have added to the register; these go only when nothing else has come to use them.
LEARNT = ("people.personname", "people.bodyname", "people.person", "people.body")
# What may have happened to a row since, and yet left it as the commit made it.
HARMLESS = ("import", "finish", "reopen")


@transaction.atomic
def undo_commit(*, staged: Staged, by: Actor, registers: RegisterOnHand | None = None) -> Staged:
    """Remove what the commit made. Raises `Refused` with what stands in the way."""
    expected = Staged.objects.values_list("revision", flat=True).get(pk=staged.pk)
    current = held(staged, expected=expected, state=StagedState.COMMITTED)
    one_at_a_time(current.collaboration)
    event = must_be_undoable(current, Staged.objects.none())
    made, changed = event.detail("after")["made"], event.detail("before")["changed"]
    _remove(current, made, changed, by)
    _reopen(staged, current, event, by, registers)
    return current


def must_be_undoable(staged: Staged, together: models.QuerySet[Staged]) -> Event:
    """The event of the commit. Raises `Refused` with what stands in the way of undoing it after those in `together`."""
    event = Event.objects.about("staged", staged.uuid).filter(verb="commit").first()
    if event is None or event.erased:
        raise Refused(_("Uppgifterna om införandet har raderats, så det går inte att ångra."))
    _nothing_later(staged, together)
    _nothing_done(event, event.detail("after")["made"], event.detail("before")["changed"])
    _nothing_added(event.detail("after")["made"], together.filter(meeting=staged.meeting))
    return event


def made_by(staged: Staged) -> Made:
    """What the last commit of a document made, by model label; nothing when that has been erased."""
    event = Event.objects.about("staged", staged.uuid).filter(verb="commit").first()
    made: Made = event.detail("after")["made"] if event is not None and not event.erased else {}
    return made


def remove_unused(made: Made) -> None:
    """What was added to the register goes, unless something has come to use it."""
    for label in LEARNT:
        if uuids := made.get(label):
            _unused(apps.get_model(label), list(uuids)).delete()


def _nothing_later(current: Staged, together: models.QuerySet[Staged]) -> None:
    later = Staged.objects.filter(
        meeting=current.meeting, state=StagedState.COMMITTED, committed_at__gt=current.committed_at
    )
    other = later.exclude(pk=current.pk).exclude(pk__in=together.values("pk")).first()
    if other is not None:
        told = _("%(name)s har förts in i samma möte efter det här dokumentet. Ångra det först.")
        raise Refused(told % {"name": other.name})


def _nothing_done(event: Event, made: Made, changed: Iterable[Mapping[str, Any]]) -> None:
    """No assignment is done, and the trail tells of no other change of what the commit made or changed."""
    done = Assignment.objects.filter(uuid__in=made.get("decisions.assignment", ()), state=AssignmentState.DONE).first()
    if done is not None:
        told = _("Uppdraget ”%(what)s” är markerat som klart. Öppna det igen först.")
        raise Refused(told % {"what": str(done)[:80]})
    _nothing_prepared(made)
    uuids = {uuid for label in UNDER_MEETING for uuid in made.get(label, ())} | {row["uuid"] for row in changed}
    later = Event.objects.of_collaboration(event.collaboration_uuid).filter(
        sequence__gt=event.sequence, object_uuid__in=uuids
    )
    touched = later.exclude(verb__in=HARMLESS).first()
    if touched is not None:
        told = _("”%(what)s” har ändrats efter införandet, så det går inte att ångra.")
        raise Refused(told % {"what": (touched.detail("label") or "")[:80]})


def _nothing_prepared(made: Made) -> None:
    """No agenda in the making rests on it."""
    labels = ("meetings.requestedtopic", "decisions.assignment", "decisions.decision", "meetings.meeting")
    uuids = [uuid for label in labels for uuid in made.get(label, ())]
    answer = SuggestionAnswer.objects.built_on(uuids).select_related("item", "meeting__body").first()
    if answer is not None:
        told = _("”%(item)s” på dagordningen till %(meeting)s bygger på dokumentet. Ta bort punkten först.")
        raise Refused(told % {"item": answer.item, "meeting": answer.meeting})


def _nothing_added(made: Made, together: models.QuerySet[Staged]) -> None:
    """Nobody has added items of their own to the meeting it made; those of documents that go with it go with them."""
    items = AgendaItem.objects.filter(meeting__uuid__in=made.get("meetings.meeting", ()))
    others = list(items.exclude(uuid__in=made.get("meetings.agendaitem", ())))
    theirs = {uuid for row in (together if others else ()) for uuid in made_by(row).get("meetings.agendaitem", ())}
    own = next((item for item in others if str(item.uuid) not in theirs), None)
    if own is not None:
        raise Refused(_("Punkten ”%(item)s” har lagts till på mötet. Ta bort den först.") % {"item": own})


def _remove(current: Staged, made: Made, changed: list[Mapping[str, Any]], by: Actor) -> None:
    for sighting in Sighting.objects.filter(uuid__in=made.get("people.sighting", ())).select_related("mandate"):
        forget_sighting(sighting=sighting, by=by)
    Citation.objects.filter(extraction=current.extraction).delete()
    for label in UNDER_MEETING:
        if uuids := made.get(label):
            apps.get_model(label)._base_manager.filter(uuid__in=uuids).delete()
    for row in reversed(changed):
        _put_back(row)
    remove_unused(made)


def _put_back(row: Mapping[str, Any]) -> None:
    model = apps.get_model(row["model"])
    values = dict(row["before"])
    if model is Meeting:
        for name in ("start_time", "end_time"):
            if values.get(name):
                values[name] = parse_time(values[name])
    if issubclass(model, Revised):
        values["revision"] = models.F("revision") + 1
    model._base_manager.filter(uuid=row["uuid"]).update(**values)


def _unused(model: type[models.Model], uuids: list[str]) -> models.QuerySet[models.Model]:
    """Those of the rows that nothing points at."""
    rows = model._base_manager.filter(uuid__in=uuids)
    for key in pointing_at(model):
        users = key.model._base_manager.filter(**{f"{key.name}__in": rows})
        used = set(users.values_list(key.attname, flat=True))
        rows = rows.exclude(pk__in=used) if used else rows
    return rows


def _reopen(staged: Staged, current: Staged, event: Event, by: Actor, registers: RegisterOnHand | None) -> None:
    current.state, current.meeting, current.committed_at = StagedState.REVIEW, None, None
    tally(current, registers)
    fields = ("state", "meeting", "committed_at", *TALLY)
    current.save_revised(expected=current.revision, fields=fields)
    told = {"undone": event.sequence}
    record(by=by, verb="uncommit", about=current, collaboration=current.collaboration.uuid, after=told)
    about = f"{current.uuid}:{current.revision}"
    ask_for_recount(current.collaboration, current.written_names, about)
    for name in fields:
        setattr(staged, name, getattr(current, name))
    staged.revision = current.revision
