"""A Word template sent to Mallar."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TemplateForm(forms.Form):
    """One Word file."""

    template = forms.FileField(
        label=_("Wordmall"),
        max_length=255,
        help_text=_("En .docx eller .dotx, högst 10 MB."),
        error_messages={
            "required": _("Välj en Wordfil."),
            "empty": _("Filen är tom. Välj en annan."),
            "max_length": _("Filens namn är för långt. Ge den ett namn på högst 255 tecken och försök igen."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.dotx"}),
    )
