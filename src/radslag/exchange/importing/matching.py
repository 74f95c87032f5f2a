"""A draft held against the register: who and what it names, and what a person must settle before it is committed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from radslag.base.people.likeness import likeness
from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import NEW, Draft, Element
from radslag.exchange.importing.recognising import Choice, People, PersonMatch
from radslag.exchange.importing.register import KnownBody, KnownMeeting, Register, name_key
from radslag.text.swedish.body_names import body_candidates
from radslag.text.swedish.candidates import Candidate, Certainty, Known

JOIN: Final = "join"
CONFIRM: Final = "confirm"
# A word in a body's name that tells its kind.
KIND_WORDS: Final = {
    "styrelse": "board",
    "kommundirektör": "chief_executives",
    "styrgrupp": "steering_group",
    "nätverk": "network",
    "projekt": "project_group",
}
PAPERS: Final = {"notice": gettext_noop("kallelse"), "minutes": gettext_noop("protokoll eller minnesanteckningar")}


@dataclass(frozen=True)
class Doubt:
    """What a person must settle. `kind`: body, date, person, meeting or empty; `path` leads to the value."""

    kind: str
    path: str
    sentence: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class BodyMatch:
    """Whose meeting it is. `settled`: "known" (`body`), "new" (`new` has its name and kind), or "asked"."""

    settled: str
    body: KnownBody | None
    new: Mapping[str, str] | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Match:
    """All that the register says of a draft. `people` is by the id in the draft, without the rejected."""

    body: BodyMatch
    people: Mapping[str, PersonMatch]
    meeting: KnownMeeting | None
    doubts: tuple[Doubt, ...]


def doubts(draft: Draft, register: Register) -> list[Doubt]:
    """What a person must settle before the draft can be committed."""
    return list(match(draft, register).doubts)


def match(draft: Draft, register: Register) -> Match:
    """Hold a draft against the register."""
    body = _body(draft, register)
    people = People(draft, register, body.body).matches()
    meeting = _meeting(draft, register, body)
    # What cannot enter the record leaves nothing to settle.
    found = _doubts(draft, body, people, meeting) if draft["kind"] in PAPERS else []
    return Match(body, people, meeting, tuple(found))


def day_of(draft: Draft) -> date | None:
    """The day of the meeting, when it is known."""
    try:
        return date.fromisoformat(draft.get("date") or "")
    except ValueError:
        return None


def _meeting(draft: Draft, register: Register, body: BodyMatch) -> KnownMeeting | None:
    day = day_of(draft)
    return register.meetings.get((body.body.pk, day)) if body.body and day else None


# The body


def _body(draft: Draft, register: Register) -> BodyMatch:
    answer = draft["answers"]["body"] or {}
    found = _candidates_for_body(draft["body"], register)
    choices = _body_choices(found, register)
    if answer.get("uuid") in register.body_by_uuid:
        return BodyMatch("known", register.body_by_uuid[answer["uuid"]], None, choices)
    if new := answer.get(NEW):
        same = [body for body in register.bodies if name_key(body.name) == name_key(new["name"])]
        return BodyMatch("known", same[0], None, choices) if same else BodyMatch("new", None, new, choices)
    exact = [body for body, candidate in found if candidate.certainty == Certainty.EXACT]
    return BodyMatch("known", exact[0], None, choices) if len(exact) == 1 else BodyMatch("asked", None, None, choices)


def _candidates_for_body(written: str | None, register: Register) -> list[tuple[KnownBody, Candidate]]:
    if not written:
        return []
    by_pk = {body.pk: body for body in register.bodies}
    known = [Known(body.pk, body.name, body.spellings) for body in register.bodies]
    found = body_candidates(written, known, collaboration=register.collaboration.name)
    return [(by_pk[int(str(candidate.known.key))], candidate) for candidate in found]


def body_named(written: str, register: Register) -> KnownBody | None:
    """The one body a written name means without doubt."""
    found = _candidates_for_body(written, register)
    exact = [body for body, candidate in found if candidate.certainty == Certainty.EXACT]
    return exact[0] if len(exact) == 1 else None


def _body_choices(found: list[tuple[KnownBody, Candidate]], register: Register) -> tuple[Choice, ...]:
    """The likely ones first with their reasons, then all others: it may be any of them."""
    likely = [
        Choice(str(body.uuid), body.name, likeness(candidate.reason), candidate.certainty.value)
        for body, candidate in found
    ]
    named = {choice.value for choice in likely}
    others = [Choice(str(body.uuid), body.name) for body in register.bodies if str(body.uuid) not in named]
    return (*likely, *others)


def suggested_body(draft: Draft, collaboration: str) -> dict[str, str]:
    """A name and a kind to begin with when the body is a new one; the person may write others."""
    name = (draft["body"] or "").split(",")[0].replace(collaboration, "").strip(" ,–-") or (draft["body"] or "")
    kind = next((kind for word, kind in KIND_WORDS.items() if word in name.lower()), "working_group")
    return {"name": name[:120], "kind": kind}


# The doubts


def _doubts(
    draft: Draft, body: BodyMatch, people: Mapping[str, PersonMatch], meeting: KnownMeeting | None
) -> list[Doubt]:
    found = [*_doubts_of_head(draft, body), *_doubts_of_meeting(draft, meeting), *_doubts_of_empty(draft)]
    asked: set[str] = set()
    for person in drafts.people(draft):
        match_ = people[person["id"]]
        if match_.settled == "asked" and match_.one not in asked:
            asked.add(match_.one)
            new = Choice(NEW, _("Ny person: %(name)s") % {"name": person["name"]})
            found.append(Doubt("person", f"people.{person['id']}", _who(person, match_), (*match_.choices, new)))
    return found


def _who(person: Element, match_: PersonMatch) -> str:
    if match_.why:
        return match_.why
    if len(match_.choices) == 1:
        names = {"name": person["name"], "other": match_.choices[0].label}
        return _("Är %(name)s samma person som %(other)s?") % names
    told = _("Vem är %(name)s? Flera i registret har det namnet eller ett som liknar det.")
    return told % {"name": person["name"]}


def _doubts_of_head(draft: Draft, body: BodyMatch) -> list[Doubt]:
    found = []
    if body.settled == "asked":
        named = _("Vilken grupp är ”%(name)s”?") % {"name": draft["body"]}
        sentence = named if draft["body"] else _("Vilken grupp hade mötet?")
        found.append(Doubt("body", "body", sentence, (*body.choices, Choice(NEW, _("En ny grupp")))))
    day = day_of(draft)
    if day is None:
        found.append(Doubt("date", "date", _("Mötets datum saknas. Skriv det.")))
    elif "date" in draft["inferred"] and not draft["answers"]["date"]:
        sentence = _("Datumet är uträknat, det står inte helt utskrivet: %(day)s. Stämmer det?")
        shown = sentence % {"day": date_format(day, "l j F Y")}
        found.append(Doubt("date", "date", shown, (Choice(CONFIRM, _("Datumet stämmer")),)))
    return found


def _doubts_of_meeting(draft: Draft, meeting: KnownMeeting | None) -> list[Doubt]:
    if meeting is None or draft["kind"] not in meeting.papers or draft["answers"].get("meeting") == JOIN:
        return []
    paper = PAPERS[draft["kind"]]
    sentence = _("Mötet har redan %(paper)s. Ska det här dokumentet läggas till samma möte?") % {"paper": _(paper)}
    return [Doubt("meeting", "meeting", sentence, (Choice(JOIN, _("Lägg till samma möte")),))]


def _doubts_of_empty(draft: Draft) -> list[Doubt]:
    """Minutes without items, or without anybody present, are most often minutes that were not read right."""
    if draft["kind"] != "minutes" or draft["answers"].get("empty"):
        return []
    present = any(person["group"] == "present" for person in drafts.people(draft))
    sentence = {
        (False, False): _("Varken punkter eller närvarande hittades. Lägg till det som saknas, eller bekräfta."),
        (False, True): _("Inga punkter hittades. Lägg till dem, eller bekräfta att dokumentet saknar punkter."),
        (True, False): _("Inga närvarande hittades. Lägg till dem, eller bekräfta att dokumentet inte nämner några."),
    }.get((bool(drafts.items(draft)), present))
    return [Doubt("empty", "empty", sentence, (Choice(CONFIRM, _("Det stämmer")),))] if sentence else []
