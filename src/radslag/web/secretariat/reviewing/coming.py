"""The meetings to come that a document names, as the review shows them: what the next agenda builds on. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from radslag.exchange.importing.drafts import Draft, Element
from radslag.web.secretariat.reviewing.outline import Value
from radslag.web.secretariat.reviewing.places import TextLines


@dataclass(frozen=True)
class Topic:
    """A topic asked for, and the line it stands on."""

    words: str
    line: int | None


@dataclass(frozen=True)
class Coming(Value):
    """A meeting to come. `words` is what the document calls it."""

    day: date | None = None
    topics: tuple[Topic, ...] = ()
    struck: bool = False


def coming(draft: Draft, lines: TextLines) -> list[Coming]:
    """All of them, left out or not; a draft from before they could be pointed at shows none."""
    return [_coming(each, lines) for each in draft.get("next_meetings") or () if "id" in each]


def _coming(element: Element, lines: TextLines) -> Coming:
    span, written = element["span"], element["date"]
    return Coming(
        f"next_meetings.{element['id']}",
        _("Möte"),
        element["body"],
        lines.number(span[0]) if span else None,
        inferred=element["inferred"] and "date" not in element["corrected"],
        id=element["id"],
        day=date.fromisoformat(written) if written else None,
        topics=tuple(Topic(topic, _line(topic, span, lines)) for topic in element["topics"]),
        struck=element["rejected"],
    )


def _line(topic: str, span: list[int] | None, lines: TextLines) -> int | None:
    """Where a topic stands: the words may be broken over lines, and a person may have written others."""
    if not span:
        return None
    pattern = r"\s+".join(re.escape(word) for word in topic.split())
    found = re.compile(pattern).search(lines.text, *span)
    return lines.number(found.start()) if found else None
