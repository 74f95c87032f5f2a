"""What is to be settled, as questions and not as documents: the answer that settles most documents comes first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from radslag.base.people.models import BodyKind, Collaboration
from radslag.exchange.importing.matching import Doubt, day_of, match, suggested_body
from radslag.exchange.importing.models import Batch, Staged
from radslag.exchange.importing.queries import review_queue
from radslag.exchange.importing.questions import BODY, asked
from radslag.exchange.importing.recognising import Choice
from radslag.exchange.importing.register import Register, register_of

AT_ONCE = 12  # questions shown at a time; the others come when these are answered
DOCUMENTS = 20


@dataclass(frozen=True)
class Card:
    """One question. `likely` are answers of one click, `others` those of a list; `sample` is a document that asks."""

    kind: str
    key: str
    written: str
    whose: str
    documents: int
    sentence: str
    likely: tuple[Choice, ...]
    others: tuple[Choice, ...]
    suggested: dict[str, str]
    sample: Staged

    @property
    def about_body(self) -> bool:
        """Whether it asks which body."""
        return self.kind == BODY


@dataclass(frozen=True)
class Ready:
    """A batch with documents that leave nothing to settle."""

    batch: Batch
    count: int


@dataclass(frozen=True)
class Queue:
    """All that waits, in the order in which it is best dealt with."""

    cards: list[Card]
    questions: int
    ready: list[Ready]
    documents: list[Staged]
    own: int

    @property
    def certain(self) -> int:
        """How many documents leave nothing to settle."""
        return sum(each.count for each in self.ready)


def queue_of(collaboration: Collaboration) -> Queue:
    """A number of statements that does not grow with what waits."""
    waiting = list(review_queue(collaboration).values_list("pk", "batch", "doubts", "open_questions"))
    asking: dict[tuple[str, str], list[int]] = defaultdict(list)
    certain: dict[int, int] = defaultdict(int)
    own = []
    for pk, batch, doubts, questions in waiting:
        if not doubts:
            certain[batch] += 1
        elif doubts > len(questions):
            own.append(pk)
        for kind, key, *_names in questions:
            asking[kind, key].append(pk)
    # Bodies first among equals: whose meeting it is decides what else is asked.
    order = sorted(asking.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Queue(
        cards=_cards(collaboration, order[:AT_ONCE]),
        questions=len(asking),
        ready=[Ready(batch, certain[batch.pk]) for batch in Batch.objects.filter(pk__in=certain).order_by("-pk")],
        documents=list(review_queue(collaboration).filter(pk__in=own[:DOCUMENTS])),
        own=len(own),
    )


def _cards(collaboration: Collaboration, order: list[tuple[tuple[str, str], list[int]]]) -> list[Card]:
    samples = Staged.objects.select_related("batch").defer("record").in_bulk([pks[0] for _, pks in order])
    days = {day for each in samples.values() if (day := day_of(each.draft))}
    register = register_of(collaboration, days)
    cards = (_card(kind, key, samples[pks[0]], len(pks), register) for (kind, key), pks in order)
    return [card for card in cards if card is not None]


def _card(kind: str, key: str, sample: Staged, documents: int, register: Register) -> Card | None:
    """The question as its first document asks it now; nothing when it has been settled since it was counted."""
    found = match(sample.draft, register)
    for doubt in found.doubts:
        for row in asked(sample.draft, (doubt,), register):
            if (row.kind, row.key) == (kind, key):
                return Card(
                    kind=kind,
                    key=key,
                    written=row.written,
                    whose=row.whose,
                    documents=documents,
                    sentence=_sentence(doubt, row.written, row.whose),
                    likely=_likely(doubt),
                    others=tuple(c for c in doubt.choices if kind == BODY and not c.certainty and c.value != "new"),
                    suggested=suggested_body(sample.draft, register.collaboration.name) if kind == BODY else {},
                    sample=sample,
                )
    return None


def _sentence(doubt: Doubt, written: str, whose: str) -> str:
    likely = _likely(doubt)
    if doubt.kind == BODY and len(likely) == 1:
        return _("Är ”%(written)s” samma grupp som %(body)s?") % {"written": written, "body": likely[0].label}
    if doubt.kind == BODY:
        return doubt.sentence
    return f"{doubt.sentence} ({whose})" if whose and whose not in doubt.sentence else doubt.sentence


def _likely(doubt: Doubt) -> tuple[Choice, ...]:
    if doubt.kind == BODY:
        return tuple(choice for choice in doubt.choices if choice.certainty)
    return doubt.choices


KINDS: Any = BodyKind.choices
