"""What has happened to a person, a body and a municipality, year by year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import give_mandate, observe_mandate
from radslag.base.people.describing import describe_body
from radslag.base.people.models import Body, Membership, NameKind
from radslag.base.people.naming import add_name
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements


@pytest.fixture
def client(cast: Cast) -> Client:
    """The coordinator's."""
    return cast.sign_in("coordinator")


def person(cast: Cast, name: str, more: str = "") -> str:
    """A person's history."""
    return f"/sjobygden/personer/{cast.people[name].uuid}/?visa=historik{more}"


def body(found: Body, more: str = "") -> str:
    """A body's history."""
    return f"/sjobygden/grupper/{found.uuid}/?visa=historik{more}"


def test_what_was_decided_stands_apart_from_what_was_seen(cast: Cast, client: Client) -> None:
    ylva = cast.people["Ylva Ängmark"]
    for day in (date(2022, 1, 1), date(2022, 3, 1)):
        observe_mandate(person=ylva, body=cast.board, day=day, by=SYSTEM)
    give_mandate(person=ylva, body=cast.board, start=date(2023, 1, 1), end=date(2024, 1, 1), by=SYSTEM)
    text = read(client, person(cast, "Ylva Ängmark"))
    assert "2023-12-31 Sista dag: ledamot, Sjöbygdens styrelse beslutat" in text
    assert "2022-03-01 Senast sedd: ledamot, Sjöbygdens styrelse sedd 2 gånger sett" in text
    assert "2022-01-01 Sedd första gången: ledamot, Sjöbygdens styrelse sett" in text


def test_meetings_presentations_and_assignments_lead_to_their_places(cast: Cast, client: Client) -> None:
    text = read(client, person(cast, "Ada Brandt"))
    assert "2024-02-14 Närvarande: Kommundirektörsgruppen" in text
    assert "Fick ett uppdrag: kartlägger möjliga vattentäkter" in text
    found = links(client.get(person(cast, "Ylva Ängmark")))
    assert f"/sjobygden/moten/{cast.meeting.uuid}/#punkt-{cast.held.items[1].uuid}" in found
    assert [url for url in found if "/kalla/" in url]


def test_names_follow_each_other(cast: Cast, client: Client) -> None:
    ada = cast.people["Ada Brandt"]
    for name, end in (("Ada Alm", date(2010, 1, 1)), ("Ada Ask", date(2015, 1, 1))):
        add_name(named=ada, name=name, kind=NameKind.FORMER, end=end, by=SYSTEM)
    text = read(client, person(cast, "Ada Brandt"))
    assert "2015-01-01 Bytte namn från Ada Ask till Ada Brandt" in text
    assert "2010-01-01 Bytte namn från Ada Alm till Ada Ask" in text


def test_of_a_past_day_nothing_later_is_told(cast: Cast, client: Client) -> None:
    text = read(client, person(cast, "Ada Brandt", "&den=2020-01-01"))
    assert "Började: ledamot, Kommundirektörsgruppen, Askersund" in text
    assert "2024-02-14" not in text


def test_a_body_began_met_and_was_taken_over(cast: Cast, client: Client) -> None:
    board = cast.board
    kept: dict[str, Any] = {"kind": board.kind, "short_name": "", "successor": cast.chief_executives}
    describe_body(body=board, expected=0, by=SYSTEM, start=date(2015, 1, 1), end=date(2022, 1, 1), **kept)
    assert "2021-12-31 Gick upp i Kommundirektörsgruppen beslutat" in read(client, body(board))
    text = read(client, body(cast.chief_executives))
    assert "2022-01-01 Tog över efter Sjöbygdens styrelse" in text
    assert "2024-02-14 Möte Sjösalen, Åmål" in text
    assert "Började: Ada Brandt, ledamot, Askersund" in text


def test_a_municipality_entered_and_was_represented(cast: Cast, client: Client) -> None:
    member = Membership.objects.get(collaboration=cast.collaboration, municipality__name="Askersund")
    text = read(client, f"/sjobygden/kommuner/{member.uuid}/?visa=historik")
    assert "2019-01-01 Blev medlem beslutat" in text
    assert "2024-02-14 Företrädd vid Kommundirektörsgruppen: Ada Brandt" in text


def test_who_may_read_the_trail_sees_what_was_changed(cast: Cast, client: Client) -> None:
    ylva = cast.people["Ylva Ängmark"]
    give_mandate(person=ylva, body=cast.board, start=date(2023, 1, 1), by=SYSTEM)
    assert "Rådslag förde in ett beslutat uppdrag: Ylva Ängmark · Sjöbygdens styrelse. Ångra" in read(
        client, person(cast, "Ylva Ängmark")
    )
    assert "Ändrat i registret" not in read(cast.sign_in("member"), person(cast, "Ylva Ängmark"))


def test_the_statements_do_not_grow_with_the_years(cast: Cast, client: Client) -> None:
    pages = [person(cast, "Ada Brandt"), body(cast.chief_executives)]
    few = [statements(client, page) for page in pages]
    for month in range(1, 7):
        make_meeting(body=cast.chief_executives, day=date(2023, month, 1), people=list(cast.people.values()), items=2)
    assert [statements(client, page) for page in pages] <= few
