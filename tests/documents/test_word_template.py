"""A Word template of somebody's own: what the check says of it, and how it is filled."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import docx
import pytest

from radslag.base.documents.rendering import RenderingFailed
from radslag.base.documents.rendering.word import TemplateReport, check_template, word
from radslag.domain.meetings.agenda_template import KNOWN, default_template, word_values
from tests.meetings.agendas import agenda, flat
from tests.own_template import written

DAY = date(2026, 8, 20)


def check(*paragraphs: str) -> TemplateReport:
    return check_template(written(*paragraphs), KNOWN)


def content(seed: int = 1) -> dict[str, Any]:
    return {**agenda(seed), "made": "Version 1, 20 augusti 2026"}


def filled(template: bytes, data: dict[str, Any] | None = None) -> list[str]:
    made = word(template, word_values(data or content()), KNOWN, title="Kallelse", author="Sjöbygden", day=DAY)
    return [each.text for each in docx.Document(io.BytesIO(made)).paragraphs]


def titles(data: dict[str, Any]) -> list[str]:
    return [item["title"] for section in data["sections"] for item in flat(section["items"])]


def repacked(data: bytes, change: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in [*source.namelist(), *(each for each in change if each not in source.namelist())]:
            target.writestr(name, change.get(name) or source.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    "field", ["{{ dagordning }}", "{{dagordning}}", "{{p dagordning }}", "{|{ dag|ordning |}}", "{{ Dagordning }}"]
)
def test_the_whole_agenda_goes_where_the_field_stands_however_it_is_written(field: str) -> None:
    assert check(field).errors == ()
    text = "\n".join(filled(written("Före", field, "Efter")))
    assert all(title in text for title in titles(content()))
    assert text.startswith("Före\n")
    assert text.endswith("\nEfter")


def test_simple_fields_are_filled_also_with_a_capital_and_in_the_header() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ samarbete }}"
    document.add_paragraph("{{ Grupp }} möts {{ datum }}, {{ PLATS }}")
    document.add_paragraph("{{ dagordning }}")
    stream = io.BytesIO()
    document.save(stream)
    data = content()
    made = word(stream.getvalue(), word_values(data), KNOWN, title="", author="", day=DAY)
    opened = docx.Document(io.BytesIO(made))
    assert opened.paragraphs[0].text == f"{data['body']} möts {data['day']}, {data['place']}"
    assert opened.sections[0].header.paragraphs[0].text == "Sjöbygden"


def test_a_loop_sets_every_item_in_a_form_of_its_own_and_loses_no_sub_item() -> None:
    template = written("{% for punkt in punkter %}", "{{ punkt.nummer }}) {{ punkt.rubrik }}", "{% endfor %}")
    data = content(5)
    rows = [item for section in data["sections"] for item in flat(section["items"])]
    assert filled(template, data) == [f"{row['number']}) {row['title']}" for row in rows]


def test_a_loop_over_proposals_and_annexes_within_items() -> None:
    template = written(
        "{% for punkt in punkter %}",
        "{{ punkt.föredragande }}",
        "{% for sats in punkt.förslag %}",
        "{{ loop.index }}: {{ sats }}",
        "{% endfor %}",
        "{{ punkt.bilagor }}",
        "{% endfor %}",
    )
    assert check_template(template, KNOWN).usable
    assert any(line.startswith("1: ") for line in filled(template, content(5)))


def test_a_loop_over_the_rows_of_a_table() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for punkt in punkter %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ punkt.nummer }}", "{{ punkt.rubrik }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    stream = io.BytesIO()
    document.save(stream)
    assert check_template(stream.getvalue(), KNOWN).usable
    made = word(stream.getvalue(), word_values(content(5)), KNOWN, title="", author="", day=DAY)
    assert [row.cells[1].text for row in docx.Document(io.BytesIO(made)).tables[0].rows] == titles(content(5))


def test_signs_that_mean_something_in_other_places_are_only_signs() -> None:
    data = content()
    data["sections"][0]["items"][0]["title"] = "A & B <i> {{ datum }} {% if %} #x $y$ @z \\w \x0b\x07 slut"
    text = "\n".join(filled(default_template(), data))
    assert "A & B <i> {{ datum }} {% if %} #x $y$ @z \\w" in text


def test_the_template_that_ships_uses_every_simple_field_and_lacks_none() -> None:
    report = check_template(default_template(), KNOWN)
    assert (report.usable, report.missing) == (True, ())


def test_the_same_template_and_data_give_the_same_bytes() -> None:
    made = [word(default_template(), word_values(content()), KNOWN, title="a", author="b", day=DAY) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("paragraphs", "sentence"),
    [
        (["{{ dattum }}"], "{{ dattum }} känns inte igen – menade du {{ datum }}?"),
        (["{{ xyzzy }}"], "{{ xyzzy }} känns inte igen. Se vilka fält som finns i listan."),
        (
            ["{% for p in punkter %}{{ p.rubrk }}{% endfor %}"],
            "{{ p.rubrk }} känns inte igen – menade du {{ p.rubrik }}?",
        ),
    ],
)
def test_an_unknown_field_is_told_with_the_nearest_known(paragraphs: list[str], sentence: str) -> None:
    report = check(*paragraphs, "{{ dagordning }}")
    assert report.unknown == (sentence,)
    assert not report.usable


@pytest.mark.parametrize(
    ("paragraphs", "part"),
    [
        (["Vi möts {{ datum"], "inte avslutat i ”Vi möts {{ datum”"),
        (["{{ datum och tid }}"], "{{ datum och tid }} i ”{{ datum och tid }}” går inte att förstå"),
        (["{% for p in punkter %}", "{{ p.rubrik }}"], "har ingen {% endfor %} efter sig"),
        (["{% endif %}"], "{% endif %} i ”{% endif %}” avslutar inget"),
        (["Dagordning: {{ dagordning }}"], "måste stå ensamt i sitt stycke"),
        (["{{ punkter }}"], "är en lista"),
        (["Hej"], "{{ dagordning }} saknas"),
    ],
)
def test_what_is_broken_is_told_with_the_text_around_it(paragraphs: list[str], part: str) -> None:
    assert part in " ".join(check(*paragraphs).errors)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ datum.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ self }}",
        "{{ range(999999999) }}",
        "{{ 'x' * 999999999 }}",
        "{% for a in 'x' * 99999999 %}{{ a }}{% endfor %}",
        "{% set x = 1 %}",
        "{% import 'os' as os %}",
        "{{ datum|attr('__class__') }}",
        "{{ lipsum.__globals__ }}",
        "{% for punkt in punkter %}{{ punkt.pop('rubrik') }}{% endfor %}",
    ],
)
def test_a_template_that_reaches_further_is_refused_and_never_run(attack: str) -> None:
    template = written(attack, "{{ dagordning }}")
    assert not check_template(template, KNOWN).usable
    with pytest.raises(RenderingFailed):
        filled(template)


def test_loops_within_loops_have_an_end() -> None:
    deep = "".join(f"{{% for a{n} in punkter %}}" for n in range(4)) + "x" + "{% endfor %}" * 4
    assert not check(deep, "{{ dagordning }}").usable


def test_what_is_missing_is_a_warning() -> None:
    report = check("{{ grupp }}", "{{ dagordning }}")
    assert report.usable
    assert report.missing == ("datum", "tid", "plats", "praktiskt")


def test_a_word_template_file_is_taken_as_a_document() -> None:
    data = written("{{ dagordning }}")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    dotx = repacked(data, {"[Content_Types].xml": types.replace(b"document.main+xml", b"template.main+xml")})
    assert check_template(dotx, KNOWN).usable
    assert titles(content())[0] in "\n".join(filled(dotx))


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"hej", "inget Word-dokument"),
        (b"", "inget Word-dokument"),
        (b"\xd0\xcf\x11\xe0 gammal", "gamla format eller låst"),
        (b"0" * (10 * 1024 * 1024 + 1), "större än 10 MB"),
        (repacked(written("x"), {"word/vbaProject.bin": b"makro"}), "makron"),
        (repacked(written("x"), {"word/bomb.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}), "orimligt mycket"),
        (repacked(written("x"), {"word/document.xml": b"<a"}), "går inte att öppna"),
    ],
    ids=["text", "empty", "old", "large", "macros", "bomb", "broken"],
)
def test_what_is_no_template_is_refused_with_a_sentence(data: bytes, part: str) -> None:
    if part == "orimligt mycket":
        data = packed_hard(data)
    assert part in check_template(data, KNOWN).errors[0]


def packed_hard(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return stream.getvalue()
