"""Reading the members as of a day, and one of them."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.people.models import Membership
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements

LIST = "/sjobygden/kommuner/"


def member(name: str) -> Membership:
    return Membership.objects.select_related("municipality").get(municipality__name=name)


def page_of(name: str) -> str:
    return f"{LIST}{member(name).uuid}/"


def test_the_members_stand_in_swedish_order_with_county_and_code(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LIST)
    assert "4 medlemskommuner" in text
    places = [text.index(name) for name in ("Askersund Örebro län 1882", "Åmål", "Älmhult", "Örebro Örebro län 1880")]
    assert places == sorted(places)


def test_who_had_not_entered_yet_is_no_member(cast: Cast) -> None:
    assert "Inga medlemskommuner är införda" in read(cast.sign_in("observer"), f"{LIST}?den=2018-12-31")


def test_who_has_left_stands_among_the_former(cast: Cast) -> None:
    Membership.objects.filter(pk=member("Åmål").pk).update(end=date(2023, 1, 1))
    text = read(cast.sign_in("observer"), LIST)
    former = text[text.index("Tidigare medlemmar") :]
    assert "3 medlemskommuner" in text
    assert "Åmål Västra Götalands län 1492 medlem från 1 januari 2019 t.o.m. 31 december 2022" in former


def test_a_municipalitys_people_assignments_and_attendance(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), page_of("Åmål"))
    assert "Västra Götalands län kommunkod 1492 medlem sedan 1 januari 2019" in text
    assert "Åke Östling , Kommundirektörsgruppen ledamot sedan 1 januari 2019" in text
    assert "tar fram en gemensam kostnadskalkyl försenat" in text
    assert "2024-02-14 Kommundirektörsgruppen Åke Östling" in text


def test_a_meeting_nobody_came_to_for_it_says_so(cast: Cast) -> None:
    assert "2024-02-14 Kommundirektörsgruppen ingen antecknad" in read(cast.sign_in("observer"), page_of("Örebro"))


def test_as_of_a_day_before_the_mandate_nobody_is_known(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), f"{page_of('Åmål')}?den=2018-05-01")
    assert "inte medlem den dagen" in text
    assert "Åke Östling" not in text


def test_the_day_follows_on(cast: Cast) -> None:
    found = links(cast.sign_in("observer").get(f"{page_of('Åmål')}?den=2024-03-01"))
    assert f"/sjobygden/grupper/{cast.chief_executives.uuid}/?den=2024-03-01" in found


def test_the_statements_do_not_grow_with_the_meetings(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    few = statements(client, page_of("Åmål"))
    for month in range(1, 9):
        make_meeting(body=cast.chief_executives, day=date(2023, month, 1), people=list(cast.people.values()), items=2)
    assert statements(client, page_of("Åmål")) <= few


def test_another_collaborations_member_is_not_found(cast: Cast) -> None:
    assert cast.sign_in("coordinator").get(page_of("Skara")).status_code == 404


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("administrator", 403)])
def test_who_may_not_read_the_record_is_refused(cast: Cast, role: str, status: int) -> None:
    client = cast.sign_in(role)
    assert client.get(LIST).status_code == status
    assert client.get(page_of("Åmål")).status_code == status
