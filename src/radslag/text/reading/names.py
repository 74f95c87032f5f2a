"""What looks like a person's name, and what looks like an organisation, a role or an ordinary word."""

from __future__ import annotations

import re

from radslag.text.reading.passage import Passage

WORD = r"[A-ZÅÄÖÉÜØÆ][\wéèüø'’-]*[a-zåäöéèüøáíóúA-Z]"
PARTICLE = r"(?:von|van|af|de|da|der|den|la|le|al)"
NICK = r"[\"”“][^\"”“]{1,30}[\"”“]"
NAME = re.compile(
    rf"{WORD}(?:\s+(?:{NICK}|{PARTICLE}(?:\s+{PARTICLE})?\s+{WORD}|[A-ZÅÄÖ]\.?(?=\s[A-ZÅÄÖ])|{WORD})){{1,4}}"
)
ORGANISATION = re.compile(
    r"(?:region|kommun(?:er|förbund\w*|styrelsen?|fullmäktige|alförbund\w*)?|kommuns|landsting\w*|länsstyrelsen\w*|"
    r"förbund\w*|förvaltning\w*|kontor(?:et)?|kansli(?:et)?|"
    r"sekretariat(?:et)?|universitet\w*|högskola\w*|ab|myndighet\w*|\w+verket|nämnd(?:en)?|\w+nämnden?|\w+styrelsen?|"
    r"bolag(?:et)?|stad|stads|avdelning\w*|enhet(?:en)?|"
    r"sverige|förening(?:en)?|stiftelse\w*|institut\w*|grupp(?:en)?|\w+gruppen|råd(?:et)?|näringsliv(?:et)?|skola\w*|"
    r"museet?|polisen?|kyrka\w*|projekt\w*|plan(?:en)?|\w+planen|"
    r"syd|norr|väst|öst|län|läns|skåne|norrland|småland|halland|blekinge)$",
    re.IGNORECASE,
)
NOT_FIRST = re.compile(
    r"(?:Region|Kommun\w*|Länsstyrelsen|Föreningen|Styrelsen|Mötet|Mötes\w*|Bilag\w*|Beslut\w*|Förslag|Information|"
    r"Ordförande\w*|Vice|Sekreterare\w*|Ledam\w+|"
    r"Ersättare|Övriga?|Tjänst\w+|Närvarande|Dag|Tid|Plats|Datum|Sida|Paragraf\w*|Justera\w*|Protokoll\w*|Kommunens|"
    r"Val|Inga|Nya?|Ärende\w*|Utdrags\w*|"
    r"Beslutande|Frånvarande|Deltagare|Underskrift\w*|Sammanträde\w*|Föredragnings\w*|Dagordning\w*|Samtliga|"
    r"Respektive|Ansvariga?|Norra|Södra|Östra|Västra|Nordöstra|Nordvästra|Sydöstra|Sydvästra|Mellersta|Inre|Yttre|Övre|"
    r"Nedre|Stora|Lilla|Gamla|Upplands|Svenska|Svensk|Sveriges|Samordnings\w*|Kommunchef\w*|Kommundirektör\w*|"
    r"\w+(?:förbundet|föreningen|nätverket|rådet|styrelsen|verket|myndigheten|kommunen|bolaget|gruppen|kontoret|"
    r"förvaltningen|nämnden|utskottet|stiftelsen|institutet|kassan|universitetet|högskolan|leverantören|forum))$"
)
INITIAL = re.compile(r"[A-ZÅÄÖ][a-zåäöé-]+(?:\s+[A-ZÅÄÖ]){1,3}\b")
ROLE = re.compile(
    r"(?:vice |tf\.? |tillförordnad |bitr\.? |biträdande |mötes|för|kommun|stads|av|region|ekonomi|general|VD)?\w*"
    r"(?:ordförande|sekreterare|chef|direktör|direktören|ledare|ledaren|handläggare|samordnare|ansvarig|ansvariga|"
    r"strateg|utvecklare|planerare|ledamot|ersättare|"
    r"koordinator|koordinatorn|rektor|revisor|konsult|jurist|arkitekt|ingenjör|controller|råd|kassör|kommunalråd|"
    r"specialist|vd|suppleant|ordf|ekonom|sekr|projektör|moderator|tjänsteperson|tjänsteman|borgmästare|adjungerad|"
    r"justerare|räknare|sammankallande)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:,|;|/|&|\boch\b|\bsamt\b)\s*")


def is_name(text: str) -> bool:
    """Whether the whole text may be a person's name: two to five words with capitals, none of an organisation."""
    if not NAME.fullmatch(text) or len(text) > 60:
        return False
    words = text.split()
    if ROLE.fullmatch(words[0]):
        return False
    return not NOT_FIRST.match(words[0]) and not any(ORGANISATION.match(word) for word in words)


def leading_name(text: str) -> int:
    """Length of the person's name TEXT begins with, 0 where it begins with none."""
    match = NAME.match(text)
    while match:
        if is_name(match[0]):
            return match.end()
        shorter = match[0].rpartition(" ")[0]
        match = NAME.fullmatch(shorter) if shorter else None
    return 0


def names_in(words: Passage) -> list[Passage]:
    """The names in a list of names, each with role and organisation left out."""
    found = []
    for part in words.split(BETWEEN):
        length = leading_name(part.text)
        if length:
            found.append(part[:length])
    return found


def only_names(text: str) -> bool:
    """Whether TEXT is names alone, between commas and "och", roles and organisations allowed after a name."""
    parts = [part for part in BETWEEN.split(text.strip()) if part]
    if not parts or not is_name(parts[0]):
        return False
    return all(is_name(part) or ROLE.search(part) or ORGANISATION.match(part.split()[-1]) for part in parts[1:])
