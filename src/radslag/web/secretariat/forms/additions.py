"""Forms that add to a draft, divide it, or answer what the reader could not know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from radslag.base.people.models import BodyKind
from radslag.exchange.importing.drafts import Draft, Element
from radslag.web.secretariat.reviewing.outline import GROUP_LABELS
from radslag.web.secretariat.reviewing.places import TextLines

# In the order a coordinator most often misses them.
ADDABLE = {
    "decisions": pgettext_lazy("ett", "Beslut"),
    "assignments": pgettext_lazy("ett", "Uppdrag"),
    "proposals": _("Förslag till beslut"),
    "contributions": pgettext_lazy("ett", "Inspel"),
    "annexes": _("Bilaga"),
    "presenters": _("Föredragande"),
}
FIRST = "forst"


class RevisedForm(forms.Form):
    """A form that says which state of the draft it was made from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class OnLine(RevisedForm):
    """A form that may point at a line of the document."""

    line = forms.IntegerField(
        label=_("Rad i dokumentet"),
        required=False,
        help_text=_("Så att uppgiften leder till sin plats i texten. Lämna tomt om den inte står där."),
        widget=forms.NumberInput({"min": 1, "data-line": ""}),
    )

    def __init__(self, lines: TextLines, *args: Any, **kwargs: Any) -> None:
        self.lines = lines
        super().__init__(*args, **kwargs)

    def clean_line(self) -> tuple[int, int] | None:
        """The characters of the line."""
        number: int | None = self.cleaned_data["line"]
        if number is None:
            return None
        span = self.lines.span(number)
        if span is None:
            raise forms.ValidationError(
                _("Rad %(number)s är tom eller finns inte. Dokumentet har %(count)s rader."),
                params={"number": number, "count": len(self.lines)},
            )
        return span


class AddPartForm(OnLine):
    """A decision, an assignment, … that the reader missed."""

    item = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Vad"), choices=list(ADDABLE.items()))
    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea({"class": "sentence", "rows": 3}),
        error_messages={"required": _("Skriv texten.")},
    )
    field_order = ("kind", "text", "line")


class AddPersonForm(OnLine):
    """Somebody the reader missed."""

    group = forms.ChoiceField(label=_("Närvaro"), choices=list(GROUP_LABELS.items()))
    name = forms.CharField(label=_("Namn"), error_messages={"required": _("Skriv personens namn.")})
    affiliation = forms.CharField(label=_("Kommun eller organisation"), required=False)
    field_order = ("group", "name", "affiliation", "line")


class AddItemForm(OnLine):
    """An item the reader missed."""

    after = forms.ChoiceField(label=_("Efter punkten"))
    title = forms.CharField(label=_("Rubrik"), error_messages={"required": _("Skriv punktens rubrik.")})
    field_order = ("after", "title", "line")

    def __init__(self, draft: Draft, lines: TextLines, *args: Any, **kwargs: Any) -> None:
        super().__init__(lines, *args, **kwargs)
        choices = [(item["id"], f"{item['number'] or '–'} {item['title']}") for item in draft["items"]]
        after = self.fields["after"]
        assert isinstance(after, forms.ChoiceField)
        after.choices = [(FIRST, _("– först –")), *choices]
        after.initial = choices[-1][0] if choices else FIRST


AddForm = AddPartForm | AddPersonForm | AddItemForm


class SplitForm(RevisedForm):
    """Where an item is divided, and what the new one is called."""

    item = forms.CharField(widget=forms.HiddenInput)
    line = forms.TypedChoiceField(
        label=_("Den nya punkten börjar på raden"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj den rad där den nya punkten börjar.")},
    )
    title = forms.CharField(
        label=_("Den nya punktens rubrik"), required=False, help_text=_("Lämna tomt så blir raden rubrik.")
    )

    def __init__(self, item: Element, lines: TextLines, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line = self.fields["line"]
        assert isinstance(line, forms.TypedChoiceField)
        line.choices = [(number, f"{number}  {lines.words(number)}") for number in lines_to_split_at(item, lines)]


def lines_to_split_at(item: Element, lines: TextLines) -> list[int]:
    """The lines of an item, after its heading, that something stands on."""
    if not item["span"]:
        return []
    start, end = item["span"]
    heading = max((item["spans"].get("title") or [0, start])[1], start + 1)
    numbers = range(lines.number(start), lines.number(max(start, end - 1)) + 1)
    spans = ((number, lines.span(number)) for number in numbers)
    return [number for number, span in spans if span and heading <= span[0] < end]


class NewBodyForm(RevisedForm):
    """A body that is not in the register yet."""

    name = forms.CharField(label=_("Gruppens namn"), error_messages={"required": _("Skriv gruppens namn.")})
    kind = forms.ChoiceField(label=_("Slag av grupp"), choices=BodyKind.choices)
