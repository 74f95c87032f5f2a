"""The next agenda out of papers that are years old: the record is entered long after the meetings, by a real clock.

Nothing of the shared documents is copied here but what the issue itself says of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from radslag.base.people.models import Body, BodyKind
from radslag.domain.meetings.actions import plan_meeting
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.planning import next_meeting_of
from radslag.domain.meetings.suggested import Cause
from radslag.web.secretariat.pages.suggestions import suggested_for
from tests.importing.conftest import BY
from tests.stories.test_next_agenda import enter


@pytest.fixture
def meeting(db: None, shared: Path) -> Meeting:
    """The next meeting of the chief executives, planned today on the day that is proposed."""
    enter(shared)
    body = Body.objects.get(kind=BodyKind.CHIEF_EXECUTIVES)
    return plan_meeting(body=body, day=next_meeting_of(body, timezone.localdate()).day, by=BY)


def test_what_the_last_papers_left_is_suggested_however_old_they_are(meeting: Meeting) -> None:
    found = suggested_for(meeting, timezone.localdate())
    titles = {cause: [each.title for each in found if each.cause == cause] for cause in Cause}
    assert meeting.date >= timezone.localdate()
    assert ["Regionplanen" in titles[Cause.REQUESTED][0], len(titles[Cause.REQUESTED])] == [True, 2]
    assert any(title.startswith("Förslag på processen") for title in titles[Cause.OVERDUE])
