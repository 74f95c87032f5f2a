"""A colleague stands in for a time: what that gives, what it never gives, and what the trail says (W70)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from radslag.base.accounts.access import Access, collaborations_of, enter, roles_of
from radslag.base.accounts.actions import appoint, end_appointment
from radslag.base.accounts.delegating import (
    AlreadyEnded,
    AlreadyHandedOver,
    NothingToHandOver,
    give_again,
    hand_over,
    take_back,
)
from radslag.base.accounts.models import Delegation
from radslag.base.accounts.roles import Permission, Role, handed_over
from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from tests.cast import Cast

TODAY = timezone.localdate()
WEEK = timedelta(days=7)


def give(cast: Cast, giver: str = "coordinator", receiver: str = "nobody", start: date = TODAY) -> Delegation:
    return hand_over(
        collaboration=cast.collaboration,
        giver=cast.user(giver),
        receiver=cast.user(receiver),
        start=start,
        end=start + WEEK,
        by=cast.user(giver).actor,
    )


def access(cast: Cast, role: str, permission: Permission | None = None) -> Access:
    request = HttpRequest()
    request.user = cast.user(role)
    return enter(request, cast.collaboration.slug, permission)


def test_the_colleague_may_do_what_the_giver_may(cast: Cast) -> None:
    give(cast)
    found = access(cast, "nobody", Permission.IMPORT)
    assert found.permissions == handed_over(frozenset({Role.COORDINATOR}))
    assert (found.roles, [each.giver for each in found.standing_in]) == (frozenset(), [cast.user("coordinator")])
    assert found.standing_in[0].last == TODAY + WEEK - timedelta(days=1)
    assert collaborations_of(cast.user("nobody")) == [cast.collaboration]


@pytest.mark.parametrize("start", [TODAY + timedelta(days=1), TODAY - WEEK], ids=["not yet", "over"])
def test_outside_its_days_it_gives_nothing(cast: Cast, start: date) -> None:
    give(cast, receiver="observer", start=start)
    assert access(cast, "observer").standing_in == ()
    assert collaborations_of(cast.user("nobody")) == []


def test_it_gives_no_more_than_the_giver_has_left(cast: Cast) -> None:
    give(cast)
    appointment = cast.user("coordinator").appointments.get()
    end_appointment(appointment=appointment, end=TODAY, by=SYSTEM)
    assert collaborations_of(cast.user("nobody")) == []


def test_an_account_out_of_use_lends_nothing(cast: Cast) -> None:
    give(cast, receiver="observer")
    cast.user("coordinator").is_active = False
    cast.user("coordinator").save()
    assert access(cast, "observer").standing_in == ()


def test_the_rights_over_rights_stay_with_who_was_trusted(cast: Cast) -> None:
    appoint(user=cast.user("administrator"), collaboration=cast.collaboration, role=Role.OBSERVER, by=SYSTEM)
    give(cast, giver="administrator")
    may = access(cast, "nobody").permissions
    assert may == Role.OBSERVER.permissions
    assert not handed_over(frozenset(Role)) & {Permission.APPOINT, Permission.HAND_OVER}


def test_the_administrators_role_alone_cannot_be_handed_over(cast: Cast) -> None:
    with pytest.raises(NothingToHandOver):
        give(cast, giver="administrator")


def test_what_one_has_from_a_colleague_is_not_handed_on(cast: Cast) -> None:
    give(cast)
    with pytest.raises(NothingToHandOver):
        give(cast, giver="nobody", receiver="outsider")
    give(cast, giver="observer", receiver="member")
    give(cast, giver="coordinator", receiver="observer")
    assert Permission.IMPORT not in access(cast, "member").permissions


def test_it_does_not_make_anybody_a_holder_of_the_role(cast: Cast) -> None:
    give(cast, receiver="observer")
    assert roles_of(cast.user("observer"), cast.collaboration, TODAY) == {Role.OBSERVER}


def test_the_trail_says_for_whom_only_when_it_took_their_right(cast: Cast) -> None:
    give(cast, receiver="member")
    borrowed = access(cast, "member", Permission.EDIT_RECORD).actor
    own = access(cast, "member", Permission.READ_RECORD).actor
    assert borrowed.signature == "Användare member (för Användare coordinator)"
    assert (own.signature, own.id, borrowed.id) == ("Användare member", *[cast.user("member").uuid] * 2)


def test_handing_over_taking_back_and_giving_again_are_told_of(cast: Cast) -> None:
    made = give(cast)
    take_back(delegation=made, by=SYSTEM)
    assert collaborations_of(cast.user("nobody")) == []
    give_again(delegation=made, by=SYSTEM)
    assert collaborations_of(cast.user("nobody")) == [cast.collaboration]
    told = Event.objects.about("delegation", made.uuid)
    assert [event.verb for event in told] == ["give_again", "take_back", "hand_over"]
    assert told[0].detail("after")["receiver"] == "Användare nobody"


def test_what_is_over_or_taken_back_is_not_taken_back_again(cast: Cast) -> None:
    made, over = give(cast), give(cast, start=TODAY - WEEK)
    take_back(delegation=made, by=SYSTEM)
    for each in (made, over):
        with pytest.raises(AlreadyEnded):
            take_back(delegation=each, by=SYSTEM)


def test_what_was_never_taken_back_is_not_given_again(cast: Cast) -> None:
    with pytest.raises(AlreadyEnded):
        give_again(delegation=give(cast), by=SYSTEM)


def test_the_same_colleague_twice_in_the_same_days_is_refused_unless_taken_back(cast: Cast) -> None:
    made = give(cast)
    with pytest.raises(AlreadyHandedOver):
        give(cast, start=TODAY + timedelta(days=6))
    take_back(delegation=made, by=SYSTEM)
    give(cast, start=TODAY + timedelta(days=6))
    with pytest.raises(AlreadyHandedOver):
        give_again(delegation=made, by=SYSTEM)


def test_two_may_stand_in_for_one_and_one_for_two(cast: Cast) -> None:
    give(cast, receiver="observer")
    give(cast, receiver="nobody")
    give(cast, giver="registrar", receiver="nobody")
    givers = {each.giver.name for each in access(cast, "nobody").standing_in}
    assert givers == {"Användare coordinator", "Användare registrar"}


def test_to_oneself_is_refused_by_the_verb_and_the_database(cast: Cast) -> None:
    with pytest.raises(ValueError, match="somebody else"):
        give(cast, receiver="coordinator")
    me = cast.user("coordinator")
    with pytest.raises(IntegrityError), transaction.atomic():
        Delegation.objects.create(
            collaboration=cast.collaboration, giver=me, receiver=me, start=TODAY, end=TODAY + WEEK
        )
