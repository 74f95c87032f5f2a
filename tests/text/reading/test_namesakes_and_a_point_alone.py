"""Two people of one name stay two; a single numbered point is an item and not a row of the attendance list."""

from radslag.text.reading import read

MINUTES = """Minnesanteckningar Chefsgruppen

Datum: 2026-09-03
Plats: Köping

Närvarande:
Bertil Kragh, Kungsör
Anna Svensson, Köping
Anna Svensson, Arboga
Anna Svensson, Arboga

1. Budget
Beslut: Budgeten godkändes.
Malin Sjöhage får i uppdrag att ta fram en ny kalkyl.
"""


def test_namesakes_from_two_municipalities_are_two_people() -> None:
    record = read(MINUTES.encode(), "m.txt")

    assert [(each.name, each.affiliation) for each in record.present] == [
        ("Bertil Kragh", "Kungsör"),
        ("Anna Svensson", "Köping"),
        ("Anna Svensson", "Arboga"),
    ]


def test_a_point_alone_is_an_item_with_its_decision() -> None:
    (item,) = read(MINUTES.encode(), "m.txt").items

    assert (item.number, item.title) == ("1", "Budget")
    assert item.decisions[0].text == "Budgeten godkändes."
    assert [each.owner for each in item.assignments] == ["Malin Sjöhage"]


def test_a_heading_may_head_the_list_of_those_present() -> None:
    people = "## Närvarande\n\n- Anna Ek, Köping\n- Bo Ål (Arboga)\n\n"
    text = f"# Anteckningar\n\nDatum: 2026-09-03\n\n{people}## 1. A\n\n## 2. B\n"

    assert [each.name for each in read(text.encode(), "m.md").present] == ["Anna Ek", "Bo Ål"]
