from django.apps import AppConfig


class MinutesConfig(AppConfig):
    name = "radslag.domain.minutes"
    label = "minutes"
