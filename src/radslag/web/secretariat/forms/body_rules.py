"""How a body meets: the annex rule, usual times and place, standing items first and last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from radslag.domain.meetings.models import AnnexRule, ItemType, MeetingRules
from radslag.domain.meetings.standing import Standing, standing_of
from radslag.web.secretariat.forms.guarded import Day, TimeOfDay
from radslag.web.secretariat.forms.preparing import ends_before
from radslag.web.secretariat.forms.radios import Radios

GROUPS = ("first", "last")
PARTS = ("title", "type", "presenter", "proposal")
SPARE = 2
LONGEST = 500


class RulesForm(forms.Form):
    """`revision` and `rules` name the rules that were shown; both are empty when the body had none."""

    rules = forms.UUIDField(required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    annex_rule = forms.ChoiceField(
        label=_("Bilagor numreras"), choices=AnnexRule.choices, widget=Radios, initial=AnnexRule.BY_ITEM
    )
    start_time = TimeOfDay(label=_("Brukar börja"))
    end_time = TimeOfDay(label=_("Brukar sluta"))
    place = forms.CharField(label=_("Brukar hållas i"), max_length=300, required=False)
    from_day = Day(
        label=_("Gäller från och med"),
        help_text=_("Möten före den dagen behåller det som gällde då."),
    )

    def __init__(self, data: QueryDict | None, shown: MeetingRules | None) -> None:
        super().__init__(data, initial=_initial(shown), auto_id="regler-%s")
        self.shown = shown

    @property
    def standing(self) -> list[Standing]:
        """The standing items as they were written, those without a title left out."""
        return [row for group in GROUPS for row in self.rows(group) if row.title]

    def rows(self, group: str) -> list[Standing]:
        """The items written first or last."""
        if not self.is_bound:
            return [row for row in standing_of(self.shown.standing if self.shown else None) if row.place == group]
        assert isinstance(self.data, QueryDict)
        columns = [[text.strip()[:LONGEST] for text in self.data.getlist(f"{group}_{part}")] for part in PARTS]
        written = list(zip(*columns, strict=False))
        rows = [Standing(title, sort, "first" if group == "first" else "last", proposal, presenter)
                for title, sort, presenter, proposal in written if title or proposal or presenter]  # fmt: skip
        return _moved(rows, group, str(self.data.get("flytta", "")))

    @property
    def groups(self) -> list[tuple[str, Any, list[Standing]]]:
        """Each group with its name, its rows and a few empty ones."""
        names = {"first": _("Först på dagordningen"), "last": _("Sist på dagordningen")}
        return [(group, names[group], [*self.rows(group), *[Standing("")] * SPARE]) for group in GROUPS]

    @property
    def types(self) -> Sequence[tuple[str, Any]]:
        """The choices of a row's type."""
        return [("", _("inget slag")), *ItemType.choices]

    def clean(self) -> dict[str, Any]:
        """Times in order; a standing item has a title and a type there is."""
        given = super().clean() or {}
        ends_before(self, given)
        if any(not row.title for group in GROUPS for row in self.rows(group)):
            self.add_error(None, str(_("En stående punkt saknar rubrik. Skriv en rubrik, eller töm hela raden.")))
        if any(row.type and row.type not in ItemType.values for row in self.standing):
            self.add_error(None, str(_("En stående punkt har ett slag som inte finns. Välj ett i listan.")))
        return given


def _initial(shown: MeetingRules | None) -> dict[str, Any]:
    today = {"from_day": timezone.localdate()}
    if shown is None:
        return today
    names = ("annex_rule", "start_time", "end_time", "place", "revision")
    return today | {"rules": shown.uuid} | {name: getattr(shown, name) for name in names}


def _moved(rows: list[Standing], group: str, move: str) -> list[Standing]:
    """The rows with one moved a step: MOVE is "last:2:up" for the third of the last."""
    wanted, _colon, rest = move.partition(":")
    place, _colon, direction = rest.partition(":")
    if wanted != group or not place.isdigit() or int(place) >= len(rows):
        return rows
    here = int(place)
    there = here + (-1 if direction == "up" else 1)
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    return rows
