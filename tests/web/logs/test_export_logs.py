"""Taking a log out as a file."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links

DECISIONS, ASSIGNMENTS = "/sjobygden/beslut/", "/sjobygden/uppdrag/"


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def sheet_of(content: bytes) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def test_csv_opens_right_in_swedish_excel(cast: Cast) -> None:
    answer = cast.sign_in("member").get(f"{DECISIONS}?format=csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbfDatum;Grupp;Punkt;Rubrik;Beslut;Utfall;")
    assert 'attachment; filename="beslut-' in answer["Content-Disposition"]


def test_csv_holds_what_the_log_holds(cast: Cast) -> None:
    first, second = rows_of(cast.sign_in("member").get(f"{DECISIONS}?format=csv").content)
    assert (first["Datum"], first["Grupp"], first["Punkt"]) == ("2024-02-14", "Kommundirektörsgruppen", "1")
    assert (first["Beslut"], first["Utfall"]) == (cast.held.decision.text, "godkänt")
    assert second["Utfall"] == "avslaget"
    assert first["Länk"].endswith(f"/sjobygden/moten/{cast.meeting.uuid}/#beslut-{cast.held.decision.uuid}")


def test_the_file_follows_the_filter_and_the_order(cast: Cast) -> None:
    found = rows_of(cast.sign_in("member").get(f"{ASSIGNMENTS}?format=csv&status=oppet&sort=senast").content)
    assert [row["Senast"] for row in found] == ["2024-05-31", "2099-06-30", ""]
    assert [row["Status"] for row in found] == ["försenat", "öppet", "öppet"]


def test_the_file_holds_every_page(cast: Cast) -> None:
    make_meeting(body=cast.board, day=date(2023, 5, 4), people=list(cast.people.values()), items=60, annexes=0)
    client = cast.sign_in("member")
    assert len(rows_of(client.get(f"{DECISIONS}?format=csv&sida=2").content)) == 62
    assert len(sheet_of(client.get(f"{ASSIGNMENTS}?format=xlsx").content)) == 1 + 64


def test_xlsx_holds_dates_as_dates(cast: Cast) -> None:
    answer = cast.sign_in("member").get(f"{ASSIGNMENTS}?format=xlsx&status=klart")
    head, row = sheet_of(answer.content)
    found = dict(zip(head, row, strict=True))
    assert found["Senast"] == datetime(2024, 3, 20)  # noqa: DTZ001  a spreadsheet's dates have no zone
    assert found["Klart den"] == datetime(2024, 4, 2)  # noqa: DTZ001
    assert (found["Vem"], found["Status"]) == ("Ärla Sundin", "klart")


@pytest.mark.parametrize("text", ["=1+1", "+46 40", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1", "＋1", "－1", "＠A1"])
def test_a_sentence_that_looks_like_a_formula_is_text(cast: Cast, text: str) -> None:
    cast.held.decision.text = text
    cast.held.decision.save()
    client = cast.sign_in("member")
    assert rows_of(client.get(f"{DECISIONS}?format=csv").content)[0]["Beslut"] == f"'{text}"
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{DECISIONS}?format=xlsx").content))
    assert (book.active["E2"].data_type, book.active["E2"].value) == ("s", text)


def test_a_sentence_with_separators_and_line_breaks_stays_one_cell(cast: Cast) -> None:
    cast.held.decision.text = 'Gruppen säger "ja"; sedan\nnästa rad'
    cast.held.decision.save()
    found = rows_of(cast.sign_in("member").get(f"{DECISIONS}?format=csv").content)
    assert found[0]["Beslut"] == cast.held.decision.text


def test_who_may_not_export_is_neither_offered_nor_given_a_file(cast: Cast) -> None:
    client = cast.sign_in("observer")
    assert client.get(f"{DECISIONS}?format=csv").status_code == 403
    assert client.get(f"{ASSIGNMENTS}?format=xlsx").status_code == 403
    assert not [link for link in links(client.get(DECISIONS)) if "format=" in link]


def test_a_format_there_is_not_is_not_found(cast: Cast) -> None:
    assert cast.sign_in("member").get(f"{DECISIONS}?format=pdf").status_code == 404
