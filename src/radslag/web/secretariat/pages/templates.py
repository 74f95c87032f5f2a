"""Mallar: which Word template papers are made with, what fields there are, and what a check said of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.documents.models import PaperKind, Template
from radslag.base.documents.rendering.word import TemplateReport, check_template
from radslag.base.documents.templating import bytes_of
from radslag.domain.meetings.agenda_template import KNOWN
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.links import Links

MEANINGS: dict[str, Promise] = {
    "samarbete": _("Samarbetets namn"),
    "grupp": _("Gruppen som kallas"),
    "datum": _("Dagen, till exempel torsdag 24 september 2026"),
    "tid": _("Tiden, till exempel 13.30–17.00"),
    "plats": _("Platsen"),
    "lank": _("Länken för den som deltar på distans"),
    "praktiskt": _("Det praktiska: lunch, anmälan, vägen dit"),
    "version": _("Vilken version papperet är och när det gjordes"),
    "dagordning": _("Hela dagordningen, i mallens egna formatmallar. Ska stå ensamt i ett stycke."),
}
OF_ITEM: dict[str, Promise] = {
    "punkt.nummer": _("Punktens nummer"),
    "punkt.rubrik": _("Punktens rubrik"),
    "punkt.typ": _("Information, diskussion, beslut eller anmälan"),
    "punkt.foredragande": _("Vem som föredrar"),
    "punkt.bakgrund": _("Bakgrunden"),
    "punkt.forslag": _("Förslagen till beslut, ett på varje rad"),
    "punkt.bilagor": _("Bilagorna, en på varje rad"),
}
LOOP = ("{% for punkt in punkter %}", "{{ punkt.nummer }}. {{ punkt.rubrik }}", "{{ punkt.forslag }}", "{% endfor %}")

IN_TABLE = ("{%tr for punkt in punkter %}", "{%tr endfor %}")


@dataclass(frozen=True)
class FieldRow:
    """A field as it is written in Word, and what it becomes."""

    written: str
    meaning: str | Promise


@dataclass(frozen=True)
class TemplateRow:
    """A template that has been taken in."""

    template: Template
    url: str
    in_use: bool


@dataclass(frozen=True)
class TemplatesPage:
    """`current` is None while papers are made with the template that ships."""

    current: TemplateRow | None
    others: Sequence[TemplateRow]
    fields: Sequence[FieldRow]
    of_item: Sequence[FieldRow]
    loop: Sequence[str]
    in_table: Sequence[str]


@dataclass(frozen=True)
class TemplatePage:
    """One template with what its check says. `trial` is the meeting a trial paper can be made of."""

    template: Template
    in_use: bool
    report: TemplateReport
    used: Sequence[FieldRow]
    missing: Sequence[FieldRow]
    trial: Meeting | None


def templates_page(access: Access) -> TemplatesPage:
    """Everything Mallar shows."""
    links = Links(access.collaboration.slug)
    rows = Template.objects.of(access.collaboration).filter(paper_kind=PaperKind.AGENDA).order_by("-pk")
    made = [TemplateRow(row, links.to("template", row.uuid), row.retired_at is None) for row in rows]
    return TemplatesPage(
        current=next((row for row in made if row.in_use), None),
        others=[row for row in made if not row.in_use],
        fields=field_rows(MEANINGS),
        of_item=[FieldRow(f"{{{{ {name} }}}}", meaning) for name, meaning in OF_ITEM.items()],
        loop=LOOP,
        in_table=IN_TABLE,
    )


def template_page(access: Access, template: Template) -> TemplatePage:
    """A template, checked anew: the fields there are may have become more since it was taken in."""
    report = check_template(bytes_of(template), KNOWN)
    return TemplatePage(
        template=template,
        in_use=template.retired_at is None,
        report=report,
        used=field_rows(name for name in report.used if name in MEANINGS),
        missing=field_rows(report.missing),
        trial=latest_agenda(access),
    )


def field_rows(names: Iterable[str]) -> list[FieldRow]:
    """Rows for fields by name."""
    return [FieldRow(f"{{{{ {name} }}}}", MEANINGS[name]) for name in names]


def latest_agenda(access: Access) -> Meeting | None:
    """The newest meeting with an agenda that the reader may see."""
    meetings = Meeting.objects.of(access.collaboration).visible_to(access.may(Permission.READ_DRAFTS)).with_body()
    return meetings.annotate(items_there=Count("items")).filter(items_there__gt=0).latest_first().first()
