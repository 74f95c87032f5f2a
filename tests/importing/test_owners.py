"""Who an assignment is given to: taken apart only where every piece is unmistakable."""

from __future__ import annotations

import pytest

from radslag.base.people.actions import create_body
from radslag.exchange.importing.committing.owners import owners_of
from radslag.exchange.importing.register import Register, name_key, register_of
from tests.importing.conftest import BY, Place

PEOPLE = frozenset({name_key("Ada Brandt")})


@pytest.fixture
def register(place: Place) -> Register:
    """With a business group too."""
    create_body(collaboration=place.collaboration, name="Näringslivsgruppen", by=BY)
    return register_of(place.collaboration)


@pytest.mark.parametrize(
    ("written", "texts", "municipalities"),
    [
        ("Örebro", ["Örebro"], ["Örebro"]),
        ("Örebro kommun", ["Örebro kommun"], ["Örebro"]),
        ("Kommundirektören i Åmål", ["Kommundirektören i Åmål"], ["Åmål"]),
        (
            "Kommundirektörerna i Askersund, Åmål och Örebro",
            ["Kommundirektörerna i Askersund", "Åmål", "Örebro"],
            ["Askersund", "Åmål", "Örebro"],
        ),
        (
            "Ansvariga kommundirektörer (Askersund, Åmål och Örebro)",
            ["Ansvariga kommundirektörer (Askersund)", "Åmål", "Örebro"],
            ["Askersund", "Åmål", "Örebro"],
        ),
        ("Älmhult samt Örebro", ["Älmhult", "Örebro"], ["Älmhult", "Örebro"]),
    ],
)
def test_members_are_known_by_name(
    register: Register, written: str, texts: list[str], municipalities: list[str]
) -> None:
    owners = owners_of(written, register, PEOPLE)

    assert [owner.text for owner in owners] == texts
    assert [str(owner.municipality) for owner in owners] == municipalities


@pytest.mark.parametrize(
    "written",
    [
        "Sekretariatsledaren och Örebros miljöstrateg",
        "gruppen",
        "Kommundirektörerna",
        "Västerås",
        "Region Örebro län",
        "Örebro och de andra",
        "samtliga kommuner, Örebro undantaget",
        "Näringslivsgruppen i samråd med HR",
    ],
)
def test_in_doubt_the_words_stand_alone_and_whole(register: Register, written: str) -> None:
    (owner,) = owners_of(written, register, PEOPLE)

    assert owner.text == written
    assert not owner.known


def test_a_person_and_a_body_are_known_by_their_exact_name(register: Register) -> None:
    ada, group = owners_of("Ada Brandt och näringslivsgruppen", register, PEOPLE)

    assert ada.person in PEOPLE
    assert group.body is not None
    assert group.body.name == "Näringslivsgruppen"
