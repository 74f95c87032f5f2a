"""The infinitive of the verb a sentence begins with: "lämnar uppgifter" is "lämna uppgifter". Pure.

Minutes tell in the present tense what somebody does; a heading says what was to be done. Only what is surely a verb is
turned, since plurals end as verbs do ("träffar", "kommuner").
"""

from __future__ import annotations

import re

# Present tense in -ar. Plurals that end so, and little words, are left.
_NO_VERBS = frozenset(
    ["ansvar", "bilar", "delar", "försvar", "kvar", "medlemmar", "sommar", "svar", "tankar", "träffar", "vägar"]
)
_NOUN_ENDINGS = ("ingar", "dagar", "svar")
# "för" and "inför" are not among these: they begin a phrase more often than they are verbs ("inför beslut").
_IRREGULAR = {
    "tar": "ta",
    "antar": "anta",
    "deltar": "delta",
    "mottar": "motta",
    "vidtar": "vidta",
    "åtar": "åta",
    "drar": "dra",
    "bidrar": "bidra",
    "uppdrar": "uppdra",
    "ger": "ge",
    "anger": "ange",
    "avger": "avge",
    "gör": "göra",
    "möjliggör": "möjliggöra",
    "avgör": "avgöra",
    "klargör": "klargöra",
    "tydliggör": "tydliggöra",
    "ser": "se",
    "utser": "utse",
    "går": "gå",
    "slår": "slå",
    "föreslår": "föreslå",
    "står": "stå",
    "bistår": "bistå",
    "genomför": "genomföra",
    "jämför": "jämföra",
    "överför": "överföra",
    "hör": "höra",
    "kör": "köra",
    "begär": "begära",
    "styr": "styra",
}
_ENDING_IN_ER_WRITTEN = (
    "använder belyser bereder beskriver beställer besöker bjuder bygger byter driver ersätter fastställer "
    "fortsätter fyller följer förbereder förlänger förstärker försöker hjälper håller höjer inbjuder "
    "kartlägger knyter kommer köper leder lyfter lägger läser löser möter nämner påminner sammanställer "
    "skriver sköter sprider ställer stärker stöder stödjer säger säkerställer sänder sänker sätter söker "
    "tillstyrker tillsänder tillsätter tänker undersöker utlyser utreder verkställer väger väljer återkommer "
    "återställer översänder översätter överväger "
)
_ENDING_IN_ER = frozenset(_ENDING_IN_ER_WRITTEN.split())
# After "och" a plural is as likely as a verb: "kartor och mallar". There these alone are turned.
_SURE_IN_AR_WRITTEN = (
    "besvarar bevakar diskuterar formulerar förankrar granskar hanterar informerar inventerar kallar "
    "kompletterar kontaktar lämnar meddelar ordnar planerar presenterar redovisar reviderar samlar samordnar "
    "skapar skickar startar tillfrågar uppdaterar utarbetar utformar utvecklar utvärderar "
)
_SURE_IN_AR = frozenset(_SURE_IN_AR_WRITTEN.split())
_FIRST = re.compile(r"^(\w+)\b")
_SECOND = re.compile(r"^((?:(?!\b(?:som|att|där|hur|vad|när|om)\b)[^,.;:])*?\b(?:och|samt) )(\w+)\b")


def to_infinitive(words: str) -> str:
    """The words with their leading verb, and one joined to it, in the infinitive; as they are without such a verb."""
    first = _FIRST.match(words)
    if first is None or (verb := infinitive(first[1])) is None:
        return words
    return verb + _SECOND.sub(_joined, words[first.end() :])


def _joined(found: re.Match[str]) -> str:
    word = found[2]
    verb = infinitive(word) if not word.endswith("ar") or word in _SURE_IN_AR or word in _IRREGULAR else None
    return f"{found[1]}{verb or word}"


def infinitive(present: str) -> str | None:
    """The infinitive of a verb in the present tense, in lower case; None for what is not surely such a verb."""
    word = present.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _ENDING_IN_ER:
        return f"{word.removesuffix('er')}a"
    if word.endswith("ar") and len(word) > 4 and word not in _NO_VERBS and not word.endswith(_NOUN_ENDINGS):
        return word.removesuffix("r")
    return None
