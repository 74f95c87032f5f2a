"""The review page of one document: everything its template shows, and the form that is open on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from radslag.base.accounts.access import entered
from radslag.base.accounts.roles import Permission
from radslag.base.audit.models import Event
from radslag.exchange.importing.matching import day_of, suggested_body
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.queries import Review, review_of, review_queue
from radslag.exchange.importing.recognising import Choice, PersonMatch
from radslag.web.secretariat.components.dates import clock
from radslag.web.secretariat.components.forms import ConflictRow
from radslag.web.secretariat.components.marked_text import Mark
from radslag.web.secretariat.forms.additions import NewBodyForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.reviewing.coming import coming
from radslag.web.secretariat.reviewing.doubts import Question, questions
from radslag.web.secretariat.reviewing.outline import Outline
from radslag.web.secretariat.reviewing.places import TextLines, anchor_of, fingerprint, shown_marks
from radslag.web.secretariat.reviewing.summary import COLOURS, KINDS, in_words, plain_day, title_of

FULL = "secretariat/imports/review.html"
PART = "secretariat/imports/review_part.html"
TEXT = "secretariat/imports/review_text.html"
SHOWN = (StagedState.REVIEW, StagedState.REJECTED, StagedState.COMMITTED)


@dataclass(frozen=True)
class Conflict:
    """Two saves that met: what collides, what else was changed (name, value), and the event of the first."""

    rows: Sequence[ConflictRow]
    hidden: Sequence[tuple[str, str]]
    saved: Event | None

    @property
    def saved_by(self) -> str:
        """Who was first."""
        return (self.saved.detail("actor") or "") if self.saved else ""

    @property
    def saved_at(self) -> str:
        """At what time."""
        return clock(self.saved.at) if self.saved else ""


@dataclass(frozen=True)
class Editing:
    """The form that is open: `mode` "edit", "add", "split" or "body", at the path of what it is about.

    With mode "lost", what it was about is gone, and `lost` holds what was typed.
    """

    mode: str
    path: str
    form: forms.Form | None = None
    conflict: Conflict | None = None
    lost: Sequence[tuple[str, str]] = ()

    @property
    def anchor(self) -> str:
        """Where on the page it is open."""
        return anchor_of(self.path)


@dataclass(frozen=True)
class Standing:
    """What the register says of somebody in the list: a chip, and the other answers one may give."""

    colour: str
    word: str
    who: str
    municipality: str
    choices: tuple[Choice, ...]
    answered: bool


def show(request: HttpRequest, staged: Staged, editing: Editing | None = None, status: int = 200) -> HttpResponse:
    """The page; for htmx the part that changes, or with `?del=text` the document's text with its marks."""
    if staged.state not in SHOWN:
        return redirect("secretariat:batch", staged.collaboration.slug, staged.batch.uuid)
    review = review_of(staged)
    lines = TextLines(review.extraction.text)
    marks = shown_marks(review.draft)
    swapped = TEXT if request.GET.get("del") == "text" else PART
    template = swapped if request.headers.get("HX-Request") else FULL
    context = _context(review, lines, marks, editing) | {"plan_url": _plan_url(request, staged)}
    response = render(request, template, context, status=status)
    if template != FULL:
        # A form that is open on the page is no place of its own to come back to.
        response["HX-Push-Url"] = "false"
    return response


def _context(review: Review, lines: TextLines, marks: list[Mark], editing: Editing | None) -> dict[str, Any]:
    staged, outline = review.staged, Outline(review.draft, lines)
    here = reverse("secretariat:review", args=[staged.collaboration.slug, staged.uuid])
    return {
        "staged": staged,
        "review": review,
        "here": here,
        "title": title_of(review.draft, staged.kind, staged.name),
        "kind": KINDS.get(staged.kind, KINDS["unknown"]),
        "colour": COLOURS[StagedState(staged.state)],
        "word": capfirst(str(StagedState(staged.state).label)),
        "open": staged.state == StagedState.REVIEW,
        "questions": _questions(review, lines),
        "new_body": editing.form if editing and editing.mode == "body" else _new_body(review),
        "commit": _commit_words(review),
        "what": in_words(review.counts),
        "head": outline.head(),
        "groups": outline.groups(),
        "standing": _standings(review),
        "points": list(outline.points()),
        "coming": coming(review.draft, lines),
        "findings": staged.record.get("findings") or [],
        "marks": [replace(mark, href=f"#{anchor_of(mark.key[2:])}") for mark in marks],
        "following": _following(staged),
        "fingerprint": fingerprint(marks),
        "lines": len(lines),
        "editing": editing,
    }


def _following(staged: Staged) -> Staged | None:
    """Another document that waits for review, once this one is dealt with."""
    if staged.state == StagedState.REVIEW:
        return None
    queue = review_queue(staged.collaboration)
    return queue.filter(batch=staged.batch).first() or queue.first()


def _plan_url(request: HttpRequest, staged: Staged) -> str:
    """Where the next meeting of the body is prepared, once its minutes have entered the record."""
    if (staged.state, staged.kind) != (StagedState.COMMITTED, "minutes") or staged.meeting is None:
        return ""
    if not entered(request).may(Permission.PREPARE):
        return ""
    return Links(staged.collaboration.slug).page("plan", grupp=str(staged.meeting.body.uuid))


def _questions(review: Review, lines: TextLines) -> list[Question]:
    if review.staged.state != StagedState.REVIEW or not review.committable:
        return []
    return questions(review.match.doubts, review.draft, review.staged.record.get("findings") or [], lines)


def _new_body(review: Review) -> NewBodyForm:
    suggested = suggested_body(review.draft, review.register.collaboration.name)
    return NewBodyForm(initial={**suggested, "revision": review.staged.revision}, auto_id="ny-grupp-%s")


def _commit_words(review: Review) -> SafeString:
    """What the button says: which meeting, and what will be made; a phone shows the first half."""
    day = day_of(review.draft)
    if day is None:
        deed = _("För in mötet")
    elif review.match.meeting is not None:
        deed = _("För in i mötet %(day)s") % {"day": plain_day(day)}
    else:
        deed = _("För in mötet %(day)s") % {"day": plain_day(day)}
    what = in_words(review.counts)
    return format_html('<span>{}<span class="commit-what">: {}</span></span>', deed, what) if what else SafeString(deed)


def _standings(review: Review) -> Mapping[str, Standing]:
    answers = {person["id"]: person["answer"] for person in review.draft["people"]}
    return {id_: _standing(match, bool(answers[id_])) for id_, match in review.match.people.items()}


def _standing(match: PersonMatch, answered: bool) -> Standing:
    municipality = match.municipality.name if match.municipality else ""
    known = match.person
    who = known.name if known else ""
    colour, word = {
        "known": ("ok", _("i registret")),
        "new": ("info", _("ny person")),
        "asked": ("warn", _("att bekräfta")),
    }[match.settled]
    return Standing(colour, word, who, municipality, match.choices, answered)
