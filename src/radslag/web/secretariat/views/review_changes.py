"""What a reviewer writes into a draft: corrections, additions, divisions. Nothing typed is lost, whoever was first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.exchange.importing import actions
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.forms.additions import FIRST, AddForm, AddItemForm, AddPartForm, AddPersonForm, SplitForm
from radslag.web.secretariat.forms.review import MOVE, EditorForm
from radslag.web.secretariat.reviewing.page import Conflict, Editing, show
from radslag.web.secretariat.reviewing.places import anchor_of
from radslag.web.secretariat.reviewing.replies import actor_of, back_to, done, refuse, why_not
from radslag.web.secretariat.reviewing.saving import chosen, collisions, last_saved, typed, untouched
from radslag.web.secretariat.views.review import adding, lines_of, splitting, staged_of

TRIES = 3


@require_POST
def correct(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Other values for one thing: only what the user changed is saved; what another changed too is shown beside."""
    staged = staged_of(request, slug, uuid)
    data = chosen(request.POST)
    path = data.get("path", "")
    try:
        form = EditorForm(staged.draft, path, staged.revision, data)
    except Refused as refused:
        refuse(request, refused)
        return show(request, staged, Editing("lost", path, lost=typed(data)), status=409)
    if not form.is_valid():
        return show(request, staged, Editing("edit", path, form), status=422)
    return _save(request, staged, form)


def _save(request: HttpRequest, staged: Staged, form: EditorForm) -> HttpResponse:
    expected = form.cleaned_data["revision"]
    for _try in range(TRIES):
        try:
            _correct(staged, expected, form, actor_of(request))
        except Stale:
            staged = staged_of(request, staged.collaboration.slug, staged.uuid)
            if rows := collisions(form, staged.draft):
                conflict = Conflict(rows, untouched(form, rows), last_saved(staged))
                return show(request, staged, Editing("edit", form.place, form, conflict), status=409)
            # What somebody else changed is something else: both hold.
            expected = staged.revision
        except Refused as refused:
            form.add_error(None, str(refused))
            break
        else:
            done(request, staged, _("Rättat."))
            return back_to(staged, anchor_of(form.place))
    return show(request, staged, Editing("edit", form.place, form), status=422)


def _correct(staged: Staged, expected: int, form: EditorForm, by: Actor) -> None:
    values = form.changed_values(form.cleaned_data)
    to_item = values.pop(MOVE, "")
    actions.correct_together(
        staged=staged,
        expected=expected,
        values={form.path_of(name): value for name, value in values.items()},
        element=form.place.rpartition(".")[2],
        to_item=to_item,
        by=by,
    )


@require_POST
def add(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Something the reader missed."""
    staged = staged_of(request, slug, uuid)
    place = request.POST.get("place", "")
    try:
        form = adding(staged, place, request.POST)
        if form.is_valid():
            done(request, _add(staged, form, actor_of(request)), _("Tillagt."))
            return back_to(staged, f"v-items.{place}" if isinstance(form, AddPartForm) else "")
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
        written = tuple((name, request.POST[name]) for name in ("text", "name", "title") if name in request.POST)
        return show(request, staged_of(request, slug, uuid), Editing("lost", place, lost=written), status=409)
    return show(request, staged, Editing("add", place, form), status=422)


def _add(staged: Staged, form: AddForm, by: Actor) -> Staged:
    # What is added collides with nothing, so it asks only for the draft as it is now.
    given = form.cleaned_data
    now: dict[str, Any] = {"staged": staged, "expected": staged.revision, "by": by, "span": given["line"]}
    if isinstance(form, AddPersonForm):
        affiliation = given["affiliation"] or None
        return actions.add_person(**now, group=given["group"], name=given["name"], affiliation=affiliation)
    if isinstance(form, AddItemForm):
        return actions.add_item(**now, after=None if given["after"] == FIRST else given["after"], title=given["title"])
    return actions.add(**now, item=given["item"], kind=given["kind"], text=given["text"])


@require_POST
def split(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """An item becomes two at a line."""
    staged = staged_of(request, slug, uuid)
    item = request.POST.get("item", "")
    try:
        form = splitting(staged, item, request.POST)
    except Refused as refused:
        refuse(request, refused)
        return back_to(staged)
    if form.is_valid():
        try:
            done(request, _split(staged, form, actor_of(request)), _("Punkten är delad."))
            return back_to(staged, f"v-items.{item}")
        except (Stale, Refused) as refusal:
            form.add_error(None, why_not(refusal))
    return show(request, staged, Editing("split", f"items.{item}", form), status=422)


def _split(staged: Staged, form: SplitForm, by: Actor) -> Staged:
    given = form.cleaned_data
    at = lines_of(staged).starts[given["line"] - 1]
    expected, item, title = given["revision"], given["item"], given["title"]
    return actions.split(staged=staged, expected=expected, item=item, at=at, title=title, by=by)
