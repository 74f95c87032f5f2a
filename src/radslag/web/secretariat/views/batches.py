"""One batch: watch it being read, add to it, enter what is certain, take everything out again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import load
from radslag.base.accounts.roles import Permission
from radslag.base.jobs.submissions import once
from radslag.exchange.importing import actions
from radslag.exchange.importing.batches import COMMIT_BATCH, UNDO_BATCH
from radslag.exchange.importing.models import Batch
from radslag.web.secretariat.reviewing.progress import progress_of
from radslag.web.secretariat.reviewing.replies import actor_of
from radslag.web.secretariat.views.imports import take_in


@require_GET
def batch(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """How far it has come, and what became of each document."""
    found = _batch_of(request, slug, uuid)
    part = request.headers.get("HX-Request")
    template = "secretariat/imports/outcome.html" if part else "secretariat/imports/batch.html"
    return render(request, template, {"batch": found, "outcome": progress_of(request, found)})


def _batch_of(request: HttpRequest, slug: str, uuid: UUID) -> Batch:
    return load(request, Permission.IMPORT, Batch.objects.select_related("collaboration"), slug=slug, uuid=uuid)


@require_POST
def add(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """More files of the same batch: a large folder is sent in several pieces."""
    found = _batch_of(request, slug, uuid)
    return once(request, lambda: take_in(request, found.collaboration, actor_of(request), found) or _nothing(found))


def _nothing(found: Batch) -> HttpResponse:
    return redirect("secretariat:batch", found.collaboration.slug, found.uuid)


@require_POST
def commit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What is certain enters the record, in the background."""
    found = _batch_of(request, slug, uuid)
    actions.ask_for(work=COMMIT_BATCH, batch=found, by=actor_of(request))
    return _nothing(found)


@require_POST
def undo(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What the batch brought in goes out again, in the background; with `others`, but for what was built on."""
    found = _batch_of(request, slug, uuid)
    actions.ask_for(work=UNDO_BATCH, batch=found, by=actor_of(request), others=bool(request.POST.get("others")))
    messages.info(request, _("Det som fördes in ur den här inläsningen tas nu ut ur registret."))
    return _nothing(found)
