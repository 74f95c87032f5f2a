"""The inside site as a Django app."""

from django.apps import AppConfig


class SecretariatConfig(AppConfig):
    """Pages only: no tables."""

    name = "radslag.web.secretariat"
    label = "secretariat"
