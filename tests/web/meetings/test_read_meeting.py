"""Reading a meeting: everything that is known of it, each value a click from its line."""

from __future__ import annotations

import re
from datetime import date

import pytest

from radslag.base.documents.models import Citation
from radslag.base.people.models import Membership
from radslag.domain.meetings.models import Meeting
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements, words


def page_of(meeting: Meeting) -> str:
    return f"/sjobygden/moten/{meeting.uuid}/"


def test_the_head_says_what_meeting_it_is(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.meeting))
    assert "Kommundirektörsgruppen, onsdag 14 februari 2024 genomfört" in text
    assert "13.00–16.00 Sjösalen, Åmål Ordförande Ada Brandt Vid anteckningarna Ylva Ängmark" in text
    assert "4 punkter, 2 beslut, 4 uppdrag" in text


def test_every_member_of_the_day_stands_in_the_attendance(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.meeting))
    assert "3 av 4 kommuner företrädda" in text
    assert "Askersund Ada Brandt ordförande" in text
    assert "Örebro Ingen antecknad" in text


def test_guests_stand_apart_from_the_members(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.meeting))
    apart = text[text.index("Övriga i närvarolistan") :]
    assert "Ylva Ängmark" in apart
    assert "Örjan Ekdahl anmält förhinder" in apart


def test_a_municipality_that_entered_later_is_not_missed(cast: Cast) -> None:
    Membership.objects.filter(municipality__name="Örebro").update(start=date(2024, 6, 1))
    assert "3 av 3 kommuner företrädda" in read(cast.sign_in("observer"), page_of(cast.meeting))


def test_items_stand_in_their_section_with_sub_items_within(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.meeting))
    order = ["Del 1 Gemensamma frågor", "1 Vattenförsörjning", "1.1 Reservvattentäkt", "2 Ålfiske", "Övriga punkter"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_an_item_shows_annexes_views_proposal_decision_and_assignments(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.meeting))
    for said in (
        "Bilaga 1",
        "Älmhult påminde om",
        "Förslag till beslut",
        "Beslut godkänt",
        "Föredragande: Ylva Ängmark",
    ):
        assert said in text
    assert "tar fram en gemensam kostnadskalkyl försenat Åmål senast 31 maj 2024" in text
    assert "funderar på gemensamma utbildningar öppet Medskick · Ada Brandt under hösten" in text


def test_each_value_leads_to_its_marked_line(cast: Cast) -> None:
    answer = cast.sign_in("member").get(page_of(cast.meeting))
    cited = Citation.objects.get(object_uuid=cast.held.decision.uuid)
    place = f"/sjobygden/kalla/{cast.extraction.uuid}/?fran={cited.start}&till={cited.end}#rad-{cited.line}"
    assert place in links(answer)
    assert cast.extraction.text[cited.start : cited.end] == cast.held.decision.text


def test_who_may_not_read_sources_gets_no_way_to_them(cast: Cast) -> None:
    answer = cast.sign_in("observer").get(page_of(cast.meeting))
    assert not [link for link in links(answer) if "/kalla/" in link or "/fil/" in link]
    assert "anteckningar-sjobygden.txt" in words(answer)


def test_the_papers_can_be_read_and_fetched(cast: Cast) -> None:
    found = links(cast.sign_in("member").get(page_of(cast.meeting)))
    assert f"/sjobygden/kalla/{cast.extraction.uuid}/" in found
    assert f"/sjobygden/fil/{cast.version.uuid}/" in found


def test_the_meetings_before_and_after_are_a_click_away(cast: Cast) -> None:
    assert page_of(cast.called) in links(cast.sign_in("observer").get(page_of(cast.meeting)))
    assert page_of(cast.meeting) in links(cast.sign_in("observer").get(page_of(cast.called)))


def test_a_called_meeting_shows_proposals_and_no_attendance(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.called))
    assert "kallat" in text
    assert "Förslag till beslut" in text
    assert "företrädda" not in text


def test_open_assignments_are_gathered_beside(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.meeting))
    assert "Öppna uppdrag från mötet 3" in text


def test_what_a_document_says_is_never_markup(cast: Cast) -> None:
    cast.held.decision.text = "<script>alert(1)</script> & mera"
    cast.held.decision.save()
    content = cast.sign_in("observer").get(page_of(cast.meeting)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mera" in content


def test_sixty_items_take_the_statements_of_fifteen_and_at_most_sixteen(cast: Cast) -> None:
    people = list(cast.people.values())
    client = cast.sign_in("coordinator")
    small = make_meeting(body=cast.board, day=date(2023, 3, 1), people=people, items=15)
    large = make_meeting(body=cast.board, day=date(2023, 4, 1), people=people, items=60, sub_items=1)
    counts = {statements(client, page_of(meeting)) for meeting in (small, large)}
    assert len(counts) == 1
    assert counts.pop() <= 16


def test_every_anchor_on_the_page_is_its_own(cast: Cast) -> None:
    content = cast.sign_in("coordinator").get(page_of(cast.meeting)).content.decode()
    found = re.findall(r' id="([^"]+)"', content)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("administrator", 403)])
def test_who_may_not_read_the_record_is_refused(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(page_of(cast.meeting)).status_code == status


def test_another_collaborations_meeting_is_not_found(cast: Cast) -> None:
    assert cast.sign_in("coordinator").get(page_of(cast.other_held.meeting)).status_code == 404
