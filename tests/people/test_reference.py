"""The table of Sweden's municipalities is complete and carries the right codes.

Source of the codes: SCB, "Län och kommuner" (in force since 2007: the latest change was Heby's move to Uppsala län).
"""

import csv
from collections import Counter
from importlib import resources

import pytest

MUNICIPALITIES_IN = {
    "Stockholms län": 26,
    "Uppsala län": 8,
    "Södermanlands län": 9,
    "Östergötlands län": 13,
    "Jönköpings län": 13,
    "Kronobergs län": 8,
    "Kalmar län": 12,
    "Gotlands län": 1,
    "Blekinge län": 5,
    "Skåne län": 33,
    "Hallands län": 6,
    "Västra Götalands län": 49,
    "Värmlands län": 16,
    "Örebro län": 12,
    "Västmanlands län": 10,
    "Dalarnas län": 15,
    "Gävleborgs län": 10,
    "Västernorrlands län": 7,
    "Jämtlands län": 8,
    "Västerbottens län": 15,
    "Norrbottens län": 14,
}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    table = resources.files("radslag.base.people") / "reference" / "municipalities.csv"
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))


def test_there_are_290_municipalities_with_codes_and_names_of_their_own(rows: list[dict[str, str]]) -> None:
    assert len(rows) == 290
    assert len({row["code"] for row in rows}) == 290
    assert len({row["name"] for row in rows}) == 290


def test_each_of_the_21_counties_has_its_number_of_municipalities(rows: list[dict[str, str]]) -> None:
    assert Counter(row["county"] for row in rows) == MUNICIPALITIES_IN


def test_a_code_is_four_digits_and_begins_with_the_code_of_its_county(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert len(row["code"]) == 4
        assert row["code"].isdecimal()
        assert row["code"].startswith(row["county_code"])
        assert len(row["county_code"]) == 2


def test_a_county_has_one_code_and_a_code_one_county(rows: list[dict[str, str]]) -> None:
    pairs = {(row["county_code"], row["county"]) for row in rows}
    assert len(pairs) == len({code for code, _ in pairs}) == len({county for _, county in pairs}) == 21


def test_the_rows_stand_in_the_order_of_their_codes(rows: list[dict[str, str]]) -> None:
    codes = [row["code"] for row in rows]
    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("code", "name", "county"),
    [
        ("0114", "Upplands Väsby", "Stockholms län"),
        ("0128", "Salem", "Stockholms län"),
        ("0140", "Nykvarn", "Stockholms län"),
        ("0305", "Håbo", "Uppsala län"),
        ("0330", "Knivsta", "Uppsala län"),
        ("0331", "Heby", "Uppsala län"),  # until 2006 in Västmanlands län, as 1917
        ("0461", "Gnesta", "Södermanlands län"),
        ("0488", "Trosa", "Södermanlands län"),
        ("0643", "Habo", "Jönköpings län"),
        ("0862", "Emmaboda", "Kalmar län"),
        ("0980", "Gotland", "Gotlands län"),
        ("1265", "Sjöbo", "Skåne län"),
        ("1443", "Bollebygd", "Västra Götalands län"),
        ("1814", "Lekeberg", "Örebro län"),
        ("1864", "Ljusnarsberg", "Örebro län"),
        ("2023", "Malung-Sälen", "Dalarnas län"),
        ("2584", "Kiruna", "Norrbottens län"),
    ],
)
def test_a_municipality_has_its_published_code(rows: list[dict[str, str]], code: str, name: str, county: str) -> None:
    assert {"code": code, "name": name, "county_code": code[:2], "county": county} in rows
