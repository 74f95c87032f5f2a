"""Forms: fields with label, help and error, a summary that leads to each, and the meeting of two saves."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)
WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class ConflictRow:
    """One value two people changed. The choice is posted as `keep_<name>` = "mine" or "saved"."""

    name: str
    label: str | Promise
    mine: str
    saved: str


def field_context(
    bound: BoundField, optional: bool | None = None, label: object = None, hint: object = None
) -> dict[str, Any]:
    """What `field` shows. `optional` says "valfritt" beside the label, by default where the field is not required.

    `label` and `hint` stand in for the field's own, for forms of a library that speak with another voice.
    """
    if hint is not None:
        bound.help_text = str(hint)
    # No placeholders: they vanish when one types and are read by few. `False` leaves the attribute out.
    control = bound.as_widget(attrs={"placeholder": False})
    return {
        "bound": bound,
        "kind": _kind(bound.field.widget),
        "control": control,
        "label": bound.label if label is None else label,
        "errors": [str(error) for error in bound.errors],
        "optional": not bound.field.required if optional is None else optional,
    }


def _kind(widget: forms.Widget) -> str:
    """How label and control are set: a group of choices, a box with its label after it, or a label above."""
    if isinstance(widget, CHOICES):
        return "choices"
    return "check" if isinstance(widget, forms.CheckboxInput) else "input"


def summary_context(form: forms.Form, heading: object = "") -> dict[str, Any]:
    """Every error with the id of its field; those of the whole form first, without one.

    `heading` stands in for the one that says how to save, on forms that save nothing.
    """
    found = [("", str(error)) for error in form.non_field_errors()]
    for bound in form:
        found += [(_first_control(bound), f"{bound.label}: {error}") for error in bound.errors]
    return {"found": found, "heading": heading}


def _first_control(bound: BoundField) -> str:
    """The id a link can move focus to: a group of choices has none of its own, its first choice has."""
    return f"{bound.auto_id}_0" if isinstance(bound.field.widget, CHOICES) else str(bound.id_for_label or bound.auto_id)


def conflict_context(rows: Iterable[ConflictRow], saved_by: object = "", saved_at: object = "") -> dict[str, Any]:
    shown = [(row, *differences(row.saved, row.mine)) for row in rows]
    return {"rows": shown, "saved_by": saved_by, "saved_at": saved_at}


def differences(saved: str, mine: str) -> tuple[SafeString, SafeString]:
    """The saved text with what mine lacks as `<del>`, and mine with what the saved lacks as `<ins>`, word by word."""
    left, right = WORDS.findall(saved), WORDS.findall(mine)
    codes = difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    old = _pieces((tag != "equal", "".join(left[a:b])) for tag, a, b, _c, _d in codes)
    new = _pieces((tag != "equal", "".join(right[c:d])) for tag, _a, _b, c, d in codes)
    return _joined("del", old), _joined("ins", new)


def _pieces(found: Iterable[tuple[bool, str]]) -> Iterator[tuple[bool, str]]:
    return (piece for piece in found if piece[1])


def _joined(tag: str, pieces: Iterator[tuple[bool, str]]) -> SafeString:
    return format_html_join(
        "",
        "{}",
        ((format_html(f"<{tag}>{{}}</{tag}>", text) if changed else text,) for changed, text in pieces),
    )
