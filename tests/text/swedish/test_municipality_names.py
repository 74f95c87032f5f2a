"""Which municipality an affiliation names."""

import csv
from importlib import resources

import pytest

from radslag.text.swedish.names import municipality_of


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    table = resources.files("radslag.base.people") / "reference" / "municipalities.csv"
    return {row["name"]: row["code"] for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines())}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Sala", "1981"),
        ("SALA KOMMUN", "1981"),
        ("Tierps kommun", "0360"),
        ("Tierps", "0360"),
        ("Tierp (ordförande)", "0360"),
        ("Västerås stad", "1980"),
        ("Västerås stads", "1980"),
        ("Upplands  Väsby", "0114"),
        ("Lilla Edets kommun", "1462"),
        ("Falu kommun", "2080"),
        ("Kalix kommun", "2514"),
        ("Marks kommun", "1463"),
        ("Mark", "1463"),
        ("Habo", "0643"),
        ("Håbo", "0305"),
        ("Region Gotland", "0980"),
    ],
)
def test_a_municipality_is_known_by_its_ways_of_writing(names: dict[str, str], written: str, code: str) -> None:
    assert municipality_of(written, names) == code


@pytest.mark.parametrize(
    "written",
    [
        "Region Skåne",
        "Region Uppsala",
        "Kalmar län",
        "Uppsala universitet",
        "Länsstyrelsen",
        "Falu",
        "Sala Bygg AB",
        "",
        "(S)",
    ],
)
def test_what_is_named_after_a_place_is_not_its_municipality(names: dict[str, str], written: str) -> None:
    assert municipality_of(written, names) is None


def test_every_municipality_is_known_by_its_name_and_with_kommun(names: dict[str, str]) -> None:
    for name, code in names.items():
        genitive = name if name[-1] in "sx" else f"{name}s"
        assert {municipality_of(text, names) for text in (name, f"{name} kommun", f"{genitive} kommun")} == {code}
