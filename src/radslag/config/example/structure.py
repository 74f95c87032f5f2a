"""The example's members, people, bodies and mandates, read from YAML with its days counted from today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from radslag.config.example.days import Calendar
from radslag.text.swedish.sorting import fold

# The roles that have a seat, in the order a list of those present names them.
SEATED = {"chair": 0, "convener": 0, "vice_chair": 1, "member": 2}
TWIN = re.compile(r" \[\d\]$")


@dataclass(frozen=True)
class ExampleAccount:
    """A role to try, who has it, and how to sign in."""

    role: str
    person: str
    email: str
    password: str


@dataclass(frozen=True)
class Somebody:
    """A person: as they are called today; `former` with the first day it no longer held."""

    name: str
    title: str
    municipality: str
    phone: str = ""
    former: tuple[tuple[str, date], ...] = ()
    email: str = ""


@dataclass(frozen=True)
class Seat:
    """A decided mandate. `end` is the first day it no longer holds."""

    person: str
    body: str
    role: str
    municipality: str
    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Whether it is held on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Structure:
    """The structure file with its days in place."""

    content: Mapping[str, Any]
    calendar: Calendar

    def day(self, written: Any) -> date | None:
        """A date as it stands, or `-40`: the Monday so many working weeks from now."""
        if written is None or isinstance(written, date):
            return written
        return self.calendar.week(int(written))

    @cached_property
    def accounts(self) -> list[ExampleAccount]:
        """The accounts, in the order they are listed."""
        rows = self.content["accounts"]
        return [ExampleAccount(row["role"], row["person"], row["email"], row["password"]) for row in rows]

    @cached_property
    def people(self) -> dict[str, Somebody]:
        """Everybody with a place of their own in the collaboration, by name; "Anna Ek [2]" is another Anna Ek."""
        addresses = {account.person: account.email for account in self.accounts}
        found = {}
        for row in self.content["people"]:
            key, title, municipality, *phone = (part.strip() for part in row.split("|"))
            name = TWIN.sub("", key)
            former = tuple((each["was"], self._day(each["until"])) for each in self._renamed(key))
            address = addresses.get(key) or address_of(name, municipality)
            found[key] = Somebody(name, title, municipality, phone[0] if phone else "", former, address)
        return found

    def _renamed(self, name: str) -> list[Mapping[str, Any]]:
        return [row for row in self.content["renamed"] if row["name"] == name]

    def _day(self, written: Any) -> date:
        day = self.day(written)
        assert day is not None, "a change has a day"
        return day

    @cached_property
    def seats(self) -> list[Seat]:
        """Every decided mandate, the chairs of each year among them."""
        return [*self._held(), *self._chaired()]

    def _held(self) -> Iterator[Seat]:
        for body, rows in self.content["mandates"].items():
            for row in rows:
                name, start, end, role = (*(part.strip() for part in row.split("|")), "", "", "")[:4]
                home = self.people[name].municipality
                first, last = self._written(start), self._written(end)
                yield Seat(name, body, role or "member", home, first, last)

    def _written(self, text: str) -> date | None:
        if not text:
            return None
        return date.fromisoformat(text) if len(text) == 10 else self.day(int(text))

    def _chaired(self) -> Iterator[Seat]:
        """Chair and vice chair change places on every New Year's Day."""
        now = self.calendar.today.year
        for body, pair in self.content["rotation"].items():
            for year in range(now - 3, now + 2):
                for place, role in enumerate(("chair", "vice_chair")):
                    name = pair[(year + place) % 2]
                    home = self.people[name].municipality
                    yield Seat(name, body, role, home, date(year, 1, 1), date(year + 1, 1, 1))

    def sitting(self, body: str, day: date) -> list[Seat]:
        """Who has a seat in a body on a day: chair, vice chair, then the others as they are listed."""
        held = [seat for seat in self.seats if seat.body == body and seat.holds(day) and seat.role in SEATED]
        return sorted(held, key=lambda seat: SEATED[seat.role])

    def called(self, name: str, day: date) -> str:
        """What a person was called on a day."""
        somebody = self.people.get(name)
        if somebody is None:
            return name
        return next((was for was, until in somebody.former if day < until), somebody.name)


def address_of(name: str, municipality: str) -> str:
    """ "Gun-Britt Sollander", "Köping" → "gun-britt.sollander@koping.example" """
    plain = fold(name).translate(str.maketrans("åäöéüæø", "aaoeuao")).replace(" ", ".")
    home = fold(municipality).translate(str.maketrans("åäö", "aao")).replace(" ", "")
    return f"{plain}@{home}.example"
