"""The list of documents that came in before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.fields.json import KT
from django.db.models.functions import NullIf
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from radslag.base.people.models import Collaboration
from radslag.exchange.importing.matching import day_of
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.queries import staged_for_list, state_counts
from radslag.web.secretariat.components.lists import address
from radslag.web.secretariat.reviewing.summary import COLOURS, KINDS

TABS = (
    StagedState.REVIEW,
    StagedState.COMMITTED,
    StagedState.WAITING,
    StagedState.REFUSED,
    StagedState.KNOWN,
    StagedState.REJECTED,
)


@dataclass(frozen=True)
class StateTab:
    """A tab of the list: the documents in one state."""

    label: str | Promise
    url: str
    current: bool
    count: str


@dataclass(frozen=True)
class Line:
    """A document in a list. `kind`, `body` and `day` are what was read, with the corrections so far."""

    staged: Staged
    kind: str | Promise
    body: str
    day: date | None
    what: str = ""

    @property
    def colour(self) -> str:
        """The chip's state."""
        return COLOURS[StagedState(self.staged.state)]

    @property
    def word(self) -> str:
        """The chip's word."""
        return capfirst(str(StagedState(self.staged.state).label))

    @property
    def readable(self) -> bool:
        """Whether there is a review page to go to."""
        return self.staged.state in (StagedState.REVIEW, StagedState.REJECTED, StagedState.COMMITTED)


def earlier(collaboration: Collaboration, *, state: str, words: str) -> QuerySet[Staged]:
    """The documents that came in, the newest first, narrowed to a state and to words of the file's name."""
    rows = staged_for_list(collaboration).annotate(read_body=_read("body"), read_date=_read("date"))
    narrowed = {"state": state} if state else {}
    for word in words.split():
        rows = rows.filter(name__icontains=word)
    return rows.filter(**narrowed)


def _read(name: str) -> NullIf:
    # SQLite gives JSON's null as the text "null".
    return NullIf(KT(f"draft__{name}"), Value("null"), output_field=CharField())


def lines(rows: Iterable[Staged]) -> list[Line]:
    """The rows of `earlier` as they are shown."""
    return [line_of(staged, _head(staged)) for staged in rows]


def tabs_of(request: HttpRequest, collaboration: Collaboration, current: str) -> list[StateTab]:
    """A tab a state that some document is in, with how many."""
    counts = state_counts(collaboration)
    total = sum(counts[state] for state in TABS)
    tabs = [StateTab(_("Alla"), address(request.GET, tillstand=None), not current, str(total))]
    for state in TABS:
        if counts[state] or state == current:
            url = address(request.GET, tillstand=state)
            tabs.append(StateTab(capfirst(str(state.label)), url, state == current, str(counts[state])))
    return tabs


def _head(staged: Any) -> Mapping[str, Any]:
    return {"body": staged.read_body, "date": staged.read_date}


def line_of(staged: Staged, draft: Mapping[str, Any], what: str = "") -> Line:
    """A document as a line; `draft` needs only its body and date."""
    return Line(staged, KINDS.get(staged.kind, ""), draft.get("body") or "", day_of(dict(draft)), what)
