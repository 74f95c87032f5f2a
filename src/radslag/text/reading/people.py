"""Lists of people as documents write them: one a line, running with commas, in columns, or flattened."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from radslag.text.reading.fields import PEOPLE, Field, Kind, field_label
from radslag.text.reading.groups import grouped, serving
from radslag.text.reading.lines import COLUMN_GAP, Line
from radslag.text.reading.names import ORGANISATION, ROLE, is_name, leading_name
from radslag.text.reading.passage import Passage, flow, join
from radslag.text.reading.record import Person

OFFICE = re.compile(r"\b(?:\w*kansli(?:et)?|\w*sekretariat(?:et)?|\w*förbundskontoret)$", re.IGNORECASE)
PARTIAL = re.compile(
    r"\s*(?:(?:ej |till och med |t\.o\.m\. |fr\.o\.m\. |från |del av |under )*§{1,2}\s?\d|(?:från |till |fr\.o\.m\. |"
    r"ej |kl(?:ockan|\.)? ?\d|via |på distans|deltog |närvarade )).*$"
)
FROM = re.compile(r"(?:från|i)\s(?=[A-ZÅÄÖ][a-zåäö])")
REPLACES = re.compile(
    r"\b(?:tjänstgörande (?:ersättare )?för|tjänstgör för|ersätter|ersättare för|i ?stället för|suppleant för|"
    r"vikarierar för)"
    r"\s+"
)
# A line that ends in the middle of a name: "Anna Ek (Lund), ordförande, Bo Alm (Mora), Cia"
CUT_NAME = re.compile(r"\([^()]*\).*\([^()]*\).*,\s*[A-ZÅÄÖ][\wåäö-]+$")
NEWLINE = re.compile("\n")
LONGEST_PERSON = 200  # characters of a person with all that is said of them
FAR_RIGHT = 24  # indentation from which a lone value belongs to the right column
PARTY = re.compile(r"[A-ZÅÄÖ]{1,4}$")
SHORTEST_FLAT = 100  # characters of a list of people that lost its line breaks
PAGE = re.compile(r"\s*Sida \d+ av \d+\s*$")

People = dict[Kind, list[Person]]


def people_of(fields: list[Field]) -> People:
    """Everybody in the attendance lists; staff of the body's own office in the common list are others."""
    found: People = {kind: [] for kind in PEOPLE}
    replaced: list[Person] = []
    for each in fields:
        if each.kind in PEOPLE:
            for kind, values in _streams(each):
                found[kind] += _listed(values)
                replaced += _replaced(flow(values))
    found = serving(found, replaced)
    present = found[Kind.PRESENT]
    office = [person for person in present if OFFICE.search(person.affiliation or "")]
    if office and len(office) < len(present):
        found[Kind.PRESENT] = [person for person in present if person not in office]
        found[Kind.OTHERS] = office + found[Kind.OTHERS]
    return {kind: _once(people) for kind, people in found.items()}


def _once(people: list[Person]) -> list[Person]:
    """Each of them once. Two of one name are two people where two different affiliations stand beside them."""
    kept: list[Person] = []
    for person in people:
        if not any(person.name == each.name and _may_be_one(person, each) for each in kept):
            kept.append(person)
    return kept


def _may_be_one(person: Person, other: Person) -> bool:
    return not person.affiliation or not other.affiliation or person.affiliation == other.affiliation


def _streams(each: Field) -> list[tuple[Kind, list[Passage]]]:
    """The columns of a list, one after the other; a heading inside the list may change the kind."""
    streams: list[tuple[Kind, list[Passage]]] = [(each.kind, []), (each.kind, [])]
    for line, value in zip(each.lines, each.values, strict=True):
        columns = value.split(COLUMN_GAP) if not line.cells else [flow(value.split(NEWLINE))]
        headings = _headings(columns)
        if headings:
            kinds = headings if each.kind is Kind.PRESENT else [each.kind]
            streams += [(kinds[0], []), (kinds[-1], [])]
        elif _side_by_side(columns):
            streams[-2][1].append(columns[0])
            streams[-1][1].extend(columns[1:])
        elif line.indent > FAR_RIGHT and streams[-1][1] and value is line.wide:
            streams[-1][1].append(value.squeezed())
        else:
            streams[-2][1].append(_one(columns))
    return [(kind, values) for kind, values in streams if values]


def _headings(columns: list[Passage]) -> list[Kind]:
    """The kinds that the columns head, where every one of them is a heading."""
    labels = [label for column in columns if (label := field_label(column))]
    kinds = [label.kind for label, _, value in labels if label.kind in PEOPLE and not value]
    return kinds if len(kinds) == len(columns) else []


def _one(columns: list[Passage]) -> Passage:
    """A person's name with what stands in the columns beside it."""
    named = len(columns) > 1 and is_name(re.split(r"\s*[,(]", columns[0].text)[0])
    return join(columns, ", ") if named else flow(columns)


def _side_by_side(columns: list[Passage]) -> bool:
    """Whether columns are two lists, and not a name with organisation and role beside it."""
    return (
        bool(leading_name(columns[0].text))
        and len(columns) == 2
        and (bool(leading_name(columns[1].text)) or (columns[1].text[:1].islower() and len(columns[1].text) > 12))
    )


def _replaced(text: Passage) -> list[Person]:
    """Those for whom somebody else serves."""
    found = []
    for match in REPLACES.finditer(text.text):
        length = leading_name(text.text[match.end() :])
        if length:
            name = text[match.end() : match.end() + length]
            found.append(Person(name=name.text, span=name.span))
    return found


def _listed(values: list[Passage]) -> list[Person]:
    values = _whole([each.without(PAGE).squeezed() for each in values])
    people: list[Person] = []
    for place, members in grouped(values):
        people += [_from(each, place) if place else each for each in _members(members)]
    return people


def _from(person: Person, place: Passage) -> Person:
    if person.affiliation and PARTY.match(person.affiliation):
        note = ", ".join(each for each in (person.affiliation, person.note) if each)
        return replace(person, affiliation=place.text, note=note)
    return person if person.affiliation else replace(person, affiliation=place.text)


def _whole(values: list[Passage]) -> list[Passage]:
    """The values, one that ends with "ersättare för" joined with the name on the next line."""
    result: list[Passage] = []
    for value in values:
        if result and len(result[-1]) < LONGEST_PERSON and REPLACES.split(result[-1].text + " ")[-1] == "":
            result[-1] = flow((result[-1], value))
        else:
            result.append(value)
    return result


def _members(values: list[Passage]) -> list[Person]:
    text = flow(values)
    if _is_flat(values, text):
        return _flat(text)
    chunks = [_pieces(text)] if _running(values) else [_pieces(each) for each in values]
    people: list[list[Passage]] = []
    for chunk in chunks:
        for piece in chunk:
            if _begins_person(piece):
                people.append([piece])
            elif people and (piece is not chunk[0] or not _stray(piece)):
                people[-1].append(piece)
    return [_person(parts) for parts in people]


def _begins_person(piece: Passage) -> bool:
    """A name alone, or with what may stand beside one: bracket, role, part of the meeting."""
    length = leading_name(piece.text)
    rest = piece.text[length:].lstrip()
    if not length or not rest:
        return bool(length)
    return rest[0] in "(,§–-:" or rest[0].islower() or bool(PARTIAL.match(rest) or ROLE.match(rest))


def _stray(piece: Passage) -> bool:
    """A line that begins with a name but goes on as something else belongs to nobody."""
    length = leading_name(piece.text)
    return 0 < length < len(piece.text.rstrip()) and piece.text[0].isupper()


def _running(values: list[Passage]) -> bool:
    """Whether the list runs on over the line ends, so that they mean nothing."""
    broken = whole = 0
    for place, value in enumerate(values):
        text = value.text
        after = values[place + 1].text if place + 1 < len(values) else ""
        if CUT_NAME.search(text) and re.match(r"[A-ZÅÄÖ]", after):
            broken += 2
        elif (
            text.count("(") != text.count(")")
            or after.startswith("(")
            or (after and text.endswith((",", " och")))
            or text.startswith("(")
        ):
            broken += 1
        elif leading_name(text):
            whole += 1
    return broken > whole


def _pieces(text: Passage) -> list[Passage]:
    """Cut at the commas, semicolons and "och" that stand in no bracket, and between ") " and the next name."""
    cuts: list[tuple[int, int]] = []
    depth = 0
    for match in re.finditer(
        r"[()]|[,;•](?:\s+(?:och|samt)\b)?|\s(?:och|samt)\s(?=[A-ZÅÄÖ])|(?<=ordförande)\s(?=[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ])",
        text.text,
    ):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
            if depth == 0 and re.match(r"\s+[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ\"”]", text.text[match.end() : match.end() + 60]):
                cuts.append((match.end(), match.end()))
        elif depth == 0:
            cuts.append(match.span())
    bounds = [0, *(place for cut in cuts for place in cut), len(text)]
    parts = [text[start:end].strip(" .") for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    return [part for part in parts if part]


def _person(parts: list[Passage]) -> Person:
    length = leading_name(parts[0].text)
    name = parts[0][:length]
    tokens = [*_bracketed(parts[0][length:]), *(each for part in parts[1:] for each in _bracketed(part))]
    places: list[str] = []
    roles: list[str] = []
    notes: list[str] = []
    for token in tokens:
        home = FROM.match(token)
        token = token[home.end() :] if home and not places else token
        partial = PARTIAL.search(token)
        if partial:
            notes.append(partial[0].strip())
            token = token[: partial.start()].strip(" ,")
        if token:
            _kind_of_token(token, places, roles, notes).append(token)
    return Person(
        name=name.text,
        span=(name.span[0], parts[-1].span[1]),
        affiliation=places[0] if places else None,
        role=", ".join(roles) or None,
        note=", ".join(note for note in notes if note) or None,
    )


def _kind_of_token(token: str, places: list[str], roles: list[str], notes: list[str]) -> list[str]:
    if ROLE.search(token) and not ORGANISATION.match(token.split()[-1]):
        return roles
    if places and PARTY.match(places[0]) and token[0].isupper() and not PARTY.match(token):
        notes.append(places.pop())  # of party and municipality, the municipality is where somebody comes from
    return places if not places and (token[0].isupper() or PARTY.match(token)) else notes


def _bracketed(part: Passage) -> list[str]:
    """ "(Storby, ordförande) §21" → ["Storby", "ordförande", "§21"]"""
    tokens: list[str] = []
    for place, text in enumerate(re.split(r"[()\[\]]", part.text)):
        tokens += [each.strip(" :–-") for each in (text.split(",") if place % 2 else [text])]
    return [token for token in tokens if token]


def _is_flat(values: list[Passage], text: Passage) -> bool:
    """ "Anna Ek, Lund Bo Alm, Lund": each comma has one person's place before it and the next person's name."""
    if len(values) != 1 or len(text) < SHORTEST_FLAT or "(" in text.text:
        return False
    inner = text.text.split(",")[1:-1]
    return bool(inner) and sum(bool(_place_length(part.split())) for part in inner) > len(inner) * 0.8


def _place_length(words: list[str]) -> int:
    """How many of the words before the next name are the place; 0 where the words are not place and name."""
    low = max(
        (place + 1 for place, word in enumerate(words) if word[0].islower() and word not in ("von", "af", "de")),
        default=0,
    )
    size = max(low, 1)
    return size if is_name(" ".join(words[size:])) else 0


def _flat(text: Passage) -> list[Person]:
    parts = text.split(re.compile(","))
    starts = Counter(part.text.split()[0] for part in parts[1:])
    people: list[Person] = []
    name = parts[0]
    for part in parts[1:]:
        words = part.text.split()
        low = 2 if len(words) > 1 and words[1][0].islower() else 1
        size = _place_length(words) or (low if starts[words[0]] > 1 else len(words))
        place = " ".join(words[:size])
        people.append(Person(name.text, (name.span[0], part[: len(place)].span[1]), place))
        name = part[len(place) :].strip()
    return [each for each in people if is_name(each.name)]


def line_of_names(line: Line) -> list[Passage]:
    """The names in the columns of a line that holds nothing else (a row of signatures)."""
    columns = line.columns
    return columns if columns and all(is_name(re.sub(r"\s*\(\w+\)$", "", column.text)) for column in columns) else []
