"""Which body a heading names, however the meeting or the paper is called."""

import pytest

from radslag.text.swedish.names import Known, body_candidates, body_key

BODIES = [
    Known(1, "Styrelsen"),
    Known(2, "Kommundirektörsgruppen", ("KD-gruppen",)),
    Known(3, "Näringslivsgruppen"),
    Known(4, "HR-nätverket"),
    Known(5, "Gruppen för fysisk planering och infrastruktur", ("ÖP-gruppen",)),
    Known(6, "Digitaliseringsgruppen"),
]


@pytest.mark.parametrize(
    "names",
    [
        ("kommundirektörsgruppen", "Kommundirektörsmöte", "Kommundirektörmöte", "Möte i kommundirektörsgruppen"),
        ("kommundirektörsgruppen", "Kommundirektörerna", "Kommunchefsgruppen", "Protokoll kommundirektörsträff"),
        ("styrelsen", "Styrelsemöte", "Styrelsens sammanträde den 28 april 2026", "Kallelse till styrelsen"),
        ("näringslivsgruppen", "arbetsgruppen för näringsliv", "Näringslivsnätverket"),
        ("miljö- och klimatgruppen", "Gruppen för miljö och klimat"),
    ],
)
def test_a_body_and_its_meetings_have_one_key(names: tuple[str, ...]) -> None:
    assert len({body_key(name) for name in names}) == 1


def test_a_name_that_says_nothing_is_its_own_key() -> None:
    assert body_key("Mötet") == "mötet"


@pytest.mark.parametrize(
    ("written", "body", "certainty"),
    [
        ("Möte i kommundirektörsgruppen", 2, "exact"),
        ("Möte i kommundirektörsgruppen, Mälarbygden", 2, "exact"),
        ("KD-gruppen", 2, "exact"),
        ("Minnesanteckningar styrelsen 2026-04-28", 1, "exact"),
        ("Kommundirektörsmöte Mälarbygden", 2, "likely"),
        ("Kommundirektörmöte", 2, "likely"),
        ("komundirektörsgruppen", 2, "likely"),
        ("Styrelsemöte den 28 april", 1, "likely"),
        ("Styrelse", 1, "likely"),
        ("ÖP-gruppens möte", 5, "likely"),
        ("infrastruktur och fysisk planering", 5, "likely"),
        ("HR-chefsnätverket", 4, "possible"),
        ("Gruppen för fysisk planering", 5, "possible"),
        ("Styrgruppen för digitalisering", 6, "possible"),
        ("Förbundsstyrelsen", 1, "possible"),
    ],
)
def test_a_heading_brings_up_the_body_it_may_mean(written: str, body: int, certainty: str) -> None:
    best = body_candidates(written, BODIES, collaboration="Mälarbygden")[0]
    assert (best.known.key, best.certainty) == (body, certainty)


@pytest.mark.parametrize("written", ["Valberedningen", "Mälarbygden", "", "Minnesanteckningar", "2026-04-28"])
def test_a_heading_without_a_known_body_brings_up_none(written: str) -> None:
    assert body_candidates(written, BODIES, collaboration="Mälarbygden") == []


def test_the_reason_is_told_in_swedish() -> None:
    assert body_candidates("Kommundirektörsmöte", BODIES)[0].reason == (
        "samma grupp eller dess möte: Kommundirektörsgruppen"
    )
