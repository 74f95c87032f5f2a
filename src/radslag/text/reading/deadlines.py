"""When a task is to be done: a day the document fixes, the day of a meeting it dates, or words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from radslag.text.reading.passage import Passage
from radslag.text.reading.record import NextMeeting
from radslag.text.swedish.dates import MONTHS, Found, find_dates

LEADS = re.compile(
    r"\b(?:(?:senast|direkt)\s)?(?:senast|till|inför|innan|före|på|vid|under|efter)\s"
    r"(?:(?!(?:senast|till|inför|innan|före|på|vid|under|efter)\s)[\w:-]+\s){0,5}$",
    re.IGNORECASE,
)
LED = re.compile(r"(?:senast|till|inför|innan|före|på|vid|under|efter|i)\s", re.IGNORECASE)
PAST = re.compile(r"\b(?:från|daterad|daterat|sedan|per|av|fr\.o\.m\.?)\s(?:den\s)?(?:\w+\s)?$", re.IGNORECASE)
NEXT = re.compile(r"(?:nästa|kommande|nästkommande)\s(?:ordinarie\s)?(?P<body>[\w-]+)", re.IGNORECASE)
_MONTH = "|".join(MONTHS)
OF_MONTH = re.compile(
    rf"möte\w* i (?P<month>{_MONTH})\b|\b(?P<month2>{_MONTH})(?:mötet|sammanträdet|träffen)\b", re.IGNORECASE
)
EVENT = re.compile(
    r"\b(?:innan|efter det att|direkt efter|så snart|till slutet av|i samband med)\s[^,.;()]{3,80}", re.IGNORECASE
)
FARTHEST = 400  # days after the meeting; a day farther off is no deadline but a horizon


@dataclass(frozen=True)
class Deadline:
    """`day` where the document fixes it; `words` as written."""

    words: Passage
    day: date | None = None


def deadline_in(sentence: Passage, day: date | None, upcoming: list[NextMeeting]) -> Deadline | None:
    """The first day in the sentence that lies ahead; else a meeting to come; else a fuzzy time or an event."""
    found = find_dates(sentence.text, near=day, ahead=True)
    for each in found:
        if each.kind != "fuzzy" and _ahead(each, day) and not PAST.search(sentence.text[: each.span[0]][-40:]):
            return Deadline(_with_lead(sentence, each), each.date)
    for each in found:
        if each.kind == "fuzzy":
            words = _with_lead(sentence, each)
            return Deadline(words, meeting_named(each.text, upcoming))
    event = EVENT.search(sentence.text)
    return Deadline(sentence.group(event)) if event else None


def _ahead(found: Found, day: date | None) -> bool:
    if found.date is None or day is None or found.contradicts:
        return False
    return 0 <= (found.date - day).days <= FARTHEST


def _with_lead(sentence: Passage, found: Found) -> Passage:
    """The words from the preposition on: "inför studieresan den 5-6 september"."""
    start, end = found.span
    if LED.match(found.text):
        return sentence[start:end]
    lead = LEADS.search(sentence.text[max(0, start - 80) : start])
    return sentence[start - len(lead[0]) if lead else start : end]


def meeting_named(words: str, upcoming: list[NextMeeting]) -> date | None:
    """The day the document gives for the meeting that WORDS name: "nästa möte"."""
    of_month = OF_MONTH.search(words)
    if of_month:
        month = MONTHS.index((of_month["month"] or of_month["month2"]).lower()) + 1
        days = [date.fromisoformat(meeting.date) for meeting in upcoming if meeting.date]
        return next((each for each in days if each.month == month), None)
    named = NEXT.search(words)
    if not named:
        return None
    stem = re.sub(r"s?(?:möte|mötet|möten|sammanträde|sammanträdet)$", "", named["body"].casefold())
    for meeting in upcoming:
        body = re.sub(r"s?(?:möte|mötet|möten|sammanträde|sammanträdet)$", "", meeting.body.casefold())
        if meeting.date and (stem == body or not stem):
            return date.fromisoformat(meeting.date)
    return None
