"""What an attentive secretary asks before the papers are made."""

from __future__ import annotations

from radslag.base.core.actor import SYSTEM
from radslag.domain.meetings import actions
from tests.cast import Cast
from tests.planned_meeting import FAR
from tests.web.pages import links, read
from tests.web.prepare.agenda import here


def test_each_thing_that_is_missing_leads_to_its_item(cast: Cast) -> None:
    meeting = actions.plan_meeting(body=cast.board, day=FAR, by=SYSTEM)
    item = actions.add_item(meeting=meeting, title="Budget enligt bilaga", type="decision", by=SYSTEM)
    client = cast.sign_in("coordinator")
    text = read(client, here(meeting))
    for said in (
        "Mötet har ingen starttid: Fyll i",
        "Varken plats eller länk är angiven: Fyll i",
        "1 beslutspunkt saknar förslag till beslut: 1",
        "1 punkt saknar föredragande: 1",
        "1 punkt nämner en bilaga som inte finns här: 1",
    ):
        assert said in text
    assert f"#punkt-{item.uuid}" in links(client.get(here(meeting)))


def test_nobody_is_asked_to_present_what_closes_a_meeting(cast: Cast) -> None:
    meeting = actions.plan_meeting(body=cast.board, day=FAR, by=SYSTEM)
    actions.add_item(meeting=meeting, title="Övriga frågor", by=SYSTEM)
    assert "saknar föredragande" not in read(cast.sign_in("coordinator"), here(meeting))


def test_an_annex_without_a_file_is_told(cast: Cast) -> None:
    meeting = actions.plan_meeting(body=cast.board, day=FAR, by=SYSTEM)
    item = actions.add_item(meeting=meeting, title="Budget", by=SYSTEM)
    actions.attach(item=item, title="Siffror", version=None, by=SYSTEM)
    assert "1 punkt har en bilaga utan fil: 1" in read(cast.sign_in("coordinator"), here(meeting))
