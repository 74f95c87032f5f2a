"""The sentences in which a meeting decides: verbs and subjects as tables, each with an example."""

from __future__ import annotations

import re
from dataclasses import dataclass

ORGAN = (
    r"\b(?:mötet|stämman|rådet|fullmäktige|kommittén|direktionen|presidiet|forumet|nätverket|förbundet|gruppen|"
    r"deltagarna|ledamöterna|medlemmarna|kommunerna|parterna|sammanträdet|vi|"
    r"\w*(?:mötet|gruppen|nämnden|styrelsen|utskottet|rådet|fullmäktige|nämnd|nätverket|kommittén|direktionen|"
    r"förbundet|stämman|forumet|beredningen|kretsen|cheferna|direktörerna|kollegiet))\b"
)


@dataclass(frozen=True)
class Verb:
    """A way of deciding. `organ`: only with the meeting or an organ as subject; a passive needs none."""

    name: str
    example: str
    regex: re.Pattern[str]
    organ: bool = False


def _verb(name: str, example: str, regex: str, *, organ: bool = False) -> Verb:
    return Verb(name, example, re.compile(regex, re.IGNORECASE), organ)


VERBS = (
    _verb("decide", "Styrelsen beslutar att avvakta.", r"\b(?:beslutar|beslutade|beslöt)\b", organ=True),
    _verb("is decided", "Det beslutades att avvakta.", r"\b(?:beslutades|beslutas|beslöts)\b"),
    _verb(
        "take a decision",
        "Mötet tog beslut att avvakta.",
        r"\b(?:tog|togs|fattade|"
        r"fattades)\s(?:\w+\s){0,2}beslut\b",
    ),
    _verb("approve", "Mötet godkände planen.", r"\b(?:godkände|godkänner)\b", organ=True),
    _verb("is approved", "Planen godkändes.", r"\b(?:godkändes|godkänns|godkännes)\b"),
    _verb("adopt", "Stämman antog stadgarna.", r"\b(?:antar|antog|fastställer|fastställde)\b", organ=True),
    _verb(
        "is adopted",
        "Budgeten fastställdes.",
        r"\b(?:antogs|antas|fastställdes|fastställs|fastställes|bestämdes|"
        r"fastslogs)\b",
    ),
    _verb("elect", "Mötet väljer Anna Ek.", r"\b(?:väljer|valde|utser|utsåg)\b", organ=True),
    _verb("is elected", "Anna Ek valdes.", r"\b(?:valdes|väljs|utsågs|utses|omvaldes|nyvaldes)\b"),
    _verb(
        "grant",
        "Styrelsen beviljas ansvarsfrihet.",
        r"\b(?:beviljas|beviljades|beviljar|beviljade|röstades igenom|"
        r"bifölls|bifalls|bifalles|bifaller)\b",
    ),
    _verb(
        "vote",
        "Mötet röstar att ge ansvarsfrihet.",
        r"\b(?:röstar|röstade)\b(?: \w+){0,2} (?:att|för|ja)\b",
        organ=True,
    ),
    _verb(
        "file",
        "Protokollet lades till handlingarna.",
        r"\b(?:läggs|lades|lägger|lade|"
        r"läggas)\b.{0,80}\btill handlingarna\b|\btill handlingarna\b$",
    ),
    _verb(
        "note",
        "Nämnden noterar informationen.",
        r"\b(?:noterar|noterade|noteras|noterades|antecknas|antecknades|"
        r"antecknar|antecknade)\b.{0,120}\b(?:till protokollet|i protokollet)\b|^(?:\w+ ){0,4}(?:noterar|noterade|"
        r"noteras|noterades) (?:informationen|rapporten|redovisningen|detta)\b|"
        r"\btar (?:del av )?informationen till (?:sig|protokollet)",
    ),
    _verb(
        "is noted",
        "Informationen noterades.",
        r"^(?:\w+ ){0,3}(?:informationen|rapporten|redovisningen|redogörelsen|\w+rapporten|\w+informationen) "
        r"(?:noteras|noterades|antecknas|antecknades|godtogs|godtas)\b",
    ),
    _verb(
        "agree",
        "Gruppen enades om att avvakta.",
        r"\b(?:enades|enas|är enigt?|är eniga|var eniga|var enigt?|kom överens|kommer överens|"
        r"är överens|var överens)\b|\b(?:bestämmer|bestämde)\b(?= (?:sig )?(?:för )?att\b)",
        organ=True,
    ),
    _verb(
        "stand behind",
        "Gruppen ställde sig bakom skrivelsen.",
        r"\b(?:ställer|ställde)\b.{0,40}\bbakom\b",
        organ=True,
    ),
    _verb(
        "defer",
        "Frågan bordlades.",
        r"\b(?:bordlägger|bordlade|bordläggs|bordlades|bordslägger|återremitteras|"
        r"återremitterades|återremitterar|återremitterade|ajourneras)\b",
    ),
    _verb("reject", "Motionen avslogs.", r"\b(?:avslår|avslog|avslås|avslogs)\b"),
    _verb(
        "duly called",
        "Mötet förklarades behörigen utlyst.",
        r"\b(?:behörigen|behörigt|stadgeenligt|"
        r"i behörig ordning)\b.{0,40}\b(?:kallat|utlyst|sammankallat|kallade)\b|\bfann(?:s|"
        r"er)?\b.{0,80}\b(?:behörigen|stadgeenligt|beslutsmässigt|beslutför)\w*",
    ),
)
LABELLED_VERBS = (
    *VERBS,
    _verb(
        "act",
        "Nämnden lämnar bidrag.",
        r"^(?:\w+ ){0,3}?(?:uppdrar|ger|ges|får i uppdrag|lämnar|ställer sig|"
        r"tillstyrker|avstyrker|yttrar|överlämnar|delegerar|upphäver|förordnar|medger|avsäger|befriar|entledigar|"
        r"rekommenderar|föreslår)\b",
    ),
)

PLANNED = re.compile(
    r"\b(?:ska|skall|behövs|kan|kunde|bör|borde|behöver|måste|får|vill|kommer att|väntas|avser att|har|hade|"
    r"planeras att|till att)\s+(?:\w+\s){0,2}$|"
    r"\b(?:som|vilket|vilka|där|när|hur|eftersom|innan|sedan|om|vem|då)\s(?:[\wåäö-]+\s){0,6}$",
    re.IGNORECASE,
)
IN_CLAUSE = re.compile(r"\batt\s(?:[\wåäö.-]+[,\s]\s?){0,12}$", re.IGNORECASE)
LATER = re.compile(
    r"\b(?:på|vid|till) (?:\w+ )?(?:nästa|kommande|nästkommande)\s(?:\w+ ){0,2}\w*(?:möte|sammanträde)", re.IGNORECASE
)
SUBJECT = re.compile(ORGAN, re.IGNORECASE)


def decides(sentence: str, *, labelled: bool = False) -> bool:
    """Whether the meeting decides in SENTENCE; under a label of decisions, more verbs do."""
    return any(_by(verb, sentence) for verb in (LABELLED_VERBS if labelled else VERBS))


def _by(verb: Verb, sentence: str) -> bool:
    match = verb.regex.search(sentence)
    if not match:
        return False
    before, after = sentence[: match.start()], sentence[match.end() :]
    if PLANNED.search(before) or (
        IN_CLAUSE.search(before) and not re.match(r"(?:för|till) att\b", before, re.IGNORECASE)
    ):
        return False
    if verb.name == "is decided" and LATER.search(sentence) and not after.startswith(" att"):
        return False
    return not verb.organ or bool(SUBJECT.search(before[-80:]) or SUBJECT.match(after.lstrip()))


OUTCOMES = (
    (
        "rejected",
        re.compile(
            r"\b(?:avslå\w*|avslog\w*|godkän\w* inte|inte godkän\w*|bifalle?s? (?:inte|ej)|"
            r"förkasta\w*)\b",
            re.IGNORECASE,
        ),
    ),
    ("referred_back", re.compile(r"\båterremi\w*", re.IGNORECASE)),
    ("tabled", re.compile(r"\b(?:bords?läg\w*|bordlades?)\b", re.IGNORECASE)),
    ("filed", re.compile(r"till handlingarna", re.IGNORECASE)),
    (
        "approved_with_changes",
        re.compile(
            r"\b(?:godkän\w*|antog\w*|antar|antas|fastställ\w*)\b.{0,120}\bmed (?:\w+ ){0,3}(?:ändring|tillägg|"
            r"kommentar|justering|komplettering|förbehåll)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        "approved",
        re.compile(
            r"\b(?:godkän\w*|antog\w*|antar|antas|fastställ\w*|bifall\w*|biföll\w*|bevilja\w*|"
            r"röstades igenom)\b",
            re.IGNORECASE,
        ),
    ),
)


def outcome_of(sentence: str) -> str | None:
    """The outcome in the words of the glossary, where the sentence says it."""
    return next((name for name, words in OUTCOMES if words.search(sentence)), None)
