"""What is being prepared is seen only by those who may read drafts."""

from __future__ import annotations

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.actions import store
from radslag.domain.meetings.actions import attach, set_presenters
from tests.cast import Cast
from tests.planned_meeting import FAR, plan
from tests.web.pages import links, read


@pytest.mark.parametrize(("role", "status"), [("coordinator", 200), ("chair", 200), ("member", 404), ("observer", 404)])
def test_the_page_of_a_planned_meeting(cast: Cast, role: str, status: int) -> None:
    there = plan(cast.chief_executives)
    assert cast.sign_in(role).get(f"/sjobygden/moten/{there.meeting.uuid}/").status_code == status


def test_lists_leave_it_out_for_the_others(cast: Cast) -> None:
    plan(cast.chief_executives)
    for path in ("/sjobygden/moten/", f"/sjobygden/grupper/{cast.chief_executives.uuid}/"):
        seen = [str(FAR.year) in read(cast.sign_in(role), path) for role in ("coordinator", "member")]
        assert seen == [True, False]


def test_the_meeting_before_does_not_lead_there(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    page = f"/sjobygden/moten/{there.meeting.uuid}/"
    before = f"/sjobygden/moten/{cast.called.uuid}/"
    assert page in links(cast.sign_in("coordinator").get(before))
    assert page not in links(cast.sign_in("member").get(before))


def test_what_a_person_will_present_is_not_told_beforehand(cast: Cast) -> None:
    there, person = plan(cast.chief_executives), cast.people["Ylva Ängmark"]
    set_presenters(item=there.first, presenters=[(person.name, person)], by=SYSTEM)
    path = f"/sjobygden/personer/{person.uuid}/?den=2091-01-01"
    for role in ("coordinator", "member"):
        assert "Gemensam upphandling" not in read(cast.sign_in(role), path)


def test_its_annexes_are_fetched_by_those_who_read_drafts_only(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    data = {"name": "nytt.txt", "data": b"Nytt underlag", "media_type": "text/plain"}
    version, _new = store(collaboration=cast.collaboration, by=SYSTEM, **data)  # type: ignore[arg-type]  # spelt above
    attach(item=there.first, title="Nytt", version=version, by=SYSTEM)
    path = f"/sjobygden/fil/{version.uuid}/"
    assert [cast.sign_in(role).get(path).status_code for role in ("chair", "member")] == [200, 404]


def test_the_meeting_itself_leads_on_to_its_preparation(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    page = f"/sjobygden/moten/{there.meeting.uuid}/"
    assert f"{page}forbered/" in links(cast.sign_in("coordinator").get(page))
    assert f"{page}forbered/" not in links(cast.sign_in("chair").get(page))
