"""What the coordinator answers a suggestion: take it up, leave it aside, think again."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from radslag.domain.meetings import actions
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.refusal import Refused
from radslag.domain.meetings.suggested import Suggested
from radslag.web.secretariat.pages.suggestions import suggested_for
from radslag.web.secretariat.preparing.replies import actor_of, back, meeting_of, refuse, said, told


@require_POST
def take(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It becomes an item, where it belongs on the agenda."""
    meeting = meeting_of(request, slug, uuid)
    suggested = _suggested(meeting, said(request, "key"))
    if suggested is None:
        return _no_longer(request, meeting)
    try:
        item = actions.take(meeting=meeting, suggested=suggested, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused, "forslag")
    item.refresh_from_db()
    undo = reverse("secretariat:item_remove", args=[slug, uuid])
    words = _("Punkt %(number)s, %(title)s, står på dagordningen.") % {"number": item.number, "title": item.title}
    told(request, words, f"{undo}?{urlencode({'item': item.uuid})}")
    return back(request, meeting, "forslag")


@require_POST
def drop(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It is left aside, with the reason if one is given."""
    meeting = meeting_of(request, slug, uuid)
    suggested = _suggested(meeting, said(request, "key"))
    if suggested is None:
        return _no_longer(request, meeting)
    because = said(request, "because")[:500]
    try:
        actions.drop(meeting=meeting, suggested=suggested, because=because, by=actor_of(request))
    except Refused as refused:
        return refuse(request, meeting, refused, "forslag")
    undo = reverse("secretariat:suggestion_reconsider", args=[slug, uuid])
    words = _("Du har avstått från %(title)s.") % {"title": suggested.title}
    told(request, words, f"{undo}?{urlencode({'key': suggested.key})}")
    return back(request, meeting, "forslag")


@require_POST
def reconsider(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It stands among the suggestions again."""
    meeting = meeting_of(request, slug, uuid)
    answer = meeting.suggestion_answers.filter(key=said(request, "key")).first()
    if answer is not None:
        try:
            actions.reconsider(answer=answer, by=actor_of(request))
        except Refused as refused:
            return refuse(request, meeting, refused, "forslag")
        messages.success(request, _("Förslaget står bland de andra igen."))
    return back(request, meeting, "forslag")


def _suggested(meeting: Meeting, key: str) -> Suggested | None:
    # What is kept for all, the reason too, must not be in the language of the one who happened to answer.
    with override(settings.LANGUAGE_CODE):
        return next((each for each in suggested_for(meeting, timezone.localdate()) if each.key == key), None)


def _no_longer(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    sentence = _("Förslaget gäller inte längre: det det byggde på har ändrats eller redan tagits upp.")
    return refuse(request, meeting, Refused(sentence), "forslag")
