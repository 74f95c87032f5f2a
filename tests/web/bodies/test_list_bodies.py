"""Reading the list of bodies as of a day."""

from __future__ import annotations

from datetime import date

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_body
from radslag.base.people.models import Body, BodyKind
from tests.cast import Cast
from tests.web.pages import links, read

LIST = "/sjobygden/grupper/"


def test_bodies_stand_under_their_kind_the_board_first(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), LIST)
    assert text.index("Styrelse ") < text.index("Sjöbygdens styrelse") < text.index("Kommundirektörsgrupp ")
    assert "Kommundirektörsgruppen 4 2" in text


def test_within_a_kind_swedish_letters_stand_last(cast: Cast) -> None:
    for name in ("Örnätverket", "Zonnätverket", "Ånätverket"):
        create_body(collaboration=cast.collaboration, name=name, kind=BodyKind.NETWORK, by=SYSTEM)
    text = read(cast.sign_in("observer"), LIST)
    assert text.index("Zonnätverket") < text.index("Ånätverket") < text.index("Örnätverket")


def test_a_body_that_had_ended_is_left_out_and_comes_back_as_of_its_time(cast: Cast) -> None:
    Body.objects.filter(pk=cast.board.pk).update(start=date(2010, 1, 1), end=date(2021, 1, 1))
    client = cast.sign_in("observer")
    assert "Sjöbygdens styrelse" not in read(client, LIST)
    assert "Sjöbygdens styrelse" in read(client, f"{LIST}?den=2020-12-31")


def test_people_are_counted_as_of_the_day(cast: Cast) -> None:
    assert "Kommundirektörsgruppen 0 2" in read(cast.sign_in("observer"), f"{LIST}?den=2018-12-31")


def test_each_line_leads_to_its_body_on_the_same_day(cast: Cast) -> None:
    found = links(cast.sign_in("observer").get(f"{LIST}?den=2020-05-27"))
    assert f"{LIST}{cast.board.uuid}/?den=2020-05-27" in found


def test_another_collaborations_bodies_never_show(cast: Cast) -> None:
    text = read(cast.sign_in("outsider"), "/slattbygden/grupper/?den=2024-01-01")
    assert "Slättbygdens kommundirektörer" in text
    assert "Sjöbygdens styrelse" not in text
