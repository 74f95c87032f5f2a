"""What a reviewer does with the document as a whole: into the record, out of it again, set aside, taken up again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from radslag.base.core.models import Stale
from radslag.base.jobs.submissions import once
from radslag.exchange.importing import actions
from radslag.exchange.importing.drafts import Refused
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.reviewing.replies import actor_of, back_to, expected_of, refuse
from radslag.web.secretariat.views.review import staged_of


@require_POST
def commit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The reviewed document enters the record. Sent twice, it enters once."""
    staged = staged_of(request, slug, uuid)
    return once(request, lambda: _commit(request, staged))


def _commit(request: HttpRequest, staged: Staged) -> HttpResponse:
    try:
        meeting = actions.commit(staged=staged, expected=expected_of(request), by=actor_of(request))
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
    else:
        messages.success(request, _("%(meeting)s är infört i registret.") % {"meeting": meeting})
    return back_to(staged)


@require_POST
def undo_commit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What the commit made is taken out again, if nothing was built on it."""
    staged = staged_of(request, slug, uuid)
    try:
        actions.undo_commit(staged=staged, by=actor_of(request))
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
    else:
        messages.success(request, _("Införandet är ångrat. Dokumentet går att granska igen."))
    return back_to(staged)


@require_POST
def dismiss(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The document is not to enter the record."""
    staged = staged_of(request, slug, uuid)
    try:
        actions.reject_document(staged=staged, expected=expected_of(request), by=actor_of(request))
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
    return back_to(staged)


@require_POST
def readmit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A dismissed document is up for review again."""
    staged = staged_of(request, slug, uuid)
    try:
        actions.restore_document(staged=staged, expected=expected_of(request), by=actor_of(request))
    except (Stale, Refused) as refusal:
        refuse(request, refusal)
    return back_to(staged)
