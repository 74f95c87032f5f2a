"""Forms of a meeting in preparation: its facts, an item, a part of the agenda, what is added or left aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from radslag.domain.meetings.models import AgendaItem, AgendaSection, ItemType, Meeting, MeetingState
from radslag.web.secretariat.components.dates import clock
from radslag.web.secretariat.forms.guarded import Day, GuardedForm, TimeOfDay, plain
from radslag.web.secretariat.forms.imports import SeveralFiles, SeveralFilesField
from radslag.web.secretariat.preparing.agenda import NO_SECTION, Agenda, AnnexLine, ItemLine

SPARE_NAMES = 2


def _line(label: Any, longest: int, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        error_messages={
            "required": _("Skriv en rubrik."),
            "max_length": _("Det är för långt: %(show_value)s tecken, högst %(limit_value)s får plats."),
        },
        **options,
    )


class HeadForm(GuardedForm):
    """When and where, and what the notice says beside the agenda."""

    guarded = ("day", "start_time", "end_time", "place", "link", "practical")

    day = Day(label=_("Dag"))
    start_time = TimeOfDay(label=_("Börjar"))
    end_time = TimeOfDay(label=_("Slutar"))
    place = _line(_("Plats"), 300, required=False)
    link = forms.URLField(
        label=_("Länk till mötet"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Det är inte en länk. Klistra in hela adressen, den börjar med https.")},
    )
    practical = forms.CharField(
        label=_("Praktiskt"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Lunch, anmälan, vägen dit. Står efter dagordningen i kallelsen."),
    )

    def __init__(self, data: Any, meeting: Meeting) -> None:
        super().__init__(data, self.words(meeting), meeting.revision, prefix_id="motet")
        self.is_planned = meeting.state == MeetingState.PLANNED

    @staticmethod
    def words(meeting: Meeting) -> dict[str, str]:
        """What the fields say of a meeting."""
        return {
            "day": meeting.date.isoformat(),
            "start_time": _typed(meeting.start_time),
            "end_time": _typed(meeting.end_time),
            "place": meeting.place,
            "link": meeting.link,
            "practical": meeting.practical,
        }

    def clean_day(self) -> Any:
        """A meeting that is planned is not moved to a day that has been; one whose day came and went may stay there."""
        day = self.cleaned_data["day"]
        if self.is_planned and "day" in self.changed:
            lies_ahead(day)
        return day

    def clean(self) -> dict[str, Any]:
        """A meeting ends after it has begun."""
        given = super().clean() or {}
        ends_before(self, given)
        return given


def lies_ahead(day: date) -> None:
    """Raise `ValidationError` for a day that has been."""
    if day < timezone.localdate():
        raise forms.ValidationError(gettext("Dagen har redan varit. Välj en dag framåt i tiden."))


def ends_before(form: forms.Form, given: Mapping[str, Any]) -> None:
    """Tell beside the field when the end comes before the start."""
    start, end = given.get("start_time"), given.get("end_time")
    if start and end and end <= start:
        form.add_error("end_time", gettext("Slutar före starttiden %(start)s.") % {"start": clock(start)})


def _typed(moment: Any) -> str:
    return moment.strftime("%H:%M") if moment else ""


class Names(forms.Widget):
    """A field a name, with the people of the register to choose from, and a few empty ones."""

    template_name = "secretariat/prepare/names.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Every name, then the empty fields."""
        context = super().get_context(name, value, attrs)
        names = [line for line in str(value or "").split("\n") if line.strip()]
        context["names"] = [*names, *[""] * SPARE_NAMES]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """The names, one a line."""
        return "\n".join(line for line in data.getlist(name) if line.strip())

    def id_for_label(self, id_: str) -> str:
        """The first field."""
        return f"{id_}-1"


class ItemForm(GuardedForm):
    """An item with everything in it. New annexes come as files; titles of those there are as `annex-<uuid>`."""

    guarded = ("title", "type", "section", "parent", "presenters", "notes", "proposals")

    title = _line(_("Rubrik"), 500)
    type = forms.ChoiceField(label=_("Slag"), choices=[("", _("inget angivet")), *ItemType.choices], required=False)
    presenters = forms.CharField(label=_("Föredragande"), required=False, widget=Names())
    notes = forms.CharField(label=_("Bakgrund"), required=False, widget=forms.Textarea({"rows": 3}))
    proposals = forms.CharField(
        label=_("Förslag till beslut"),
        required=False,
        widget=forms.Textarea({"rows": 2, "class": "sentence"}),
        help_text=_("Ett förslag per rad. Rader som börjar med ”att” hör till raden ovanför."),
    )
    section = forms.ChoiceField(label=_("Del av dagordningen"), required=False)
    parent = forms.ChoiceField(label=_("Underpunkt till"), required=False)
    documents = SeveralFilesField(
        label=_("Nya bilagor"),
        required=False,
        allow_empty_file=True,
        max_length=255,
        error_messages={"max_length": _("Ett filnamn är för långt, högst 255 tecken. Byt namn på filen.")},
        widget=SeveralFiles(),
    )

    def __init__(
        self,
        data: Any,
        now: Mapping[str, str],
        revision: int,
        *,
        agenda: Agenda,
        item: AgendaItem,
        files: Any = None,
        too_large: Sequence[str] = (),
        limit: int = 0,
    ) -> None:
        super().__init__(data, now, revision, prefix_id=f"punkt-{item.uuid}", files=files)
        self.too_large, self.limit = too_large, limit
        _choose(self, "section", [(NO_SECTION, _("ingen")), *((str(part.uuid), part.title) for part in agenda.parts)])
        line = agenda.find(item.uuid)
        self._annexes = line.annexes if line else ()
        # Two levels: what has sub-items of its own cannot be one.
        above = [] if line and line.items else [each for each in agenda.tops if each.uuid != item.uuid]
        _choose(self, "parent", [("", _("nej, egen punkt")), *((str(each.uuid), each.called) for each in above)])

    @staticmethod
    def words(item: AgendaItem) -> dict[str, str]:
        """What the fields say of an item."""
        return {
            "title": item.title,
            "type": item.type,
            "section": str(item.section.uuid) if item.section else NO_SECTION,
            "parent": str(item.parent.uuid) if item.parent else "",
            "presenters": "\n".join(presenter.name for presenter in item.presenters.all()),
            "notes": plain(item.notes),
            "proposals": "\n".join(plain(proposal.text) for proposal in item.proposed_decisions.all()),
        }

    def clean_documents(self) -> list[Any]:
        """New annexes; a file too large or empty is told here, and every other field keeps what it says."""
        documents = [each for each in self.cleaned_data.get("documents") or [] if each]
        for name in self.too_large:
            sentence = gettext("%(name)s är större än %(limit)s MB och togs inte emot.")
            self.add_error("documents", sentence % {"name": name, "limit": self.limit})
        for each in documents:
            if not each.size:
                self.add_error("documents", gettext("%(name)s är tom.") % {"name": each.name})
        return documents

    @property
    def chosen(self) -> list[str]:
        """The files that were sent, by name: a browser does not keep them in a form that comes back."""
        return [each.name or "" for each in self.files.getlist("documents") if each.size] if self.files else []

    @property
    def annexes(self) -> list[tuple[AnnexLine, str]]:
        """The annexes there are, each with the title that was typed, else the one it has."""
        return [(each, self.data.get(f"annex-{each.uuid}", each.title)) for each in self._annexes]

    @property
    def annex_titles(self) -> dict[UUID, str]:
        """The titles that were changed, by the annex's UUID."""
        found = {}
        for key, value in self.data.items():
            if key.startswith("annex-") and plain(value) != plain(self.data.get(f"initial-{key}", "")):
                try:
                    found[UUID(key.removeprefix("annex-"))] = plain(value)
                except ValueError:
                    continue
        return found


def _choose(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
    field.error_messages["invalid_choice"] = gettext("Det valet finns inte längre. Välj ett i listan.")


def item_form(line: ItemLine, agenda: Agenda, **given: Any) -> ItemForm:
    """The form of an item of the agenda as it stands."""
    data = given.pop("data", None)
    return ItemForm(data, ItemForm.words(line.row), line.row.revision, agenda=agenda, item=line.row, **given)


def proposals_in(text: str) -> list[str]:
    """Proposals out of lines: each its own, but an introduction and the "att" lines below it are one. Pure."""
    found: list[str] = []
    for line in (each.strip() for each in plain(text).split("\n")):
        if not line:
            continue
        if found and line.lower().startswith("att ") and not _complete(found[-1]):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def _complete(proposal: str) -> bool:
    """Whether a proposal stands alone: it begins with "att", or is one sentence with its full stop."""
    first = proposal.split("\n")[0]
    return first.lower().startswith("att ") or ("\n" not in proposal and first.endswith("."))


class SectionForm(GuardedForm):
    """A part of the agenda."""

    guarded = ("title", "start_time", "end_time", "minuted")

    title = _line(_("Delens rubrik"), 300)
    start_time = TimeOfDay(label=_("Börjar"))
    end_time = TimeOfDay(label=_("Slutar"))
    minuted = forms.ChoiceField(
        label=_("Anteckningar"), choices=[("ja", _("förs")), ("nej", _("förs inte under den här delen"))]
    )

    @staticmethod
    def words(section: AgendaSection) -> dict[str, str]:
        """What the fields say of a part."""
        return {
            "title": section.title,
            "start_time": _typed(section.start_time),
            "end_time": _typed(section.end_time),
            "minuted": "ja" if section.minuted else "nej",
        }

    def clean(self) -> dict[str, Any]:
        """A part ends after it has begun."""
        given = super().clean() or {}
        ends_before(self, given)
        return given


class AddForm(forms.Form):
    """A new item, or a new part, by its title alone: the rest is written where it then stands."""

    title = _line(_("Rubrik"), 500)
    section = forms.CharField(required=False, widget=forms.HiddenInput)
    parent = forms.UUIDField(required=False, widget=forms.HiddenInput)


class AddPartForm(forms.Form):
    """A new part of the agenda by its title alone."""

    title = _line(_("Delens rubrik"), 300)


class KeyForm(forms.Form):
    """Which suggestion, and why it is left aside."""

    key = forms.CharField(max_length=120)
    because = forms.CharField(max_length=500, required=False)
