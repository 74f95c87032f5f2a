"""Review what was read, beside the document's text. Nothing changes here; views/review_changes.py has the verbs."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_GET

from radslag.base.accounts.access import load
from radslag.base.accounts.roles import Permission
from radslag.exchange.importing.drafts import Refused, item_of
from radslag.exchange.importing.models import Staged, StagedState
from radslag.web.secretariat.forms.additions import AddForm, AddItemForm, AddPartForm, AddPersonForm, SplitForm
from radslag.web.secretariat.forms.review import EditorForm
from radslag.web.secretariat.reviewing.page import Editing, show
from radslag.web.secretariat.reviewing.places import TextLines

PERSON, ITEM = "person", "punkt"


@require_GET
def review(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What was read beside the text; `?andra=`, `?lagg-till=` and `?dela=` open a form at what they name."""
    staged = staged_of(request, slug, uuid)
    return show(request, staged, _asked_for(request, staged))


def staged_of(request: HttpRequest, slug: str, uuid: UUID) -> Staged:
    """The document, for those who may import."""
    return load(request, Permission.IMPORT, Staged.objects.with_all(), slug=slug, uuid=uuid)


def lines_of(staged: Staged) -> TextLines:
    """The lines of the document's text."""
    return TextLines(staged.extraction.text if staged.extraction else "")


def _asked_for(request: HttpRequest, staged: Staged) -> Editing | None:
    if staged.state != StagedState.REVIEW:
        return None
    try:
        if path := request.GET.get("andra"):
            return Editing("edit", path, EditorForm(staged.draft, path, staged.revision))
        if place := request.GET.get("lagg-till"):
            return Editing("add", place, adding(staged, place))
        if item := request.GET.get("dela"):
            return Editing("split", f"items.{item}", splitting(staged, item))
    except Refused:
        # An old address: what it names is gone, and the page without a form says what there is.
        return None
    return None


def adding(staged: Staged, place: str, data: QueryDict | None = None) -> AddForm:
    """The form that adds at a place: "person", "punkt", or the id of an item. Raises `Refused`."""
    initial = {"revision": staged.revision}
    if place == PERSON:
        return AddPersonForm(lines_of(staged), data, initial=initial)
    if place == ITEM:
        return AddItemForm(staged.draft, lines_of(staged), data, initial=initial)
    return AddPartForm(lines_of(staged), data, initial={**initial, "item": item_of(staged.draft, place)["id"]})


def splitting(staged: Staged, item: str, data: QueryDict | None = None) -> SplitForm:
    """The form that divides an item. Raises `Refused`."""
    found = item_of(staged.draft, item)
    return SplitForm(found, lines_of(staged), data, initial={"revision": staged.revision, "item": found["id"]})
