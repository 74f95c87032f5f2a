"""What happened in the example, meeting by meeting: the truth that its documents tell and the record must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from radslag.config.example.days import Calendar
from radslag.config.example.structure import Structure
from radslag.config.example.wording import Wording, with_weekday

CHARGES = "får i uppdrag att"
OPEN = "öppen"
OPEN_FOR = timedelta(days=120)  # what was given before that has been done unless the chronicle says otherwise


@dataclass(frozen=True)
class Task:
    """Somebody is to do something. `when` are the words of its time, `due` the day they fix; `done` when it was.

    `in_table`: it stands as a row with columns for what, who and when, not as a sentence.
    """

    owner: str
    what: str
    when: str
    due: date | None
    done: date | None = None
    in_table: bool = False

    @property
    def told(self) -> str:
        """ "tar fram ett underlag senast den 3 mars 2025"; in a table "Ta fram ett underlag" """
        if self.in_table:
            return self.what[:1].upper() + self.what[1:]
        return f"{self.what} {self.when}".strip()

    @property
    def sentence(self) -> str:
        """ "Oskar Tirén tar fram ett underlag senast den 3 mars 2025." """
        return f"{self.owner} {self.told}."


@dataclass(frozen=True)
class Item:
    """An item of an agenda. `charged`: the tasks that decisions give; `tasks`: those that stand beside them."""

    title: str
    presenters: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    charged: tuple[Task, ...] = ()
    tasks: tuple[Task, ...] = ()
    topics: tuple[str, ...] = ()
    annex: str = ""
    number: str = ""
    annex_number: str = ""


@dataclass(frozen=True)
class Attendee:
    """Somebody at the table, or missed there: the name as it was then written, home, role or title."""

    name: str
    home: str = ""
    role: str = ""


@dataclass(frozen=True)
class Gathering:
    """One meeting with all its papers say. `papers`: "notice" and "minutes" → manner and shape; `waits`: for review."""

    id: str
    body: str
    day: date
    hours: tuple[str, str]
    place: str
    papers: Mapping[str, tuple[str, str]]
    items: tuple[Item, ...]
    present: tuple[Attendee, ...] = ()
    others: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    secretary: str = ""
    adjuster: str = ""
    called: str = ""
    heading: str = ""
    waits: bool = False

    @property
    def weekday(self) -> str:
        """ "onsdagen den 12 februari 2025" """
        return with_weekday(self.day)

    @property
    def tasks(self) -> list[Task]:
        """Every task given, in the order of the agenda."""
        return [task for item in self.items for task in (*item.charged, *item.tasks)]


class Chronicle:
    """The meetings of the example in the order of their days."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], structure: Structure, calendar: Calendar) -> None:
        self.structure, self.calendar = structure, calendar
        self.bodies = {row["id"]: row for row in structure.content["bodies"]}
        self.wording = Wording(calendar, {row["id"]: self._day(row) for row in rows})
        self.meetings = sorted(map(self._gathering, rows), key=lambda each: (each.day, each.id))

    def _day(self, row: Mapping[str, Any]) -> date:
        weekday = self.bodies[self._body(row)]["weekday"]
        return self.calendar.meeting_day(row["week"], row.get("weekday", weekday))

    def _body(self, row: Mapping[str, Any]) -> str:
        prefix = row["id"].rstrip("0123456789")
        return next(str(name) for name, body in self.bodies.items() if body["prefix"] == prefix)

    def _gathering(self, row: Mapping[str, Any]) -> Gathering:
        name = self._body(row)
        body, day = self.bodies[name], self.wording.days[row["id"]]
        start, end = row.get("hours", body["hours"]).split("–")
        present, absent = self._at_the_table(row, name, day)
        return Gathering(
            id=row["id"],
            body=name,
            day=day,
            hours=(start, end),
            place=row["place"],
            papers={kind: self._paper(row[kind]) for kind in ("notice", "minutes") if kind in row},
            items=tuple(self._items(row["items"], day, tabled=body.get("tasks") == "table")),
            present=present,
            others=tuple(self._attendee(each, day) for each in row.get("others", [])),
            absent=absent,
            secretary=self.structure.called(row["secretary"], day),
            adjuster=self.structure.called(row.get("adjuster", ""), day),
            called=row.get("called") or self._called(body, day),
            heading=row.get("heading", ""),
            waits=row.get("waits", False),
        )

    def _called(self, body: Mapping[str, Any], day: date) -> str:
        former = body.get("former", {})
        until = self.structure.day(former.get("until"))
        return str(former["name"] if until and day < until else body["name"])

    def _paper(self, written: str) -> tuple[str, str]:
        manner, shape = written.split()
        return manner, shape

    def _at_the_table(
        self, row: Mapping[str, Any], body: str, day: date
    ) -> tuple[tuple[Attendee, ...], tuple[Attendee, ...]]:
        """Those with a seat that day, less those who sent word (`absent`); `stand_in` serve for them."""
        away, written = row.get("absent", []), row.get("spelt", {})
        seats = self.structure.sitting(body, day)
        listed: dict[str, Attendee] = {}
        for seat in seats:
            name = written.get(seat.person, self.structure.called(seat.person, day))
            role = {"chair": "ordförande", "vice_chair": "vice ordförande", "convener": "sammankallande"}
            listed.setdefault(seat.person, Attendee(name, seat.municipality, role.get(seat.role, "")))
        absent = tuple(replace(listed[name], role="") for name in away)
        return tuple(person for name, person in listed.items() if name not in away), absent

    def _attendee(self, written: str, day: date) -> Attendee:
        """ "Ellen Granat | Region Exempel | utvecklare", or the name of somebody known."""
        name, home, role = (*(part.strip() for part in written.split("|")), "", "")[:3]
        known = self.structure.people.get(name)
        if known and not home:
            return Attendee(self.structure.called(name, day), known.municipality, known.title)
        return Attendee(name, home, role)

    def _items(self, rows: Iterable[Mapping[str, Any]], day: date, *, tabled: bool) -> Iterator[Item]:
        annexes = 0
        for number, row in enumerate(rows, 1):
            annexes += bool(row.get("annex"))
            item = self._item(row, day, str(number), str(annexes) if row.get("annex") else "")
            yield replace(item, tasks=tuple(replace(task, in_table=tabled) for task in item.tasks))

    def _item(self, row: Mapping[str, Any], day: date, number: str, annex: str) -> Item:
        fill = self.wording.fill
        decided = [self._decided(each, day) for each in _listed(row.get("decided"))]
        return Item(
            title=fill(row["t"]),
            presenters=tuple(_listed(row.get("by"))),
            text=tuple(fill(part.replace("\n", " ").strip()) for part in row.get("text", "").split("\n\n") if part),
            views=tuple(map(fill, _listed(row.get("views")))),
            proposals=tuple(map(fill, _listed(row.get("proposed")))),
            decisions=tuple(sentence for sentence, _ in decided),
            charged=tuple(task for _, task in decided if task),
            tasks=tuple(self._task(each, day) for each in _listed(row.get("tasks"))),
            topics=tuple(map(fill, _listed(row.get("topics")))),
            annex=fill(row.get("annex", "")),
            number=number,
            annex_number=annex,
        )

    def _decided(self, written: str, day: date) -> tuple[str, Task | None]:
        """A sentence, or "who | do what | by when | done": the charge as a sentence and as a task."""
        if "|" not in written:
            return self.wording.fill(written), None
        task = self._task(written, day)
        return f"{task.owner} {CHARGES} {task.told}.", task

    def _task(self, written: str, day: date) -> Task:
        owner, what, when, done = (*(part.strip() for part in written.split("|")), "", "")[:4]
        fill, due = self.wording.fill, self.wording.first_day(when)
        return Task(fill(owner), fill(what), fill(when), due, self._done(done, day, due))

    def _done(self, written: str, day: date, due: date | None) -> date | None:
        """The day it was done: as written, else when it was due if the meeting is long ago, else not yet."""
        if written == OPEN:
            return None
        if written:
            return self.wording.first_day(written)
        ended = due or self.calendar.working_day(day + OPEN_FOR / 2)
        return ended if max(ended, day + OPEN_FOR) < self.calendar.today else None


def _listed(written: Any) -> list[str]:
    if written is None:
        return []
    return [written] if isinstance(written, str) else list(written)
