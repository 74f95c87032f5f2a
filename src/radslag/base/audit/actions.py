"""Write to the trail, erase what is personal in it, verify it."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import override

from radslag.base.audit.models import Chain, Event
from radslag.base.audit.rules import digest, link
from radslag.base.core.actor import Actor
from radslag.base.core.models import kind_of

ERASE = "erase"
# SQLite takes so many values in one statement, and a few more.
AT_ONCE = 900


class Traced(Protocol):
    """What an event can be about: anything with a kind and a UUID."""

    @property
    def kind(self) -> str: ...
    @property
    def uuid(self) -> UUID: ...


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold, in a Swedish sentence."""

    collaboration: UUID | None
    sequence: int
    sentence: str


@dataclass(frozen=True)
class Told:
    """What one event tells: about which object, and how it was before and after."""

    about: Traced
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


def record(
    *,
    by: Actor,
    verb: str,
    about: Traced,
    collaboration: UUID | None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Event:
    """Append an event in the caller's transaction. Raises when there is none: a trail without its change is a lie."""
    told = Told(about, before, after)
    return record_all(by=by, verb=verb, told=[told], collaboration=collaboration)[0]


def record_all(*, by: Actor, verb: str, told: Sequence[Told], collaboration: UUID | None) -> list[Event]:
    """Append one event an object, all of the same verb, as `record` does; the chain is locked and written once."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is written in the transaction of the change it tells of")
    if not told:
        return []
    chain = _locked_chain(collaboration)
    # What is kept for all must not be in the language of the one who happened to act.
    with override(settings.LANGUAGE_CODE):
        events = [_append(chain, by, verb, each) for each in told]
    Event.objects.bulk_create(events)
    chain.save(update_fields=["last_sequence", "last_hash"])
    return events


def _append(chain: Chain, by: Actor, verb: str, told: Told) -> Event:
    """The next event of the chain, linked to the one before; saving both is the caller's."""
    salt = secrets.token_hex(16)
    label = str(told.about)
    details = _plain({"actor": by.signature, "label": label, "before": told.before, "after": told.after})
    event = Event(
        collaboration_uuid=chain.collaboration_uuid,
        sequence=chain.last_sequence + 1,
        at=timezone.now(),
        actor_kind=by.kind,
        actor_uuid=by.id,
        verb=verb,
        kind=kind_of(told.about),
        object_uuid=told.about.uuid,
        details=details,
        salt=salt,
        details_digest=digest(details, salt),
        previous_hash=chain.last_hash,
    )
    event.hash = link(event.previous_hash, _signed(event))
    chain.last_sequence, chain.last_hash = event.sequence, event.hash
    return event


def _locked_chain(collaboration: UUID | None) -> Chain:
    chains = Chain.objects.select_for_update().filter(collaboration_uuid=collaboration)
    chain = chains.first()
    if chain is None:
        Chain.objects.get_or_create(collaboration_uuid=collaboration)
        chain = chains.get()
    return chain


@transaction.atomic
def erase_details(*, kind: str, uuid: UUID, by: Actor, collaboration: UUID | None) -> int:
    """Take away the personal part of every event about one object. Returns how many; leaves an event of its own."""
    events = Event.objects.about(kind, uuid).filter(collaboration_uuid=collaboration, details__isnull=False)
    count = events.update(details=None, salt="")
    record(by=by, verb=ERASE, about=_Reference(kind, uuid), collaboration=collaboration, after={"events": count})
    return count


@transaction.atomic
def erase_events(*, events: Sequence[Event], by: Actor, collaboration: UUID | None) -> int:
    """Take away the personal part of these events of one chain. Returns how many; leaves an event for each object.

    Without the event about the same object, later than all of them, `verify` takes the missing details for tampering.
    """
    keys = [event.pk for event in events]
    for start in range(0, len(keys), AT_ONCE):
        Event.objects.of_collaboration(collaboration).filter(pk__in=keys[start : start + AT_ONCE]).update(
            details=None, salt=""
        )
    counts = Counter((event.kind, event.object_uuid) for event in events)
    told = [Told(_Reference(kind, uuid), after={"events": count}) for (kind, uuid), count in counts.items()]
    record_all(by=by, verb=ERASE, told=told, collaboration=collaboration)
    return len(keys)


def verify() -> Iterator[Break]:
    """Walk every chain and yield each place where it does not hold."""
    for chain in Chain.objects.order_by("pk"):
        yield from _verify(chain)
    # Whoever took a chain's end away did not make its events true.
    ends = Chain.objects.values("collaboration_uuid").filter(collaboration_uuid=OuterRef("collaboration_uuid"))
    loose = Event.objects.filter(~Exists(ends), collaboration_uuid__isnull=False)
    if not Chain.objects.filter(collaboration_uuid=None).exists():
        loose |= Event.objects.filter(collaboration_uuid=None)
    for event in loose.order_by("pk"):
        yield Break(event.collaboration_uuid, event.sequence, f"Händelse {event.sequence} hör inte till någon kedja.")


def _verify(chain: Chain) -> Iterator[Break]:
    previous, expected = "", 1
    erased: dict[tuple[str, UUID], list[int]] = {}
    for event in Event.objects.of_collaboration(chain.collaboration_uuid).iterator():
        yield from _breaks(event, previous, expected)
        previous, expected = event.hash, event.sequence + 1
        about = (event.kind, event.object_uuid)
        if event.verb == ERASE:
            erased.pop(about, None)
        if event.erased:
            erased.setdefault(about, []).append(event.sequence)
    for sequence in sorted(number for numbers in erased.values() for number in numbers):
        sentence = f"Uppgifterna i händelse {sequence} saknas utan att någon har raderat dem här."
        yield Break(chain.collaboration_uuid, sequence, sentence)
    if (previous, expected) != (chain.last_hash, chain.last_sequence + 1):
        sentence = "Kedjans slut stämmer inte: de sista händelserna saknas eller är tillagda."
        yield Break(chain.collaboration_uuid, chain.last_sequence, sentence)


def _breaks(event: Event, previous: str, expected: int) -> Iterator[Break]:
    def at(sentence: str) -> Break:
        return Break(event.collaboration_uuid, event.sequence, sentence)

    if event.sequence != expected:
        yield at(f"Händelse {expected} saknas.")
    if event.previous_hash != previous or event.hash != link(event.previous_hash, _signed(event)):
        yield at(f"Händelse {event.sequence} har ändrats eller hör inte hit.")
    if event.details is not None and digest(event.details, event.salt) != event.details_digest:
        yield at(f"Uppgifterna i händelse {event.sequence} har ändrats.")


def _signed(event: Event) -> dict[str, str]:
    return {
        "collaboration": str(event.collaboration_uuid),
        "sequence": str(event.sequence),
        "at": event.at.isoformat(),
        "actor": f"{event.actor_kind}:{event.actor_uuid}",
        "verb": event.verb,
        "object": f"{event.kind}:{event.object_uuid}",
        "details": event.details_digest,
    }


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    # As the database will give it back: dates and UUIDs as text, so that the digest holds after a round trip.
    plain: dict[str, Any] = json.loads(json.dumps(details, cls=DjangoJSONEncoder))
    return plain


@dataclass(frozen=True)
class _Reference:
    kind: str
    uuid: UUID

    def __str__(self) -> str:
        return ""
