"""Parts of the agenda, and the facts of the meeting."""

from __future__ import annotations

from datetime import time

import pytest

from radslag.domain.meetings.models import AgendaItem, AgendaSection, Meeting
from tests.cast import Cast
from tests.planned_meeting import plan
from tests.web.pages import read, words
from tests.web.prepare.agenda import here, post


def test_a_part_is_added_timed_and_marked_as_not_minuted(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    post(client, there.meeting, "delar/ny/", title="Del 2 Ärenden")
    part = AgendaSection.objects.get(title="Del 2 Ärenden")
    fields = {"title": part.title, "initial-title": part.title, "revision": 0, "section": str(part.uuid)}
    times = {"start_time": "10:30", "end_time": "12.00", "initial-start_time": "", "initial-end_time": ""}
    post(client, there.meeting, "delar/spara/", **fields, **times, minuted="nej", **{"initial-minuted": "ja"})
    part.refresh_from_db()
    assert (part.start_time, part.end_time, part.minuted) == (time(10, 30), time(12), False)
    assert "10.30–12.00 · minnesantecknas inte" in read(client, here(there.meeting))


def test_parts_change_places(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    post(client, there.meeting, "delar/ny/", title="Del 2")
    other = AgendaSection.objects.get(title="Del 2")
    post(client, there.meeting, "delar/flytta/", section=str(other.uuid), direction="up")
    assert [part.title for part in there.meeting.sections.all()] == ["Del 2", "Del 1 Samtal"]


def test_a_part_goes_without_its_items_and_comes_back(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    post(client, there.meeting, "delar/ta-bort/", section=str(there.part.uuid))
    page = client.get(here(there.meeting))
    assert "Delen Del 1 Samtal är borttagen, punkterna är kvar. Ångra" in words(page)
    assert AgendaItem.objects.get(pk=there.first.pk).section is None
    undo = next(part for part in page.content.decode().split('"') if "aterstall/?vad=del" in part)
    client.post(undo.replace("&amp;", "&"))
    section = AgendaItem.objects.get(pk=there.first.pk).section
    assert section is not None
    assert section.uuid == there.part.uuid


def test_the_facts_of_the_meeting_are_changed(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    began = {"initial-day": "2090-05-17", "initial-start_time": "09:30", "initial-place": "Sjösalen", "revision": 0}
    given = {"day": "2090-05-18", "start_time": "10:00", "end_time": "12:00", "link": "https://mote.example.org/1"}
    post(client, there.meeting, "uppgifter/", **began, **given, place="Rådhuset", practical="Lunch ingår.")
    meeting = Meeting.objects.get(pk=there.meeting.pk)
    assert (meeting.date.isoformat(), meeting.place, meeting.practical) == ("2090-05-18", "Rådhuset", "Lunch ingår.")
    assert "10.00–12.00 Rådhuset" in read(client, here(there.meeting))


def test_an_end_before_the_start_is_told_by_its_field(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    given = {"revision": 0, "day": "2090-05-17", "start_time": "12:00", "end_time": "11:00"}
    answer = post(cast.sign_in("coordinator"), there.meeting, "uppgifter/", **given)
    assert answer.status_code == 422
    assert "Slutar före starttiden 12.00." in words(answer)


def test_what_is_missing_is_told_with_the_way_to_it(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    text = read(cast.sign_in("coordinator"), here(there.meeting))
    assert "Mötet har ingen sluttid: Fyll i" in text
    assert "saknar föredragande:" in text


def test_a_title_too_long_for_a_part_is_put_back_with_a_sentence(cast: Cast) -> None:
    there, long = plan(cast.chief_executives), "Del tre " * 40
    answer = post(cast.sign_in("coordinator"), there.meeting, "delar/ny/", title=long)
    assert answer.status_code == 422
    assert "högst 300 får plats" in words(answer)
    assert f'value="{long}"' in answer.content.decode()
    assert there.meeting.sections.count() == 1


@pytest.mark.parametrize(("day", "status"), [("2020-01-15", 422), ("2090-05-18", 302)])
def test_a_planned_meeting_is_not_moved_to_a_day_that_has_been(cast: Cast, day: str, status: int) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    fields = {"initial-day": "2090-05-17", "day": day, "revision": 0}
    answer = post(client, there.meeting, "uppgifter/", **fields)
    assert answer.status_code == status
    assert ("Dagen har redan varit" in words(answer)) is (status == 422)


def test_a_planned_meeting_whose_day_came_and_went_can_still_be_written_in(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    Meeting.objects.filter(pk=there.meeting.pk).update(date="2024-05-15")
    fields = {"initial-day": "2024-05-15", "day": "2024-05-15", "revision": 0, "initial-place": "Sjösalen"}
    assert post(client, there.meeting, "uppgifter/", **fields, place="Storsalen").status_code == 302
    assert Meeting.objects.get(pk=there.meeting.pk).place == "Storsalen"
