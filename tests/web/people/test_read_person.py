"""Reading a person as of a day."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.people.models import Person
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements


def page_of(person: Person) -> str:
    return f"/sjobygden/personer/{person.uuid}/"


def test_the_page_says_where_the_person_sits_and_since_when(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.people["Ada Brandt"]))
    assert "Ada Brandt kommundirektör" in text
    assert "Kommundirektörsgruppen , Askersund ledamot sedan 1 januari 2019" in text


def test_as_of_a_day_before_nothing_is_claimed(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), f"{page_of(cast.people['Ada Brandt'])}?den=2018-01-01")
    assert "Inget beslutat uppdrag är infört, och ingen handling från den dagen visar någon." in text


def test_attendance_assignments_and_spellings_stand_beside(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of(cast.people["Ada Brandt"]))
    assert "kartlägger möjliga vattentäkter öppet" in text
    assert "Närvaro 1 2024-02-14 Kommundirektörsgruppen, ordförande närvarande" in text
    assert "Andra namn och stavningar ADA BRANDT annan stavning" in text


def test_what_a_person_presented_leads_to_the_item(cast: Cast) -> None:
    answer = cast.sign_in("observer").get(page_of(cast.people["Ylva Ängmark"]))
    item = cast.held.items[1]
    assert f"/sjobygden/moten/{cast.meeting.uuid}/#punkt-{item.uuid}" in links(answer)


def test_a_merged_records_address_leads_on_for_good(cast: Cast) -> None:
    first, second, third = (cast.people[name] for name in ("Ylva Ängmark", "Zacharias Lindqvist", "Ada Brandt"))
    Person.objects.filter(pk=first.pk).update(merged_into=second)
    Person.objects.filter(pk=second.pk).update(merged_into=third)
    answer = cast.sign_in("observer").get(f"{page_of(first)}?den=2020-05-27")
    assert answer.status_code == 301
    assert answer["Location"] == f"{page_of(third)}?den=2020-05-27"


def test_the_statements_do_not_grow_with_the_record(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, page_of(cast.people["Ada Brandt"]))
    for month in range(1, 9):
        make_meeting(body=cast.chief_executives, day=date(2023, month, 1), people=list(cast.people.values()), items=2)
    assert statements(client, page_of(cast.people["Ada Brandt"])) <= few


def test_another_collaborations_person_is_not_found(cast: Cast) -> None:
    assert cast.sign_in("coordinator").get(page_of(cast.other_person)).status_code == 404


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("administrator", 403)])
def test_who_may_not_read_the_record_is_refused(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(page_of(cast.people["Ada Brandt"])).status_code == status
