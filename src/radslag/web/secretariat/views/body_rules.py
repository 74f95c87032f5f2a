"""How a body meets: read and set from a day on."""

from __future__ import annotations

from dataclasses import asdict
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.base.accounts.access import entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.models import Stale
from radslag.base.people.models import Body
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import MeetingRules
from radslag.domain.meetings.refusal import Refused
from radslag.web.secretariat.forms.body_rules import RulesForm

VALUES = ("annex_rule", "start_time", "end_time", "place")


@require_http_methods(["GET", "POST"])
def body_rules(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The annex rule, usual times and place, and the standing items of a body."""
    body = load(request, Permission.PREPARE, Body.objects.all(), slug=slug, uuid=uuid)
    shown = MeetingRules.objects.of_body(body, timezone.localdate())
    if request.method == "GET":
        return _show(request, body, RulesForm(None, shown))
    form = RulesForm(request.POST, shown)
    if "flytta" in request.POST:
        # Only the order of what is being written: nothing is saved yet.
        return _show(request, body, form)
    if not form.is_valid():
        return _show(request, body, form, status=422)
    return _set(request, body, form)


def _set(request: HttpRequest, body: Body, form: RulesForm) -> HttpResponse:
    given = form.cleaned_data
    holding = MeetingRules.objects.of_body(body, given["from_day"])
    seen = holding is not None and holding.uuid == given["rules"]
    expected = given["revision"] if seen else (holding.revision if holding and holding != form.shown else None)
    try:
        actions.set_rules(
            body=body,
            expected=expected,
            from_day=given["from_day"],
            standing=[asdict(row) for row in form.standing],
            by=entered(request).actor,
            **{name: given[name] for name in VALUES},
        )
    except Stale as stale:
        return _met(request, body, cast(MeetingRules, stale.current))
    except Refused as refused:
        form.add_error(None, str(refused))
        return _show(request, body, form, status=422)
    messages.success(request, _("Sparat. Möten som förbereds är numrerade efter de nya reglerna."))
    return redirect("secretariat:body", body.collaboration.slug, body.uuid)


def _met(request: HttpRequest, body: Body, saved: MeetingRules) -> HttpResponse:
    """Somebody was first: what was written stays in the form, what is saved is shown beside."""
    data = request.POST.copy()
    data["rules"], data["revision"] = str(saved.uuid), str(saved.revision)
    return _show(request, body, RulesForm(data, saved), saved, status=409)


def _show(
    request: HttpRequest, body: Body, form: RulesForm, saved: MeetingRules | None = None, status: int = 200
) -> HttpResponse:
    context = {"body": body, "form": form, "saved": saved}
    return render(request, "secretariat/bodies/rules.html", context, status=status)
