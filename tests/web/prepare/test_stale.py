"""Two who write in the same item at once: both hold, or both are shown, and nothing typed is lost."""

from __future__ import annotations

from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting
from tests.cast import Cast
from tests.planned_meeting import plan
from tests.web.pages import words
from tests.web.prepare.agenda import post, save, shown


def test_changes_of_different_things_both_hold(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    first_seen = shown(there.first)
    save(client, there.first, title="Upphandling av el")
    answer = post(client, there.meeting, "punkter/spara/", **{**first_seen, "notes": "Min bakgrund"})
    assert answer.status_code == 302
    item = AgendaItem.objects.get(pk=there.first.pk)
    assert (item.title, item.notes) == ("Upphandling av el", "Min bakgrund")


def test_changes_of_the_same_thing_are_shown_side_by_side(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    first_seen = shown(there.first)
    save(client, there.first, proposals="Gruppen avslår.")
    mine = {**first_seen, "proposals": "Gruppen godkänner.", "notes": "Min bakgrund"}
    answer = post(client, there.meeting, "punkter/spara/", **mine)
    assert answer.status_code == 409
    for said in ("Användare coordinator sparade", "Gruppen godkänner.", "Gruppen avslår."):
        assert said in words(answer)
    assert 'name="notes" value="Min bakgrund"' in answer.content.decode()


def test_the_choice_is_carried_out(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    save(client, there.first, proposals="Gruppen avslår.")
    choice = {
        "item": str(there.first.uuid),
        "revision": AgendaItem.objects.get(pk=there.first.pk).revision,
        "keep_proposals": "mine",
        "mine_proposals": "Gruppen godkänner.",
        "initial-proposals": "Gruppen avslår.",
        "notes": "Min bakgrund",
        "initial-notes": "",
    }
    assert post(client, there.meeting, "punkter/spara/", **choice).status_code == 302
    item = AgendaItem.objects.get(pk=there.first.pk)
    assert item.notes == "Min bakgrund"
    assert [each.text for each in item.proposed_decisions.all()] == ["Gruppen godkänner."]


def test_two_who_change_the_day_are_shown_both(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    seen = {"initial-day": "2090-05-17", "initial-place": "Sjösalen", "revision": 0}
    post(client, there.meeting, "uppgifter/", **seen, day="2090-05-18", place="Sjösalen")
    answer = post(client, there.meeting, "uppgifter/", **seen, day="2090-05-20", place="Sjösalen")
    assert answer.status_code == 409
    assert "2090-05-20" in words(answer)
    assert Meeting.objects.get(pk=there.meeting.pk).date.isoformat() == "2090-05-18"


def test_two_who_name_a_part_are_shown_both(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    seen = {"section": str(there.part.uuid), "revision": 0, "initial-title": there.part.title}
    assert post(client, there.meeting, "delar/spara/", **seen, title="Del A", minuted="nej").status_code == 302
    assert post(client, there.meeting, "delar/spara/", **seen, title="Del B").status_code == 409
    assert AgendaSection.objects.get(pk=there.part.pk).title == "Del A"
