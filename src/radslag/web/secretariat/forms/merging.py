"""Saying that two records are of one person."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FindOtherForm(forms.Form):
    """`?sok=`: part of the other's name."""

    use_required_attribute = False
    sok = forms.CharField(label=_("Sök på namn"), required=False, max_length=100, widget=forms.SearchInput)


class MergeForm(forms.Form):
    """The two revisions the comparison was made from, and, when they were listed at one meeting, a word on that."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    other_revision = forms.IntegerField(widget=forms.HiddenInput)
