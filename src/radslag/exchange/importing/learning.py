"""One answer for every document: who a written name means, or which body. Learnt in the register, and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.people.actions import create_body, name_body, spell_person
from radslag.base.people.models import Body, BodyName, Collaboration, Person, PersonName
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.committing.commit import one_at_a_time
from radslag.exchange.importing.committing.ledger import Ledger, fit
from radslag.exchange.importing.committing.taking_back import remove_unused
from radslag.exchange.importing.drafts import NEW, Refused
from radslag.exchange.importing.drafts.answering import checked_body
from radslag.exchange.importing.models import Lesson, Staged
from radslag.exchange.importing.questions import BODY, PERSON, of_body
from radslag.exchange.importing.register import name_key
from radslag.exchange.importing.tallying import ask_for_recount, recount_affected

# How many documents are counted again before the page answers; the rest follow in the background.
AT_ONCE = 150


@transaction.atomic
def answer_person_question(*, collaboration: Collaboration, key: str, answer: str, by: Actor) -> Lesson:
    """Who a written name means wherever it stands: a person's UUID, or "new" for somebody of their own.

    Raises `Refused` when nobody asks any longer, or the person is gone.
    """
    one_at_a_time(collaboration)
    written, asking = _asking(collaboration, PERSON, key)
    ledger = Ledger()
    if answer != NEW:
        person = Person.objects.of(collaboration).standing().filter(uuid=answer).first() if _is_uuid(answer) else None
        if person is None:
            raise Refused(_("Personen finns inte längre i registret. Läs om sidan och välj igen."))
        _spell(collaboration, person, written, ledger, by)
    return _learn(collaboration, PERSON, key, written, answer, ledger, asking, by)


def _spell(collaboration: Collaboration, person: Person, written: str, ledger: Ledger, by: Actor) -> None:
    """The spelling is the person's, unless it is how somebody else writes their name."""
    others = Person.objects.of(collaboration).standing().exclude(pk=person.pk).values_list("name", flat=True)
    if name_key(written) in {name_key(name) for name in others} or name_key(written) == name_key(person.name):
        return
    if learnt := spell_person(person=person, name=fit(PersonName, "name", written), by=by):
        ledger.make([learnt])


@transaction.atomic
def answer_body_question(*, collaboration: Collaboration, key: str, answer: Mapping[str, Any], by: Actor) -> Lesson:
    """Which body a written name means wherever it stands: {"uuid": …}, or {"new": {"name", "kind"}}."""
    one_at_a_time(collaboration)
    written, asking = _asking(collaboration, BODY, key)
    checked = checked_body(answer)
    ledger = Ledger()
    if new := checked.get(NEW):
        body = _body_called(collaboration, new["name"])
        if body is None:
            body = create_body(collaboration=collaboration, name=new["name"], kind=new["kind"], by=by)
            ledger.make([body])
    else:
        found = Body.objects.of(collaboration).filter(uuid=checked["uuid"]).first()
        if found is None:
            raise Refused(_("Gruppen finns inte längre i registret. Läs om sidan och välj igen."))
        body = found
    if learnt := name_body(body=body, name=fit(BodyName, "name", written), by=by):
        ledger.make([learnt])
    return _learn(collaboration, BODY, key, written, str(body.uuid), ledger, asking, by)


def _body_called(collaboration: Collaboration, name: str) -> Body | None:
    same = (body for body in Body.objects.of(collaboration) if name_key(body.name) == name_key(name))
    return next(same, None)


def _is_uuid(answer: str) -> bool:
    return len(answer) == 36 and answer.replace("-", "").isalnum()


def _asking(collaboration: Collaboration, kind: str, key: str) -> tuple[str, list[tuple[int, str]]]:
    """The name as it is most often written, and the documents that ask with the UUID of their batch."""
    rows = Staged.objects.of(collaboration).to_review().filter(doubts__gt=0)
    written: list[str] = []
    asking: list[tuple[int, str]] = []
    for pk, batch, questions in rows.values_list("pk", "batch__uuid", "open_questions"):
        names = [row[2] for row in questions if row[:2] == [kind, key]]
        if names:
            written.append(names[0])
            asking.append((pk, str(batch)))
    if not asking:
        raise Refused(_("Frågan är redan besvarad. Läs om sidan."))
    return max(written, key=written.count), asking


def _learn(
    collaboration: Collaboration,
    kind: str,
    key: str,
    written: str,
    answer: str,
    ledger: Ledger,
    asking: list[tuple[int, str]],
    by: Actor,
) -> Lesson:
    Lesson.objects.of(collaboration).in_force().filter(kind=kind, key=key).update(taken_back_at=timezone.now())
    lesson = Lesson.objects.create(
        collaboration=collaboration,
        kind=kind,
        key=key,
        written=written[:200],
        answer=answer,
        made=dict(ledger.made),
        batches=sorted({batch for _pk, batch in asking}),
        documents=len(asking),
    )
    after = {"written": written, "answer": answer, "documents": len(asking), "made": lesson.made}
    record(by=by, verb="learn", about=lesson, collaboration=collaboration.uuid, after=after)
    _count_again(lesson)
    return lesson


@transaction.atomic
def forget(*, lesson: Lesson, by: Actor) -> Lesson:
    """Take an answer back: what it added to the register goes, and the documents ask again. Raises `Refused`."""
    one_at_a_time(lesson.collaboration)
    current = Lesson.objects.select_for_update().get(pk=lesson.pk)
    if current.taken_back_at is not None:
        raise Refused(_("Svaret är redan taget tillbaka."))
    _must_be_unused(current)
    current.taken_back_at = timezone.now()
    current.save(update_fields=["taken_back_at"])
    remove_unused(current.made)
    told = {"written": current.written, "answer": current.answer}
    record(by=by, verb="forget", about=current, collaboration=lesson.collaboration.uuid, before=told)
    _count_again(current)
    return current


def _must_be_unused(lesson: Lesson) -> None:
    held = Meeting.objects.filter(body__uuid__in=lesson.made.get("people.body", ())).select_related("body").first()
    if held is not None:
        told = _("%(body)s har möten i registret, så svaret går inte att ta tillbaka. Ångra införandet av dem först.")
        raise Refused(told % {"body": held.body})


def _count_again(lesson: Lesson) -> None:
    name = of_body(lesson.written) if lesson.kind == BODY else name_key(lesson.written)
    left = recount_affected(lesson.collaboration, {name}, AT_ONCE)
    if left:
        about = f"lesson:{lesson.uuid}:{bool(lesson.taken_back_at)}"
        ask_for_recount(lesson.collaboration, {name}, about)
