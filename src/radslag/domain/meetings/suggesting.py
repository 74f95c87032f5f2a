"""What this app suggests for a planned meeting: topics earlier meetings asked for, and what is always taken up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from radslag.domain.meetings.matters import same_matter
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingRules, MeetingState, RequestedTopic
from radslag.domain.meetings.standing import Standing, is_previous_minutes, standing_of
from radslag.domain.meetings.suggested import Cause, Suggested, SuggestedPresenter
from radslag.text.swedish.sorting import fold

__all__ = ["Cause", "Suggested", "SuggestedPresenter", "of_meeting", "on_agenda", "standing_items"]

# What was asked for so long before the body last met is no topic any more, but a matter somebody should revive. While
# the body has not met nothing grows old: that is counted from its last meeting, not from the planned day.
STILL_WANTED = timedelta(days=400)
# A day announced so much later than the planned one is another meeting.
SAME_MEETING = timedelta(days=14)


def of_meeting(meeting: Meeting) -> list[Suggested]:
    """Requested topics nobody has taken up, the latest request first; then standing items. Six statements."""
    return [*_requested(meeting), *_standing(meeting)]


def _requested(meeting: Meeting) -> list[Suggested]:
    last = Meeting.objects.met_before(meeting)
    since = (last.called or meeting.date) - STILL_WANTED
    topics = list(RequestedTopic.objects.asked_of(meeting.body, since, meeting.date))
    latest = meeting.date + SAME_MEETING
    topics = [each for each in topics if each.announced.day is None or each.announced.day <= latest]
    if not topics:
        return []
    first = min(each.announced.meeting.date for each in topics)
    taken = AgendaItem.objects.at_held(meeting.body, first, meeting.date)
    return [_topic(each, last.held) for each in _newest(topics) if not _taken_up(each, taken)]


def _newest(topics: Iterable[RequestedTopic]) -> list[RequestedTopic]:
    """Of those about the same matter the first, which is the latest request."""
    kept: list[RequestedTopic] = []
    for topic in topics:
        if not any(same_matter(topic.text, other.text) for other in kept):
            kept.append(topic)
    return kept


def _taken_up(topic: RequestedTopic, items: Iterable[AgendaItem]) -> bool:
    since = topic.announced.meeting.date
    return any(item.meeting.date > since and same_matter(topic.text, item.title) for item in items)


def _topic(topic: RequestedTopic, held: date | None) -> Suggested:
    giver = topic.announced.meeting
    told = _passed_by(topic) if held is not None and giver.date < held else _asked_for(topic)
    return Suggested(
        key=f"topic:{topic.uuid}",
        cause=Cause.REQUESTED,
        title=topic.text,
        reason=told % {"body": giver.body.name, "day": date_format(giver.date, "j F Y")},
        object_kind=topic.kind,
        object_uuid=topic.uuid,
        type="discussion",
    )


def _asked_for(topic: RequestedTopic) -> str:
    """Why it is suggested, while no meeting has been held since."""
    giver = topic.announced.meeting
    if giver.state == MeetingState.CALLED:
        return _("Står i kallelsen till %(body)s den %(day)s som punkt för det här mötet.")
    if giver.body_id == topic.announced.body_id:
        return _("%(body)s bad den %(day)s att nästa möte tar upp det här.")
    return _("%(body)s föreslog den %(day)s att gruppen tar upp det här.")


def _passed_by(topic: RequestedTopic) -> str:
    """The same when the body has met since, and let it lie."""
    giver = topic.announced.meeting
    if giver.state == MeetingState.CALLED:
        return _(
            "Stod i kallelsen till %(body)s den %(day)s som punkt för nästa möte, och har inte tagits upp sedan dess."
        )
    if giver.body_id == topic.announced.body_id:
        return _("%(body)s bad den %(day)s att det här tas upp, och det har inte tagits upp sedan dess.")
    return _("%(body)s föreslog den %(day)s att gruppen tar upp det här, och det har inte tagits upp sedan dess.")


def _standing(meeting: Meeting) -> list[Suggested]:
    rules, standing = standing_items(meeting)
    there = on_agenda(meeting)
    told = _("Stående punkt enligt gruppens regler.") if rules else _("Brukar avsluta en dagordning.")
    return [
        Suggested(
            key=f"standing:{fold(each.title)[:100]}",
            cause=Cause.STANDING,
            title=each.title,
            reason=told,
            type=each.type,
            proposal=each.proposal,
            presenters=(SuggestedPresenter(each.presenter),) if each.presenter else (),
            place=each.place,
        )
        for each in standing
        if not is_previous_minutes(each.title) and fold(each.title) not in there
    ]


def standing_items(meeting: Meeting) -> tuple[MeetingRules | None, list[Standing]]:
    """The body's rules on the day of the meeting, None when it has none, and its standing items. One statement."""
    rules = MeetingRules.objects.of_body(meeting.body, meeting.date)
    return rules, standing_of(rules.standing if rules else None)


def on_agenda(meeting: Meeting) -> set[str]:
    """The titles on the agenda, folded. One statement."""
    return {fold(title) for title in AgendaItem.objects.of_meeting(meeting).values_list("title", flat=True)}
