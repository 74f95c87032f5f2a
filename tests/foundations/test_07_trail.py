"""Foundation 7: every action leaves an event in its own transaction; the chain tells of tampering, and can forget."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from radslag.base.accounts.actions import appoint, connect_person, set_password
from radslag.base.accounts.erasing import erase_person_from_trail
from radslag.base.accounts.roles import Role
from radslag.base.audit.actions import erase_details, record, verify
from radslag.base.audit.command import main
from radslag.base.audit.models import Chain, Event
from radslag.base.core import guards
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_body, create_person, forget_sighting, observe_mandate
from radslag.base.people.models import Collaboration, Person
from radslag.domain.decisions.actions import mark_done
from tests.cast import Cast
from tests.foundations.verbs import WRITERS, functions, tellers

# Public functions of actions modules that say not who does it, each with the reason why they leave no event.
SILENT = {
    "audit.verify": "only reads",
    "accounts.keep_an_administrator": "only checks, in the transaction of the action that asks",
    "jobs.enqueue": "asks for work; the work leaves its own events",
    "jobs.run": "machinery of the queue; the work leaves its own events",
    "jobs.take_over": "machinery of the queue",
    "jobs.next_number": "counts in the transaction of the action that needs a number",
    "documents.extract": "derived from a stored version, which has its event",
    "documents.cite": "derived: places of values whose making has its event",
}


def test_whatever_changes_something_says_who_does_it() -> None:
    nameless = {str(each) for each in functions() if each.in_actions and each.public and not each.verb}
    assert nameless == set(SILENT)


def test_every_verb_leaves_an_event() -> None:
    known = functions()
    telling = tellers(known)
    assert len([each for each in known if each.verb]) > 30
    assert not [str(each) for each in known if each.verb and each.public and each.key not in telling]


def test_every_verb_that_writes_an_event_itself_is_atomic() -> None:
    known = functions()
    telling = tellers(known)
    loose = {each.key for each in known if each.key in telling and not each.public and not each.atomic} | WRITERS
    verbs = [each for each in known if each.verb and each.public and each.name not in WRITERS]
    assert not [str(each) for each in verbs if each.calls & loose and not each.atomic]


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused() -> None:
    collaboration = Collaboration.objects.create(name="Sjöbygden", slug="sjobygden")
    with pytest.raises(RuntimeError, match="in the transaction"):
        record(by=SYSTEM, verb="test", about=collaboration, collaboration=collaboration.uuid)


def test_a_change_that_is_rolled_back_leaves_no_event(cast: Cast) -> None:
    before = list(Event.objects.values_list("uuid", flat=True))
    with transaction.atomic():
        person = create_person(collaboration=cast.collaboration, name="Ingen Alls", by=SYSTEM)
        transaction.set_rollback(True)
    assert not Person.objects.filter(uuid=person.uuid).exists()
    assert list(Event.objects.values_list("uuid", flat=True)) == before
    assert list(verify()) == []


def test_an_event_tells_who_what_when_and_the_state_before(cast: Cast) -> None:
    mark_done(assignment=cast.held.open, day=date(2024, 5, 1), by=cast.user("coordinator").actor)
    event = Event.objects.about("assignment", cast.held.open.uuid)[0]
    told = (event.actor_kind, event.actor_uuid, event.verb, event.detail("before"), event.detail("after"))
    before, after = {"state": "open", "done_on": None}, {"state": "done", "done_on": "2024-05-01"}
    assert told == ("user", cast.user("coordinator").uuid, "finish", before, after)


def test_erasing_a_person_leaves_the_chain_verifiable(cast: Cast) -> None:
    person = cast.people["Ada Brandt"]
    count = erase_details(kind="person", uuid=person.uuid, by=SYSTEM, collaboration=cast.collaboration.uuid)
    events = Event.objects.about("person", person.uuid)
    assert count == events.count() - 1
    assert not [event for event in events if event.verb != "erase" and "Ada" in str(vars(event))]
    assert list(verify()) == []


def told_of(cast: Cast, name: str) -> list[str]:
    """The verbs of the collaboration's events, and of the installation's, whose details hold a name."""
    where = Q(collaboration_uuid=cast.collaboration.uuid) | Q(collaboration_uuid=None)
    rows = Event.objects.filter(where)
    return [event.verb for event in rows if name.casefold() in str(event.details).casefold()]


def test_erasing_a_person_takes_the_name_out_of_every_event(cast: Cast) -> None:
    assert {"create", "spell", "give", "observe", "connect"} <= set(told_of(cast, "Ada Brandt"))
    erase_person_from_trail(person=cast.people["Ada Brandt"], by=SYSTEM)
    assert told_of(cast, "Ada Brandt") == []
    assert told_of(cast, "Örjan Ekdahl") != []
    assert list(verify()) == []


def test_erasing_a_person_takes_out_what_the_person_did_and_was_given_as_a_user(cast: Cast) -> None:
    user = cast.user("member")
    appoint(user=user, collaboration=cast.collaboration, role=Role.OBSERVER, by=SYSTEM)
    mark_done(assignment=cast.held.open, day=date(2024, 5, 1), by=user.actor)
    set_password(user=user, password="en mening som ingen gissar", by=user.actor)
    assert {"create", "finish", "appoint", "password"} <= set(told_of(cast, user.name))
    erase_person_from_trail(person=cast.people["Ada Brandt"], by=SYSTEM)
    assert told_of(cast, user.name) == []
    assert list(verify()) == []


def test_erasing_a_person_finds_what_has_no_row_any_more(cast: Cast) -> None:
    person = cast.people["Ylva Ängmark"]
    seen = observe_mandate(person=person, body=cast.board, day=date(2020, 5, 5), by=SYSTEM)
    forget_sighting(sighting=seen, by=SYSTEM)
    create_body(collaboration=cast.collaboration, name="Ylva Ängmarks grupp", by=SYSTEM)
    erase_person_from_trail(person=person, by=SYSTEM)
    assert told_of(cast, "Ylva Ängmark") == []
    assert list(verify()) == []


def test_erasing_a_user_who_is_somebody_elsewhere_leaves_the_account_its_history(cast: Cast) -> None:
    user = cast.user("member")
    connect_person(user=user, person=cast.other_person, by=SYSTEM)
    erase_person_from_trail(person=cast.people["Ada Brandt"], by=SYSTEM)
    assert told_of(cast, user.name) == ["create"]
    assert list(verify()) == []


def test_erasing_twice_finds_nothing_more(cast: Cast) -> None:
    assert erase_person_from_trail(person=cast.people["Ada Brandt"], by=SYSTEM) > 5
    assert erase_person_from_trail(person=cast.people["Ada Brandt"], by=SYSTEM) == 0


def test_details_gone_without_an_erasure_are_found(cast: Cast) -> None:
    event = Event.objects.about("person", cast.people["Ada Brandt"].uuid)[0]
    Event.objects.filter(pk=event.pk).update(details=None, salt="")
    assert [found.sequence for found in verify()] == [event.sequence]


@pytest.mark.parametrize("column", Event.frozen)
def test_the_database_refuses_to_change_an_event(cast: Cast, column: str) -> None:
    event = Event.objects.get(collaboration_uuid=cast.collaboration.uuid, sequence=3)
    other: dict[str, Any] = {
        "sequence": 999,
        "at": timezone.now(),
        "actor_uuid": uuid4(),
        "collaboration_uuid": uuid4(),
    }
    value = uuid4() if column == "object_uuid" else other.get(column, "annat")
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**{column: value})


TAMPERINGS = {
    "another verb": "UPDATE audit_event SET verb = 'annat' WHERE sequence = 4",
    "another instant": "UPDATE audit_event SET at = '2001-01-01 00:00:00' WHERE sequence = 4",
    "other details": 'UPDATE audit_event SET details = \'{"label": "annat"}\' WHERE sequence = 4',
    "another salt": "UPDATE audit_event SET salt = 'annat' WHERE sequence = 4",
    "one deleted": "DELETE FROM audit_event WHERE sequence = 4",
    "the last deleted": "DELETE FROM audit_event WHERE sequence > 20",
    "the chain's end deleted": "DELETE FROM audit_chain",
    "all renumbered": "UPDATE audit_event SET sequence = sequence + 1000",
}


@pytest.mark.parametrize("tampering", TAMPERINGS.values(), ids=TAMPERINGS)
def test_whoever_gets_past_the_guards_is_found_out(cast: Cast, tampering: str) -> None:
    connection.check_constraints()  # PostgreSQL drops no trigger while a key waits to be checked
    guards.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    assert [found for found in verify() if found.collaboration == cast.collaboration.uuid]


def test_the_command_says_that_the_chain_holds(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == f"{Event.objects.count()} händelser lästa. Kedjan håller.\n"


def test_the_command_names_the_break(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    Event.objects.filter(sequence=2, collaboration_uuid=cast.other.uuid).delete()
    assert main(["verify"]) == 1
    assert f"{cast.other.uuid} · 3: Händelse 2 saknas." in capsys.readouterr().out


def test_each_collaboration_has_a_chain_of_its_own(cast: Cast) -> None:
    chains = {chain.collaboration_uuid: chain.last_sequence for chain in Chain.objects.all()}
    assert set(chains) == {None, cast.collaboration.uuid, cast.other.uuid}
    assert sum(chains.values()) == Event.objects.count()
