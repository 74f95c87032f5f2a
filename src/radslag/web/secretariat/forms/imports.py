"""What is sent to the import page: documents, and how the list of earlier ones is narrowed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from radslag.exchange.importing.models import StagedState

# What the reader knows (text.reading.extracting.kinds); the browser's file dialogue shows these first.
ENDINGS = ".pdf,.docx,.txt,.md,.markdown,.eml,.zip"


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """A list of uploaded files. An empty file is let through: the reader has a sentence for it."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Every file by the rules for one."""
        files = data if isinstance(data, list | tuple) else [data]
        one = super().clean
        return [one(each, initial) for each in files if each] or [one(None, initial)]


class UploadForm(forms.Form):
    """Documents to read."""

    documents = SeveralFilesField(
        label=_("Dokument"),
        allow_empty_file=True,
        max_length=255,
        error_messages={
            "required": _("Välj minst ett dokument."),
            "max_length": _("Ett filnamn är för långt. Ge filen ett namn på högst 255 tecken och försök igen."),
        },
        widget=SeveralFiles(attrs={"accept": ENDINGS}),
    )


class AnswerForm(forms.Form):
    """An answer to a question of many documents. `answer` is a UUID or "new"; a new body has a name and a kind."""

    kind = forms.ChoiceField(choices=[("person", ""), ("body", "")])
    key = forms.CharField(max_length=400, strip=False)
    answer = forms.CharField(max_length=36)
    name = forms.CharField(max_length=120, required=False)
    body_kind = forms.CharField(max_length=20, required=False)


class EarlierForm(forms.Form):
    """Which earlier documents to show."""

    # Chosen by the tabs; the filter carries it along.
    tillstand = forms.ChoiceField(
        choices=[("", _("Alla")), *StagedState.choices], required=False, widget=forms.HiddenInput
    )
    ord = forms.CharField(
        label=_("Dokumentets namn"), max_length=100, required=False, widget=forms.TextInput({"type": "search"})
    )
