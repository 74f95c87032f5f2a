"""Chair, secretary and adjusters told by a row of signatures, an election or the opening words."""

from __future__ import annotations

import re

from radslag.text.reading.hierarchy import Node
from radslag.text.reading.lines import Line
from radslag.text.reading.names import leading_name
from radslag.text.reading.passage import Passage, flow
from radslag.text.reading.people import line_of_names

ROLES = {
    "chair": re.compile(r"(?:mötes)?ordförande$", re.IGNORECASE),
    "secretary": re.compile(r"(?:mötes)?sekreterare$|vid protokollet$|protokollförare$", re.IGNORECASE),
    "adjuster": re.compile(r"(?:protokoll|mötes)?justerare$|justeringsperson(?:er)?$|justeras$", re.IGNORECASE),
}
OFFICES = {
    "chair": re.compile(r"(?:mötes|årsmötes)?ordförande\b(?! \d)", re.IGNORECASE),
    "secretary": re.compile(r"(?:mötes|årsmötes)?sekreterare\b", re.IGNORECASE),
    "adjuster": re.compile(
        r"(?:mötes|protokolls?)?justerare\b|justeringsperson(?:er)?\b|justeringsmän\b", re.IGNORECASE
    ),
}
ELECTION = re.compile(r"(?:val av|utseende av)\b", re.IGNORECASE)
OF_MEETING = re.compile(
    r"(?:mötes(?:ordförande|sekreterare|justerare)|justeringsperson|protokolls?justerare|justerare)\b", re.IGNORECASE
)
FOR_A_TERM = re.compile(
    r"\b(?:i styrelsen|för (?:en tid|ett år|två år|kommande)|\d{4}|\d\d/\d\d|valberedning|revisor)", re.IGNORECASE
)
SINGLE_NAME = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäöé-]+) (?:väljs|valdes|utses|utsågs)\b")
CHAIR_IN_TEXT = re.compile(r"\bordförande,? (?P<name>[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ].{0,40})")
_MINUTES = r"(?:anteckning|protokoll|minnesanteckning|mötesanteckning)\w*"
TOLD_AFTER = {
    "chair": re.compile(
        r",? (?:som )?(?:var|är|agerade|fungerade som|tjänstgjorde som|valdes till|utsågs till|utses till) "
        r"(?:mötes|dagens )?ordförande\b|, (?:mötes)?ordförande(?: (?:för|i|från) [^.,]{2,60})?,? (?:öppna|hälsa|"
        r"inled)",
        re.IGNORECASE,
    ),
    "secretary": re.compile(
        rf",? (?:utsågs|utses|valdes|väljs|åtog sig|tog på sig|fick i uppdrag)[^.,]{{0,20}} (?:att (?:föra|skriva|ta) "
        rf"{_MINUTES}|till (?:mötes)?sekreterare)|,? (?:som )?(?:förde|för|skrev|skriver|tog) {_MINUTES}|"
        rf",? (?:var|är|fungerade som|tjänstgjorde som|som är) (?:mötes)?sekreterare\b|,? antecknade\b",
        re.IGNORECASE,
    ),
}
TOLD_BEFORE = {
    "chair": re.compile(
        r"\b(?:till|som) (?:mötes)?ordförande (?:för mötet )?(?:utsågs|valdes|utses|väljs) ", re.IGNORECASE
    ),
    "secretary": re.compile(
        rf"\b(?:(?:till|som) (?:mötes)?sekreterare (?:för mötet )?(?:utsågs|valdes|utses|väljs)|"
        rf"{_MINUTES} (?:fördes|förs|skrevs|skrivs) av|vid (?:pennan|protokollet|anteckningarna)|antecknat av|"
        rf"för {_MINUTES} svarade):? ",
        re.IGNORECASE,
    ),
}
TO_SIGN_ON = re.compile(r"[\s._…-]*$")  # the dots between a role and the name below it
MOST_LINES = 60  # at either end of a document in which an office is told
LONGEST = 600  # characters in which an election is told
ANY_NAME = re.compile(r"(?<![\w-])[A-ZÅÄÖ][\wé-]+ [A-ZÅÄÖ]")


def signed(lines: list[Line]) -> dict[str, Passage]:
    """Roles in one row and names in the row beside it, above or below."""
    found: dict[str, Passage] = {}
    lines = [line for line in lines if line.cells or not TO_SIGN_ON.match(line.text.text)]
    for place, line in enumerate(lines):
        beside = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
        for office, name in [*_signatures(line), *_in_rows(line, beside)]:
            found.setdefault(office, name)
    return found


def _in_rows(line: Line, beside: list[Line]) -> list[tuple[str, Passage]]:
    """The roles of the line's columns with the names in one of the rows BESIDE it."""
    roles = [_role(column) for column in line.columns]
    named = [role for role in roles if role]
    if not named or len(named) < len(roles):
        return []
    names = next((row for other in beside if (row := _row(other, len(named)))), [])
    return list(zip(named, names, strict=False))


def _role(column: Passage) -> str | None:
    return next((role for role, words in ROLES.items() if words.match(column.text)), None)


def _signatures(line: Line) -> list[tuple[str, Passage]]:
    """ "Anna Ek, ordförande        Bo Alm, sekreterare": name and role together in every column of a line."""
    found = []
    for column in line.columns:
        length = leading_name(column.text)
        words = column.text[length:].strip(" ,;/()")
        role = next((role for role, form in ROLES.items() if form.match(words)), None) if length else None
        if role is None:
            return []
        found.append((role, column[:length]))
    return found


def told_officer(lines: list[Line], role: str) -> Passage | None:
    """Who is said to hold the office: "Anna Ek, ordförande för nätverket, öppnade", "Bo Alm förde anteckningar"."""
    for line in lines[:MOST_LINES] + lines[MOST_LINES:][-MOST_LINES:]:
        text = line.text.text[:LONGEST]
        led = TOLD_BEFORE[role].search(text)
        length = leading_name(text[led.end() :]) if led else 0
        if led and length:
            return line.text[led.end() : led.end() + length]
        for match in ANY_NAME.finditer(text):
            length = leading_name(text[match.start() :])
            if length and TOLD_AFTER[role].match(text, match.start() + length):
                return line.text[match.start() : match.start() + length]
    return None


def _row(line: Line, size: int) -> list[Passage]:
    names = line_of_names(line)
    return [name[: leading_name(name.text)] for name in names] if len(names) == size else []


def elected(nodes: list[Node], role: str) -> Passage | None:
    """Who was elected to the office, or for the chair: who is called ordförande in the first items' text."""
    found = all_elected(nodes, role)
    if found or role != "chair":
        return found[0] if found else None
    for node in nodes[:2]:
        for line in node.body[:4]:
            match = CHAIR_IN_TEXT.search(line.text.text)
            if match and leading_name(match["name"]):
                start = match.start("name")
                return line.text[start : start + leading_name(match["name"])]
    return None


def all_elected(nodes: list[Node], role: str) -> list[Passage]:
    """The names in the first item that elects somebody to the office for the meeting."""
    for node in nodes:
        if _elects(node.headline.title.text, role):
            text = flow(line.text for line in node.body[:12])[:LONGEST]
            after = OFFICES[role].search(text.text)
            found = (_names(text[after.end() :]) if after else []) or _names(text) or _single(text)
            if found:
                return found if role == "adjuster" else found[:1]
    return []


def _elects(title: str, role: str) -> bool:
    office = OFFICES[role]
    election = ELECTION.match(title) and office.search(title) and not FOR_A_TERM.search(title)
    return bool(election or (OF_MEETING.match(title) and office.match(title)))


def _names(text: Passage) -> list[Passage]:
    found: list[Passage] = []
    for match in ANY_NAME.finditer(text.text):
        length = leading_name(text.text[match.start() :])
        if length and (not found or match.start() >= text_end(text, found[-1])):
            found.append(text[match.start() : match.start() + length])
    return found[:4]


def text_end(text: Passage, part: Passage) -> int:
    """Where in the text a part of it ends."""
    return next(place for place, at in enumerate(text.at) if at == part.at[-1]) + 1


def _single(text: Passage) -> list[Passage]:
    match = SINGLE_NAME.search(text.text)
    return [text.group(match, "name")] if match else []
