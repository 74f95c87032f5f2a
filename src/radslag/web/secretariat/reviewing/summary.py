"""What a draft comes to, in a few words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from radslag.exchange.importing.matching import day_of
from radslag.exchange.importing.models import StagedState
from radslag.web.secretariat.components.dates import long_date

KINDS = {
    "minutes": gettext_lazy("Protokoll eller minnesanteckningar"),
    "notice": gettext_lazy("Kallelse"),
    "plan": gettext_lazy("Verksamhetsplan"),
    "unknown": gettext_lazy("Okänt slags dokument"),
}
COLOURS = {
    StagedState.WAITING: "info",
    StagedState.REFUSED: "bad",
    StagedState.KNOWN: "neutral",
    StagedState.REVIEW: "warn",
    StagedState.REJECTED: "neutral",
    StagedState.COMMITTED: "ok",
    StagedState.UNPACKED: "neutral",
}


def in_words(counts: Mapping[str, int]) -> str:
    """ "20 personer, 7 punkter, 13 beslut, 14 uppdrag" of `queries.counts_of`; what there is none of is left out."""
    people, items, proposals = counts["people"], counts["items"], counts["proposals"]
    decisions, assignments = counts["decisions"], counts["assignments"]
    parts = (
        (people, ngettext("%(n)s person", "%(n)s personer", people)),
        (items, ngettext("%(n)s punkt", "%(n)s punkter", items)),
        (proposals, ngettext("%(n)s förslag", "%(n)s förslag", proposals)),
        (decisions, ngettext("%(n)s beslut", "%(n)s beslut", decisions)),
        (assignments, ngettext("%(n)s uppdrag", "%(n)s uppdrag", assignments)),
    )
    return ", ".join(words % {"n": number} for number, words in parts if number)


def title_of(draft: Mapping[str, Any], kind: str, name: str) -> str:
    """What the document is, as a heading: body and day where known, otherwise its kind and file name."""
    parts = [part for part in (draft.get("body") or "", long_date(day_of(dict(draft)))) if part]
    if kind in ("minutes", "notice") and parts:
        return ", ".join(parts)
    return _("%(kind)s: %(name)s") % {"kind": KINDS.get(kind, KINDS["unknown"]), "name": name}


def plain_day(day: date) -> str:
    """ "11 juni 2019": the day without its weekday."""
    return long_date(day).partition(" ")[2]
