"""Twenty years of invented meetings: who met when, what they took up. The same seed gives the same years."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

MEMBERS = ("Askersund", "Hallsberg", "Kumla", "Laxå", "Lekeberg", "Örebro", "Degerfors", "Karlskoga")
BODIES = (
    "Kommundirektörsgruppen",
    "Styrelsen för Tivedsbygden",
    "Kulturnätverket",
    "Näringslivsgruppen",
    "Nätverket för fysisk planering",
    "Digitaliseringsgruppen",
)
# How a body is now and then written instead: the first is asked about, the others are the same but for case.
OTHER_NAMES = {"Kommundirektörsgruppen": "KD-gruppen", "Kulturnätverket": "Nätverket för kultur"}
GIVEN = ("Alva", "Birger", "Cilla", "Disa", "Egon", "Frida", "Gösta", "Hedda", "Ivar", "Jorun", "Klas", "Linnea")
FAMILY = (
    "Almgren",
    "Bergsten",
    "Dahlqvist",
    "Ekwall",
    "Fornander",
    "Granlund",
    "Hjelte",
    "Isberg",
    "Kjellman",
    "Lodin",
)
PLACES = ("Rådhuset, Askersund", "Kommunhuset, Hallsberg", "Biblioteket, Kumla", "Konserthuset, Örebro")
TOPICS = (
    "Gemensam beredskap",
    "Kollektivtrafik på landsbygden",
    "Bredband och mobiltäckning",
    "Kompetensförsörjning",
    "Samordnad upphandling",
    "Leder och friluftsliv",
    "Bostadsförsörjning",
    "Gemensam växelfunktion",
    "Skolskjutsar över kommungräns",
    "Konstkonsulent för bygden",
)
PROSE = (
    "Gruppen gick igenom läget i kommunerna.",
    "Frågan har beretts i en mindre krets sedan förra mötet.",
    "Underlaget skickades ut i förväg och diskuterades.",
)
FIRST = date(2004, 1, 14)
DAYS = 20 * 365


@dataclass(frozen=True)
class Somebody:
    """A person with the municipality they stand for."""

    name: str
    municipality: str


@dataclass(frozen=True)
class Point:
    """An item: its title, prose, decision, and an assignment with its owner and last day."""

    title: str
    prose: str
    decision: str
    owner: str
    due: date


@dataclass(frozen=True)
class Sheet:
    """What one paper tells, whichever layout it is given."""

    body: str
    day: date
    minutes: bool
    present: tuple[Somebody, ...]
    secretary: str
    place: str
    points: tuple[Point, ...]


def sheets(seed: int) -> Iterator[Sheet]:
    """Notice and minutes of one meeting after the other, without end, over the same twenty years."""
    chance = random.Random(seed)
    groups = {body: _group(chance, number) for number, body in enumerate(BODIES)}
    taken: set[tuple[str, date]] = set()
    while True:
        body = chance.choice(BODIES)
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        if (body, day) in taken or day.weekday() > 4:
            continue
        taken.add((body, day))
        minutes = _sheet(chance, body, day, groups[body])
        if chance.random() < 0.5:
            yield replace(minutes, minutes=False)
        yield minutes


def _group(chance: random.Random, number: int) -> tuple[Somebody, ...]:
    """One for each member; nobody sits in two bodies, and no two share a name."""
    people = []
    for place, municipality in enumerate(MEMBERS):
        given, family = GIVEN[(number * 5 + place) % len(GIVEN)], FAMILY[(number + place * 3) % len(FAMILY)]
        people.append(
            Somebody(f"{given} {family}{chance.choice(('', 'son') if family == 'Isberg' else ('',))}", municipality)
        )
    return tuple(people)


def _sheet(chance: random.Random, body: str, day: date, group: tuple[Somebody, ...]) -> Sheet:
    present = sorted(chance.sample(group, chance.randint(4, len(group))), key=lambda each: each.municipality)
    if chance.random() < 0.04:
        present[0] = replace(present[0], name=_misspelt(present[0].name))
    written = OTHER_NAMES[body] if body in OTHER_NAMES and chance.random() < 0.2 else body
    points = tuple(_point(chance, title, present, day) for title in chance.sample(TOPICS, chance.randint(2, 4)))
    return Sheet(written, day, True, tuple(present), chance.choice(group).name, chance.choice(PLACES), points)


def _misspelt(name: str) -> str:
    """One letter doubled or made single: a slip of the pen."""
    return name[:-1] + name[-1] * 2 if name[-1] != name[-2] else name[:-1]


def _point(chance: random.Random, title: str, present: list[Somebody], day: date) -> Point:
    owner = chance.choice(present).name
    decision = f"Gruppen beslutar att gå vidare med {title.lower()}."
    return Point(title, chance.choice(PROSE), decision, owner, day + timedelta(days=chance.randint(20, 90)))
