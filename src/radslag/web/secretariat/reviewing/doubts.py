"""What a person must settle, as the review shows it: the question, the reader's reason, the line, the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from radslag.exchange.importing.drafts import Draft, Refused, find
from radslag.exchange.importing.matching import Doubt
from radslag.exchange.importing.recognising import Choice
from radslag.web.secretariat.reviewing.places import TextLines, stands

# What `text.reading.findings` says of a day without a year; it knows nothing of languages.
YEAR_INFERRED = re.compile(
    r"Mötesdagen ”(?P<written>.+)” är skriven utan år\. (?P<year>\d+) är en slutsats av veckodag och innehåll\."
)
WHY_THE_YEAR = gettext_noop("Utan år kan dokumentet inte ordnas rätt när det läses senare.")


@dataclass(frozen=True)
class Question:
    """One doubt. `likely` are answers of one click, `others` those of a list; `id` is the person's in the draft."""

    kind: str
    path: str
    sentence: str
    reasons: tuple[str, ...]
    line: int | None
    mark: str
    id: str
    likely: tuple[Choice, ...]
    others: tuple[Choice, ...]

    @property
    def anchor(self) -> str:
        """The id of the question on the page."""
        return f"t-{self.path}"


def questions(
    doubts: Iterable[Doubt], draft: Draft, findings: Iterable[Mapping[str, Any]], lines: TextLines
) -> list[Question]:
    """The doubts in their order."""
    return [_question(doubt, draft, list(findings), lines) for doubt in doubts]


def _question(doubt: Doubt, draft: Draft, findings: list[Mapping[str, Any]], lines: TextLines) -> Question:
    found = _span(doubt, draft)
    span = found if stands(found) else None
    body = doubt.kind == "body"
    others = tuple(choice for choice in doubt.choices if body and not choice.certainty and choice.value != "new")
    return Question(
        kind=doubt.kind,
        path=doubt.path,
        sentence=doubt.sentence,
        reasons=tuple(_reasons(span, findings)) if doubt.kind == "date" else (),
        line=lines.number(span[0]) if span else None,
        mark=f"m-{doubt.path}" if span else "",
        id=doubt.path.rpartition(".")[2],
        likely=tuple(
            choice for choice in doubt.choices if choice not in others and not (body and choice.value == "new")
        ),
        others=others,
    )


def _span(doubt: Doubt, draft: Draft) -> Any:
    if doubt.kind != "person":
        return draft["spans"].get(doubt.path)
    try:
        return find(draft, doubt.path.rpartition(".")[2])["span"]
    except Refused:
        return None


def _reasons(span: Any, findings: list[Mapping[str, Any]]) -> Iterable[str]:
    """What the reader remarked on the place: how it came to what it says."""
    for finding in findings:
        start, end = finding["span"]
        if span and start < span[1] and span[0] < end:
            message, why = finding["message"], finding["why"]
            yield _remark(message)
            yield _(why)


def _remark(message: str) -> str:
    """The reader's remark on an inferred year, in the language of the one who reviews; others as they are."""
    inferred = YEAR_INFERRED.fullmatch(message)
    if inferred is None:
        return message
    told = _("Mötesdagen ”%(written)s” är skriven utan år. %(year)s är en slutsats av veckodag och innehåll.")
    return told % inferred.groupdict()
