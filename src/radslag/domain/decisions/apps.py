from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "radslag.domain.decisions"
    label = "decisions"
