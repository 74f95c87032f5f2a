"""The head of a document as labelled fields: Datum, Plats och tid, Närvarande and their kin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from radslag.text.reading.lines import Line
from radslag.text.reading.passage import Passage, join


class Kind(Enum):
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    PLACE_AND_TIME = "place and time"
    CHAIR = "chair"
    SECRETARY = "secretary"
    ADJUSTER = "adjuster"
    PRESENT = "present"
    OTHERS = "others"
    ABSENT = "absent"
    BODY = "body"
    OTHER_DATE = "other date"
    SKIP = "skip"


PEOPLE = (Kind.PRESENT, Kind.OTHERS, Kind.ABSENT)


@dataclass(frozen=True)
class FieldLabel:
    """A label of the head. `tight`: its value may follow after a single space and no colon."""

    kind: Kind
    example: str
    words: re.Pattern[str]
    tight: bool = False


def _label(kind: Kind, example: str, words: str, *, tight: bool = False) -> FieldLabel:
    return FieldLabel(kind, example, re.compile(rf"(?:{words})(?![\w-])", re.IGNORECASE), tight)


LABELS = (
    _label(
        Kind.SKIP,
        "Plats och tid för justering",
        r"(?:plats|tid) och (?:plats|tid) för justering\w*|"
        r"justeringens plats(?: och tid)?|tid för justering|anslag\w*|underskrifter|paragrafer|paragraf|§§|"
        r"innehåll(?:sförteckning)?|organ för anslag|förvaringsplats\w*|datum (?:för|när|då) [\w ]{3,40}|"
        r"protokollet omfattar|länk(?: till mötet)?|\w{2,20}länk|"
        r"handläggare|telefon|e-post|besöksadress|postadress|direkt|beteckning|diarienummer|dnr",
        tight=True,
    ),
    _label(
        Kind.OTHER_DATE,
        "Upprättad 2024-06-05",
        r"upprättad|utskriven|utskriftsdatum|justerat|justeringsdatum|"
        r"justerad|anslagsdatum|publicerad|reviderad|senast ändrad|dokumentdatum|utsänd|skickad|kallelsedatum|"
        r"sista anmälningsdag|anmälan senast",
        tight=True,
    ),
    _label(
        Kind.PLACE_AND_TIME,
        "Plats och tid",
        r"(?:plats och tid|tid och plats|plats/tid|tid/plats|plats & tid|"
        r"tid & plats|plats, tid|tid, plats|plats och sammanträdestid|datum och plats|plats och datum|tid och lokal|"
        r"datum, tid och plats)(?: för(?: sammanträdet?| mötet)?)?",
        tight=True,
    ),
    _label(
        Kind.DATE,
        "Mötesdatum",
        r"mötesdatum|sammanträdesdatum|sammanträdesdag|mötesdag|datum och tid|datum|dag",
        tight=True,
    ),
    _label(Kind.TIME, "Tid", r"mötestid|sammanträdestid|tidpunkt|tid|hålltider|klockslag", tight=True),
    _label(Kind.PLACE, "Plats", r"mötesplats|sammanträdesplats|plats|lokal|möteslokal|mötesrum|ort"),
    _label(
        Kind.PRESENT,
        "Närvarande",
        r"(?:beslutande|närvarande|deltagande|tjänstgörande)(?: (?:ledamöter|medlemmar|"
        r"ersättare|representanter|politiker|förtroendevalda))?(?: och (?:tjänstgörande )?ersättare)?|ledamöter|"
        r"ordinarie ledamöter|deltagare|deltagere|mötesdeltagare|deltog|närvarade|medverkande|namn|på distans|"
        r"via teams|"
        r"fysiskt|närvaro(?:lista)?|på plats|via länk|digitalt|följande (?:deltog|"
        r"var närvarande)|styrelsen|medlemmar",
        tight=True,
    ),
    _label(
        Kind.OTHERS,
        "Övriga närvarande",
        r"övriga? (?:närvarande|medverkande|deltagare|deltagande|"
        r"deltagande tjänstemän|deltog)(?: (?:tjänstemän|tjänstepersoner))?|(?:ej|icke|"
        r"inte) tjänstgörande(?: ersättare)?|"
        r"närvarande (?:ersättare|tjänstepersoner|tjänstemän)|ersättare|tjänstepersoner|tjänstemän|gäster|"
        r"inbjudna(?: gäster)?|adjungerade|adjungerad|övriga|även närvarande|från (?:förvaltningen|kansliet)|"
        r"insynsplats\w*|fackliga (?:företrädare|representanter)|åhörare|experter|sakkunniga|föredragande tjänstemän",
        tight=True,
    ),
    _label(
        Kind.ABSENT,
        "Frånvarande",
        r"(?:anmält |anmäld )?(?:frånvarande|förhinder|frånvaro|ej närvarande|"
        r"inte närvarande|anmält förhinder|förhindrade|förhindrad|meddelat förhinder|ursäktade?|"
        r"återbud)(?: ledamöter)?",
        tight=True,
    ),
    _label(
        Kind.SECRETARY,
        "Vid protokollet",
        r"vid protokollet|vid pennan|(?:mötes)?sekreterare|protokollförare|"
        r"protokollsförare|protokoll(?:et)? för[st]? av|antecknat av|antecknare|vid anteckningarna|"
        r"för anteckningarna|(?:anteckningar|protokoll)(?=\s*:\s*\S)",
        tight=True,
    ),
    _label(Kind.CHAIR, "Ordförande", r"(?:mötes)?ordförande|mötesledare|sammankallande", tight=True),
    _label(
        Kind.ADJUSTER,
        "Protokolljusterare",
        r"(?:protokolls?|mötes)?justerare|justeringspersone?r?|justeringsmän|"
        r"justeringsman|justeras av|justeras|utse(?:s|dd|dda) att justera|justerandes?|justerande ledamöter|"
        r"vald(?:a)? att justera",
        tight=True,
    ),
    _label(Kind.BODY, "Organ", r"organ|nämnd|grupp|forum|möte|sammanträde i"),
)

NO_VALUE = re.compile(
    r"[\d\s./:()-]*(?:minnesanteckningar|sammanträdesprotokoll|protokoll|kallelse|dagordning|föredragningslista)?\W*$",
    re.IGNORECASE,
)
ORGAN_ALONE = re.compile(r"styrelsen$", re.IGNORECASE)  # a title: as a label it has a colon or a value
HALF = re.compile(r"tjänstgörande$", re.IGNORECASE)  # a label whose second word stands on the next line
DOTS = re.compile(r"[.…_]{4,}")
GAP = re.compile(r"\s*:\s*|\s*\t\s*|\s{2,}")
TIGHT = re.compile(r"\s(?=[A-ZÅÄÖ\d(]|kl\b|klockan\b|lunch\b|(?:mån|tis|ons|tors|fre|lör|sön)dag)")


@dataclass
class Field:
    """A label of the head and the lines of its value, as they stand (`wide`), the first without the label."""

    kind: Kind
    label: Passage
    lines: list[Line] = field(default_factory=list)
    values: list[Passage] = field(default_factory=list)

    def add(self, line: Line, value: Passage) -> None:
        value = value.without(DOTS).strip()
        if value:
            self.lines.append(line)
            self.values.append(value)


def field_label(words: Passage) -> tuple[FieldLabel, Passage, Passage] | None:
    """The label a line opens with, its words, and the value after it."""
    for label in LABELS:
        match = label.words.match(words.text)
        if not match:
            continue
        rest = words[match.end() :]
        if not rest.text.strip(" :."):
            return label, words[: match.end()], words[len(words) :]
        gap = GAP.match(rest.text) or (TIGHT.match(rest.text) if label.tight else None)
        if gap:
            return label, words[: match.end()], rest[gap.end() :].strip()
    return None


def fields_of(lines: list[Line]) -> tuple[list[Field], list[Line]]:
    """The labelled fields, and the lines that belong to none (title, letterhead)."""
    fields: list[Field] = []
    loose: list[Line] = []
    current: Field | None = None
    for line in lines:
        opened = field_label(line.cells[0] if line.cells else line.wide)
        if opened and current is not None and _half(line, current):
            current.add(line, opened[2])
        elif opened and _opens(line, opened[0], opened[2]):
            current = _new_field(line, *opened)
            fields.append(current)
        elif current is not None and _belongs(line, current):
            current.add(line, _words(line, current))
        else:
            loose.append(line)
            current = None if current is None or _ends(line, current) else current
    return fields, loose


def _half(line: Line, current: Field) -> bool:
    """Whether the line's label is the second half of the one above: "Tjänstgörande / ersättare"."""
    return not line.gap and bool(HALF.match(current.label.text))


def _new_field(line: Line, label: FieldLabel, words: Passage, value: Passage) -> Field:
    new = Field(label.kind, words)
    for cell in (line.wide,) if _heads_columns(label, value) else (value, *line.cells[1:]):
        new.add(line, cell)
    return new


def _words(line: Line, current: Field) -> Passage:
    """The line's words; of a row in a table of people its cells, with commas."""
    return join(line.cells, ", ") if line.cells and current.kind in PEOPLE else line.wide


def _ends(line: Line, current: Field) -> bool:
    return bool(line.level) or (line.gap > 0 and current.kind not in PEOPLE)


def _heads_columns(label: FieldLabel, value: Passage) -> bool:
    """ "Närvarande        Frånvarande": one list below each."""
    second = field_label(value) if label.kind in PEOPLE and value else None
    return second is not None and second[0].kind in PEOPLE and not second[2]


def _opens(line: Line, label: FieldLabel, value: Passage) -> bool:
    """A label in the middle of a list of names, or a word of a heading, opens nothing."""
    if line.level:
        return label.kind in PEOPLE and not value
    if ORGAN_ALONE.match(line.text.text):
        return False
    return not (label.kind in (Kind.CHAIR, Kind.SECRETARY) and not value and len(line.columns) > 1)


def _belongs(line: Line, current: Field) -> bool:
    if line.level:
        return False
    if line.text and current.kind not in (Kind.DATE, Kind.OTHER_DATE, Kind.TIME) and NO_VALUE.match(line.text.text):
        return False
    if current.kind in PEOPLE:
        return len(line.text) < 400
    if not current.values:
        return line.gap <= 2 and len(line.text) < 160
    return line.gap == 0 and len(current.values) < 6 and len(line.text) < 200
