"""The minutes of the meeting before, as the first matter of a planned one."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from radslag.domain.meetings.models import Meeting, MeetingState
from radslag.domain.meetings.standing import Standing, is_previous_minutes
from radslag.domain.meetings.suggested import Cause, Suggested, SuggestedPresenter
from radslag.domain.meetings.suggesting import on_agenda, standing_items
from radslag.domain.minutes.models import Minutes, Profile
from radslag.text.swedish.dates import MONTHS


def of_meeting(meeting: Meeting) -> list[Suggested]:
    """The minutes of the body's last held meeting with their document as annex. At most four statements.

    Titled as the body's rules say. Nothing when they are on the agenda already, or when nothing has been held and the
    rules do not ask for it.
    """
    _rules, standing = standing_items(meeting)
    asked = next((each for each in standing if is_previous_minutes(each.title)), None)
    if any(is_previous_minutes(title) for title in on_agenda(meeting)):
        return []
    held = Meeting.objects.of_body(meeting.body).in_state(MeetingState.HELD).filter(date__lt=meeting.date)
    before = held.latest_first().first()
    if before is None:
        return [_plain(asked)] if asked else []
    return [_minutes(before, asked)]


def _plain(asked: Standing) -> Suggested:
    return Suggested(
        key="minutes:none",
        cause=Cause.STANDING,
        title=asked.title,
        reason=_("Stående punkt enligt gruppens regler."),
        type=asked.type,
        proposal=asked.proposal,
        presenters=_presenters(asked),
        place="first",
    )


def _minutes(before: Meeting, asked: Standing | None) -> Suggested:
    minutes = Minutes.objects.of_meeting(before).select_related("version__file").order_by("-pk").first()
    day = {"day": date_format(before.date, "j F Y")}
    protocol = minutes is not None and minutes.profile == Profile.PROTOCOL
    # Agendas are Swedish whatever language the page has; the reason is for the one who reads the page.
    held = f"{before.date.day} {MONTHS[before.date.month - 1]} {before.date.year}"
    title = "Föregående protokoll" if protocol else "Föregående minnesanteckningar"
    annex = f"Protokoll {held}" if protocol else f"Minnesanteckningar {held}"
    proposal = (
        f"Protokollet från den {held} läggs till handlingarna."
        if protocol
        else f"Minnesanteckningarna från den {held} godkänns."
    )
    return Suggested(
        key=f"minutes:{before.uuid}",
        cause=Cause.STANDING,
        title=asked.title if asked else title,
        reason=_("Anteckningarna från förra mötet, den %(day)s, ska godkännas.") % day,
        object_kind=before.kind,
        object_uuid=before.uuid,
        type="decision",
        proposal=(asked.proposal if asked and asked.proposal else proposal),
        presenters=_presenters(asked),
        version=minutes.version if minutes else None,
        annex=annex,
        place="first",
    )


def _presenters(asked: Standing | None) -> tuple[SuggestedPresenter, ...]:
    return (SuggestedPresenter(asked.presenter),) if asked and asked.presenter else ()
