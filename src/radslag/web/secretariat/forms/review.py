"""The form that corrects what was read: one for each kind of thing in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from radslag.domain.decisions.models import Outcome, Strength
from radslag.domain.meetings.models import ItemType
from radslag.exchange.importing.drafts import HEAD, PARTS, Draft, Refused, correct, value_at
from radslag.web.secretariat.reviewing.outline import GROUP_LABELS, HEAD_LABELS

MOVE = "item"
SENTENCE = {"class": "sentence", "rows": 3}


def _short(label: Any, **attrs: object) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.TextInput(attrs))


def _long(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(SENTENCE))


def _day(label: Any) -> forms.CharField:
    # Checked where all values of a draft are: a date field of Django's would say it in other words.
    return forms.CharField(label=label, required=False, widget=forms.DateInput({"type": "date"}))


def _one(label: Any, choices: Any, empty: Any = None) -> forms.ChoiceField:
    options = [("", empty), *choices] if empty is not None else list(choices)
    return forms.ChoiceField(label=label, choices=options, required=False)


def fields_of(kind: str) -> dict[str, forms.Field]:
    """The fields of a kind: a name of the head, "people", "items", or one of PARTS."""
    if kind in HEAD:
        label = HEAD_LABELS[kind]
        return {kind: _day(label) if kind == "date" else _short(label)}
    fields: Mapping[str, dict[str, forms.Field]] = {
        "people": {
            "name": _short(_("Namn")),
            "affiliation": _short(_("Kommun eller organisation")),
            "role": _short(_("Roll")),
            "note": _short(_("Anteckning")),
            "group": _one(_("Närvaro"), GROUP_LABELS.items()),
        },
        "items": {
            "number": _short(_("Nummer"), size=6),
            "title": _short(_("Rubrik")),
            "section": _short(_("Del av dagordningen")),
            "type": _one(_("Slag av punkt"), ItemType.choices, _("inget angivet")),
        },
        "next_meetings": {
            "body": _short(_("Vilket möte")),
            "date": _day(_("Dag")),
            "topics": _long(_("Önskade ämnen, ett på varje rad")),
        },
        "presenters": {"name": _short(_("Föredragande"))},
        "annexes": {"label": _short(_("Beteckning")), "number": _short(_("Nummer")), "title": _short(_("Titel"))},
        "proposals": {"text": _long(_("Förslag till beslut"))},
        "decisions": {
            "text": _long(pgettext_lazy("ett", "Beslut")),
            "outcome": _one(_("Utfall"), Outcome.choices, _("inget angivet")),
        },
        "contributions": {"text": _long(pgettext_lazy("ett", "Inspel"))},
        "assignments": {
            "what": _long(_("Vad som ska göras")),
            "owner": _short(_("Vem det gäller")),
            "due": _day(_("Klart senast den")),
            "due_text": _short(_("Klart, med dokumentets ord")),
            "strength": _one(_("Hur bindande"), Strength.choices),
        },
    }
    return fields[kind]


def kind_of(path: str) -> str:
    """What a path leads to: a name of the head, "people", "items" or one of PARTS. Raises `Refused`."""
    steps = path.split(".")
    if len(steps) == 1 and path in HEAD:
        return path
    if len(steps) == 2 and steps[0] in ("people", "items", "next_meetings"):
        return steps[0]
    if len(steps) == 4 and steps[0] == "items" and steps[2] in PARTS:
        return steps[2]
    raise Refused(str(_("Det går inte att ändra här.")))


class EditorForm(forms.Form):
    """Corrects one thing. Each field carries the value it began with, so that only what was changed is saved.

    Raises `Refused` when what the path leads to is gone.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput)
    path = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, draft: Draft, path: str, revision: int, data: Mapping[str, Any] | None = None) -> None:
        self.draft, self.place, self.kind = draft, path, kind_of(path)
        # The same field may stand in several forms of the page.
        super().__init__(data, initial={"path": path, "revision": revision}, auto_id=f"andra-{path}-%s")
        for name, field in fields_of(self.kind).items():
            field.initial = self.now(name)
            field.show_hidden_initial = True
            self.fields[name] = field
        if self.kind in PARTS:
            self.fields[MOVE] = self._move_field()

    def path_of(self, name: str) -> str:
        """The path of a field's value."""
        return name if self.kind in HEAD else f"{self.place}.{name}"

    def now(self, name: str) -> str:
        """The value as the draft has it, in the words of the form."""
        value = value_at(self.draft, self.path_of(name))
        return _typed(name, value)

    def _move_field(self) -> forms.ChoiceField:
        items = [(item["id"], f"{item['number'] or '–'} {item['title']}") for item in self.draft["items"]]
        field = forms.ChoiceField(label=_("Hör till punkten"), choices=items, required=False)
        field.initial, field.show_hidden_initial = self.place.split(".")[1], True
        return field

    def clean(self) -> dict[str, Any]:
        """Every changed value by the rules of drafts."""
        cleaned = super().clean() or {}
        for name, value in self.changed_values(cleaned).items():
            if name == MOVE:
                continue
            try:
                correct(self.draft, self.path_of(name), value)
            except Refused as refused:
                self.add_error(name, str(refused))
        return cleaned

    def changed_values(self, cleaned: Mapping[str, Any]) -> dict[str, str]:
        """What the user changed, by field; what was not sent was not changed."""
        names = [name for name in self.changed_data if name not in ("revision", "path") and name in cleaned]
        names = [name for name in names if name in self.data]
        return {name: str(cleaned[name]).replace("\r\n", "\n") for name in names}

    def began_with(self, name: str) -> str:
        """The value the user saw before changing it."""
        return str(self.data.get(self.add_initial_prefix(name), "")).replace("\r\n", "\n").strip()

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields to show, in their order."""
        return [bound for bound in self if not bound.is_hidden]


def _typed(name: str, value: Any) -> str:
    if name == "topics":
        return "\n".join(value or ())
    words = str(value or "")
    return words.replace(":", ".") if name in ("start", "end") else words
