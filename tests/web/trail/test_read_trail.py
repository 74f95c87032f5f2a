"""Reading who did what."""

from __future__ import annotations

import pytest

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.roles import Role
from radslag.base.audit.actions import erase_details
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_person
from radslag.domain.decisions.actions import mark_done
from radslag.domain.meetings.models import Meeting
from tests.cast import Cast
from tests.planned_meeting import plan
from tests.web.pages import links, read, statements

TRAIL = "/sjobygden/handelser/"


def test_what_was_done_is_told_in_sentences_the_newest_first(cast: Cast) -> None:
    by = cast.user("coordinator").actor
    create_person(collaboration=cast.collaboration, name="Anna Ek", by=by)
    mark_done(assignment=cast.held.open, day=cast.meeting.date, by=by)
    text = read(cast.sign_in("coordinator"), TRAIL)
    first = "Användare coordinator markerade ett uppdrag som klart: kartlägger möjliga vattentäkter"
    assert text.index(first) < text.index("Användare coordinator lade till Anna Ek.")


def test_it_can_be_narrowed_to_a_person(cast: Cast) -> None:
    create_person(collaboration=cast.collaboration, name="Anna Ek", by=cast.user("coordinator").actor)
    client = cast.sign_in("coordinator")
    text = read(client, f"{TRAIL}?vem={cast.user('coordinator').uuid}")
    assert "1 händelse " in text
    assert "lade till Anna Ek" in text
    assert "Anna Ek" not in read(client, f"{TRAIL}?vem=rutin")


def test_it_can_be_narrowed_to_a_kind(cast: Cast) -> None:
    text = read(cast.sign_in("coordinator"), f"{TRAIL}?vad=body")
    assert "3 händelser" in text
    assert "Rådslag noterade att Kommundirektörsgruppen också kallas KD-gruppen." in text
    assert "Rådslag lade till gruppen Sjöbygdens styrelse." in text


def test_what_has_been_erased_says_so_and_shows_nothing(cast: Cast) -> None:
    person = create_person(collaboration=cast.collaboration, name="Anna Ek", by=SYSTEM)
    erase_details(kind="person", uuid=person.uuid, by=SYSTEM, collaboration=cast.collaboration.uuid)
    text = read(cast.sign_in("coordinator"), TRAIL)
    assert "Vem det var och vad det gällde är raderat. Det handlade om: person." in text
    assert "Rådslag raderade personuppgifter i händelser om: person. Antal händelser: 1." in text
    assert "Anna Ek" not in text


def test_an_event_leads_to_its_object_while_that_stands(cast: Cast) -> None:
    client, page = cast.sign_in("coordinator"), f"/sjobygden/uppdrag/{cast.held.done.uuid}/"
    assert page in links(client.get(f"{TRAIL}?vad=assignment"))
    Meeting.objects.filter(pk=cast.meeting.pk).delete()
    assert page not in links(client.get(f"{TRAIL}?vad=assignment"))


def test_who_may_not_read_the_record_gets_no_links_into_it(cast: Cast) -> None:
    found = links(cast.sign_in("administrator").get(TRAIL))
    assert not [link for link in found if "/personer/" in link or "/uppdrag/" in link or "/grupper/" in link]


def test_who_may_not_read_the_record_is_told_who_did_what_but_not_its_content(cast: Cast) -> None:
    by = cast.user("coordinator").actor
    create_person(collaboration=cast.collaboration, name="Anna Ek", by=by)
    mark_done(assignment=cast.held.open, day=cast.meeting.date, by=by)
    text = " ".join(read(cast.sign_in("administrator"), path) for path in (TRAIL, f"{TRAIL}?sida=2"))
    assert "Användare coordinator lade till: person." in text
    assert "Användare coordinator markerade som klart: uppdrag." in text
    # Those who have an account are named where it was connected; nobody else is.
    with_account = ("Ada Brandt", "Zacharias Lindqvist")
    names = ["Anna Ek", "vattentäkter", "KD-gruppen", *(name for name in cast.people if name not in with_account)]
    assert not [name for name in names if name in text]
    assert "Rådslag gav en roll: Användare observer · observatör." in text
    assert "Rådslag kopplade ett konto till en person: Användare member → Ada Brandt." in text


def test_the_filter_names_each_kind_once(cast: Cast) -> None:
    page = cast.sign_in("coordinator").get(TRAIL).content.decode()
    assert page.count(">dokument</option>") == 1


def test_a_long_trail_comes_fifty_at_a_time_and_takes_no_more_statements(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, TRAIL)
    for number in range(60):
        create_person(collaboration=cast.collaboration, name=f"Person {number}", by=SYSTEM)
    assert "1–50 av" in read(client, TRAIL)
    assert statements(client, TRAIL) <= few


def test_another_collaborations_events_never_show(cast: Cast) -> None:
    assert "Slätt" not in read(cast.sign_in("coordinator"), TRAIL).replace("Slättbygden", "")
    appoint(user=cast.user("coordinator"), collaboration=cast.other, role=Role.COORDINATOR, by=SYSTEM)
    assert "Sten Slätt" in read(cast.sign_in("coordinator"), "/slattbygden/handelser/?vad=person")


@pytest.mark.parametrize(("role", "status"), [("member", 403), ("observer", 403), ("outsider", 404), ("nobody", 404)])
def test_who_may_not_read_the_trail_is_refused(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(TRAIL).status_code == status


def test_a_paper_is_told_once_and_not_once_for_each_of_its_files(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    text = read(cast.sign_in("coordinator"), TRAIL)
    assert there.paper.name not in text
    assert "underlag.pdf" in text
