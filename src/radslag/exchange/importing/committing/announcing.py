"""The meetings to come that a document names, and the topics it asks them to take up (W23)."""

from __future__ import annotations

import re
from datetime import date

from radslag.base.people.models import Body
from radslag.domain.meetings.models import AnnouncedMeeting, Meeting, RequestedTopic
from radslag.exchange.importing import drafts
from radslag.exchange.importing.committing.entry import Entry
from radslag.exchange.importing.committing.ledger import fit
from radslag.exchange.importing.drafts import Element
from radslag.text.swedish.body_names import body_candidates
from radslag.text.swedish.candidates import Certainty, Known
from radslag.text.swedish.sorting import fold

# "Nästa möte" names no body, so it is the one whose document it is.
OWN = re.compile(r"(?:nästa |kommande |ordinarie )*(?:möte[tn]?|sammanträde[tn]?|träff(?:en)?)")
SURE = 0.9
_WORD = re.compile(r"\S+")


def enter_announced(entry: Entry, meeting: Meeting) -> None:
    """The meetings the draft names, with their topics. What another paper of the meeting told is not told twice."""
    there = {_key(each.body_id, each.text, each.day): each for each in AnnouncedMeeting.objects.told_by(meeting)}
    topics = {
        (each.announced_id, fold(each.text)) for each in RequestedTopic.objects.filter(announced__meeting=meeting)
    }
    for element in drafts.next_meetings(entry.draft):
        if _rejected(entry, element):
            continue
        body, day = _body(entry, meeting, element["body"]), _day(element["date"])
        key = _key(body.pk if body is not None else None, element["body"], day)
        if key not in there:
            there[key] = _announce(entry, meeting, element, body, day, position=len(there) + 1)
        announced = there[key]
        entry.ledger.cite(announced, "", element["span"])
        _enter_topics(entry, announced, element, topics)


def _key(body: int | None, text: str, day: date | None) -> tuple[int | str, date | None]:
    """What two papers of a meeting call the same meeting to come: its body and day, or its words when that is all."""
    return body or fold(text), day


def _rejected(entry: Entry, element: Element) -> bool:
    """Whether the reviewer has taken away the item that names the meeting."""
    gone = [item["span"] for item in entry.draft["items"] if item not in drafts.items(entry.draft)]
    return bool(element["span"]) and element["span"] in gone


def _announce(
    entry: Entry, meeting: Meeting, element: Element, body: Body | None, day: date | None, position: int
) -> AnnouncedMeeting:
    row = AnnouncedMeeting.objects.create(
        collaboration=entry.collaboration,
        meeting=meeting,
        position=position,
        text=fit(AnnouncedMeeting, "text", element["body"]),
        body=body,
        day=day,
    )
    entry.ledger.make([row])
    return row


def _enter_topics(entry: Entry, announced: AnnouncedMeeting, element: Element, there: set[tuple[int, str]]) -> None:
    new: list[RequestedTopic] = []
    for text in element["topics"]:
        if (announced.pk, fold(text)) in there:
            continue
        there.add((announced.pk, fold(text)))
        topic = RequestedTopic(
            collaboration=entry.collaboration, announced=announced, position=len(there) + len(new), text=text
        )
        entry.ledger.cite(topic, "", place_of(entry.text, text, element["span"]))
        new.append(topic)
    RequestedTopic.objects.bulk_create(new)
    entry.ledger.make(new)


def place_of(text: str, words: str, within: list[int] | None) -> tuple[int, int] | None:
    """Where some words stand in a stretch of the text, lines broken anywhere; the stretch when they do not."""
    if not within:
        return None
    start, end = within
    pattern = r"\s+".join(_broken(word) for word in _WORD.findall(words))
    found = re.compile(pattern).search(text, start, end) if pattern else None
    return found.span() if found else (start, end)


def _broken(word: str) -> str:
    """The word, also where a line breaks it: "verksam-" and "hetsplan"."""
    return r"(?:[-\u00ad]?[ \t]{0,9}\n\s{0,40})?".join(re.escape(letter) for letter in word)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _body(entry: Entry, meeting: Meeting, written: str) -> Body | None:
    """The body whose meeting is named; None when that is not certain."""
    if OWN.fullmatch(fold(written).strip()):
        return meeting.body
    known = [Known(body.pk, body.name, body.spellings) for body in entry.register.bodies]
    if meeting.body_id not in {each.key for each in known}:
        known.append(Known(meeting.body_id, meeting.body.name))
    found = body_candidates(written, known, collaboration=entry.collaboration.name)
    sure = [each for each in found if each.certainty == Certainty.EXACT or each.score >= SURE]
    if len(sure) != 1:
        return None
    key = str(sure[0].known.key)
    if key not in entry.bodies:
        entry.bodies[key] = Body.objects.get(pk=key)
    return entry.bodies[key]
