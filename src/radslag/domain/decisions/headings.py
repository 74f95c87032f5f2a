"""A heading for the agenda out of the sentence that gave a task. Pure."""

from __future__ import annotations

import re

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
_END_OF_CLAUSE = re.compile(
    r"(?<=\w)(?:[.;]\s|\s[–-]\s|,\s(?:som|vilket|vilka|så att|för att|innan|där)\s).*$", re.DOTALL
)


def heading_of(what: str, due_text: str, *, report: str) -> str:
    """As short as the sentence allows, without its time; REPORT % {"what": …} when it is nothing to lay on a table."""
    words = " ".join(what.replace("\xad", "").split())
    if due_text:
        words = " ".join(
            re.sub(re.escape(" ".join(due_text.split())), " ", words, count=1, flags=re.IGNORECASE).split()
        )
    words = _LEAD.sub("", _END_OF_CLAUSE.sub("", words)).strip(" ,.;:–-") or " ".join(what.split())
    delivered = _DELIVERS.sub("", words)
    heading = delivered if delivered != words else report % {"what": words}
    return shortened(heading[:1].upper() + heading[1:])


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, cut between words where it is longer."""
    if len(text) <= longest:
        return text
    return f"{text[: text.rindex(' ', 0, longest) if ' ' in text[:longest] else longest].rstrip(' ,.;:')}…"
