"""A choice of one, each with its label around it."""

from django import forms


class Radios(forms.RadioSelect):
    """As Django's, but a label that holds its button does not point at it as well."""

    option_template_name = "secretariat/components/radio.html"
