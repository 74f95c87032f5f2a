"""Which organ and organisation a document names in its head."""

from __future__ import annotations

import re

from radslag.text.reading.agenda import Agenda
from radslag.text.reading.fields import Field, Kind
from radslag.text.reading.lines import Line
from radslag.text.reading.passage import Passage, flow, join
from radslag.text.reading.told_people import tells
from radslag.text.swedish.dates import find_dates

APART = re.compile(r"\t\s*|\s{4,}")
BARE = re.compile(r"(?:års|styrelse|medlems|extra )?(?:möte|stämma|sammanträde)$|styrelsen?$", re.IGNORECASE)
GENERIC = re.compile(r"(?:sammanträde|möte|mötet|styrelsemöte\w*)(?:\s(?:med|i|för))?$", re.IGNORECASE)
DOCUMENT = re.compile(
    r"\b(?:minnesanteckningar|mötesanteckningar|anteckningar|sammanträdesprotokoll|mötesprotokoll|protokoll|"
    r"kallelse(?:/underrättelse)?|underrättelse|"
    r"föredragningslista|dagordning|utskrift|utdrag|sammanträdesdatum|sammanträdesdag|justerat|preliminär\w*|förslag|"
    r"till ledamöterna i|härmed kallas till|kallas till|fört vid|fört|välkomm?en till|välkomna till|inbjudan till|"
    r"inbjuds till)\b"
    r"(?:\s+(?:från|för|fört vid|till|vid)\b)?",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"\(?\d{1,3}\s?\(\d{1,3}\)|\bsida \d+(?: av \d+)?|\(\s*\)|^\W*\d{1,3}\s|\bdiarienr\S*.*$|\b\d{4}-\d\d-\d\d\b|"
    r"https?://\S+|\b[\w-]+\.se\b",
    re.IGNORECASE,
)
ORGAN = re.compile(
    r"(?:möte\w*|grupp\w*|nämnd\w*|styrelse\w*|råd\w*|utskott\w*|fullmäktige|kommitté\w*|stämma\w*|direktion\w*|"
    r"nätverk\w*|forum|presidi\w+|berednin\w+|sammanträde\w*)\b",
    re.IGNORECASE,
)
NAMED_ORGAN = re.compile(
    r"[\w-]{4,}(?:gruppen|nämnden|styrelsen|rådet|utskottet|kommittén|nätverket|forumet|beredningen|direktionen|"
    r"cheferna|direktörerna)s?\b|styrelse(?:möte|sammanträde)\b.*\d",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"(?:kommun|kommuner|region\w*|\w+regionen|förbund\w*|förening\w*|stad|sällskap|klubb|samverkan|sverige|\bab\b|"
    r"kår|\bbrf\b|vattenråd|bygden?|\w+bygden)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"@|\d{3} ?\d{2}|\btfn?\b|telefon|www\.|https?:|besöksadress|signerat|transaktion|sekreterare|ordförande|justera|"
    r"kategori|^#|let |show:",
    re.IGNORECASE,
)


def body_of(fields: list[Field], loose: list[Line], agenda: Agenda) -> Passage | None:
    """The words of the head that name the organ or meeting, and the organisation where it stands apart."""
    labelled = [flow(each.values) for each in fields if each.kind is Kind.BODY]  # may be empty: names no organ
    titles = [line for line in loose[:14] if not (line.cells or line.bullet or tells(line))]
    names = [name for line in titles for name in _names_in(line)]
    organ = _organ([*names, *labelled])
    others = [name for name in names if name is not organ]
    organisation = next((name for name in others if ORGANISATION.search(name.text)), None)
    if organ is None:
        return organisation or _heading(titles)
    return _together(organ, organisation, others)


def _heading(titles: list[Line]) -> Passage | None:
    """The words of the document's own heading, where it names neither organ nor organisation."""
    return next((name for line in titles[:1] if line.level for name in _names_in(line)), None)


def _together(organ: Passage, organisation: Passage | None, others: list[Passage]) -> Passage:
    if organisation is None and BARE.match(organ.text):
        organisation = next(iter(others), None)
    if organisation is None or organisation.text.casefold() in organ.text.casefold():
        return organ
    return join((organ, organisation), ", ")


def _organ(names: list[Passage]) -> Passage | None:
    """The first name of an organ or a meeting, one that says which before one that only says "sammanträde"."""
    organs = [name for name in names if ORGAN.search(name.text)]
    return next((name for name in organs if not GENERIC.match(name.text)), organs[0] if organs else None)


def _names_in(line: Line) -> list[Passage]:
    if CONTACT.search(line.text.text) or len(line.text) > 200:
        return []
    found = []
    for column in line.wide.split(APART):
        for part in column.split(DOCUMENT):
            words = _bare(part)
            named = re.search(r"[A-ZÅÄÖ]", words.text) or NAMED_ORGAN.match(words.text)
            if 2 < len(words) < 110 and named:
                found.append(words)
    return found


def _bare(words: Passage) -> Passage:
    words = words.without(NOISE).strip(" -–,:;.%#()")
    dates = [found for found in find_dates(words.text, near=None) if found.kind != "fuzzy"]
    if dates:
        cut = re.compile(r"[\s,(–-]*\b(?:den)?\s*$")
        words = words[: dates[0].span[0]]
        match = cut.search(words.text)
        words = words[: match.start()] if match else words
    return words.squeezed()
