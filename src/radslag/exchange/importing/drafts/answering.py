"""A person's answers to what the reader could not know: which body, which person, which year."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from radslag.exchange.importing.drafts.shape import PERSON, Draft, Refused, find, people
from radslag.exchange.importing.drafts.values import needed, one_of

NEW: Final = "new"
BODY_KINDS: Final = (
    "board",
    "chief_executives",
    "steering_group",
    "working_group",
    "project_group",
    "network",
)


def answer_person(draft: Draft, id_: str, answer: str | None) -> Draft:
    """Who somebody in the list is: the UUID of a known person, "new" for a new one, None to take the answer back.

    The id of another in the list with the same name says that the two are one person.
    """
    result = copy.deepcopy(draft)
    person = find(result, id_)
    if person["id"][0] != PERSON:
        raise Refused(_("Bara personer kan bekräftas på det sättet."))
    person["answer"] = answer if answer in (None, NEW) or names_another(draft, id_, answer) else _uuid(answer)
    return result


def names_another(draft: Draft, id_: str, answer: str | None) -> bool:
    """Whether an answer about somebody in the list is the id of another in it."""
    return answer != id_ and any(person["id"] == answer for person in people(draft))


def answer_body(draft: Draft, answer: Mapping[str, Any] | None) -> Draft:
    """Whose meeting it is: {"uuid": …} of a known one, {"new": {"name", "kind"}} for a new one, None takes it back."""
    result = copy.deepcopy(draft)
    result["answers"]["body"] = checked_body(answer) if answer else None
    return result


def checked_body(answer: Mapping[str, Any]) -> dict[str, Any]:
    """An answer about a body in the shape it is kept. Raises `Refused`."""
    if "uuid" in answer:
        return {"uuid": _uuid(answer["uuid"])}
    new = answer.get(NEW)
    if not isinstance(new, Mapping):
        raise Refused(_("Välj en grupp i listan eller skriv namnet på en ny."))
    name = needed(new.get("name"), what=gettext_noop("gruppens namn"), longest=120)
    kind = one_of(new.get("kind"), what=gettext_noop("slag av grupp"), choices=BODY_KINDS, empty=False)
    return {NEW: {"name": name, "kind": kind}}


def confirm_date(draft: Draft) -> Draft:
    """The date the reader worked out is right."""
    if draft["date"] is None:
        raise Refused(_("Dokumentet har inget datum att bekräfta. Skriv det."))
    result = copy.deepcopy(draft)
    result["answers"]["date"] = True
    return result


def confirm_empty(draft: Draft) -> Draft:
    """It is right that the document has no items, or nobody present."""
    result = copy.deepcopy(draft)
    result["answers"]["empty"] = True
    return result


def answer_meeting(draft: Draft, answer: str | None) -> Draft:
    """What is done when the meeting has such a paper already: "join" adds this one; None takes the answer back."""
    if answer not in (None, "join"):
        raise Refused(_("Välj om dokumentet ska läggas till mötet."))
    result = copy.deepcopy(draft)
    result["answers"]["meeting"] = answer
    return result


def _uuid(value: Any) -> str:
    try:
        return str(UUID(str(value)))
    except ValueError:
        raise Refused(_("Välj i listan.")) from None
