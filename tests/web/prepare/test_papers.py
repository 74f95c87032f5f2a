"""The papers: made, told when they no longer hold, fetched; the addresses to send them to."""

from __future__ import annotations

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.models import Paper
from radslag.domain.meetings.actions import cancel_plan, plan_meeting
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.papers import make_agenda
from radslag.domain.meetings.refusal import Refused
from tests.cast import Cast
from tests.planned_meeting import FAR, plan
from tests.web.pages import links, read, words
from tests.web.prepare.agenda import here, post


def make(cast: Cast, meeting: Meeting) -> None:
    cast.sign_in("coordinator").post(f"/sjobygden/moten/{meeting.uuid}/handlingar/")


@pytest.mark.slow
def test_the_papers_are_made_in_every_format_and_fetched(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    make(cast, there.meeting)
    page = client.get(here(there.meeting))
    for word in ("Version 2", "PDF", "Word", "Webbsida", "Kalenderfil", "kontrollsumma"):
        assert word in words(page)
    files = [link for link in links(page) if "/papper/" in link]
    kinds = [client.get(link)["Content-Disposition"] for link in files[:4]]
    assert [kind.rsplit(".", 1)[1].strip('"') for kind in kinds] == ["pdf", "docx", "html", "ics"]


@pytest.mark.slow
def test_the_page_says_when_the_agenda_is_no_longer_what_the_papers_say(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    make(cast, there.meeting)
    assert "Dagordningen har ändrats" not in read(client, here(there.meeting))
    post(client, there.meeting, "punkter/ny/", title="Ännu en punkt")
    assert "Dagordningen har ändrats sedan handlingarna gjordes" in read(client, here(there.meeting))


def test_those_with_an_address_are_copied_and_those_without_named(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    person = cast.people["Ada Brandt"]
    person.email = "ada.brandt@example.org"
    person.save()
    page = cast.sign_in("coordinator").get(here(there.meeting))
    assert "Kopiera adressen till 1 person" in words(page)
    assert "ada.brandt@example.org" in page.content.decode()
    assert "3 ledamöter saknar adress:" in words(page)


def test_an_empty_agenda_gives_no_paper_but_a_sentence(cast: Cast) -> None:
    meeting, client = plan_meeting(body=cast.board, day=FAR, by=SYSTEM), cast.sign_in("coordinator")
    client.post(f"/sjobygden/moten/{meeting.uuid}/handlingar/")
    assert "Dagordningen är tom. Lägg till minst en punkt först." in read(client, here(meeting))
    assert not Paper.objects.filter(subject_uuid=meeting.uuid).exists()


def test_a_paper_is_kept_when_its_plan_goes(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    cancel_plan(meeting=there.meeting, by=SYSTEM)
    assert cast.sign_in("coordinator").get(f"/sjobygden/papper/{there.paper.uuid}/").content == b"Kallelse"


def test_a_meeting_that_has_been_held_is_not_called_again(cast: Cast) -> None:
    make(cast, cast.meeting)
    assert not Paper.objects.filter(subject_uuid=cast.meeting.uuid).exists()
    with pytest.raises(Refused, match="Mötet har hållits"):
        make_agenda(meeting=cast.meeting, by=SYSTEM)
