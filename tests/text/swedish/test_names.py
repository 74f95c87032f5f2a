"""Whether a written name means a person already known: candidates with a reason, never a decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.text.swedish.names import Certainty, Known, candidates, name_distance, same_name, sort_name

PEOPLE = [
    Known(number, name)
    for number, name in enumerate(
        [
            "Anna Berg Falk",
            "Bo-Göran Dahlén",
            "Lisa Almgren Lind",
            "Viveka Seeraets",
            "Christoffer Ekdahl",
            "Carl von Rosen",
            "Åsa Öman",
            "Eva Johansson",
            "Per Borg",
            "Karin Lövqvist",
        ]
    )
]


@pytest.mark.parametrize(
    ("written", "known", "certainty", "reason"),
    [
        ("Anna Berg-Falk", "Anna Berg Falk", "exact", "samma namn: Anna Berg Falk"),
        ("Anna  BERG FALK (Sala, ordförande)", "Anna Berg Falk", "exact", "samma namn: Anna Berg Falk"),
        ("Berg Falk, Anna", "Anna Berg Falk", "exact", "samma namn: Anna Berg Falk"),
        ("kommundirektör Åsa Öman", "Åsa Öman", "exact", "samma namn: Åsa Öman"),
        ("von Rosen, Carl", "Carl von Rosen", "exact", "samma namn: Carl von Rosen"),
        ("Åsa Öman – om fysisk planering", "Åsa Öman", "exact", "samma namn: Åsa Öman"),
        ("Åsa Öman, HR-direktör, Sala kommun", "Åsa Öman", "exact", "samma namn: Åsa Öman"),
        ("Öman Åsa", "Åsa Öman", "likely", "förnamn och efternamn i omvänd ordning: Åsa Öman"),
        ("Asa Oman", "Åsa Öman", "likely", "stavat annorlunda: Åsa Öman"),
        ("Kristofer Ekdal", "Christoffer Ekdahl", "likely", "stavat annorlunda: Christoffer Ekdahl"),
        ("Karin Lövkvist", "Karin Lövqvist", "likely", "stavat annorlunda: Karin Lövqvist"),
        ("Viveka Seeraerts", "Viveka Seeraets", "likely", "stavat annorlunda: Viveka Seeraets"),
        ("Viveka Seearets", "Viveka Seeraets", "likely", "stavat annorlunda: Viveka Seeraets"),
        ("Anna Falk", "Anna Berg Falk", "likely", "dubbelnamn: Anna Berg Falk innehåller Anna Falk"),
        ("Anna Berg", "Anna Berg Falk", "likely", "dubbelnamn: Anna Berg Falk innehåller Anna Berg"),
        ("Bo Dahlén", "Bo-Göran Dahlén", "likely", "dubbelnamn: Bo-Göran Dahlén innehåller Bo Dahlén"),
        ("Karin Ek Lövqvist", "Karin Lövqvist", "likely", "dubbelnamn: Karin Ek Lövqvist innehåller Karin Lövqvist"),
        ("Göran Dahlén", "Bo-Göran Dahlén", "possible", "dubbelnamn: Bo-Göran Dahlén innehåller Göran Dahlén"),
        ("Lisa A L", "Lisa Almgren Lind", "likely", "samma förnamn och efternamnets initial: Lisa Almgren Lind"),
        ("L. Almgren Lind", "Lisa Almgren Lind", "likely", "samma efternamn och förnamnets initial: Lisa Almgren Lind"),
        ("L Lind", "Lisa Almgren Lind", "possible", "samma efternamn och förnamnets initial: Lisa Almgren Lind"),
        ("Lisa A", "Lisa Almgren Lind", "possible", "samma förnamn och efternamnets initial: Lisa Almgren Lind"),
        ("Per Berg", "Per Borg", "possible", "stavat annorlunda: Per Borg"),
        ("Eva Johnsson", "Eva Johansson", "possible", "stavat annorlunda: Eva Johansson"),
        ("Viveka", "Viveka Seeraets", "possible", "bara förnamnet: Viveka Seeraets"),
        ("Öman", "Åsa Öman", "possible", "bara efternamnet: Åsa Öman"),
    ],
)
def test_a_written_name_brings_up_the_one_it_may_mean(written: str, known: str, certainty: str, reason: str) -> None:
    best = candidates(written, PEOPLE)[0]
    assert (best.known.name, best.certainty, best.reason) == (known, certainty, reason)


@pytest.mark.parametrize(
    "written",
    [
        "Stina Holm",
        "Anna Holm",
        "Eva Persson",
        "Pär Holm",
        "",
        "(ordförande)",
        "tf. förvaltningschef",
        "Carl Öman",
        "B",
        "—",
    ],
)
def test_a_new_name_brings_up_nobody(written: str) -> None:
    assert candidates(written, PEOPLE) == []


def test_the_surest_comes_first() -> None:
    known = [Known(1, "Anna Berg Falk"), Known(2, "Anna Falck"), Known(3, "Anna Falk")]
    assert [found.known.key for found in candidates("Anna Falk", known)] == [3, 2, 1]


def test_homonyms_are_both_brought_up() -> None:
    found = candidates("Eva Lund", [Known("i Sala", "Eva Lund"), Known("i Tierp", "Eva Lund")])
    assert [(one.known.key, one.certainty) for one in found] == [
        ("i Sala", Certainty.EXACT),
        ("i Tierp", Certainty.EXACT),
    ]


def test_a_former_name_is_as_good_as_the_present() -> None:
    best = candidates("Eva Lund", [Known(1, "Eva Strand", ("Eva Lund",))])[0]
    assert (best.certainty, best.reason) == (Certainty.EXACT, "samma namn: Eva Lund")


def test_the_same_name_is_known_in_any_order_and_case() -> None:
    assert same_name("Dahlén, Bo-Göran", "bo göran dahlén")
    assert same_name("Eva Lund, Sala", "Eva Lund (Sala)")
    assert not same_name("Åsa Öman", "Asa Oman")


def test_the_distance_counts_swapped_letters_once() -> None:
    assert name_distance("Eva Lund", "Lund, Eva") == 0
    assert name_distance("Eva Lund", "Eva Lnud") == pytest.approx(1 / 8)
    assert name_distance("Eva Lund", "Bo Ek") > 0.5


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared_and_is_the_same_as_itself(one: str, other: str) -> None:
    assert 0 <= name_distance(one, other) <= 1
    assert same_name(one, one)
    assert all(0 < found.score <= 1 for found in candidates(one, [Known(1, other)]))


@pytest.mark.parametrize(
    ("name", "sorted_under"),
    [
        ("Eva Lund", "Lund, Eva"),
        ("Bo-Göran Dahlén", "Dahlén, Bo-Göran"),
        ("Carl von Rosen", "Rosen, Carl von"),
        ("Brita af Ugglas", "Ugglas, Brita af"),
        ("Ebba De la Vall", "De la Vall, Ebba"),
        ("Anna Berg Falk", "Falk, Anna Berg"),
        ("Viveka", "Viveka"),
        ("Lund, Eva", "Lund, Eva"),
    ],
)
def test_people_are_listed_by_surname(name: str, sorted_under: str) -> None:
    assert sort_name(name) == sorted_under
