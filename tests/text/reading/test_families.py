"""Families of layouts: what an item, a person, a decision or a task looks like in documents of other hands."""

from __future__ import annotations

import pytest

from radslag.text.reading import Record
from tests.text.reading.documents import record_of

HEAD = "# Anteckningar från chefsgruppen\n\nDatum: 2026-02-10\n\n"
PEOPLE = "Närvarande: Anna Ek (Storby), Bo Alm (Lillby)\n\n"


def _tasks(text: str) -> list[tuple[str | None, str | None]]:
    record = record_of(f"{HEAD}{PEOPLE}1. Inledning\n\n2. Lokal\n{text}\n\n3. Nästa möte\n4 maj 2026.\n", "a.md")
    return [(task.owner, task.due) for item in record.items for task in item.assignments]


def _names(record: Record) -> tuple[list[str], list[str], list[str]]:
    present, others, absent = (
        [each.name for each in group] for group in (record.present, record.others, record.absent)
    )
    return present, others, absent


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Anna Ek tar reda på priset och skickar svar till gruppen.", ("Anna Ek", None)),
        ("- **@Anna** bokar lokalen till 15 mars", ("Anna", "2026-03-15")),
        ("-> Kommunerna kontrollerar skyltarna före 1 juni.", ("Kommunerna", "2026-06-01")),
        ("Beslut: Lokalen hyrs.\nAnsvarig: Bo Alm, klart: 3 april 2026", ("Bo Alm", "2026-04-03")),
        ("Bo Alm ansvarar för att skriva ansökan.", ("Bo Alm", None)),
        ("Att göra:\n- [ ] Boka studiebesök (Bo Alm), senast 30 mars", ("Bo Alm", "2026-03-30")),
        ("Anna Ek visar ritningen på mötet i maj.", ("Anna Ek", "2026-05-04")),
        ("Uppdrag: Bo Alm för in synpunkterna och skickar texten.", ("Bo Alm", None)),
    ],
)
def test_a_task_is_read_however_it_is_written(text: str, task: tuple[str | None, str | None]) -> None:
    assert _tasks(text) == [task]


def test_every_row_of_a_table_of_tasks_is_a_task() -> None:
    rows = (
        "| Åtgärd | Ansvarig | Klart |\n|---|---|---|\n| Boka lokal | Anna Ek | 2026-03-01 |\n| Skriv | | Nästa möte |"
    )
    assert _tasks(rows) == [("Anna Ek", "2026-03-01"), (None, "2026-05-04")]


def test_a_deadline_begins_at_the_nearest_preposition() -> None:
    record = record_of(
        f"{HEAD}{PEOPLE}1. Ett\n\n2. Två\nUppdrag: Bo Alm skickar svar till gruppen senast vid årsskiftet.\n"
    )
    assert record.items[1].assignments[0].due_text == "senast vid årsskiftet"


def test_people_told_in_sentences() -> None:
    text = (
        "# Avstämning\n\nFredag 12/9 2025, kl. 9-10, Teams\n\n"
        "Med på mötet var Anna Ek (Storby), Bo Alm från Lillby och "
        "Cia Dahl. Dan Falk (Norrby) hade anmält förhinder.\n\n### Ett\n\nBo sammanfattade läget.\n\n### Två\n\n"
        "Inget.\n"
    )
    record = record_of(text, "a.md")
    assert _names(record) == (["Anna Ek", "Bo Alm", "Cia Dahl"], [], ["Dan Falk"])
    assert [each.affiliation for each in record.present] == ["Storby", "Lillby", None]
    assert (record.place, record.items[0].presenters) == ("Teams", ("Bo",))


def test_people_under_the_names_of_their_municipalities() -> None:
    text = (
        f"{HEAD}**Deltagande:**\n\n*Storby:* Anna Ek, Bo Alm\n\n*Lillby:* Cia Dahl\n\n*Norrby:* –\n\n1. Ett\n\n2. Två\n"
    )
    people = [(each.name, each.affiliation) for each in record_of(text, "a.md").present]
    assert people == [("Anna Ek", "Storby"), ("Bo Alm", "Storby"), ("Cia Dahl", "Lillby")]


def test_a_substitute_who_serves_is_present_and_the_replaced_is_absent() -> None:
    text = (
        "Protokoll 2026-02-10\n\nNärvarande\nLedamöter: Anna Ek, ordförande\n"
        "Ersättare: Bo Alm (tjänstgörande för Cia Dahl)\n"
        "           Dan Falk\n\n§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n"
    )
    assert _names(record_of(text)) == (["Anna Ek", "Bo Alm"], ["Dan Falk"], ["Cia Dahl"])


def test_a_municipality_of_two_words_is_nobody() -> None:
    text = "Protokoll 2026-02-10\n\nBeslutande\nAnna Ek (S), Östra Bygden\nBo Alm (M), Storby\n\n§ 1 Ett\n\n§ 2 Två\n"
    people = [(each.name, each.affiliation) for each in record_of(text).present]
    assert people == [("Anna Ek", "Östra Bygden"), ("Bo Alm", "Storby")]


def test_a_table_of_people_with_a_mark_for_the_absent() -> None:
    rows = "| Anna Ek | Storby | ordförande |\n| Bo Alm | Lillby | frånvarande |\n"
    table = "| Namn | Kommun | Roll |\n|---|---|---|\n" + rows
    record = record_of(f"{HEAD}{table}\n## Inledning\n\nText.\n\n## Ekonomi\n\nText.\n\n## Övrigt\n\nInget.\n", "a.md")
    assert _names(record) == (["Anna Ek"], [], ["Bo Alm"])
    assert record.chair == "Anna Ek"


CAPITALS = """PROTOKOLL STYRELSEMÖTE
NORRA VATTENRÅD

Tid: Måndagen den 17 november 2025 kl 18.00

ÖPPNANDE
Mötet öppnades.

EKONOMISK RAPPORT
Beslut: Rapporten läggs till handlingarna.

RAPPORTER
a) Möte i Storby
Tolv kom.
b) Provtagning
Klar.

ÖVRIGA FRÅGOR
Inga.

AVSLUTNING
Mötet avslutades.
"""


def test_headings_in_capitals_are_items_with_lettered_ones_below() -> None:
    items = [(item.number, item.parent, item.title) for item in record_of(CAPITALS).items]
    assert items[:2] == [(None, None, "ÖPPNANDE"), (None, None, "EKONOMISK RAPPORT")]
    assert items[3:5] == [("a", "RAPPORTER", "Möte i Storby"), ("b", "RAPPORTER", "Provtagning")]
    assert len(items) == 7


NOTICE = """Kallelse till möte i chefsgruppen

Tid:    torsdagen den 23 april 2026, kl. 08.30–12.00
Plats:  Rådhuset, Storby

Nr   Tid     Ärende                             Föredragande        Bilaga

1    08.30   Inledning                          Ordföranden

2    08.45   Gemensam övning hösten 2026        Bo Alm,             1, 2
             Förslag: Gruppen godkänner         säkerhetschef
             upplägget.

3    10.00   Rundan                             Alla

Anna Ek, ordförande               Cia Dahl, sekreterare
"""


def test_a_table_set_with_spaces_is_an_agenda() -> None:
    record = record_of(NOTICE)
    items = [(item.number, item.title, item.presenters) for item in record.items]
    assert items == [("1", "Inledning", ("Ordföranden",)), ("2", "Gemensam övning hösten 2026", ("Bo Alm",)),
                     ("3", "Rundan", ())]  # fmt: skip
    assert [each.number for each in record.items[1].annexes] == ["1", "2"]
    assert [each.text for each in record.items[1].proposals] == ["Gruppen godkänner upplägget."]
    assert (record.chair, record.secretary) == ("Anna Ek", "Cia Dahl")


def test_a_letter_after_the_number_makes_a_sub_item() -> None:
    text = f"{HEAD}## 3. Ett\n\n## 4. Två\n\n### 4a. Tre (Bo Alm)\n\nText.\n\n### 4b. Fyra\n\n## 5. Fem\n"
    items = [(item.number, item.parent, item.title) for item in record_of(text, "a.md").items]
    assert items[2:4] == [("4a", "4", "Tre"), ("4b", "4", "Fyra")]


def test_headings_in_bold_without_number_lie_below_the_numbered_ones() -> None:
    text = (
        f"{HEAD}**1. Ett**\n\nText.\n\n"
        + "**2. Runda**\n\n**Storby**\n\nText.\n\n**Lillby**\n\nText.\n\n**3. Nästa möte**\n\nMaj.\n"
    )
    items = [(item.title, item.parent) for item in record_of(text, "a.md").items]
    assert items == [("Ett", None), ("Runda", None), ("Storby", "2"), ("Lillby", "2"), ("Nästa möte", None)]


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("Gruppen enades om att avvakta.", ["Gruppen enades om att avvakta."]),
        ("Gruppen ställde sig bakom skrivelsen.", ["Gruppen ställde sig bakom skrivelsen."]),
        ("*Överenskommelse:* Storby söker för alla.", ["Storby söker för alla."]),
        (
            "Direktionen beslutar\n\natt   utse Bo Alm, samt\natt   fastställa listan.",
            ["att utse Bo Alm, samt", "att fastställa listan."],
        ),
        ("Informationen noterades.", ["Informationen noterades."]),
    ],
)
def test_a_decision_is_read_however_it_is_told(text: str, decisions: list[str]) -> None:
    record = record_of(f"{HEAD}{PEOPLE}1. Ett\n\n2. Två\n\n{text}\n\n3. Tre\n", "a.md")
    assert [" ".join(each.text.split()) for each in record.items[1].decisions] == decisions


def test_every_mover_has_a_proposal_of_their_own() -> None:
    text = f"{HEAD}1. Ett\n\n2. Två\nYrkanden\nAnna Ek (S) yrkar avslag.\nBo Alm (M) yrkar bifall.\n\n3. Tre\n"
    proposals = [each.text for each in record_of(text).items[1].proposals]
    assert proposals == ["Anna Ek (S) yrkar avslag.", "Bo Alm (M) yrkar bifall."]


def test_the_body_may_stand_in_the_heading_and_its_span_never_ends_before_it_begins() -> None:
    record = record_of(
        "# Minnesanteckningar från chefsgruppen\n\nExempelregionen\n\nDatum: 2026-02-10\n\n## 1. A\n\n## 2. B\n"
        "\n## 3. C\n"
    )
    assert record.body == "chefsgruppen, Exempelregionen"
    turned = record_of("Norra kommunalförbundet\nDirektionen\nProtokoll 2026-02-10\n\n§ 1 Ett\n\n§ 2 Två\n")
    span = turned.spans["body"]
    assert turned.body == "Direktionen, Norra kommunalförbundet"
    assert span is not None
    assert span[0] < span[1]


def test_officers_told_in_sentences() -> None:
    text = (
        "Minnesanteckningar 2025-10-16\n\nDigitalt möte via Teams, 13.15–15.00\n\n1. Välkommen\n"
        "Anna Ek, ordförande för nätverket, öppnade mötet och Bo Alm utsågs att föra anteckningar.\n\n2. Slut\nInget.\n"
    )
    record = record_of(text)
    assert (record.chair, record.secretary, record.place) == ("Anna Ek", "Bo Alm", "Digitalt möte via Teams")


def test_a_next_meeting_is_dated_in_the_text_under_its_heading() -> None:
    text = f"{HEAD}1. Ett\n\n2. Nästa gruppmöte\nNästa möte är den 4 maj 2026. Följande tas upp:\n\n- Budget\n"
    (meeting,) = record_of(text).next_meetings
    assert (meeting.date, meeting.topics) == ("2026-05-04", ("Budget",))
