"""A heading for the agenda out of the sentence that gave a task. Pure."""

from __future__ import annotations

import re

from radslag.domain.decisions.infinitives import to_infinitive

LONGEST = 110
# What is to come back stands after these verbs: "ge förslag på processen" is taken up as "Förslag på processen".
_DELIVERS = re.compile(
    r"^(?:att\s+)?(?:ge|ger|lämna|lämnar|ta fram|tar fram|arbeta fram|arbetar fram|presentera|presenterar"
    r"|redovisa|redovisar"
    r"|återkomma med|återkommer med|återkomma till \S+ med|återkommer till \S+ med|utarbeta|utarbetar|bereda|bereder"
    r"|göra|gör|upprätta|upprättar|skriva|skriver|avrapportera|avrapporterar|återrapportera|återrapporterar)"
    r"(?:\s+(?:ett|en))?\s+(?=(?:\w+\s+){0,2}(?:förslag|underlag|redogörelse|plan|aktivitetsplan|handlingsplan|rapport"
    r"|analys|lista|kalkyl|kostnadskalkyl|sammanställning|scenario|utkast|program|kartläggning|översyn|strategi|modell"
    r"|utredning|tidplan|budget|tidsplan|yttrande|pm)\w*\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:att|ska|skall|ansvarar för att)\s+", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:frågan|ärendet|detta|dessa|den|det|dem|denna)\b", re.IGNORECASE)
_IS_REPORT = re.compile(
    r"^(?:av|åter)rapport|^(?:redovisning|redogörelse|rapport|uppföljning|förslag|information)\b", re.I
)
_PASSIVE = re.compile(r"\s(?:ska|skall|bör)\s\w+s$", re.IGNORECASE)
_AND_TELLS = re.compile(
    r"\s(?:och|samt)\s(?:presenter|redovis|återkom|återkoppl|återrapport|avrapport|skicka|lämna|rapporter)\w*\b.*$",
    re.DOTALL | re.IGNORECASE,
)
_END_OF_CLAUSE = re.compile(
    r"(?<=\w)(?:[.;]\s|\s[–-]\s|,\s(?:som|vilket|vilka|så att|för att|innan|där)\s).*$", re.DOTALL
)


def heading_of(what: str, due_text: str, *, item: str, report: str) -> str:
    """As short as the sentence allows, without its time; REPORT % {"what": …} when it is nothing to lay on a table.

    A sentence that points ("fortsätter att bevaka frågan") says too little alone: then ITEM, what it was given under.
    """
    whole = " ".join(what.replace("\xad", "").split())
    words = _LEAD.sub("", _END_OF_CLAUSE.sub("", without_time(whole, due_text))).strip(" ,.;:–-") or whole
    delivered = _DELIVERS.sub("", words)
    short = _PASSIVE.sub("", _AND_TELLS.sub("", delivered)).strip(" ,.;:–-") or delivered
    if _VAGUE.search(short) and item:
        heading = report % {"what": item}
    else:
        is_something = delivered != words or _IS_REPORT.match(short)
        heading = short if is_something else report % {"what": to_infinitive(short)}
    return shortened(heading[:1].upper() + heading[1:])


def without_time(words: str, due_text: str) -> str:
    """The sentence without the words of it that say when."""
    when = " ".join(due_text.split()).rstrip(".,;")
    rest = re.sub(re.escape(when), " ", words, count=1, flags=re.IGNORECASE) if when else words
    return " ".join(rest.split())


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, cut between words where it is longer."""
    if len(text) <= longest:
        return text
    return f"{text[: text.rindex(' ', 0, longest) if ' ' in text[:longest] else longest].rstrip(' ,.;:')}…"
