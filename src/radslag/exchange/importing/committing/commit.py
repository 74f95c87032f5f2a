"""A reviewed document enters the record: the meeting, who was there, what was taken up, decided and given to whom."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.documents.actions import cite
from radslag.base.people.actions import create_body, name_body
from radslag.base.people.models import Body, BodyName, Collaboration
from radslag.domain.meetings.models import Meeting, Notice
from radslag.domain.minutes.models import Minutes, Profile
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.agenda import enter_items, enter_meeting
from radslag.exchange.importing.committing.announcing import enter_announced
from radslag.exchange.importing.committing.attending import enter_attendance, find_people
from radslag.exchange.importing.committing.content import enter_content
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.holding import held
from radslag.exchange.importing.matching import Match, day_of, match
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.questions import of_body, of_day
from radslag.exchange.importing.reading import SENTENCES
from radslag.exchange.importing.register import name_key, register_of
from radslag.exchange.importing.tallying import ask_for_recount


@transaction.atomic
def commit(*, staged: Staged, expected: int, by: Actor) -> Meeting:
    """Make the meeting of a reviewed document, or add to the one that is there.

    Raises `Stale` when someone else has changed the draft, `Refused` for a kind that cannot enter or a doubt left.
    """
    current = held(staged, expected=expected)
    one_at_a_time(current.collaboration)
    entry = _open(current, by)
    body = _body(entry)
    find_people(entry)
    meeting = enter_meeting(entry, body)
    enter_attendance(entry, meeting)
    enter_content(entry, meeting, enter_items(entry, meeting))
    enter_announced(entry, meeting)
    _keep_paper(entry, meeting)
    cite(extraction=entry.extraction, places=entry.ledger.places)
    _close(current, entry, meeting)
    for name in ("state", "meeting", "committed_at", "revision", "doubts"):
        setattr(staged, name, getattr(current, name))
    return meeting


def one_at_a_time(collaboration: Collaboration) -> None:
    """Held until the transaction ends: two commits at once must not make one meeting or one new person twice."""
    list(Collaboration.objects.select_for_update(no_key=True).filter(pk=collaboration.pk))


def _open(current: Staged, by: Actor) -> Entry:
    if current.kind not in ("notice", "minutes"):
        sentence = SENTENCES.get(current.kind, SENTENCES["unknown"])
        raise Refused(_(sentence))
    assert current.extraction is not None, "what is in review has been read"
    assert current.version is not None, "what is in review has been stored"
    day = day_of(current.draft)
    register = register_of(current.collaboration, [day] if day else [])
    found = match(current.draft, register)
    _must_be_settled(found)
    return Entry(
        collaboration=current.collaboration,
        draft=current.draft,
        extraction=current.extraction,
        version=current.version,
        register=register,
        match=found,
        by=by,
    )


def _must_be_settled(found: Match) -> None:
    if not found.doubts:
        return
    more = len(found.doubts) - 1
    told = [_("Dokumentet kan inte föras in än."), found.doubts[0].sentence]
    if more:
        told.append(_("Och %(n)s till att bekräfta.") % {"n": more})
    raise Refused(" ".join(told))


def _body(entry: Entry) -> Body:
    found, written = entry.match.body, entry.draft["body"]
    if found.body is not None:
        body = Body.objects.get(pk=found.body.pk)
        body.collaboration = entry.collaboration
        names = {found.body.name, *found.body.spellings}
    else:
        assert found.new is not None, "a body is known or new when no doubt is left"
        new = found.new
        body = create_body(collaboration=entry.collaboration, name=new["name"], kind=new["kind"], by=entry.by)
        entry.ledger.make([body])
        names = {body.name}
    answered = entry.draft["answers"]["body"] is not None
    name = fit(BodyName, "name", written)
    if answered and name and name not in names and (learnt := name_body(body=body, name=name, by=entry.by)):
        entry.ledger.make([learnt])
    return body


def _keep_paper(entry: Entry, meeting: Meeting) -> None:
    paper = {"collaboration": entry.collaboration, "meeting": meeting, "version": entry.version}
    paper["extraction"] = entry.extraction
    if not entry.minutes:
        entry.ledger.make([Notice.objects.create(**paper)])
        return
    written = entry.draft["secretary"]
    minutes = Minutes.objects.create(
        profile=Profile.PROTOCOL if entry.draft["adjusters"] else Profile.NOTES,
        minute_taker_name=fit(Minutes, "minute_taker_name", written),
        minute_taker=entry.person_named(written),
        **paper,
    )
    entry.ledger.make([minutes])


def _close(current: Staged, entry: Entry, meeting: Meeting) -> None:
    current.state, current.meeting, current.committed_at = StagedState.COMMITTED, meeting, timezone.now()
    current.doubts = 0
    fields = ("state", "meeting", "committed_at", "doubts")
    current.save_revised(expected=current.revision, fields=fields)
    where = entry.collaboration.uuid
    ledger = entry.ledger
    after = {"meeting": str(meeting.uuid), "made": dict(ledger.made)}
    record(
        by=entry.by,
        verb="commit",
        about=current,
        collaboration=where,
        before={"changed": ledger.changed},
        after=after,
    )
    told = {"document": current.name, "kind": current.kind}
    record(by=entry.by, verb="import", about=meeting, collaboration=where, after=told)
    about = f"{current.uuid}:{current.revision}"
    ask_for_recount(entry.collaboration, _changed_names(entry), about)


def _changed_names(entry: Entry) -> set[str]:
    """The written names that may mean something else from now on: those of who is new, or new for a municipality."""
    names = {of_body(entry.draft["body"] or ""), of_day(entry.draft["date"])}
    for each in drafts.people(entry.draft):
        found = entry.match.people[each["id"]]
        there = found.person.municipalities if found.person else ()
        if found.person is None or (found.municipality is not None and found.municipality.pk not in there):
            names.add(name_key(each["name"]))
    return names
