"""The words that open a part of an item: Beslut, Förslag till beslut, Föredragande and their kin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from radslag.text.reading.passage import Passage


class Part(Enum):
    """What stands under a label."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    BASIS = "basis"
    PRESENTER = "presenter"
    ANNEX = "annex"
    CONTRIBUTION = "contribution"
    SOFT = "soft"
    TASK = "task"
    RESPONSIBLE = "responsible"
    SUMMARY = "summary"
    PROCEDURE = "procedure"
    DISPATCH = "dispatch"
    TOPICS = "topics"
    OPEN = "open"  # before any label


@dataclass(frozen=True)
class Label:
    """One way of writing a label. `follows`: what may come after it without a colon, None for nothing."""

    name: str
    part: Part
    example: str
    words: re.Pattern[str]
    follows: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Labelled:
    """A line that opens a part: its label, and what stands on the line after it."""

    label: Label
    head: Passage
    rest: Passage


CAPITAL = re.compile(r"\s+(?=[A-ZÅÄÖ])")
ANYTHING = re.compile(r"\s+(?=\S)")
ORGAN = r"(?:[\w-]{2,40}(?:ens|ets|ns|s)\s+(?:[\w-]{2,30}s\s+)?)?"


def _label(
    name: str, part: Part, example: str, words: str, follows: re.Pattern[str] | None = None, *, case: bool = False
) -> Label:
    return Label(name, part, example, re.compile(words, re.NOFLAG if case else re.IGNORECASE), follows)


LABELS = (
    _label(
        "proposal",
        Part.PROPOSAL,
        "Kommunstyrelsens förslag till beslut",
        rf"{ORGAN}(?:förslag|förslaget) till (?:beslut|yttrande|kommunfullmäktige|kommunstyrelsen)"
        r"(?: (?:i|på|till|för) (?:\w+ ?){1,3})?(?=\s*[:.]?\s*$|\s*:|\s)",
        ANYTHING,
    ),
    _label(
        "bare proposal",
        Part.PROPOSAL,
        "Förslag:",
        rf"{ORGAN}(?:förslag|beslutsförslag|"
        rf"yrkanden?)\b(?: till beslut)?",
    ),
    _label(
        "motions",
        Part.PROPOSAL,
        "Yrkanden",
        r"(?:förslag och yrkanden|yrkanden?|tilläggsyrkanden?|"
        r"ändringsyrkanden?|att-satser)\b",
    ),
    _label(
        "decision",
        Part.DECISION,
        "Styrelsens beslut:",
        rf"{ORGAN}(?:beslut|beslutas|beslutade|beslutades|beslutar)\b(?: i (?:ärendet|frågan)| av mötet|"
        rf" att)?(?=\s*[:.]?\s*$|\s*:)",
    ),
    _label(
        "agreement",
        Part.DECISION,
        "Överenskommelse:",
        r"(?:överenskommelser?|överenskoms|överenskommet|vi enades om|mötet enades om|gruppen enades om|bestämdes|"
        r"mötet bestämde|beslutspunkter|beslut och överenskommelser)\b(?: att)?(?=\s*:)",
    ),
    _label("decision of a group", Part.DECISION, "Beslut Miljö:", r"beslut(?: [\w,/-]{1,30}){1,5}(?=:\s*$)"),
    _label(
        "meeting decides",
        Part.DECISION,
        "Mötet beslutade att",
        r"(?:det|fullmäktige|vi|[\w-]{3,40}(?:en|et|an|nämnd|styrelse|fullmäktige|cheferna|direktörerna))"
        r" (?:beslutar|beslutade|beslutades|föreslår|föreslog)(?: enhälligt| således| därmed)?(?: att)?(?=\s*:?\s*$)",
    ),
    _label(
        "basis",
        Part.BASIS,
        "Beslutsunderlag",
        r"(?:beslutsunderlag|underlag(?: för beslut| till beslut)?|"
        r"handlingar(?: i ärendet)?)\b",
    ),
    _label(
        "presenter",
        Part.PRESENTER,
        "Föredragande: Anna Ek",
        r"(?:föredragande|föredras av|föredragning|"
        r"presentatör|redovisas av|presenteras av|inledare)\b",
        CAPITAL,
    ),
    _label("annexes", Part.ANNEX, "Bilagor:", r"(?:bilagor|bifogas|bifogat|bifogade handlingar)\b"),
    _label("numbered annex", Part.ANNEX, "Bilaga 2: Planen", r"(?:bilaga|bil\.?) \d{1,3}[a-z]?(?:\.\d{1,2})?\b"),
    _label("annex", Part.ANNEX, "Bilaga:", r"bilaga\b(?=\s*:)"),
    _label(
        "contributions",
        Part.CONTRIBUTION,
        "Gruppens reflektioner/inspel:",
        r"(?:[^:.]{0,200}\b)?(?:inspel|reflektioner|synpunkter|kommentarer|medskickade frågor)(?: (?:från|i|på|"
        r"under) [\w\s]{1,40}| lämnades| framfördes)?(?=:\s*$)",
    ),
    _label("soft task", Part.SOFT, "Medskick från diskussionen:", r"medskick(?: från [\w\s]{1,40})?(?=\s*[:]|\s*$)"),
    _label(
        "task",
        Part.TASK,
        "Att göra:",
        r"(?:att göra|uppdrag|åtgärd|åtgärder|uppgift|uppgifter|to do|todo|action|actions|aktioner|"
        r"att-göra-lista|åtgärdslista|(?:action|åtgärds|uppdrags)punkter|nästa steg|uppföljningspunkter)\b",
    ),
    _label(
        "responsible",
        Part.RESPONSIBLE,
        "Ansvarig: Anna Ek, klart: 15 maj",
        r"(?:ansvariga?|ansvarig person|ansvar|utförs av|uppdragstagare|klart?(?: senast)?|deadline|"
        r"tidpunkt)\b(?=\s*:)",
    ),
    _label(
        "summary",
        Part.SUMMARY,
        "Sammanfattning av ärendet",
        r"(?:sammanfattning(?: av ärendet)?|ärendebeskrivning|beskrivning av ärendet|ärendet|ärendet i korthet|"
        r"bakgrund|redogörelse|diskussion|dialog|information|"
        r"barnkonsekvensanalys|ekonomiska konsekvenser|bedömning|motivering|skäl(?:en)? (?:för|till) beslutet?|"
        r"tidigare behandling|beredning(?: av ärendet)?|yttranden?|anteckning(?:ar)?|uppföljning)\b(?=\s*:|\s*$)",
    ),
    _label(
        "procedure",
        Part.PROCEDURE,
        "Beslutsgång",
        r"(?:beslutsgång(?:en)?|propositionsordning|proposition(?:er)?|omröstning(?:sresultat|sordning)?|"
        r"votering(?:slista)?|reservation(?:er)?|protokollsanteckning(?:ar)?|"
        r"särskilt yttrande|jäv|ajournering|deltar (?:inte|ej) i beslutet?|upplysning(?:ar)?|överklagande|"
        r"beslutsexpediering)\b(?=\s*:|\s*$)",
    ),
    _label(
        "dispatch",
        Part.DISPATCH,
        "Beslutet skickas till",
        r"(?:beslutet|protokollsutdrag|utdrag|protokollet) (?:ska )?(?:skickas|sänds|expedieras|delges)(?: till|"
        r" för \w+(?: till)?)?|"
        r"(?:expedieras|expediering|skickas|sänds|delges|delgivning|kopia|expediera)(?: till)?\b(?=\s*:|\s*$)",
        ANYTHING,
    ),
    _label(
        "topics",
        Part.TOPICS,
        "Följande punkter kan vara aktuella:",
        r"(?:följande|aktuella|kommande) (?:punkter|frågor|ärenden)[^.:]{0,60}(?=:\s*$)",
    ),
)

TAIL = re.compile(r"\s*[:.]?\s*$")


def label_of(text: Passage) -> Labelled | None:
    """What the line opens, or None for a line of running text."""
    words = text.text
    for label in LABELS:
        match = label.words.match(words)
        if not match or match.end() == 0:
            continue
        rest = words[match.end() :]
        if TAIL.match(rest):
            return Labelled(label, text[: match.end()], text[len(words) :])
        colon = re.match(r"\s*:\s*", rest)
        opened = colon or (label.follows.match(rest) if label.follows else None)
        if opened:
            return Labelled(label, text[: match.end()], text[match.end() + opened.end() :])
    return None
