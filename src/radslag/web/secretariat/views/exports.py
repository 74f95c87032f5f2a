"""A log as a file: CSV that Swedish Excel opens right, or XLSX."""

from __future__ import annotations

import csv
import io
from datetime import date

import xlsxwriter
from django.http import Http404, HttpRequest, HttpResponse

from radslag.web.secretariat.components.lists import FORMAT
from radslag.web.secretariat.pages.sheets import Sheet, Value

# A cell that begins so is run as a formula by spreadsheet programs; an apostrophe makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exported(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The sheet in the format the address asks for (`?format=csv` or `xlsx`); another one is not found."""
    match request.GET.get(FORMAT):
        case "csv":
            return _file(_csv(sheet), "text/csv; charset=utf-8", f"{sheet.name}.csv")
        case "xlsx":
            return _file(_xlsx(sheet), XLSX, f"{sheet.name}.xlsx")
    raise Http404


def _file(data: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=media_type, headers=headers)


def _csv(sheet: Sheet) -> bytes:
    # With a byte order mark Excel reads UTF-8; with Swedish settings it parts columns at semicolons.
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([str(column) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_defused(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _defused(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = value or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def _xlsx(sheet: Sheet) -> bytes:
    data = io.BytesIO()
    # Texts are texts: neither formulas nor links are made of what somebody once wrote in a document.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(data, options)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    page = book.add_worksheet()
    page.freeze_panes(1, 0)
    page.set_column(0, len(sheet.columns) - 1, 24)
    page.write_row(0, 0, [str(column) for column in sheet.columns], bold)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, value, day)
            elif value:
                page.write_string(number, column, value)
    book.close()
    return data.getvalue()
