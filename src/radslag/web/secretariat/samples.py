"""What the page of components shows: every component in every state, with an invented collaboration."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from radslag.base.accounts.roles import Role
from radslag.web.secretariat.components.attendance import AttendanceRow, Person
from radslag.web.secretariat.components.forms import ConflictRow
from radslag.web.secretariat.components.lists import Column, headings
from radslag.web.secretariat.components.marked_text import Mark

TEXT = """Minnesanteckningar
Kommundirektörsgruppen, torsdag 24 september 2026
Plats: Stadshuset, Ekeby

Närvarande: Astrid Lindh (Ekeby), ordförande, Bo Nyström (Norrhamn), Carin Alm (Sundby)

1. Föregående minnesanteckningar
Minnesanteckningarna från den 27 maj gicks igenom.
Beslut: Minnesanteckningarna läggs till handlingarna.

2. Representant i kompetensrådet
Beslut: Gruppen utser Carin Alm till ordinarie representant från och med den
1 oktober 2026.
<b>Texten</b> visas som den står & aldrig som kod."""


@dataclass(frozen=True)
class Line:
    """A line of the menu, or a tab."""

    label: str
    url: str
    icon: str = ""
    current: bool = False
    count: str = ""
    state: str = ""


@dataclass(frozen=True)
class Someone:
    name: str = "Astrid Lindh"
    email: str = "astrid.lindh@exempel.se"


@dataclass(frozen=True)
class Place:
    name: str = "Exempelregionen"
    slug: str = "exempelregionen"


@dataclass(frozen=True)
class Entered:
    user: Someone = field(default_factory=Someone)
    roles: frozenset[Role] = frozenset({Role.COORDINATOR, Role.MEMBER})


class FilterForm(forms.Form):
    """Filters of a log."""

    ord = forms.CharField(label="Ord", required=False, widget=forms.TextInput(attrs={"type": "search"}))
    grupp = forms.ChoiceField(label="Grupp", required=False, choices=[("", "Alla"), ("kd", "Kommundirektörsgruppen")])
    ar = forms.ChoiceField(label="År", required=False, choices=[("", "Alla"), ("2026", "2026")])
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Alla"), ("sen", "Försenat")])
    kommun = forms.ChoiceField(label="Kommun", required=False, choices=[("", "Alla"), ("ekeby", "Ekeby")])


class ItemForm(forms.Form):
    """Every kind of field, bound to values of which some are wrong."""

    rubrik = forms.CharField(label="Rubrik", help_text="Så kort att den ryms på en rad.")
    dag = forms.DateField(label="Dag", widget=forms.DateInput(attrs={"type": "date"}))
    beslut = forms.CharField(
        label="Beslut", required=False, widget=forms.Textarea(attrs={"class": "sentence", "rows": 3})
    )
    grupp = forms.ChoiceField(label="Grupp", choices=[("s", "Styrelsen"), ("kd", "Kommundirektörsgruppen")])
    slag = forms.ChoiceField(
        label="Slag", widget=forms.RadioSelect, choices=[("b", "Beslut"), ("d", "Diskussion"), ("i", "Information")]
    )
    kommuner = forms.MultipleChoiceField(
        label="Kommuner som berörs",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("e", "Ekeby"), ("n", "Norrhamn"), ("s", "Sundby")],
    )
    oppen = forms.BooleanField(label="Får visas för alla ledamöter", required=False, help_text="Kan ändras senare.")
    bilaga = forms.FileField(label="Bilaga", required=False, help_text="PDF, DOCX, TXT eller MD, högst 20 MB.")


def component_samples() -> dict[str, Any]:
    """The context of secretariat/components.html."""
    return frame_samples() | record_samples() | list_samples() | form_samples() | {"text": TEXT, "marks": _marks()}


def frame_samples() -> dict[str, Any]:
    first = [
        Line("Möten", "#moten", "calendar-days", True),
        Line("Beslut", "#beslut", "check-badge"),
        Line("Uppdrag", "#uppdrag", "clipboard-document-list", count="4 försenade", state="bad"),
    ]
    second = [
        Line("Grupper", "#grupper", "user-group"),
        Line("Kommuner", "#kommuner", "building-library"),
        Line("Personer", "#personer", "users"),
    ]
    third = [Line("Import", "#import", "arrow-down-tray", count="2 att granska", state="warn")]
    foot = [Line("Rättigheter", "#rattigheter", "key"), Line("Händelser", "#handelser", "clock")]
    return {
        "menu": [first, second, third, foot],
        "collaboration": Place(),
        "collaborations": [Place(), Place("Norra samverkan", "norra")],
        "access": Entered(),
        "as_of": date(2026, 6, 11),
        "as_of_is_today": False,
        "controller": "Ekeby kommun",
        "tabs": [Line("Kommande", "#kommande", current=True, count="3"), Line("Tidigare", "#tidigare", count="41")],
        "day": date(2026, 9, 24),
        "start": time(13, 30),
        "end": time(17, 0),
    }


def record_samples() -> dict[str, Any]:
    astrid = Person("Astrid Lindh", "#astrid", "ordförande")
    bo = Person("Bo Nyström", "#bo", "kommundirektör", "info", "digitalt")
    rows = [
        AttendanceRow("Ekeby", "#ekeby", [astrid]),
        AttendanceRow("Norrhamn", "#norrhamn", [bo], [Person("Disa Öberg", note="ersättare")]),
        AttendanceRow("Sundby", "#sundby", [], [Person("Carin Alm", "#carin", state="neutral", word="Anmält")]),
        AttendanceRow("Vasslanda", "#vasslanda"),
    ]
    return {"attendance_rows": rows}


def list_samples() -> dict[str, Any]:
    query = QueryDict("grupp=kd&ar=2026&sort=-dag")
    columns = [
        Column("Dag", "dag", "date"),
        Column("Beslut", "", "wide"),
        Column("Grupp", "grupp"),
        Column("Status"),
        Column("Bilagor", "bilagor", "num"),
    ]
    decisions = [
        (date(2026, 9, 24), "Gruppen utser Carin Alm till ordinarie representant.", "ok", "Genomfört", 2),
        (date(2026, 5, 27), "Medfinansiering beviljas med högst 250 000 kronor för ett år.", "info", "Pågår", 1),
        (date(2026, 3, 25), "Frågan bordläggs till nästa möte.", "warn", "Bordlagd", 0),
    ]
    form = FilterForm(query, auto_id="filter_%s")
    form.is_valid()
    return {
        "filter_form": form,
        "headings": headings(columns, query),
        "decisions": decisions,
        "listed": Paginator(range(431), 50).page(4),
    }


def form_samples() -> dict[str, Any]:
    wrong = ItemForm(
        {"rubrik": "", "dag": "31 juni", "beslut": "Gruppen godkänner planen.", "grupp": "kd", "oppen": "on"}
    )
    wrong.is_valid()
    mine = "Gruppen utser Carin Alm till ordinarie representant från och med den 1 oktober 2026."
    saved = "Gruppen utser Carin Alm till tillfällig representant från och med den 2 oktober 2026."
    return {"item_form": wrong, "conflicts": [ConflictRow("beslut", "Beslut", mine, saved)]}


def _marks() -> list[Mark]:
    def at(words: str, key: str, note: str, faint: bool = False) -> Mark:
        start = TEXT.index(words)
        return Mark(start, start + len(words), key, note, faint)

    return [
        at("torsdag 24 september 2026", "m1", "mötets dag"),
        at("Astrid Lindh (Ekeby), ordförande", "m2", "närvarande"),
        at("Astrid Lindh", "m3", "person"),
        at("Minnesanteckningarna läggs till handlingarna.", "m4", "beslut, klart", True),
        at("Gruppen utser Carin Alm till ordinarie representant från och med den\n1 oktober 2026.", "m5", "beslut"),
    ]
