"""Forms of what several people may edit at once: only what was changed is saved, and two saves never overwrite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.web.secretariat.components.forms import ConflictRow

KEEP, MINE = "keep_", "mine_"


def plain(text: str) -> str:
    """Words as they are compared: a browser sends line ends of its own, and blank ends say nothing."""
    return text.replace("\r\n", "\n").strip()


class TimeOfDay(forms.TimeField):
    """ "13:30" as the browser's own field writes it, or "13.30" as people do."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})

    def __init__(self, **options: Any) -> None:
        wrong = {"invalid": _("Det är inte ett klockslag. Skriv till exempel 13.30.")}
        super().__init__(required=False, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], error_messages=wrong, **options)


class Day(forms.DateField):
    """ "2020-05-27", by the browser's own field where it has one."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **options: Any) -> None:
        wrong = {
            "invalid": _("Det är inte ett datum. Skriv till exempel 2020-05-27."),
            "required": _("Välj en dag."),
        }
        super().__init__(input_formats=["%Y-%m-%d"], error_messages=wrong, **options)


class GuardedForm(forms.Form):
    """A form that carries the revision it was shown with and, hidden, what every field of `guarded` then said.

    What was not sent was not changed: after a conflict only the fields in question are sent again.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput)
    guarded: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any, now: Mapping[str, str], revision: int, *, prefix_id: str, files: Any = None) -> None:
        chosen = with_choices(data) if data is not None else None
        super().__init__(chosen, files, initial={**now, "revision": revision}, auto_id=f"{prefix_id}-%s")
        for name in self.guarded:
            field = self.fields[name]
            field.show_hidden_initial = True
            if self.is_bound and name not in self.data:
                field.required = False

    def said(self, name: str) -> str:
        """What the user wrote in a field."""
        return plain("\n".join(self.data.getlist(name)) if hasattr(self.data, "getlist") else self.data[name])

    def began(self, name: str) -> str:
        """What the field said when it was shown."""
        return plain(str(self.data.get(self.add_initial_prefix(name), "")))

    @property
    def changed(self) -> list[str]:
        """The guarded fields the user changed."""
        return [name for name in self.guarded if name in self.data and self.said(name) != self.began(name)]

    @property
    def changed_values(self) -> dict[str, Any]:
        """Their checked values."""
        return {name: self.cleaned_data[name] for name in self.changed}

    def collisions(self, now: Mapping[str, str]) -> list[ConflictRow]:
        """What both the user and somebody else changed, to different things."""
        rows = []
        for name in self.changed:
            mine, saved = self.said(name), plain(now[name])
            if saved not in (self.began(name), mine):
                rows.append(ConflictRow(name, str(self.fields[name].label), mine, saved))
        return rows

    def untouched(self, rows: list[ConflictRow]) -> list[tuple[str, str]]:
        """The changed fields that collide with nothing, as hidden fields (name, value)."""
        colliding = {row.name for row in rows}
        hidden = [(name, self.said(name)) for name in self.changed if name not in colliding]
        return hidden + [(self.add_initial_prefix(name), self.began(name)) for name, _value in hidden]

    @property
    def beginnings(self) -> list[forms.BoundField]:
        """The guarded fields, for the hidden copies of what they began with."""
        return [self[name] for name in self.guarded]


def with_choices(posted: Any) -> Any:
    """What was posted, with each choice between "mine" and "saved" of a conflict carried out."""
    data = posted.copy()
    for key, choice in posted.items():
        if key.startswith(KEEP):
            name = key.removeprefix(KEEP)
            data[name] = posted.get(f"{MINE}{name}" if choice == "mine" else f"initial-{name}", "")
    return data
