"""What to look at before the papers are made: facts with the way to each, never an obstacle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from radslag.domain.meetings.models import ItemType
from radslag.domain.meetings.standing import place_of
from radslag.web.secretariat.preparing.agenda import Agenda, ItemLine

ANNEX_WORDS = ("bilaga", "bilagor", "bifoga", "bilägg")


@dataclass(frozen=True)
class Reminder:
    """A sentence, and where to mend it: (what the link says, address on the page)."""

    sentence: str
    links: Sequence[tuple[str, str]]


def reminders(agenda: Agenda) -> list[Reminder]:
    """What an attentive secretary would ask, most telling first. Nothing when there is nothing to ask."""
    found = [_about(lacks, sentence, agenda.items) for lacks, sentence in _of_items()]
    return [*_of_meeting(agenda), *(reminder for reminder in found if reminder)]


def _of_items() -> list[tuple[Callable[[ItemLine], bool], Any]]:
    return [
        (
            _lacks_proposal,
            ngettext_lazy(
                "%(n)s beslutspunkt saknar förslag till beslut", "%(n)s beslutspunkter saknar förslag till beslut", "n"
            ),
        ),
        (
            _lacks_presenter,
            ngettext_lazy("%(n)s punkt saknar föredragande", "%(n)s punkter saknar föredragande", "n"),
        ),
        (
            _lacks_annex,
            ngettext_lazy(
                "%(n)s punkt nämner en bilaga som inte finns här",
                "%(n)s punkter nämner en bilaga som inte finns här",
                "n",
            ),
        ),
        (_lacks_file, ngettext_lazy("%(n)s punkt har en bilaga utan fil", "%(n)s punkter har en bilaga utan fil", "n")),
    ]


def _of_meeting(agenda: Agenda) -> list[Reminder]:
    meeting, mend = agenda.meeting, [(_("Fyll i"), "?andra=uppgifter#uppgifter")]
    found = []
    if not meeting.start_time:
        found.append(Reminder(_("Mötet har ingen starttid"), mend))
    elif not meeting.end_time:
        found.append(Reminder(_("Mötet har ingen sluttid"), mend))
    if not meeting.place and not meeting.link:
        found.append(Reminder(_("Varken plats eller länk är angiven"), mend))
    return found


def _about(lacks: Callable[[ItemLine], bool], sentence: Any, items: Iterable[ItemLine]) -> Reminder | None:
    lacking = [line for line in items if lacks(line)]
    if not lacking:
        return None
    links = [(line.row.number or line.row.title, f"#{line.anchor}") for line in lacking]
    return Reminder(str(sentence % {"n": len(lacking)}), links)


def _lacks_proposal(line: ItemLine) -> bool:
    return line.row.type == ItemType.DECISION and not line.proposals and not line.items


def _lacks_presenter(line: ItemLine) -> bool:
    # Nobody presents "any other business", and a heading over sub-items has theirs.
    routine = (line.because is not None and line.because.standing) or place_of(line.row.title, ()) != "middle"
    return not line.presenters and not routine and not line.items


def _lacks_annex(line: ItemLine) -> bool:
    said = " ".join((line.row.title, line.row.notes, *line.proposals)).lower()
    return not line.annexes and any(word in said for word in ANNEX_WORDS)


def _lacks_file(line: ItemLine) -> bool:
    return any(not annex.url for annex in line.annexes)
