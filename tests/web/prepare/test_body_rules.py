"""How a body meets: set from a day on, without losing what was written."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from radslag.domain.meetings.models import MeetingRules
from tests.cast import Cast
from tests.web.pages import read, words


def address(cast: Cast) -> str:
    return f"/sjobygden/grupper/{cast.chief_executives.uuid}/moten/"


def written(**changes: Any) -> dict[str, Any]:
    rows = {
        "first_title": ["Mötet öppnas", ""], "first_type": ["", ""], "first_presenter": ["Ordföranden", ""],
        "first_proposal": ["", ""], "last_title": ["Nästa möte", "Övriga frågor"],
        "last_type": ["information", ""], "last_presenter": ["", ""], "last_proposal": ["", ""],
    }  # fmt: skip
    day = timezone.localdate().isoformat()
    return {**rows, "annex_rule": "sequential", "start_time": "09:30", "place": "Sjösalen", "from_day": day, **changes}


def test_what_nearly_all_have_is_there_to_begin_with(cast: Cast) -> None:
    content = cast.sign_in("coordinator").get(address(cast)).content.decode()
    assert 'value="Övriga frågor"' in content


def test_rules_are_set_and_shown_again(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    assert client.post(address(cast), written()).status_code == 302
    rules = MeetingRules.objects.get()
    assert [row["title"] for row in rules.standing] == ["Mötet öppnas", "Nästa möte", "Övriga frågor"]
    assert (rules.annex_rule, rules.place) == ("sequential", "Sjösalen")
    assert 'value="Mötet öppnas"' in client.get(address(cast)).content.decode()


def test_the_order_is_changed_before_anything_is_saved(cast: Cast) -> None:
    answer = cast.sign_in("coordinator").post(address(cast), written(flytta="last:1:up"))
    content = answer.content.decode()
    assert content.index('value="Övriga frågor"') < content.index('value="Nästa möte"')
    assert not MeetingRules.objects.exists()


def test_a_row_without_a_title_is_told_and_the_rest_is_kept(cast: Cast) -> None:
    answer = cast.sign_in("coordinator").post(address(cast), written(first_title=["", ""]))
    assert answer.status_code == 422
    assert "En stående punkt saknar rubrik" in words(answer)
    assert 'value="Ordföranden"' in answer.content.decode()


def test_the_second_of_two_is_shown_what_is_saved_and_keeps_what_was_written(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    client.post(address(cast), written())
    answer = client.post(address(cast), written(place="Rådhuset"))
    assert answer.status_code == 409
    assert "Någon annan sparade medan du skrev" in words(answer)
    assert 'value="Rådhuset"' in answer.content.decode()
    assert "Sjösalen" in words(answer)


def test_the_body_leads_there(cast: Cast) -> None:
    assert "Så möts gruppen" in read(cast.sign_in("coordinator"), f"/sjobygden/grupper/{cast.chief_executives.uuid}/")
