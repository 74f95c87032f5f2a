"""The papers of a coming meeting, on its page and as files."""

from __future__ import annotations

import pytest

from radslag.domain.meetings.models import Meeting, MeetingState
from tests.cast import Cast
from tests.planned_meeting import Planned, plan
from tests.web.pages import links, read


def _addresses(there: Planned) -> tuple[str, str]:
    return f"/sjobygden/moten/{there.meeting.uuid}/", f"/sjobygden/papper/{there.paper.uuid}/"


@pytest.mark.parametrize("role", ["coordinator", "chair", "registrar"])
def test_who_reads_drafts_fetches_the_latest_agenda_from_the_page_of_its_meeting(cast: Cast, role: str) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in(role)
    page, file = _addresses(there)
    assert file in links(client.get(page))
    assert client.get(file).content == b"Kallelse"


@pytest.mark.parametrize("role", ["member", "observer"])
def test_the_others_are_shown_none_of_it(cast: Cast, role: str) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in(role)
    Meeting.objects.filter(pk=there.meeting.pk).update(state=MeetingState.CALLED)
    page, file = _addresses(there)
    assert client.get(page).status_code == 200
    assert file not in links(client.get(page))
    assert client.get(file).status_code == 404


def test_a_held_meeting_shows_what_it_was_read_from_only(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("chair")
    Meeting.objects.filter(pk=there.meeting.pk).update(state=MeetingState.HELD)
    assert "Kallelse och dagordning" not in read(client, _addresses(there)[0])
