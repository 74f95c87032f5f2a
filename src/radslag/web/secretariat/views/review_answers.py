"""What a reviewer does with one click: answer a question, merge, leave out, take back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.exchange.importing import actions, drafts
from radslag.exchange.importing.drafts import NEW, Refused
from radslag.exchange.importing.matching import CONFIRM
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.forms.additions import NewBodyForm
from radslag.web.secretariat.reviewing.page import Editing, show
from radslag.web.secretariat.reviewing.replies import actor_of, back_to, done, expected_of, refuse
from radslag.web.secretariat.views.review import staged_of

Act = Callable[[Staged, int, Actor], Staged]
NEXT = "att-bekrafta"


def _click(request: HttpRequest, staged: Staged, sentence: str, act: Act, anchor: str = "") -> HttpResponse:
    try:
        changed = act(staged, expected_of(request), actor_of(request))
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
    else:
        done(request, changed, sentence)
    return back_to(staged, anchor)


@require_POST
def merge(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """An item goes into the one above it."""
    staged = staged_of(request, slug, uuid)
    item = request.POST.get("item", "")
    into = _above(staged, item)

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        return actions.merge(staged=staged, expected=expected, item=item, into=into, by=by)

    return _click(request, staged, _("Punkten är ihopslagen med den ovanför."), act, f"v-items.{into}")


def _above(staged: Staged, item: str) -> str:
    """The item before it that has not been left out; itself when there is none, which merging refuses."""
    standing = [each["id"] for each in drafts.items(staged.draft)]
    place = standing.index(item) if item in standing else 0
    return str(standing[place - 1]) if place else item


@require_POST
def leave_out(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A person, an item or a part of one stays out of the record."""
    element = request.POST.get("element", "")

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        return actions.reject(staged=staged, expected=expected, element=element, by=by)

    staged = staged_of(request, slug, uuid)
    return _click(request, staged, _("Avvisat. Det förs inte in."), act, _anchor(staged, element))


@require_POST
def take_back(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What was left out is in again."""
    element = request.POST.get("element", "")

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        return actions.restore(staged=staged, expected=expected, element=element, by=by)

    staged = staged_of(request, slug, uuid)
    return _click(request, staged, _("Återställt."), act, _anchor(staged, element))


def _anchor(staged: Staged, element: str) -> str:
    return next((f"v-{path}" for path, each in drafts.elements(staged.draft) if each["id"] == element), "")


@require_POST
def answer_person(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who somebody in the list is; an empty answer takes the answer back."""
    person, answer = request.POST.get("person", ""), request.POST.get("answer") or None

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        return actions.answer_person(staged=staged, expected=expected, person=person, answer=answer, by=by)

    return _click(request, staged_of(request, slug, uuid), _("Svaret är sparat."), act, NEXT)


@require_POST
def answer_body(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Whose meeting it is: a body of the register, or a new one with its name and kind."""
    staged = staged_of(request, slug, uuid)
    answer: dict[str, object] = {"uuid": request.POST.get("answer", "")}
    if request.POST.get("answer") == NEW:
        form = NewBodyForm(request.POST, auto_id="ny-grupp-%s")
        if not form.is_valid():
            return show(request, staged, Editing("body", "body", form), status=422)
        answer = {NEW: {"name": form.cleaned_data["name"], "kind": form.cleaned_data["kind"]}}

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        return actions.answer_body(staged=staged, expected=expected, answer=answer, by=by)

    return _click(request, staged, _("Svaret är sparat."), act, NEXT)


@require_POST
def confirm_date(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The day the reader worked out is right."""

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        return actions.confirm_date(staged=staged, expected=expected, by=by)

    return _click(request, staged_of(request, slug, uuid), _("Dagen är bekräftad."), act, NEXT)


@require_POST
def join_meeting(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The paper goes to the meeting that has such a paper already; or it is right that it tells so little of it."""
    confirmed = request.POST.get("answer") == CONFIRM

    def act(staged: Staged, expected: int, by: Actor) -> Staged:
        if confirmed:
            return actions.confirm_empty(staged=staged, expected=expected, by=by)
        return actions.answer_meeting(staged=staged, expected=expected, answer="join", by=by)

    return _click(request, staged_of(request, slug, uuid), _("Svaret är sparat."), act, NEXT)


@require_POST
def undo(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take back what was done last."""
    staged = staged_of(request, slug, uuid)
    try:
        actions.undo(staged=staged, expected=expected_of(request), by=actor_of(request))
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
    return back_to(staged)
