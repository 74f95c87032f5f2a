"""A correction that met another: which values collide, what the user chose, what was typed about something gone."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import QueryDict

from radslag.base.audit.models import Event
from radslag.exchange.importing.drafts import Draft, Refused
from radslag.exchange.importing.models import Staged
from radslag.web.secretariat.components.forms import ConflictRow
from radslag.web.secretariat.forms.review import MOVE, EditorForm, fields_of, kind_of

KEEP = "keep_"


def collisions(form: EditorForm, saved: Draft) -> tuple[ConflictRow, ...]:
    """The values both the user and somebody else changed since the form was shown, to different things."""
    rows = []
    for name, mine in form.changed_values(form.cleaned_data).items():
        now = form.place.split(".")[1] if name == MOVE else form.now(name)
        if now not in (form.began_with(name), mine):
            rows.append(ConflictRow(name, str(form.fields[name].label), mine, now))
    return tuple(rows)


def untouched(form: EditorForm, rows: tuple[ConflictRow, ...]) -> list[tuple[str, str]]:
    """The changed values that collide with nothing, as hidden fields: (name, value)."""
    colliding = {row.name for row in rows}
    changed = form.changed_values(form.cleaned_data)
    hidden = [(name, value) for name, value in changed.items() if name not in colliding]
    return hidden + [(form.add_initial_prefix(name), form.began_with(name)) for name, _value in hidden]


def chosen(posted: QueryDict) -> QueryDict:
    """What was posted, with each choice between "mine" and "saved" carried out."""
    data = posted.copy()
    for key, choice in posted.items():
        if key.startswith(KEEP):
            name = key.removeprefix(KEEP)
            data[name] = posted.get(f"mine_{name}" if choice == "mine" else f"initial-{name}", "")
    return data


def typed(posted: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What the user had written, by label, when what it was about is gone: to be copied, never lost."""
    try:
        fields = fields_of(kind_of(posted.get("path", "")))
    except Refused:
        return ()
    pairs = ((str(field.label), posted.get(name, "")) for name, field in fields.items())
    return tuple((label, value) for label, value in pairs if value)


def last_saved(staged: Staged) -> Event | None:
    """The latest event of a document: who saved, and when."""
    return Event.objects.about("staged", staged.uuid).first()
