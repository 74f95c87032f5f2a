"""What a municipality owes as a mail to it: how it stands, each assignment, and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from radslag.base.people.models import Municipality
from radslag.domain.decisions.headings import without_time
from radslag.domain.decisions.owing import Owed, OwedLine
from radslag.text.swedish.dates import MONTHS

NUMBERS = ("Inget", "Ett", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv")
ASKED = "Svara på det här mejlet med vad som är klart, och när resten blir klart."
# How a time begins that can follow on "ska vara klart".
_WHEN = re.compile(
    r"^(?:till|senast|innan|före|efter|på|under|i|inom|inför|vid|den|om|kommande|nästa)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Mail:
    """A mail to copy: plain text, nothing to fill in but whom it is to."""

    subject: str
    body: str


def owed_mail(owed: Owed, municipality: Municipality) -> Mail:
    """A mail to one municipality about what it owes: how it stands first, what is asked last, each day said once.

    Also says when there is nothing.
    """
    name, collaboration, lines = municipality.name, owed.collaboration.name, list(owed.of(municipality).lines)
    if not lines:
        body = f"Hej,\n\n{name} har inget öppet uppdrag i {collaboration} den {day_in_words(owed.day)}.\n"
        return Mail(f"{collaboration}: inget öppet uppdrag för {name}", body)
    late, rest = [each for each in lines if each.late], [each for each in lines if not each.late]
    parts = ["Hej,", "", _standing(name, collaboration, late, rest)]
    for heading, those in (("Försenat", late), ("Öppet", rest)):
        if those:
            parts += ["", *([heading] if late and rest else []), *(row for line in those for row in _point(line))]
    about = f"{name} har {_counted(len(lines))}"
    told = f", varav {len(late)} {'försenat' if len(late) == 1 else 'försenade'}" if late else ""
    return Mail(f"{collaboration}: {about}{told}", "\n".join([*parts, "", ASKED]) + "\n")


def day_in_words(day: date) -> str:
    """ "13 november 2026" """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _counted(number: int) -> str:
    return "1 öppet uppdrag" if number == 1 else f"{number} öppna uppdrag"


def _standing(name: str, collaboration: str, late: Sequence[OwedLine], rest: Sequence[OwedLine]) -> str:
    """ "I Sjöbygden har Åmål 2 öppna uppdrag. Ett är försenat." """
    told = [f"I {collaboration} har {name} {_counted(len(late) + len(rest))}."]
    if late and not rest:
        told.append("Det är försenat." if len(late) == 1 else "Alla är försenade.")
    elif late:
        number = NUMBERS[len(late)] if len(late) < len(NUMBERS) else str(len(late))
        told.append(f"{number} är {'försenat' if len(late) == 1 else 'försenade'}.")
    days = [line.assignment.due for line in rest if line.assignment.due is not None]
    if len(rest) > 1 and days:
        told.append(f"Det närmaste ska vara klart senast den {day_in_words(min(days))}.")
    return " ".join(told)


def _point(line: OwedLine) -> Iterator[str]:
    """The assignment without its time, then its facts with it."""
    given = line.assignment
    whole = " ".join(given.what.split())
    what = without_time(whole, given.due_text).strip(" ,.;:–-") or whole
    yield f"- {what[:1].upper()}{what[1:]}"
    owner = [f"Ansvarig: {', '.join(line.owners)}"] if line.owners else []
    soft = ["Medskick"] if line.soft else []
    yield "  " + ". ".join([_due(line), *owner, *soft, f"Från {given.body.name} den {day_in_words(given.day)}"]) + "."


def _due(line: OwedLine) -> str:
    """When it is to be done: the day, else the document's own words."""
    due, words = line.assignment.due, " ".join(line.assignment.due_text.split()).rstrip(".")
    if due is not None:
        return f"{'Skulle' if line.late else 'Ska'} vara klart den {day_in_words(due)}"
    if not words:
        return "Ingen tid är satt"
    return f"Ska vara klart {words[0].lower()}{words[1:]}" if _WHEN.match(words) else f"Tid: {words}"
