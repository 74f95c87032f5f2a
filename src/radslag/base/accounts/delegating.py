"""Hand over to a colleague for a time, take it back, and hand it over again after all (W70)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from radslag.base.accounts.access import roles_of
from radslag.base.accounts.models import Delegation, User
from radslag.base.accounts.roles import handed_over
from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration


class NothingToHandOver(Exception):
    """The giver has no role of their own here that can be handed over, on the first day or now."""


class AlreadyHandedOver(Exception):
    """The giver has handed over to the same colleague in part of the period. `standing` is that one."""

    def __init__(self, standing: Delegation) -> None:
        super().__init__(f"{standing} holds already")
        self.standing = standing


class AlreadyEnded(Exception):
    """The period is over, or it was taken back before: there is nothing to take back or to give again."""


def has_something_to_hand_over(user: User, collaboration: Collaboration, *days: date) -> bool:
    """Whether own roles on any of the days hold something that can be handed over; what one has lent never does."""
    return any(handed_over(roles_of(user, collaboration, day)) for day in days)


@transaction.atomic
def hand_over(
    *, collaboration: Collaboration, giver: User, receiver: User, start: date, end: date, by: Actor
) -> Delegation:
    """The receiver may do what the giver may, from `start` up to, not including, `end`.

    Raises `NothingToHandOver` and `AlreadyHandedOver`; `ValueError` to oneself or for a period without days.
    """
    if giver == receiver or start >= end:
        raise ValueError("a delegation is to somebody else, for at least a day")
    _one_at_a_time(collaboration)
    if not has_something_to_hand_over(giver, collaboration, timezone.localdate(), start):
        raise NothingToHandOver
    _refuse_overlap(collaboration, giver, receiver, start, end)
    delegation = Delegation.objects.create(
        collaboration=collaboration, giver=giver, receiver=receiver, start=start, end=end
    )
    _tell(delegation, "hand_over", by)
    return delegation


@transaction.atomic
def take_back(*, delegation: Delegation, by: Actor) -> None:
    """It gives nothing from this instant. Raises `AlreadyEnded`."""
    _one_at_a_time(delegation.collaboration)
    delegation.refresh_from_db(fields=["withdrawn_at", "end"])
    if delegation.withdrawn_at is not None or _over(delegation):
        raise AlreadyEnded
    delegation.withdrawn_at = timezone.now()
    delegation.save(update_fields=["withdrawn_at"])
    _tell(delegation, "take_back", by)


@transaction.atomic
def give_again(*, delegation: Delegation, by: Actor) -> None:
    """What was taken back holds again for the rest of its time. Raises `AlreadyEnded` and `AlreadyHandedOver`."""
    _one_at_a_time(delegation.collaboration)
    delegation.refresh_from_db(fields=["withdrawn_at", "end"])
    if delegation.withdrawn_at is None or _over(delegation):
        raise AlreadyEnded
    assert delegation.start is not None
    assert delegation.end is not None
    _refuse_overlap(delegation.collaboration, delegation.giver, delegation.receiver, delegation.start, delegation.end)
    delegation.withdrawn_at = None
    delegation.save(update_fields=["withdrawn_at"])
    _tell(delegation, "give_again", by)


def _one_at_a_time(collaboration: Collaboration) -> None:
    Collaboration.objects.select_for_update().get(pk=collaboration.pk)


def _over(delegation: Delegation) -> bool:
    return delegation.end is not None and delegation.end <= timezone.localdate()


def _refuse_overlap(collaboration: Collaboration, giver: User, receiver: User, start: date, end: date) -> None:
    rows = Delegation.objects.of(collaboration).given_by(giver).received_by(receiver).standing()
    standing = rows.touching(start, end).first()
    if standing is not None:
        raise AlreadyHandedOver(standing)


def _tell(delegation: Delegation, verb: str, by: Actor) -> None:
    after = {
        "giver": delegation.giver.name,
        "receiver": delegation.receiver.name,
        "start": delegation.start,
        "end": delegation.end,
        "last": delegation.last,
    }
    record(by=by, verb=verb, about=delegation, collaboration=delegation.collaboration.uuid, after=after)
