"""Presenters, proposals and annexes of an item; annex numbers follow the body's rule."""

from __future__ import annotations

from datetime import date, time

import pytest

from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.core.models import Stale
from radslag.domain.meetings import actions
from radslag.domain.meetings.models import AnnexRule, Attachment, Meeting, MeetingRules
from radslag.domain.meetings.refusal import Refused
from tests.cast import Cast
from tests.meetings.planning import DAY, item, plan


def annexes(meeting: Meeting) -> list[str]:
    """Label and title in agenda order."""
    rows = Attachment.objects.filter(item__meeting=meeting).order_by("item__position", "position")
    return [f"{each.label} {each.title}" for each in rows]


@pytest.fixture
def annexed(cast: Cast) -> Meeting:
    """An annex at the first item, two at the third."""
    meeting = plan(cast, "Ett", "Två", "Tre")
    for title, where in (("Plan", "Ett"), ("Kalkyl", "Tre"), ("Karta", "Tre")):
        actions.attach(item=item(meeting, where), title=title, by=SYSTEM)
    return meeting


def test_annexes_are_numbered_by_item_and_follow_it(annexed: Meeting) -> None:
    assert annexes(annexed) == ["Bilaga 1 Plan", "Bilaga 3.1 Kalkyl", "Bilaga 3.2 Karta"]
    actions.move_item(item=item(annexed, "Tre"), by=SYSTEM)
    assert annexes(annexed) == ["Bilaga 1.1 Kalkyl", "Bilaga 1.2 Karta", "Bilaga 2 Plan"]


def test_an_annex_taken_away_comes_back_in_its_place(annexed: Meeting) -> None:
    annex = Attachment.objects.get(title="Kalkyl")
    removed = actions.detach(attachment=annex, by=SYSTEM)
    assert annexes(annexed) == ["Bilaga 1 Plan", "Bilaga 3 Karta"]
    again = actions.restore_attachment(meeting=annexed, event=removed.event, by=SYSTEM)
    assert again.uuid == annex.uuid
    assert annexes(annexed) == ["Bilaga 1 Plan", "Bilaga 3.1 Kalkyl", "Bilaga 3.2 Karta"]


def test_an_annex_does_not_come_back_without_its_item(annexed: Meeting) -> None:
    removed = actions.detach(attachment=Attachment.objects.get(title="Plan"), by=SYSTEM)
    actions.remove_item(item=item(annexed, "Ett"), by=SYSTEM)
    with pytest.raises(Refused, match="inte finns längre"):
        actions.restore_attachment(meeting=annexed, event=removed.event, by=SYSTEM)


def test_another_rule_renumbers_what_is_being_prepared(annexed: Meeting) -> None:
    rules = actions.set_rules(body=annexed.body, from_day=None, annex_rule=AnnexRule.SEQUENTIAL, by=SYSTEM)
    assert annexes(annexed) == ["Bilaga 1 Plan", "Bilaga 2 Kalkyl", "Bilaga 3 Karta"]
    with pytest.raises(Stale):
        actions.set_rules(body=annexed.body, from_day=None, expected=rules.revision + 1, by=SYSTEM)


def test_rules_hold_from_a_day_on_and_end_what_held_before(cast: Cast) -> None:
    body, turn = cast.chief_executives, date(2025, 1, 1)
    first = actions.set_rules(body=body, from_day=None, place="Sjösalen", by=SYSTEM)
    standing = [{"title": " Föregående protokoll ", "place": "first"}, {"title": ""}]
    actions.set_rules(body=body, from_day=turn, expected=first.revision, place="Rådhuset", standing=standing, by=SYSTEM)
    before, after = (MeetingRules.objects.of_body(body, day) for day in (DAY, turn))
    assert before is not None
    assert after is not None
    assert (before.place, before.end, after.place) == ("Sjösalen", turn, "Rådhuset")
    assert [each["title"] for each in after.standing] == ["Föregående protokoll"]


def test_a_meeting_does_not_end_before_it_begins(cast: Cast) -> None:
    with pytest.raises(Refused, match="inte sluta innan"):
        actions.set_rules(body=cast.board, from_day=None, start_time=time(15, 0), end_time=time(13, 0), by=SYSTEM)


def test_presenters_and_proposals_are_set_as_a_whole_and_the_same_again_is_no_change(cast: Cast) -> None:
    ett = item(plan(cast, "Ett"), "Ett")
    ada = cast.people["Ada Brandt"]
    for _ in range(2):
        actions.set_presenters(item=ett, presenters=[("Gästen", None), (" Ada  Brandt ", ada), ("", None)], by=SYSTEM)
        actions.set_proposals(item=ett, texts=["Gruppen godkänner.", " "], by=SYSTEM)
    assert [(each.name, each.person) for each in ett.presenters.all()] == [("Gästen", None), ("Ada Brandt", ada)]
    assert [each.text for each in ett.proposed_decisions.all()] == ["Gruppen godkänner."]
    assert Event.objects.about("agendaitem", ett.uuid).filter(verb="change").count() == 2


def test_an_annex_has_a_name(annexed: Meeting) -> None:
    with pytest.raises(Refused, match="vad bilagan heter"):
        actions.rename_attachment(attachment=Attachment.objects.get(title="Plan"), title=" ", by=SYSTEM)
    actions.rename_attachment(attachment=Attachment.objects.get(title="Plan"), title="Ny plan", by=SYSTEM)
    assert annexes(annexed)[0] == "Bilaga 1 Ny plan"


def test_at_a_called_meeting_a_new_annex_gets_the_next_number(cast: Cast) -> None:
    actions.attach(item=cast.called.items.get(), title="Eftersänt", by=SYSTEM)
    assert annexes(cast.called) == ["Bilaga 1 Eftersänt"]
