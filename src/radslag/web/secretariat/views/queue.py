"""What waits to be settled, question by question: one answer holds for every document that asks."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from radslag.base.accounts.access import Access, enter, load
from radslag.base.accounts.roles import Permission
from radslag.base.jobs.submissions import once
from radslag.exchange.importing import actions
from radslag.exchange.importing.drafts import NEW, Refused
from radslag.exchange.importing.models import Lesson
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.imports import AnswerForm
from radslag.web.secretariat.reviewing.queue import KINDS, queue_of
from radslag.web.secretariat.reviewing.replies import actor_of


@require_GET
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits, the answer that settles most first."""
    access = enter(request, slug, Permission.IMPORT)
    context = {"queue": queue_of(access.collaboration), "kinds": KINDS, "answered": "svarat" in request.GET}
    return render(request, "secretariat/imports/queue.html", context)


@require_POST
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """The answer to a question, for every document that asks it."""
    access = enter(request, slug, Permission.IMPORT)
    return once(request, lambda: _answer(request, access))


def _answer(request: HttpRequest, access: Access) -> HttpResponse:
    form = AnswerForm(request.POST)
    back = f"{reverse('secretariat:questions', args=[access.collaboration.slug])}?svarat"
    if not form.is_valid():
        messages.error(request, _("Svaret kom inte fram helt. Välj igen."))
        return redirect(back)
    try:
        lesson = _learn(form, access)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        told = ngettext(
            "Svaret om ”%(written)s” gäller %(n)s dokument.",
            "Svaret om ”%(written)s” gäller %(n)s dokument.",
            lesson.documents,
        )
        undo = reverse("secretariat:lesson_undo", args=[access.collaboration.slug, lesson.uuid])
        tell_undoable(request, told % {"written": lesson.written, "n": lesson.documents}, undo)
    return redirect(back)


def _learn(form: AnswerForm, access: Access) -> Lesson:
    chosen = form.cleaned_data
    where, by = access.collaboration, access.actor
    if chosen["kind"] == "person":
        return actions.answer_person_question(collaboration=where, key=chosen["key"], answer=chosen["answer"], by=by)
    new = {NEW: {"name": chosen["name"], "kind": chosen["body_kind"]}}
    body = new if chosen["answer"] == NEW else {"uuid": chosen["answer"]}
    return actions.answer_body_question(collaboration=where, key=chosen["key"], answer=body, by=by)


@require_POST
def take_back(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """An answer is taken back; the documents ask again."""
    lesson = load(request, Permission.IMPORT, Lesson.objects.select_related("collaboration"), slug=slug, uuid=uuid)
    try:
        actions.forget(lesson=lesson, by=actor_of(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Svaret om ”%(written)s” är taget tillbaka.") % {"written": lesson.written})
    return redirect(f"{reverse('secretariat:questions', args=[slug])}?svarat")
